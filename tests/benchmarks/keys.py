"""From a key typed at the end of a long answer to that letter on the screen."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, high, ms, ratio
from tests.benchmarks.programs import bare, empty_folder, workbook
from tests.benchmarks.samples import workbook_with, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.watching import Watched

BUDGET = 1.2
LENGTH = 5_000
LETTERS = "bcdfghjklmnpqrstvwxz"
CLEAR = 4
"""From which letter on a made-up word is like nothing else on the screen."""
WORD = 12


def measure(*, quick: bool) -> Iterator[Figure]:
    """Type the same words into both at an uneven pace, a letter here and a letter there."""
    chance = random.Random(3)
    ours: list[float] = []
    theirs: list[float] = []
    with empty_folder() as folder:
        text = writing(LENGTH)
        (folder / "text").write_text(text, "utf-8")
        workbook_with(folder / "data", {"feel.write.text": text}, "feel.write")
        with workbook(folder / "data", "resume") as app, bare("box", str(folder / "text")) as box:
            app.when("Say it plainly")
            app.rest(1)
            app.send("\t\t")
            app.rest(1)
            for index, word in enumerate(words(chance, 8 if quick else 40)):
                for program in (app, box):  # a new line before the old one wraps: TextArea scrolls late there
                    program.send(" " if index % 4 else "\r")
                    program.rest(0.1)
                for number in range(1, len(word) + 1):
                    for program, taken in ((app, ours), (box, theirs)):
                        seconds = echo(program, word[:number])
                        if number >= CLEAR:
                            taken.append(seconds)
                        program.rest(chance.uniform(0.03, 0.12))
    yield ratio(f"key to echo in {LENGTH:,} characters, median of {len(ours)}", ours, theirs, BUDGET, ms)
    slow, other = high(ours), high(theirs)
    yield Figure("key to echo, 95th percentile", ms(slow), ms(other), slow / other, BUDGET, "×")


def words(chance: random.Random, count: int) -> list[str]:
    """Words that are in no language."""
    return ["".join(chance.choices(LETTERS, k=WORD)) for _ in range(count)]


def echo(program: Watched, typed: str) -> float:
    """Type the last letter of a word; return the seconds until the word is on the screen with it."""
    pressed = program.send(typed[-1])
    return program.when(typed) - pressed
