"""A few rounds of the torture, and that it would notice a broken promise. `python -m tests.torture` plays more."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.library.samples import WORDS, written
from tests.torture.promise import broken
from tests.torture.rounds import play
from tests.torture.sitting import Told, word
from workbook.library.library import Library


@pytest.mark.parametrize(("seed", "locked"), [(107, False), (601, False), (500, True)])
def test_stopped_at_random_moments_what_was_promised_holds(tmp_path: Path, seed: int, locked: bool) -> None:
    done = play(seed, locked=locked, folder=tmp_path)
    assert not done.wrong, str(done)
    assert done.held > 0, "something was typed and kept"


def test_a_word_that_is_gone_is_noticed_unless_it_was_typed_just_before_the_kill(tmp_path: Path) -> None:
    written(Library(tmp_path), feel__now__words=f"{word(1)} {word(3)}")
    told = Told(seen={word(1): 1.0, word(2): 2.0, word(3): 3.0}, stopped=4.5)
    assert [each.partition(":")[0] for each in broken(tmp_path, told, locked=False)] == [word(2)]
    told = Told(seen={word(2): 2.0}, stopped=3.9)
    assert broken(tmp_path, told, locked=False) == []
    assert told.seen == {}, "it may go, and is not looked for any more"
    told = Told(seen={word(2): 2.0}, stopped=3.9, by=signal.SIGTERM)
    assert broken(tmp_path, told, locked=False) != []


def test_what_was_once_there_may_not_go_and_completed_stays_completed(tmp_path: Path) -> None:
    workbook_id = written(Library(tmp_path), feel__now__words=word(1))
    told = Told(seen={word(1): 9.0}, stopped=9.1)
    assert broken(tmp_path, told, locked=False) == []
    library = Library(tmp_path)
    with library.open(workbook_id) as workbook:
        workbook.forget({WORDS})
    told.completed = True  # what was shown; the record has it otherwise
    wrong = broken(tmp_path, told, locked=False)
    assert any(word(1) in each for each in wrong)
    assert "it was shown as completed, and is not" in wrong


def test_a_file_left_behind_is_noticed(tmp_path: Path) -> None:
    written(Library(tmp_path), feel__now__words=word(1))
    (tmp_path / "restored.zip").write_bytes(b"")
    (tmp_path / "workbooks" / "20260101-aaaaaa.lock").write_bytes(b"")
    wrong = broken(tmp_path, Told(), locked=False)
    assert wrong == ["restored.zip was left behind", "20260101-aaaaaa.lock was left behind"]
