"""What is said about patterns on screen: what was counted, what is in sight, and what there will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbook.flow.dates.saying import short
from workbook.insight.patterns.sentences import FEWEST
from workbook.ui.pictures.page import short_day
from workbook.ui.text import plain
from workbook.ui.widgets.drawing import words

if TYPE_CHECKING:
    from workbook.insight.patterns.gathering import Found
    from workbook.insight.patterns.pictures import Picture

HEADS = {
    "words": "Words",
    "ratings": "Ratings",
    "checklists": "Checklists",
    "how_far": "How far",
    "feelings": "Feelings",
}
"""What the ways of looking are called, in their order."""

_GLUE = "\N{NO-BREAK SPACE}"
"""Stands where a line must not end."""

LOOKING = "Looking for completed workbooks."
NONE_YET = """\
Nothing to see here yet, and that is fine.

From two completed workbooks on, this page shows what came up in more than one of them: in words, and as pictures."""
ONE_YET = """\
One workbook is complete so far. A single one shows no pattern.

From two on, this page shows what came up in more than one of them: in words, and as pictures."""
NOTHING_IN_COMMON = "Nothing was said in more than one workbook."
WILL_BE = {
    "ratings": "How your ratings stood, workbook by workbook, is drawn here",
    "checklists": "How often each line of a checklist was met is drawn here",
    "how_far": "How far each application went is drawn here",
    "feelings": "Which words you had for it, and how often, are shown here",
}
"""What a picture that is not there yet will show, by its kind."""
ONCE = "once two completed workbooks have answered the same question of this sort. There is no hurry with that."
FOOT = "These are counts of what was written, no more. They describe the search so far and don't predict the next one."


def read_so_far(found: Found, read: int, total: int, *, done: bool, narrow: bool) -> str:
    """Which workbooks were counted: only completed ones are."""
    if total < FEWEST:
        return "Only completed workbooks are counted."
    if not done:
        return f"Reading completed workbooks: {read:,} of {total:,}."
    missing = f" {total - found.counted:,} could not be read; Home says more." if found.counted < total else ""
    if not found.counted or found.oldest is None or found.newest is None:
        return f"No completed workbook could be read.{missing}"
    dates = [short_day(day).strip() if narrow else short(day) for day in sorted({found.oldest, found.newest})]
    return f"{'' if narrow else 'Counted: '}{found.counted:,} completed workbooks, {' to '.join(dates)}.{missing}"


def sentences(found: Found, total: int, *, done: bool) -> Content:
    """The sentences one below the other, or what will stand there."""
    if total < FEWEST:
        return plain(ONE_YET if total else NONE_YET)
    if not found.sentences:
        return plain(NOTHING_IN_COMMON if done else "")
    return Content("\n\n").join([*(plain(words(each)) for each in found.sentences), plain(FOOT, "$text-muted")])


def will_be(kind: str) -> Content:
    """What will be there, of a kind of which there is no picture yet."""
    return plain(f"{WILL_BE[kind]} {ONCE}")


def heading(found: Found, picture: Picture | None) -> Content:
    """The question of a picture; where it is asked, if that is needed to tell; and which of its kind it is."""
    if picture is None:
        return Content()
    question = picture.question
    kind = [each for each in found.pictures if each.question.kind == question.kind]
    twice = sum(each.question.label == question.label for each in kind) > 1
    place = f"   {kind.index(picture) + 1}{_GLUE}of{_GLUE}{len(kind)}" if len(kind) > 1 else ""
    where = f" ({words(question.where)})" if twice else ""
    return plain(words(question.label) + where, "bold").append(plain(place, "$text-muted"))


def part_of(start: int, shown: int, total: int, what: str) -> str:
    """How much of a picture is in sight."""
    if not total:
        return f"No {what} in more than one workbook."
    order = "the newest first" if what == "workbooks" else "those named most first"
    if shown >= total:
        return f"{total:,} {what}, {order}."
    if start:
        return f"{start + 1:,} to {start + shown:,} of {total:,} {what}."
    return f"{shown:,} of {total:,} {what}, {order}."
