"""A locked library in a real terminal: nothing typed there is anywhere in the folder, whatever ends it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.library.locks import PASSPHRASE, QUICK, as_another_process, lying_open, unsealed
from workbook.library import locking
from workbook.library.library import Library

if TYPE_CHECKING:
    from tests.pty.conftest import Installed

TYPED = "Zimmerei Sturm"


@pytest.fixture
def locked(installed: Installed) -> Installed:
    """The command, on a library that is locked and empty."""
    locking.turn_on(Library(installed.data), PASSPHRASE, QUICK)
    as_another_process(installed.data)
    return installed


def kept(installed: Installed) -> list[str]:
    """Return the names of the companies that are kept, as whoever has the passphrase reads them."""
    library = Library(installed.data)
    library.unlock(PASSPHRASE)
    found = [str(library.read(each).values.get("open.interview.company", "")) for each in library.ids()]
    as_another_process(installed.data)
    return found


def test_a_session_leaves_no_typed_word_in_the_folder(locked: Installed) -> None:
    with locked.open("new") as terminal:
        terminal.wait_for("Your workbooks are locked", "Passphrase")
        terminal.send("wrong", "enter")
        terminal.wait_for("That is not the passphrase.")
        terminal.send(PASSPHRASE, "enter")
        terminal.wait_for("How would you like")
        terminal.send("ctrl+n")
        terminal.wait_for("Who was it with?")
        terminal.send(TYPED)
        terminal.wait_for(TYPED)
        terminal.wait_until(lambda: kept(locked) == [TYPED])
        assert lying_open(locked.data, "Zimmerei", "Sturm") == []
        terminal.send("f9")
        terminal.wait_for("Locked. Everything is saved", gone=TYPED)
        terminal.send(PASSPHRASE, "enter")
        terminal.wait_for(TYPED)
        terminal.send("escape")
        terminal.wait_for("Your workbooks")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0
    assert kept(locked) == [TYPED]
    assert lying_open(locked.data, "Zimmerei", "Sturm", "open.interview", "Who was it with") == []
    assert unsealed(locked.data) == []


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_typing_what_was_saved_is_there_and_sealed(locked: Installed, seed: int) -> None:
    chance = random.Random(seed)
    with locked.open("new") as terminal:
        terminal.wait_for("Your workbooks are locked")
        terminal.send(PASSPHRASE, "enter")
        terminal.wait_for("How would you like")
        terminal.send("ctrl+n")
        terminal.wait_for("Who was it with?")
        terminal.send(TYPED)
        terminal.wait_until(lambda: kept(locked) == [TYPED])
        for number in range(chance.randint(1, 6)):
            terminal.send(f" {number}")
            terminal.wait_for(f"{TYPED} " + " ".join(str(each) for each in range(number + 1)))
        terminal.process.kill()
        terminal.process.wait()
    assert kept(locked)[0].startswith(TYPED)
    assert lying_open(locked.data, "Zimmerei", "Sturm") == []
    names = [name for name in unsealed(locked.data) if not name.endswith(".lock")]
    assert [name for name in names if not name.endswith(".part")] == []


def test_closing_the_window_at_the_passphrase_ends_it(locked: Installed) -> None:
    with locked.open() as terminal:
        terminal.wait_for("Your workbooks are locked")
        terminal.send("f4")
        terminal.wait_for("People to talk to")
        terminal.send("escape")
        terminal.wait_for("Your workbooks are locked", gone="emergency")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0


def test_the_passphrase_can_come_from_a_terminal_for_every_part_of_the_lock(installed: Installed) -> None:
    with installed.open("lock") as terminal:
        terminal.wait_for("A forgotten passphrase cannot be recovered", "New passphrase:")
        terminal.send(PASSPHRASE, "enter")
        terminal.wait_for("The same again:")
        terminal.send(PASSPHRASE, "enter")
        terminal.wait_for("It is locked.")
        assert PASSPHRASE not in terminal.text
        assert terminal.ended() == 0
    with installed.open("list") as terminal:
        terminal.wait_for("Passphrase:")
        terminal.send(PASSPHRASE, "enter")
        terminal.wait_for("There are no workbooks yet.")
        assert PASSPHRASE not in terminal.text
        assert terminal.ended() == 0
    with installed.open("lock", "--off") as terminal:
        terminal.wait_for("Passphrase:")
        terminal.send(PASSPHRASE, "enter")
        terminal.wait_for("The lock is off.")
        assert terminal.ended() == 0
