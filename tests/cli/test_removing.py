"""`delete` and `trash`."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Shelf, Shell


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> object:
    """Put somebody at a terminal who types this."""

    def sit(words: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(words))
        monkeypatch.setattr("workbook.cli.asking.is_terminal", lambda _: True)

    return sit


def test_a_deleted_workbook_is_in_the_trash_and_comes_back(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({"open.facts.mood": 3})
    before = shell("show", found, "--json").json
    ran = shell("delete", found[:12], "--yes")
    assert ran.status == 0
    assert f"`workbook trash --restore {found}` brings it back" in ran.out
    assert shell("list", "--json").json == {"workbooks": []}
    assert f"Begun 2 November 2026  {found}  deleted " in shell("trash").out
    (trashed,) = shell("trash", "--json").json["trash"]
    assert trashed["id"] == found
    ran = shell("trash", "--restore", found[:12])
    assert (ran.status, ran.out) == (0, f"{found} is back. `workbook list` shows it.\n")
    assert shell("show", found, "--json").json == before
    assert shell("trash").out == "The trash is empty.\n"


@pytest.mark.parametrize("argv", [("delete", "2026"), ("trash", "--empty")])
def test_with_nobody_to_ask_nothing_goes_without_yes(shell: Shell, shelf: Shelf, argv: tuple[str, ...]) -> None:
    found = shelf.put()
    if argv[0] == "trash":
        shell("delete", found, "--yes")
        shelf.put()
    ran = shell(*argv)
    assert (ran.status, ran.out) == (2, "")
    assert "--yes" in ran.err
    assert len(shell("list", "--json").json["workbooks"]) == 1


@pytest.mark.parametrize(
    ("words", "is_gone"), [("y\n", True), ("YES\n", True), ("\n", False), ("n\n", False), ("", False)]
)
def test_someone_at_a_terminal_is_asked(
    shell: Shell, shelf: Shelf, say: pytest.FixtureRequest, words: str, *, is_gone: bool
) -> None:
    found = shelf.put()
    say(words)  # type: ignore[operator]
    ran = shell("delete", found)
    assert ran.status == 0
    assert ran.err == f"Move Begun 2 November 2026 ({found}) to the trash? [y/N] "
    assert (shell("list", "--json").json["workbooks"] == []) is is_gone


def test_emptying_the_trash_says_that_it_is_for_good(shell: Shell, shelf: Shelf, say: object) -> None:
    for _ in range(2):
        shell("delete", shelf.put(), "--yes")
    say("n\n")  # type: ignore[operator]
    ran = shell("trash", "--empty")
    assert "the 2 workbooks in the trash for good? They cannot be brought back." in ran.err
    assert ran.out == "The trash was left as it is.\n"
    assert shell("trash", "--empty", "--yes").out.startswith("2 workbooks are gone for good.\n")
    assert shell("trash", "--empty", "--yes").out == "The trash is empty.\n"
    assert list(shelf.library.places.trash.iterdir()) == []


def test_what_is_not_in_the_trash_is_told(shell: Shell, shelf: Shelf) -> None:
    ran = shell("trash", "--restore", "1999")
    assert (ran.status, ran.out) == (1, "")
    assert "in the trash" in ran.err
    for _ in range(2):
        shell("delete", shelf.put(), "--yes")
    ran = shell("trash", "--restore", "2026")
    assert ran.status == 1
    assert "could be" in ran.err


def test_what_a_restore_kept_is_told_and_can_be_removed(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    assert shell("trash", "--before-restore").out == "Nothing is kept from before a restore.\n"
    found = shelf.put()
    assert shell("backup", str(tmp_path / "backup.zip")).status == 0
    assert shell("restore", str(tmp_path / "backup.zip"), "--yes").status == 0
    kept = shelf.library.places.before_restore
    (kept / "20260101-101010-others").mkdir()
    [backup] = kept.glob("*.zip")
    assert "`workbook trash --before-restore` removes" in shell("where").out
    shell("delete", found, "--yes")
    assert "`workbook trash --before-restore` removes" in shell("trash", "--empty", "--yes").out
    ran = shell("trash", "--before-restore")
    assert str(backup) in ran.out
    assert backup.exists(), "with nobody to ask nothing goes"
    assert "One backup removed for good." in shell("trash", "--before-restore", "--yes").out
    assert [path.name for path in kept.iterdir()] == ["20260101-101010-others"], (
        "files of others are not ours to remove"
    )


def test_removing_for_good_says_what_it_cannot_reach(shell: Shell, shelf: Shelf) -> None:
    shelf.library.delete(shelf.put())
    said = " ".join(shell("trash", "--empty", "--yes").out.split())
    assert "What this cannot reach: backups and copies you saved" in said
