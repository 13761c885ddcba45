"""Every place that is for another person's name is marked, so that it can stay out of what is shared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.export.sharing import name_marks
from workbook.guide.model import Choice, Letter, LongText, Plan, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.guide.model import Column, Field, Guide

ASKS_FOR_A_PERSON = re.compile(r"\b(who|whom|someone|somebody|name|people)\b", re.IGNORECASE)
NOT_FOR_NAMES = {
    "open.interview.company",  # names the workbook itself; the page asks for a nickname where that is better
    "feel.kind.shared",  # other people in general
}
"""Questions that speak of people and are not for their names."""


def written(guide: Guide) -> Iterator[tuple[str, Field | Column]]:
    """Every field and text column that a person writes in, by its path."""
    for ref, place in guide.fields.items():
        if isinstance(place.field, Text | LongText | Letter):
            yield ref, place.field
        if isinstance(place.field, Table):
            for column in place.field.columns:
                if column.kind == "text" and not column.read_only:
                    yield f"{ref}.{column.id}", column


def test_every_question_for_a_person_is_marked(guide: Guide) -> None:
    asking = {path for path, each in written(guide) if ASKS_FOR_A_PERSON.search(each.label)}
    assert asking - NOT_FOR_NAMES <= name_marks(guide)
    assert asking >= NOT_FOR_NAMES, "an exception that is none"


def test_what_takes_a_name_over_is_marked_too(guide: Guide) -> None:
    marks = name_marks(guide)

    def takes_over(text: str) -> bool:
        return any(_column_of(path) in marks for path in re.findall(r"\{\{([^|}]*)\|", text))

    for ref, place in guide.fields.items():
        field = place.field
        texts = [field.prefill]
        if isinstance(field, Letter):
            texts += [field.subject, field.body]
        if isinstance(field, Plan):
            texts += [field.if_prefill, field.then_prefill]
        if isinstance(field, Text | LongText):
            texts += [f"{{{{{path}|x}}}}" for path in field.suggest]
        if isinstance(field, Choice) and field.options_from:
            texts.append(f"{{{{{field.options_from}|x}}}}")
        assert not any(map(takes_over, texts)) or ref in marks, ref


def test_the_marks_are_these(guide: Guide) -> None:
    assert name_marks(guide) == {
        "feel.room.person",
        "evaluate.feedback.people.who",
        "evaluate.feedback.email",
        "evaluate.two.practice_with",
        "accept.company.someone",
        "refine.pattern.help",
        "refine.door.contacts.name",
        "refine.door.contacts.how",
        "refine.door.message",
        "celebrate.tell.who",
    }


def _column_of(path: str) -> str:
    """A path without the number of a row."""
    return re.sub(r"\.\d+", "", path)
