"""What goes along into the next workbook: offers for its pages, and the plan that greets it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from workbook.flow.fitting import fit
from workbook.flow.gathered import Gathered, LeftPlan
from workbook.flow.words import plan_words
from workbook.guide.model import Plan
from workbook.insight.banks.kept import source_of
from workbook.insight.banks.shelves import LET_GO, contact_state

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.guide.model import Guide
    from workbook.insight.banks.kept import Kept
    from workbook.insight.banks.questions import Question
    from workbook.insight.banks.shelves import Shelves
    from workbook.library.books import Book

MOST = 100
"""How much of each bank goes along. What a page offers of it is less still."""


def carried(shelves: Shelves) -> dict[str, tuple[Gathered, ...]]:
    """Return what a workbook begun now is offered, by bank, the most useful first."""
    common = sorted(shelves.questions, key=lambda question: not question.is_common)
    return {
        "questions": tuple(map(_question, common[:MOST])),
        "research": _offers(shelves.research),
        "strengths": _offers((*shelves.strengths, *shelves.candidates)),
        "ask": _offers(shelves.ask),
        "plans": _offers(each for each in shelves.plans if each.text),
        "contacts": _offers(each for each in shelves.contacts if contact_state(each) != LET_GO),
        "words": tuple(
            Gathered(word.kept.text, word.kept.source.words, _only(word.kept, "do"), word.is_dropped)
            for word in shelves.words[:MOST]
        ),
        "kind": _offers(each.kept for each in shelves.kind),
    }


def _offers(kept: Iterable[Kept]) -> tuple[Gathered, ...]:
    return tuple(Gathered(each.text, each.source.words, each.cells) for each in islice(kept, MOST))


def _question(question: Question) -> Gathered:
    """A question with its latest better answer: what was said in another interview is no answer to take along."""
    better = question.better[0].better if question.better else ""
    said = ", ".join(filter(None, (question.said, question.met[0].source.words)))
    return Gathered(question.text, said, {"better": better} if better else {})


def _only(kept: Kept, *columns: str) -> dict[str, str]:
    return {column: kept.cells[column] for column in columns if column in kept.cells}


def left_plan(book: Book, guide: Guide) -> LeftPlan | None:
    """Return the plan for another time that a workbook left, if its second half says what to do.

    Which answer that is says the workbook's own guide, or `guide` where that one says nothing.
    """
    ref = book.guide.manifest.next_no or guide.manifest.next_no
    answer, place = book.record.answers.get(ref), book.guide.fields.get(ref)
    if answer is None or place is None or not isinstance(place.field, Plan):
        return None
    plan = fit(place.field, answer.value)
    if plan is None or not plan.get("then", "").strip():
        return None
    return LeftPlan(plan_words(plan), answer.updated.date(), source_of(book, ref).title)
