"""`restore` where what is here, or the backup, is locked: what stays open is said, what is sealed is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.locks import PASSPHRASE, QUICK, as_another_process, lying_open
from workbook.library import locking
from workbook.library.backup import back_up
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Shelf, Shell

COMPANY = "open.facts.company"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person types, shown or not; a terminal to do it on."""
    lines: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda _: lines.pop(0))
    monkeypatch.setattr("sys.stdin.readline", lambda: lines.pop(0), raising=False)
    for module in ("passphrase", "asking"):
        monkeypatch.setattr(f"workbook.cli.{module}.is_terminal", lambda _: True)
    return lines


@pytest.fixture
def unlocked_backup(shelf: Shelf, tmp_path: Path) -> Path:
    """A backup from before the library here was locked."""
    shelf.put({COMPANY: "Zimmerei"})
    back_up(shelf.library, tmp_path / "open.zip")
    locking.turn_on(shelf.library, PASSPHRASE, QUICK)
    as_another_process(shelf.library.folder)
    return tmp_path / "open.zip"


def locked_backup(tmp_path: Path) -> Path:
    """A locked backup of another library."""
    other = Library(tmp_path / "other")
    locking.turn_on(other, PASSPHRASE, QUICK)
    back_up(other, tmp_path / "locked.zip")
    return tmp_path / "locked.zip"


def test_a_copy_left_open_beside_a_lock_is_told_before_and_after_and_sealed_at_the_next_start(
    shell: Shell, shelf: Shelf, tmp_path: Path, typed: list[str]
) -> None:
    shelf.put({COMPANY: "Zimmerei"})
    ran = shell("restore", str(locked_backup(tmp_path)), "--yes")
    assert ran.status == 0
    before, after = ran.out.split("Done.")
    for said in (before, after):
        assert "is not locked" in said
        assert "`workbook trash --before-restore` removes it" in said
    typed.append(PASSPHRASE)
    ran = shell("list")
    assert ran.status == 0
    assert "somebody" not in ran.out + ran.err, "nobody put it there but this program"
    assert "before a backup was brought back" in ran.out + ran.err
    [copy] = shelf.library.places.before_restore.iterdir()
    assert copy.read_bytes().startswith(b"recovery-workbook sealed")
    as_another_process(shell.data)
    typed.append(PASSPHRASE)
    assert shell("restore", str(copy), "--yes").status == 0, "and still it comes back, with the passphrase"
    assert not typed
    assert lying_open(shell.data / "workbooks", "Zimmerei")


def test_an_unlocked_backup_over_a_locked_library_asks_for_its_passphrase_and_says_what_is_open_then(
    shell: Shell, unlocked_backup: Path, typed: list[str]
) -> None:
    typed += ["wrong", PASSPHRASE, "y\n"]
    ran = shell("restore", str(unlocked_backup))
    assert (ran.status, typed) == (0, [])
    before, _ = ran.out.split("Done.")
    assert "The backup is not locked: what comes back from it is not locked either" in before
    assert "The copy of what is here now stays locked" in before
    assert "cannot be read" not in before


def test_whoever_forgot_the_passphrase_can_still_bring_back_a_backup_and_is_told_what_that_means(
    shell: Shell, unlocked_backup: Path, typed: list[str]
) -> None:
    typed += ["", "n\n"]
    ran = shell("restore", str(unlocked_backup))
    assert (ran.status, typed) == (0, [])
    assert "only that passphrase will open it" in ran.out
    assert "Nothing was changed." in ran.out
    assert Library(shell.data).has_lock
    typed += ["", "y\n"]
    assert shell("restore", str(unlocked_backup)).status == 0
    assert not Library(shell.data).has_lock


def test_three_wrong_ones_change_nothing(shell: Shell, unlocked_backup: Path, typed: list[str]) -> None:
    typed += ["a", "b", "c"]
    assert shell("restore", str(unlocked_backup)).status == 1
    assert Library(shell.data).has_lock


def test_a_damaged_lock_does_not_keep_a_backup_out(shell: Shell, unlocked_backup: Path, typed: list[str]) -> None:
    (shell.data / "lock.json").write_text("torn")
    typed.append("y\n")
    ran = shell("restore", str(unlocked_backup))
    assert (ran.status, typed) == (0, [])
    assert "lock.json is damaged" in ran.out


def test_a_lock_turned_off_names_what_stays_sealed(
    shell: Shell, unlocked_backup: Path, typed: list[str], tmp_path: Path
) -> None:
    kept = shell.data / "before-restore"
    kept.mkdir()
    (kept / "old.zip").write_bytes(unlocked_backup.read_bytes())
    typed += [PASSPHRASE, PASSPHRASE]
    assert shell("list").status == 0, "seals it"
    assert shell("restore", str(locked_backup(tmp_path)), "--yes").status == 0
    as_another_process(shell.data)
    ran = shell("lock", "--off")
    assert (ran.status, typed) == (0, [])
    assert "Everything else lies open" in ran.out
    assert str(kept / "old.zip") in ran.out
    assert "`workbook trash --before-restore`" in ran.out


def test_a_name_that_is_taken_is_told_without_a_switch_that_is_not_there(
    shell: Shell, shelf: Shelf, typed: list[str], tmp_path: Path
) -> None:
    shelf.put()
    (tmp_path / "there.zip").write_text("something")
    ran = shell("lock", "--backup", str(tmp_path / "there.zip"))
    assert ran.status == 1
    assert "Choose another name. Nothing is locked yet." in ran.err
    assert "--force" not in ran.err
