"""Stopped at any moment, a workbook is as it was or as it became, and nothing in between."""

from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.library.samples import MOOD, WORDS, written
from tests.library.stopping import LONG
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path


def command(folder: Path, workbook_id: str, how: str) -> list[str]:
    """Return the command that saves until it is stopped."""
    return [sys.executable, "-m", "tests.library.stopping", str(folder), workbook_id, how]


def test_stopped_before_each_step_of_a_save_the_workbook_is_whole(tmp_path: Path) -> None:
    step, before, outcomes = 0, 0, []
    folder = tmp_path / "data"
    workbook_id = written(Library(folder), feel__now__words="before")
    while before == 0:
        step += 1
        written_before = Library(folder).places.workbook(workbook_id).read_bytes()
        done = subprocess.run(command(folder, workbook_id, str(step)), check=False, capture_output=True)
        assert done.returncode in (0, 9), done.stderr.decode()
        before = int(done.returncode == 0)
        values = Library(folder).read(workbook_id).values
        assert values in ({WORDS: "before"}, {WORDS: LONG, MOOD: 1})
        outcomes.append(values == {WORDS: "before"})
        Library(folder).places.workbook(workbook_id).write_bytes(written_before)
        with Library(folder).open(workbook_id) as again:
            assert not again.read_only, "a lock left by a dead process is taken over"
        names = [path.name for path in (folder / "workbooks").iterdir()]
        assert names == [f"{workbook_id}.json"], "what the stop left unfinished is tidied up"
    assert outcomes[0], "stopped at once, nothing was changed"
    assert not outcomes[-1], "not stopped at all, it was saved"
    assert step > 6, "the steps of writing are met"


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment_nothing_said_to_be_saved_is_missing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "data"
    workbook_id = written(Library(folder), feel__now__words="before")
    process = subprocess.Popen(command(folder, workbook_id, "forever"), stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process, process.stdout as said:
        for _ in range(chance.randint(1, 40)):
            said.readline()
        for _ in range(chance.randint(0, 20_000)):  # a moment that is not always just after a save
            pass
        process.kill()
        numbers = said.read().split()
    saved = int(numbers[-1]) if numbers else 1
    found = Library(folder).read(workbook_id).values
    assert found[WORDS] == LONG + str(found[MOOD])
    assert found[MOOD] >= saved
    assert [entry.id for entry in Library(folder).entries()] == [workbook_id]
