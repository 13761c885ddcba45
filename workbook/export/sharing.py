"""What of a workbook is shared when private writing, or other people's names, are to stay out.

An answer goes out only when the guide knows its field and does not mark it. One whose field is gone, or whose guide
cannot be read, may have been private writing or a name, so it stays here too. The same holds for a cell of a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.flow.values import is_blank
from workbook.guide.model import LongText, Table
from workbook.library.marks import field_ref

if TYPE_CHECKING:
    from workbook.flow.values import Answers, Value
    from workbook.guide.model import Guide


@dataclass(frozen=True)
class Leaving:
    """What is to be left out."""

    private: bool = False
    """Private writing."""
    names: bool = False
    """Answers and cells that hold names of other people."""

    def __bool__(self) -> bool:
        return self.private or self.names


EVERYTHING = Leaving()
"""Nothing is left out."""

STAYS = object()
"""In the place of an answer of which nothing goes out."""

TO_SHARE = Leaving(private=True, names=True)
"""What is best left out of a copy for somebody else."""


def name_marks(guide: Guide) -> frozenset[str]:
    """Where a guide says that names stand: refs of fields, and paths of table columns."""
    fields = {ref: place.field for ref, place in guide.fields.items()}
    columns = (
        f"{ref}.{column.id}"
        for ref, field in fields.items()
        if isinstance(field, Table)
        for column in field.columns
        if column.names
    )
    return frozenset({*(ref for ref, field in fields.items() if field.names), *columns})


class Sharing:
    """What of the workbooks of one guide may go out."""

    def __init__(self, guide: Guide | None, leaving: Leaving, marks: frozenset[str] = frozenset()) -> None:
        """Go by `guide`, None where it cannot be read; `marks` are where names stand, beside what it says itself."""
        self._guide = guide
        self._leaving = leaving
        self._marks = (name_marks(guide) if guide and leaving.names else frozenset()) | marks

    @property
    def knows_names(self) -> bool:
        """Whether it is known where names stand. If not, none can be left out."""
        return bool(self._marks) or self._guide is None

    def answers(self, answers: Answers) -> tuple[dict[str, Value], int]:
        """The answers that may be shared, and from how many something is left out."""
        if not self._leaving:
            return dict(answers), 0
        shared = {ref: self._shared(ref, value) for ref, value in answers.items()}
        left_out = sum(value != answers[ref] for ref, value in shared.items())
        return {ref: value for ref, value in shared.items() if value is not STAYS}, left_out

    def exported(self, workbook: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
        """A workbook in the documented format with only what may be shared, and how many answers that leaves out."""
        if not self._leaving:
            return dict(workbook), 0
        answers, left_out = self.answers({ref: each["value"] for ref, each in workbook["answers"].items()})
        earlier = [
            {**each, "value": value}
            for each in workbook["earlier_answers"]
            if (value := self._shared(each["ref"], each["value"])) is not STAYS
        ]
        left_out += sum(each not in earlier for each in workbook["earlier_answers"])
        kept = {ref: {**workbook["answers"][ref], "value": value} for ref, value in answers.items()}
        # What a mark is about may be a name or private too: it goes out only where its answer does, as a whole.
        whole = {ref for ref, value in answers.items() if value == workbook["answers"][ref]["value"]}
        marks = {key: mark for key, mark in workbook["marks"].items() if field_ref(key) in whole}
        return {**workbook, "answers": kept, "earlier_answers": earlier, "let_go": {}, "marks": marks}, left_out

    def _shared(self, ref: str, value: Value) -> Value:
        """The answer as it may be shared; STAYS where nothing of it may."""
        place = self._guide.fields.get(ref) if self._guide else None
        if place is None or (self._leaving.private and isinstance(place.field, LongText) and place.field.private):
            return STAYS
        if not self._leaving.names:
            return value
        if ref in self._marks:
            return STAYS
        if isinstance(place.field, Table):
            open_columns = [each.id for each in place.field.columns if f"{ref}.{each.id}" not in self._marks]
            return _only(open_columns, value)
        return value


def _only(columns: list[str], rows: Value) -> Value:
    """The rows of a table with these columns alone; STAYS where nothing is left, or there are no rows to look into."""
    if not isinstance(rows, list | tuple):
        return STAYS
    shared = [
        {id_: cell for id_, cell in row.items() if id_ in columns} if isinstance(row, Mapping) else {} for row in rows
    ]
    return STAYS if is_blank(shared) and not is_blank(rows) else shared
