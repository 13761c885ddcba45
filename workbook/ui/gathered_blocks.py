"""One thing that was gathered, in full: every word of it, and where each comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.insight.banks.kept import Kept
from workbook.insight.banks.questions import Question
from workbook.insight.banks.shelves import Word
from workbook.ui.text import plain
from workbook.ui.widgets.passages import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.insight.banks.questions import Met
    from workbook.insight.banks.rows import Thing
    from workbook.insight.banks.shelves import KindWords

INDENT = 2
NOTHING = "Nothing here yet. What you write in a workbook is gathered here by itself."
STILL = "Nothing here so far."


def blocks(thing: Thing | None, *, is_done: bool = True) -> list[Block]:
    """Return what there is to read of a thing; of none, that there is nothing."""
    match thing:
        case None:
            return [Block(plain(NOTHING if is_done else STILL, "$text-muted"))]
        case Question():
            return list(_question(thing))
        case Word():
            return list(_word(thing))
        case Kept():
            return list(_kept(thing))
    return list(_kind(thing))


def answer_blocks(question: Question) -> list[Block]:
    """Return the answers to a question: the latest better one, the older ones, and what was said."""
    found = [*_better(question)]
    if question.answers:
        found.append(Block(plain("What I said, roughly", "$text-muted")))
        found += _dated((each, each.answer) for each in question.answers)
    return found or [Block(plain("No answer is written down yet.", "$text-muted"))]


def _question(question: Question) -> Iterator[Block]:
    yield Block(plain(question.text, "bold"), after=1)
    if question.said:
        yield Block(plain(question.said.capitalize(), "$text-muted"))
        for each in question.met:
            worded = f": {each.text}" if each.text != question.text else ""
            yield Block(plain(f"{each.source.words}{worded}", "$text-muted"), INDENT)
        yield Block(plain(""))
    else:
        yield Block(plain(question.met[0].source.words, "$text-muted"), after=1)
    yield from answer_blocks(question)


def _better(question: Question) -> Iterator[Block]:
    if not question.better:
        return
    latest, *older = question.better
    yield Block(plain("What I'd say now", "$text-muted"))
    yield from _dated([(latest, latest.better)])
    if older:
        yield Block(plain("Earlier", "$text-muted"))
        yield from _dated((each, each.better) for each in older)


def _dated(answers: Iterable[tuple[Met, str]]) -> Iterator[Block]:
    for met, words in answers:
        yield Block(plain(words), INDENT)
        yield Block(plain(met.source.words, "$text-muted"), INDENT, after=1)


def _kept(kept: Kept) -> Iterator[Block]:
    if kept.text:
        yield Block(plain(kept.text, "bold"))
    is_plan = kept.bank == "plans"
    for column, words in kept.cells.items():
        half = f"{column.capitalize()} " if is_plan and column in ("if", "then") else ""
        if not (is_plan and kept.text.casefold().endswith(words.casefold())):
            yield Block(plain(half, "$text-muted") + plain(words), INDENT)
    yield Block(plain(kept.source.words, "$text-muted"), after=1)


def _word(word: Word) -> Iterator[Block]:
    yield Block(plain(word.kept.text, "bold"), after=1)
    for each in word.times:
        decided = f"{each.cells['do']}: " if each.cells.get("do") else ""
        yield Block(plain(decided) + plain(each.source.words, "$text-muted"), INDENT)


def _kind(kind: KindWords) -> Iterator[Block]:
    yield Block(plain(kind.kept.text), after=1)
    pinned = "Pinned to Home. " if kind.is_pinned else ""
    yield Block(plain(f"{pinned}{kind.kept.source.words}", "$text-muted"))
