"""`workbook sheet`: one page for the next interview, on paper or in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.insight.banks.making import CONTACTS, STRENGTHS, shipped
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

from workbook.cli import main


def kept(folder: Path) -> Library:
    library = Library(folder)
    strengths = [{"strength": "I stay calm", "proof": "Kim saw it\x1b[31m"}]
    with library.new(shipped(), {STRENGTHS: strengths, CONTACTS: [{"name": "Kim"}]}):
        return library


def test_it_is_printed_with_nothing_that_reaches_the_terminal_as_an_instruction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(tmp_path / "data")
    assert main(["sheet", "--data", str(tmp_path / "data")]) == 0
    said = capsys.readouterr().out
    assert "- I stay calm\n  … saw it␛[31m\n" in said
    assert main(["sheet", "--with-names", "--format", "markdown", "--data", str(tmp_path / "data")]) == 0
    said = capsys.readouterr().out
    assert "## Strengths" in said
    assert "Kim saw it" in said


def test_it_is_written_to_a_file_for_this_person_alone_and_never_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(tmp_path / "data")
    path = tmp_path / "page.txt"
    args = ["sheet", "-o", str(path), "--data", str(tmp_path / "data")]
    assert main(args) == 0
    assert "I stay calm" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert main(args) == 1
    assert "already" in capsys.readouterr().err
    assert main([*args, "--force"]) == 0


def test_where_there_is_nothing_it_says_what_would_be_on_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "--data", str(tmp_path / "data")]) == 0
    found = capsys.readouterr()
    assert found.out == ""
    assert "nothing for a page yet" in found.err


def test_a_workbook_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = kept(tmp_path / "data")
    library.places.workbook(library.ids()[0]).write_text("{")
    assert main(["sheet", "--data", str(tmp_path / "data")]) == 0
    assert "One workbook could not be read" in capsys.readouterr().err
