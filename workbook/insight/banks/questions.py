"""The questions people were asked. Two of them are one question only where the person said so."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.flow.folding import bare
from workbook.library.marks import mark_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbook.insight.banks.kept import Kept, Source

COMMON = 2
"""Workbooks in which a question was met, from which on it comes up a lot."""
SAME = "same"
"""The kind of the marks that say which questions are the same: those with one value are."""


@dataclass(frozen=True)
class Met:
    """A question as it was met in one workbook."""

    kept: Kept
    mark: str = ""
    """What the person said it is the same as; empty where they said nothing."""

    @property
    def text(self) -> str:
        """What was asked."""
        return self.kept.text

    @property
    def source(self) -> Source:
        """Where it was met."""
        return self.kept.source

    @property
    def answer(self) -> str:
        """What was said, roughly."""
        return self.kept.cells.get("answer", "")

    @property
    def better(self) -> str:
        """What the person would say now."""
        return self.kept.cells.get("better", "")

    @property
    def place(self) -> tuple[str, str, str]:
        """Workbook, ref and digest of the words: where the mark about it is kept."""
        return self.source.workbook, *place_of(self.kept)


@dataclass(frozen=True)
class Question:
    """One question, with every time it was met, the newest first."""

    met: tuple[Met, ...]

    @property
    def text(self) -> str:
        """How it was asked last."""
        return self.met[0].text

    @property
    def is_joined(self) -> bool:
        """Whether the person put several together."""
        return len({each.place for each in self.met}) > 1

    @property
    def workbooks(self) -> int:
        """In how many workbooks it was met."""
        return len({each.source.workbook for each in self.met})

    @property
    def is_common(self) -> bool:
        """Whether it was met in several workbooks, or the person said that it comes up a lot."""
        return self.workbooks >= COMMON or any(each.kept.first for each in self.met)

    @property
    def is_of_role(self) -> bool:
        """Whether it is about one trade and nothing else."""
        return not self.is_common and any(each.kept.second for each in self.met)

    @property
    def better(self) -> tuple[Met, ...]:
        """Those with a better answer: the latest first, then the older ones, which are kept."""
        return tuple(each for each in self.met if each.better)

    @property
    def answers(self) -> tuple[Met, ...]:
        """Those with what was said at the time."""
        return tuple(each for each in self.met if each.answer)

    @property
    def said(self) -> str:
        """How often it was met, in words."""
        return f"met in {self.workbooks} workbooks" if self.workbooks > 1 else ""

    @property
    def is_settled(self) -> bool:
        """Whether the person said what it is, or is not, the same as."""
        return bool(self.met[0].mark)

    @property
    def wordings(self) -> frozenset[str]:
        """How it was asked, without case and punctuation."""
        return frozenset(map(bare, (each.text for each in self.met)))


def place_of(kept: Kept) -> tuple[str, str]:
    """Return the ref, and what names these very words in a mark, which must not hold them."""
    digest = hashlib.sha256(kept.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return kept.source.ref, f"{digest}-{kept.again}" if kept.again else digest


def mark_of(kept: Kept, marks: Mapping[str, str]) -> str:
    """Return what the person said a question is the same as."""
    return marks.get(mark_key(SAME, *place_of(kept)), "")


def questions(met: Iterable[Met]) -> tuple[Question, ...]:
    """Return each question once, those met in most workbooks first, then the newest."""
    together: defaultdict[object, list[Met]] = defaultdict(list)
    for number, each in enumerate(met):
        together[each.mark or number].append(each)
    made = [Question(tuple(sorted(group, key=_age, reverse=True))) for group in together.values()]
    made.sort(key=lambda question: _age(question.met[0]), reverse=True)
    return tuple(sorted(made, key=lambda question: -question.workbooks))


def _age(met: Met) -> tuple[float, object, str]:
    """When the answer was last changed; where two were changed together, the newer workbook is the later."""
    source = met.source
    return source.changed.timestamp() if source.changed else 0.0, source.day, source.workbook


class Alike:
    """Which questions may be the same: they read alike, and the person has not said of each what it is.

    Only to be asked about. Nothing follows from it.
    """

    def __init__(self, found: Sequence[Question]) -> None:
        self._found = found
        self._alike: defaultdict[str, list[int]] = defaultdict(list)
        for number, question in enumerate(found):
            for wording in question.wordings:
                self._alike[wording].append(number)
        self._unsaid = {
            wording: sum(not found[number].is_settled for number in numbers) for wording, numbers in self._alike.items()
        }

    def has(self, question: Question) -> bool:
        """Whether there is something to ask about this question."""
        return any(
            wording and len(self._alike[wording]) > 1 and (self._unsaid[wording] or not question.is_settled)
            for wording in question.wordings
        )

    def to(self, question: Question) -> tuple[Question, ...]:
        """Return those that this one may be the same as."""
        numbers = {number for wording in question.wordings if wording for number in self._alike[wording]}
        others = (self._found[number] for number in sorted(numbers))
        mine = question.met[0].kept
        return tuple(
            other for other in others if other.met[0].kept != mine and not (question.is_settled and other.is_settled)
        )


def joined(together: Iterable[Question], name: str) -> dict[tuple[str, str, str], str]:
    """Return the marks that make one question of several, by place. `name` must be new."""
    return {each.place: name for question in together for each in question.met}


def apart(questions_: Iterable[Question], name: str) -> dict[tuple[str, str, str], str]:
    """Return the marks that say of each question that it is none of the others. `name` must be new."""
    return {
        each.place: f"{name}-{number}"
        for number, question in enumerate(questions_)
        for each in question.met
        if not each.mark
    }


def undone(question: Question) -> dict[tuple[str, str, str], str]:
    """Return the marks that take a joined question apart again: nothing is said of any of them any more."""
    return {each.place: "" for each in question.met}
