"""Finding words in ten thousand workbooks: in the shell beside jrnl over the same text, and in the app.

jrnl is no dependency. Where its command is not on the path, or named by JRNL, only our own figure is given.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, high, in_turns, ms, ratio, time
from tests.benchmarks.listing import run
from tests.benchmarks.programs import WORKBOOK, workbook
from tests.benchmarks.samples import KEPT, library_of
from workbook.flow.document import document
from workbook.library.books import books
from workbook.library.describe import state_of
from workbook.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.benchmarks.watching import Watched
    from workbook.flow.entries import DocEntry

MANY = 10_000
RARE, COMMON = "zebra", "conflict"
TIMES_FASTER = 5
FIRST_HITS = 150
ECHO = 1.2
"""How much longer a key may take while a search goes through everything than when nothing does."""

QUIET = '""""""'
"""Keys by which nothing is looked for yet."""

CONFIG = """\
version: v4.2
journals: {{default: {{journal: {journal}}}}}
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%Y-%m-%d %H:%M'
"""


def measure(*, quick: bool) -> Iterator[Figure]:
    """A rare word in the shell, then the app while it looks for a common one, and filtering the list."""
    folder = library_of(MANY)
    yield from in_the_shell(folder, quick=quick)
    yield from in_the_app(folder, rounds=3 if quick else 15)


def in_the_shell(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """`workbook search`, and `jrnl -contains` where it is installed."""
    jrnl = os.environ.get("JRNL") or shutil.which("jrnl")
    subjects: dict[str, Callable[[], float]] = {"ours": partial(run, [WORKBOOK, "search", RARE], folder)}
    if jrnl:
        subjects["jrnl"] = partial(contains, jrnl, configured(folder))
    taken = in_turns(2 if quick else 7, subjects)
    what = f"`workbook search`, {MANY:,} workbooks"
    if jrnl:
        yield ratio(f"{what} / `jrnl -contains`", taken["ours"], taken["jrnl"], 1 / TIMES_FASTER, ms)
    else:
        print("(to compare: `pip install jrnl` in an environment of its own, and JRNL=PATH/bin/jrnl before this)")
        yield Figure(what, ms(median(taken["ours"])), "", 0, 0, "×")


def contains(jrnl: str, config: Path) -> float:
    """Seconds for jrnl to look for the same word."""
    start = perf_counter()
    command = [jrnl, "--config-file", str(config), "-contains", RARE]
    quiet = subprocess.DEVNULL
    subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, check=True)
    return perf_counter() - start


def configured(folder: Path) -> Path:
    """Return a configuration of jrnl whose journal has the text of every workbook, an entry for each."""
    journal, config = KEPT / "journal.txt", KEPT / "jrnl.yaml"
    if not journal.is_file() or journal.stat().st_mtime < (folder / "library.json").stat().st_mtime:
        print(f"(writing the same text to {journal}; this is done once)")
        with journal.open("w", encoding="utf-8") as out:
            out.writelines(entries_of(Library(folder)))
    config.write_text(CONFIG.format(journal=journal), "utf-8")
    return config


def entries_of(library: Library) -> Iterator[str]:
    """Every workbook as an entry of a journal."""
    today = library.clock().date()
    for book in books(library, reversed(library.entries())):
        parts = document(state_of(book.record, book.guide, today)).parts
        said = [words(each) for part in parts for page in part.pages for each in page.entries]
        text = "\n".join(said).replace("[", "(")  # which would begin another entry
        yield f"[{book.entry.created:%Y-%m-%d %H:%M}] {book.entry.title}\n{text}\n\n"


def words(entry: DocEntry) -> str:
    """One answer as text."""
    pairs = [f"{name}: {said}" for name, said in entry.pairs]
    rows = [" – ".join(cell for cell in row if cell) for row in entry.rows]
    return entry.text or "\n".join([*entry.items, *pairs, *rows])


def in_the_app(folder: Path, *, rounds: int) -> Iterator[Figure]:
    """From a word typed at once to the first hits; keys while a search goes on, and while none does."""
    first, busy, rest, filtering = [], [], [], []
    chance = random.Random(4)
    with workbook(folder) as app:
        app.when("Your workbooks", "completed", "Quit")
        app.rest(1)
        app.send("/")
        app.when("Words to look for")
        app.rest(1)
        for _ in range(rounds):
            sent = app.send(COMMON)
            first.append(app.when("They asked about a conflict") - sent)
            app.rest(0.3)
            busy += echoes(app, COMMON, " qxj")  # a new word begins each time, and with it a search through everything
            emptied(app)
            rest += echoes(app, "", QUIET)  # nothing is looked for by these
            emptied(app)
        app.send("\x1b")
        app.when("Your workbooks", gone="Several words")
        for _ in range(rounds):
            app.send("f")
            app.rest(0.5)
            word = "".join(chance.choices("bdgjkqvxz", k=12))
            filtering += echoes(app, "", word)[4:]
            for _ in range(2):
                app.send("\x1b")
                app.rest(0.3)
    yield time(
        f"first hits, {MANY:,} workbooks, median of {rounds}", median(first), FIRST_HITS, f"max {ms(max(first))}"
    )
    yield ratio(f"a key while {MANY:,} workbooks are searched / not", busy, rest, ECHO, ms)
    yield Figure(
        "  the slowest twentieth of these keys", ms(high(busy)), ms(high(rest)), high(busy) / high(rest), 2, "×"
    )
    yield ratio(f"a key in the filter of {MANY:,} / in that box", filtering, rest, ECHO, ms)


def emptied(app: Watched) -> None:
    """Empty the box."""
    app.send("\x15")
    app.when("Several words must be in one answer")
    app.rest(0.5)


def echoes(app: Watched, there: str, typed: str) -> list[float]:
    """Seconds from each letter to its echo, typed as a person does after what is there."""
    taken = []
    for letter in typed:
        there += letter
        sent = app.send(letter)
        if letter != " ":
            taken.append(app.when(there) - sent)
        app.rest(0.12)
        app.catch_up()
    return taken
