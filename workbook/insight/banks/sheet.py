"""One page for the next interview: what there is room for, the most often met and the newest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from workbook.flow.plain import one_line
from workbook.flow.shortening import shortened
from workbook.flow.words import plan_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from workbook.insight.banks.kept import Kept
    from workbook.insight.banks.shelves import Shelves

WIDTH, LINES = 78, 54
"""Characters and lines of text that one page of A4, or of Letter, holds in a size that can be read."""
INDENT = 2
NAME_WORDS = 4
LEFT_OUT = "…"
"""Stands in the place of a name."""

_HEAD, _FOOT = 2, 3
_LONGEST = {"Strengths": 200, "Answers": 420, "Questions to ask": 160, "Plans": 160}
"""Characters of one item: what is longer is cut, and it is said that it is."""
_MANY = {
    "Strengths": ("strength", "strengths"),
    "Answers": ("answer", "answers"),
    "Questions to ask": ("question to ask", "questions to ask"),
    "Plans": ("plan", "plans"),
}


@dataclass(frozen=True)
class Item:
    """One thing on the page."""

    head: str
    text: str = ""
    is_cut: bool = False

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return sum(len(wrap(part, WIDTH - INDENT)) for part in (self.head, self.text))


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Sheet:
    """The page."""

    sections: tuple[Section, ...]
    more: str = ""
    """What there was no room for, in a sentence."""
    notes: tuple[str, ...] = ()
    """What else was left out, in sentences."""


def sheet(shelves: Shelves, *, names: bool = False) -> Sheet:
    """Return the page. Without `names`, those of the people the person noted are left out of it."""
    without = (lambda words: words) if names else _without(shelves.names | {each.text for each in shelves.contacts})
    found = {title: _once(_cut(title, items, without)) for title, items in _everything(shelves).items()}
    taken: dict[str, list[Item]] = {title: [] for title in found}
    room = LINES - _HEAD - _FOOT - sum(2 for items in found.values() if items)
    # A bit of each in turn: a page of strengths alone would be no help with their questions.
    for row in zip_longest(*found.values()):
        for title, item in zip(found, row, strict=True):
            if item is not None and item.lines <= room:
                taken[title].append(item)
                room -= item.lines
    sections = tuple(Section(title, tuple(items)) for title, items in taken.items() if items)
    return Sheet(sections, _more(found, taken), tuple(_notes(shelves, sections, without)))


def _everything(shelves: Shelves) -> dict[str, list[tuple[str, str]]]:
    strengths = sorted(shelves.strengths, key=lambda each: not each.cells.get("proof"))
    answered = [each for each in shelves.questions if each.better]
    return {
        "Strengths": [(each.text, each.cells.get("proof", "")) for each in strengths],
        "Answers": [
            (each.text, each.better[0].better) for each in sorted(answered, key=lambda each: not each.is_common)
        ],
        "Questions to ask": [(each.text, "") for each in shelves.ask],
        "Plans": [(words, "") for words in map(_plan, shelves.plans) if words],
    }


def _plan(kept: Kept) -> str:
    """A plan with both halves; one without what to do is none yet."""
    then = kept.cells.get("then", "")
    cue = kept.cells.get("if", "") or kept.text
    return plan_words({"if": cue, "then": then}) if then else ""


def _cut(title: str, items: Iterable[tuple[str, str]], without: Callable[[str], str]) -> Iterator[Item]:
    longest = _LONGEST[title]
    for head, text in items:
        whole = (without(one_line(head)).strip(), without(one_line(text)).strip())
        short = (shortened(whole[0], longest, " …"), shortened(whole[1], longest, " …"))
        yield Item(*short, is_cut=any(len(" ".join(one.split())) > longest for one in whole))


def _once(items: Iterable[Item]) -> list[Item]:
    """Each of the very same words once: on a page to read, saying it twice helps nobody."""
    return list(dict.fromkeys(item for item in items if item.head or item.text))


def _more(found: dict[str, list[Item]], taken: dict[str, list[Item]]) -> str:
    left = {title: len(items) - len(taken[title]) for title, items in found.items()}
    said = [f"{number:,} {_MANY[title][number > 1]}" for title, number in left.items() if number]
    if not said:
        return ""
    listed = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
    return f"More in your workbooks: {listed}."


def _notes(shelves: Shelves, sections: Iterable[Section], without: Callable[[str], str]) -> Iterator[str]:
    shown = [item for section in sections for item in section.items]
    if any(item.is_cut for item in shown):
        yield "What ends in … is longer in your workbooks."
    everything = (words for items in _everything(shelves).values() for item in items for words in item)
    if any(without(words) != words for words in map(one_line, everything)):
        yield "Names of people you noted are left out."


def _without(names: Iterable[str]) -> Callable[[str], str]:
    """Return what takes these names out of words: whole ones however they are written, parts as they are."""
    # A line of more words than this is no name, and taking its words out of everything would leave nothing.
    whole = {" ".join(name.split()) for name in names if 0 < len(name.split()) <= NAME_WORDS}
    parts = {part for name in whole for part in re.findall(r"\w+", name) if len(part) > 2 and part[:1].isupper()}
    patterns = [rf"(?i:{re.escape(name)})" for name in sorted(whole, key=len, reverse=True)]
    patterns += [re.escape(part) for part in sorted(parts, key=len, reverse=True)]
    if not patterns:
        return lambda words: words
    known = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")
    return lambda words: known.sub(LEFT_OUT, words)
