"""`lock`, and every other command on a locked library."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import pytest

from tests.library.locks import PASSPHRASE, QUICK, as_another_process, lying_open, unsealed
from workbook.cli import passphrase
from workbook.library import locking

from .conftest import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .conftest import Ran, Shelf, Shell


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks that open quickly."""
    monkeypatch.setattr("workbook.library.locking.Cost", lambda: QUICK)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person types where nothing is shown; a terminal to do it on."""
    lines: list[str] = []
    prompts: list[str] = []

    def getpass(prompt: str) -> str:
        prompts.append(prompt)
        return lines.pop(0)

    monkeypatch.setattr("getpass.getpass", getpass)
    monkeypatch.setattr("workbook.cli.passphrase.is_terminal", lambda _: True)
    return lines


@pytest.fixture
def hand_over(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Hand lines over in a file descriptor."""
    with contextlib.ExitStack() as stack:

        def hand_over(*lines: str) -> None:
            reading, writing = os.pipe()
            os.write(writing, "".join(f"{line}\n" for line in lines).encode())
            stack.callback(os.close, reading)
            stack.callback(os.close, writing)  # and left open: it must not be waited for
            monkeypatch.setenv(passphrase.VARIABLE, str(reading))

        yield hand_over


def test_a_lock_is_set_after_it_was_said_that_nobody_can_recover_it(
    shell: Shell, shelf: Shelf, hand_over: Callable[..., None]
) -> None:
    shelf.put(WORDS)
    hand_over(PASSPHRASE)
    ran = shell("lock")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.index("A forgotten passphrase cannot be recovered.") < ran.out.index("It is locked.")
    assert "cannot reach" in ran.out
    assert unsealed(shell.data) == []
    assert lying_open(shell.data, "Zimmerei", "Sturm") == []


def test_on_a_terminal_the_passphrase_is_typed_twice_and_a_backup_is_offered(
    shell: Shell, shelf: Shelf, typed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = shelf.put(WORDS)
    monkeypatch.setattr("sys.stdin.readline", lambda: f"{tmp_path}/kept.zip\n", raising=False)
    typed += [PASSPHRASE, "another", PASSPHRASE, PASSPHRASE]
    ran = shell("lock")
    assert ran.status == 0
    assert "The two were not the same." in ran.err
    assert not typed
    assert "Nothing in it is locked" in ran.out
    assert shell("restore", f"{tmp_path}/kept.zip", "--yes").status == 0
    as_another_process(shell.data)
    assert shell("show", found).status == 0, "the backup opens without a passphrase"


def test_a_backup_can_be_named_and_never_writes_over_anything(
    shell: Shell, shelf: Shelf, hand_over: Callable[..., None], tmp_path: Path
) -> None:
    shelf.put(WORDS)
    hand_over(PASSPHRASE)
    (tmp_path / "there.zip").write_text("something")
    ran = shell("lock", "--backup", str(tmp_path / "there.zip"))
    assert ran.status == 1
    assert [shelf.library.has_lock] == [False]
    assert (tmp_path / "there.zip").read_text() == "something"
    assert shell("lock", "--backup", str(tmp_path / "kept.zip")).status == 0
    assert shelf.library.has_lock


def test_two_that_never_match_lock_nothing(shell: Shell, typed: list[str]) -> None:
    typed += ["a", "b", "", "c", "d"]
    ran = shell("lock")
    assert ran.status == 1
    assert not typed
    assert "Nothing was changed." in ran.err
    assert "lock.json" not in [path.name for path in shell.data.iterdir()]


def every_command(found: str, file: str) -> list[list[str]]:
    """Every command that needs what is locked."""
    return [
        ["list"],
        ["list", "--json"],
        ["show", found],
        ["export", "--all"],
        ["export", found, "--format", "markdown"],
        ["import", file],
        ["import", file, "--dry-run"],
        ["trash"],
        ["delete", found, "--yes"],
        ["trash", "--restore", found],
        ["trash", "--empty", "--yes"],
    ]


def test_every_command_works_with_the_passphrase(
    shell: Shell, shelf: Shelf, locked: str, hand_over: Callable[..., None], tmp_path: Path
) -> None:
    file = tmp_path / "file.json"
    shelf.library.unlock(PASSPHRASE)
    file.write_text(shell("export", "--all").out)
    for command in every_command(locked, str(file)):
        as_another_process(shell.data)
        hand_over(PASSPHRASE)
        ran = shell(*command)
        assert (ran.status, ran.err) == (0, ""), command
        assert unsealed(shell.data) == []


def test_no_command_shows_or_changes_anything_without_it(
    shell: Shell, locked: str, hand_over: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.json"
    file.write_text('{"format": "recovery-workbook", "version": 1, "workbooks": [], "guides": {}}')
    before = {path: path.read_bytes() for path in shell.data.rglob("*") if path.is_file()}

    def check(ran: Ran, words: str) -> None:
        assert (ran.status, ran.out) == (1, "")
        assert words in ran.err
        assert "Sturm" not in ran.err

    for command in every_command(locked, str(file)):
        monkeypatch.delenv(passphrase.VARIABLE, raising=False)
        check(shell(*command), "there is no terminal to ask for it on. A script can hand it over")
        hand_over("wrong")
        check(shell(*command), "That is not the passphrase.")
    assert {path: path.read_bytes() for path in shell.data.rglob("*") if path.is_file()} == before


def test_on_a_terminal_there_are_three_tries(shell: Shell, locked: str, typed: list[str]) -> None:
    typed += ["wrong", "wrong again", PASSPHRASE]
    ran = shell("list")
    assert ran.status == 0
    assert locked in ran.out
    assert ran.err.count("That is not the passphrase.") == 2
    as_another_process(shell.data)
    typed += ["a", "b", "c", "not asked for"]
    ran = shell("list")
    assert (ran.status, ran.out, typed) == (1, "", ["not asked for"])
    assert ran.err.count("That is not the passphrase.") == 3


@pytest.mark.parametrize("given", ["99", "x", "-1"])
def test_a_descriptor_that_is_none_is_told(
    shell: Shell, locked: str, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passphrase.VARIABLE, given)
    ran = shell("list")
    assert ran.status == 1
    assert "names no file descriptor that can be read" in ran.err


def test_an_empty_descriptor_is_told(shell: Shell, locked: str, hand_over: Callable[..., None]) -> None:
    hand_over("")
    ran = shell("list")
    assert ran.status == 1
    assert "There is no passphrase in the descriptor" in ran.err


def test_the_passphrase_is_changed_with_the_old_one(
    shell: Shell, shelf: Shelf, locked: str, hand_over: Callable[..., None]
) -> None:
    hand_over("wrong", "new words here")
    assert shell("lock", "--change").status == 1
    hand_over(PASSPHRASE, "new words here")
    ran = shell("lock", "--change")
    assert (ran.status, ran.err) == (0, "")
    assert "The key of the files is the same as before" in ran.out
    as_another_process(shell.data)
    hand_over("new words here")
    assert locked in shell("list").out


def test_it_is_turned_off_only_with_the_passphrase(
    shell: Shell, shelf: Shelf, locked: str, hand_over: Callable[..., None]
) -> None:
    hand_over("wrong")
    assert shell("lock", "--off").status == 1
    assert [shelf.library.has_lock] == [True]
    hand_over(PASSPHRASE)
    ran = shell("lock", "--off")
    assert (ran.status, ran.err) == (0, "")
    assert [shelf.library.has_lock] == [False]
    assert "Zimmerei" in shell("list").out


def test_what_makes_no_sense_is_told_before_anything_is_asked(shell: Shell, shelf: Shelf, typed: list[str]) -> None:
    shelf.put()
    for option in ("--off", "--change"):
        ran = shell("lock", option)
        assert ran.status == 1
        assert "is not locked" in ran.err
    locking.turn_on(shelf.library, PASSPHRASE, QUICK)
    ran = shell("lock")
    assert ran.status == 1
    assert "is locked already" in ran.err
    assert shell("lock", "--off", "--change").status == 2


def test_where_says_whether_it_is_locked_and_asks_nothing(shell: Shell, shelf: Shelf, typed: list[str]) -> None:
    shelf.put()
    assert "(nothing is locked)" in shell("where").out
    assert not shell("where", "--json").json["lock"]["exists"]
    locking.turn_on(shelf.library, PASSPHRASE, QUICK)
    as_another_process(shell.data)
    assert "(everything kept is locked)" in shell("where").out
    assert shell("where", "--json").json["lock"]["exists"]


def test_a_damaged_lock_is_told_and_no_passphrase_asked_for_in_vain(
    shell: Shell, locked: str, typed: list[str]
) -> None:
    (shell.data / "lock.json").write_bytes(b"{}")
    for command in (["list"], ["lock"], ["lock", "--off"], ["lock", "--change"]):
        ran = shell(*command)
        assert ran.status == 1
        assert "lock.json is damaged" in ran.err
        assert (shell.data / "lock.json").read_bytes() == b"{}"


def test_a_sealed_file_cannot_be_imported_and_it_is_said_why(shell: Shell, shelf: Shelf, locked: str) -> None:
    other = str(shell.data.with_name("other"))
    ran = shell.bare("--data", other, "import", str(shelf.library.places.workbook(locked)))
    assert ran.status == 1
    assert "sealed by a lock" in ran.err


def test_a_locked_app_does_not_start_where_there_is_no_terminal(shell: Shell, locked: str) -> None:
    ran = shell()
    assert ran.status == 2
    assert "needs a terminal" in ran.err
