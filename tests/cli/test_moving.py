"""`export` and `import`."""

from __future__ import annotations

import io
import json
import re
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.export.test_escaping import AWKWARD

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Shelf, Shell

PRIVATE = "rest.write.text"


def everywhere(words: str) -> dict[str, Any]:
    """Answers with these words in every kind of field that takes words."""
    return {
        "open.facts.company": words,
        "open.facts.format": words,
        "open.facts.news": {"text": words, "day": None},
        "look.words.words": [words],
        "look.walk.items": [{"what": words, "call": {"text": words, "day": None}}],
        "look.room.room": {"rows": {"clear": "yes"}, "own": [{"text": words, "choice": ""}]},
        "look.ask.email": {"subject": words, "body": words},
        PRIVATE: words,
        "rest.plan.plan": {"if": words, "then": words},
        f"gone.{words}.away": words,
    }


def answers(found: Any) -> dict[str, Any]:
    return {ref: each["value"] for ref, each in found["workbooks"][0]["answers"].items()}


@pytest.mark.parametrize("words", [*AWKWARD, "long " * 20_000])
def test_awkward_words_come_back_the_same_from_export_and_import(
    shell: Shell, shelf: Shelf, tmp_path: Path, words: str
) -> None:
    written = everywhere(words)
    found = shelf.put(written, completed=True)
    path = tmp_path / "out.json"
    assert shell("export", found, "-o", str(path)).status == 0
    shown = shell("show", found, "--format", "json")
    assert answers(shown.json) == written
    other = tmp_path / "other"
    assert shell.bare("--data", str(other), "import", str(path)).status == 0
    again = shell.bare("--data", str(other), "show", found, "--format", "json")
    assert again.json == shown.json


@pytest.mark.parametrize("words", AWKWARD)
def test_awkward_words_cannot_command_the_terminal(shell: Shell, shelf: Shelf, words: str) -> None:
    found = shelf.put(everywhere(words))
    for argv in (["list"], ["list", "--json"], ["show", found], ["show", found, "--json"], ["export", "--all"]):
        ran = shell(*argv)
        assert ran.status == 0
        assert not re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", ran.out + ran.err)


def test_everything_goes_out_and_into_an_empty_folder_with_nothing_lost(
    shell: Shell, shelf: Shelf, tmp_path: Path
) -> None:
    for number in range(3):
        shelf.put({"open.facts.mood": number}, completed=number == 0)
    path = tmp_path / "all.json"
    ran = shell("export", "--all", "-o", str(path))
    assert (ran.status, ran.out) == (0, f"Wrote 3 workbooks to {path}\n")
    other = str(tmp_path / "other")
    assert shell.bare("import", str(path), "--data", other).out == "Added 3 workbooks.\n"
    assert shell.bare("export", "--all", "--data", other).json == json.loads(path.read_text())
    assert shell.bare("import", str(path), "--data", other).out == "3 workbooks already here, and the same.\n"


def test_a_dry_run_says_what_it_would_do_and_does_nothing(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    shell("export", shelf.put(), "-o", str(path))
    other = tmp_path / "other"
    ran = shell.bare("--data", str(other), "import", "--dry-run", str(path))
    assert ran.out == "Nothing was changed. This is what it would do:\nAdded one workbook.\n"
    assert shell.bare("--data", str(other), "list", "--json").json == {"workbooks": []}


def test_one_bad_file_among_several_and_nothing_is_imported(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    shell("export", shelf.put(), "-o", str(good))
    other = str(tmp_path / "other")
    for text in ("", "{", "[]", '{"format": "other"}', good.read_text().replace('"created"', '"creatd"')):
        bad.write_text(text)
        ran = shell.bare("import", str(good), str(bad), "--data", other)
        assert (ran.status, ran.out) == (1, "")
        assert str(bad) in ran.err
        assert "Nothing was changed." in ran.err
    ran = shell.bare("import", str(good), str(tmp_path / "none.json"), "--data", other)
    assert (ran.status, ran.out) == (1, "")
    assert "There is no file" in ran.err
    assert shell.bare("list", "--json", "--data", other).json == {"workbooks": []}


def test_standard_input_can_be_imported(
    shell: Shell, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = shelf.put()
    exported = shell("export", found).out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(exported.encode())))
    other = str(tmp_path / "other")
    assert shell.bare("import", "-", "--data", other).status == 0
    assert shell.bare("show", found, "--data", other, "--json").out == exported


def test_a_file_that_is_there_is_only_written_over_when_told_to(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    found, path = shelf.put(), tmp_path / "mine.json"
    path.write_text("precious")
    ran = shell("export", found, "-o", str(path))
    assert (ran.status, ran.out) == (1, "")
    assert "--force" in ran.err
    assert path.read_text() == "precious"
    assert shell("export", found, "-o", str(path), "--force").status == 0
    assert json.loads(path.read_text())["workbooks"][0]["id"] == found


def test_what_is_no_ordinary_file_is_never_written_over(shell: Shell, shelf: Shelf) -> None:
    ran = shell("export", shelf.put(), "-o", "/dev/null", "--force")
    assert ran.status == 1
    assert "no ordinary file" in ran.err


def test_a_folder_gets_a_file_for_each_for_this_person_alone(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    ids = {shelf.put(), shelf.put()}
    folder = tmp_path / "new"
    ran = shell("export", "--all", "--format", "markdown", "-o", f"{folder}/")
    assert (ran.status, ran.out) == (0, f"Wrote 2 workbooks to {folder}\n")
    assert {path.name for path in folder.iterdir()} == {f"{each}.md" for each in ids}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    (folder / f"{min(ids)}.json").write_text("precious")
    assert shell("export", "--all", "-o", str(folder)).status == 1
    assert not (folder / f"{max(ids)}.json").exists()


def test_several_workbooks_as_markdown_stand_one_after_another(shell: Shell, shelf: Shelf) -> None:
    one, two = shelf.put(), shelf.put()
    ran = shell("export", two, one, "--format", "markdown")
    assert [line for line in ran.out.splitlines() if line.startswith("# ")] == [
        "# Begun 3 November 2026",
        "# Begun 2 November 2026",
    ]


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_without_private_writing_it_is_nowhere_in_what_goes_out(shell: Shell, shelf: Shelf, format_: str) -> None:
    written = {PRIVATE: "SECRET", "open.facts.company": "Acme", "gone.private.text": "SECRET"}
    found = shelf.put(written)
    ran = shell("export", found, "--format", format_, "--without-private")
    assert ran.status == 0
    assert "Acme" in ran.out
    assert "SECRET" not in ran.out
    assert ran.err == "workbook: 2 answers were left out as private.\n"
    assert "SECRET" in shell("export", found, "--format", format_).out


def test_private_writing_of_another_shape_than_its_field_stays_out_too(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({PRIVATE: ["SECRET"]})
    assert "SECRET" in shell("show", found).out
    assert "SECRET" not in shell("export", found, "--format", "markdown", "--without-private").out


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_one_damaged_workbook_does_not_keep_the_others_in(shell: Shell, shelf: Shelf, format_: str) -> None:
    bad = shelf.put()
    shelf.library.places.workbook(bad).write_text("{")
    good = shelf.put({"open.facts.company": "Acme"})
    ran = shell("export", "--all", "--format", format_)
    assert ran.status == 1
    assert "Acme" in ran.out
    assert bad in ran.err
    assert good not in ran.err
    ran = shell("export", bad, "--format", format_)
    assert (ran.status, ran.out) == (1, "")


def test_a_workbook_whose_guide_is_lost_still_goes_out_as_json(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({"open.facts.company": "Acme"})
    for path in shelf.library.places.guides.iterdir():
        path.unlink()
    assert answers(shell("export", found).json) == {"open.facts.company": "Acme"}
    assert answers(shell("export", found, "--without-private").json) == {}
    ran = shell("show", found)
    assert ran.status == 1
    assert f"`workbook show {found} --format json`" in ran.err
