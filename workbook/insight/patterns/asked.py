"""Which questions of a guide are looked at across workbooks, told from what each question offers.

Counted in sentences: the rows of a grid that can be answered "yes" and "partly" or "no", the columns of a table that
ask for a yes and can be told no, and the second of the answers that name a workbook. Shown as pictures: scales asked
twice, the same grids, and what the guide itself names under `patterns`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from workbook.flow.piping import PIPE
from workbook.guide.model import Checklist, Choice, Grid, Scale, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.guide.model import Column, Guide, Patterns, Place

Kind = Literal["ratings", "checklists", "how_far", "feelings"]

YES, PARTLY, NO = "yes", "partly", "no"


@dataclass(frozen=True)
class Question:
    """Something a picture shows, in the words of a guide."""

    kind: Kind
    guide: str
    """Id of the guide."""
    ref: str
    label: str
    """The question, without what it pipes."""
    lines: tuple[tuple[str, str], ...] = ()
    """Of a checklist: its rows, by id, with their wording."""
    options: tuple[str, ...] = ()
    """What there was to choose from, in the words of the guide."""
    before: str = ""
    """Of a rating: ref of the same question as it was asked first."""
    where: str = ""
    """Title of the page that asks it: a rating may be asked a second and a third time."""
    ends: tuple[str, str] = ("", "")
    """Of a rating: what 0 and 10 mean."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others, whatever version of a guide asked it."""
        return self.guide, self.ref

    def joined(self, older: Question) -> Question:
        """This question, with the rows and options besides that an older version of its guide had."""
        lines, options = dict(older.lines) | dict(self.lines), (*self.options, *older.options)
        order = dict.fromkeys((*dict(self.lines), *dict(older.lines)))
        return replace(self, lines=tuple((row, lines[row]) for row in order), options=tuple(dict.fromkeys(options)))


class Asked:
    """What one version of a guide asks. Made once for many workbooks."""

    def __init__(self, guide: Guide, shown: Patterns | None = None) -> None:
        """Take `shown` for the guide's own `patterns` where it has none: it may be older than the key."""
        self.guide = guide
        self._shown = guide.manifest.patterns or shown

    @cached_property
    def grids(self) -> tuple[tuple[str, Grid, tuple[str, ...]], ...]:
        """The grids that are counted, with their refs and which answers are less than a yes."""
        found = ((ref, place.field) for ref, place in self.guide.fields.items())
        return tuple(
            (ref, field, less) for ref, field in found if isinstance(field, Grid) and (less := less_than_yes(field))
        )

    @cached_property
    def columns(self) -> tuple[tuple[str, Table, tuple[tuple[Column, tuple[str, ...]], ...]], ...]:
        """The tables that are counted, with their refs, and of their columns the options that say no."""
        found = ((ref, place.field) for ref, place in self.guide.fields.items())
        tables = ((ref, field, _no_columns(field)) for ref, field in found if isinstance(field, Table))
        return tuple(each for each in tables if each[2])

    @cached_property
    def name(self) -> Place | None:
        """The second of the answers that name a workbook."""
        names = self.guide.manifest.name
        return self.guide.fields.get(names[1]) if len(names) > 1 else None

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What is shown as pictures: ratings, checklists, how far it went, feelings."""
        return (*self._ratings(), *self._checklists(), *self._named())

    def _question(self, kind: Kind, ref: str, **more: object) -> Question:
        place = self.guide.fields[ref]
        label, where = without_pipes(place.field.label), without_pipes(place.page.title)
        return Question(kind, self.guide.manifest.id, ref, label, where=where, **more)  # type: ignore[arg-type]

    def _ratings(self) -> Iterator[Question]:
        for ref, place in self.guide.fields.items():
            first = self.guide.fields.get(place.field.compare_with)
            if isinstance(place.field, Scale) and first and isinstance(first.field, Scale):
                yield self._question("ratings", ref, before=first.ref, ends=(place.field.low, place.field.high))

    def _checklists(self) -> Iterator[Question]:
        for ref, grid, _ in self.grids:
            lines = tuple((row.id, without_pipes(row.label)) for row in grid.rows)
            yield self._question("checklists", ref, lines=lines, options=tuple(each.text for each in grid.choices))

    def _named(self) -> Iterator[Question]:
        if self._shown is None:
            return
        far, feelings = (self.guide.fields.get(ref) for ref in (self._shown.how_far, self._shown.feelings))
        if far and isinstance(far.field, Choice):
            yield self._question("how_far", far.ref, options=tuple(each.text for each in far.field.choices))
        if feelings and isinstance(feelings.field, Checklist):
            yield self._question("feelings", feelings.ref)


def less_than_yes(grid: Grid) -> tuple[str, ...]:
    """Which of `partly` and `no` a grid offers beside `yes`; none for one that does not ask for a yes."""
    offered = {option.text.casefold() for option in grid.choices}
    return tuple(text for text in (PARTLY, NO) if text in offered) if YES in offered else ()


def _no_columns(table: Table) -> tuple[tuple[Column, tuple[str, ...]], ...]:
    found = ((column, _noes(column)) for column in table.columns)
    return tuple((column, noes) for column, noes in found if noes)


def _noes(column: Column) -> tuple[str, ...]:
    """The options that say no, in a column that asks for a yes."""
    if column.kind != "choice" or YES not in (option.casefold() for option in column.options):
        return ()
    return tuple(each for each in column.options if each.casefold() == NO or each.casefold().startswith("not "))


def without_pipes(label: str) -> str:
    """A question on one line, with the fallbacks of what it pipes."""
    plain = PIPE.sub(lambda pipe: (pipe["fallback"] or "").strip(), label)
    return " ".join(plain.split())
