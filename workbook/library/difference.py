"""How two states of a workbook differ, counted and said for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.library.changes import same

if TYPE_CHECKING:
    from workbook.library.record import Record


@dataclass(frozen=True)
class Difference:
    """What changes from one state of a workbook to another."""

    added: int = 0
    """Answers that were not there."""
    changed: int = 0
    """Answers that say something else."""
    taken_away: int = 0
    """Answers that are there no more."""
    kept_earlier: int = 0
    """Answers that gave way, and are now among the earlier answers."""
    notes: int = 0
    """Notes that were not there."""
    marks: int = 0
    """Marks that say something else, or are there no more. A person knows them as what they said of something."""
    completed: bool = False
    """Whether it is completed now and was not."""
    reopened: bool = False
    """Whether it was completed and is not now."""
    other_guide: bool = False
    """Whether it goes by another guide."""

    @property
    def answers(self) -> int:
        """How many answers differ."""
        return self.added + self.changed + self.taken_away

    def __str__(self) -> str:
        """Say it in a few words, without any of the person's."""
        said = [
            f"{count(number, 'answer')} {what}"
            for number, what in (
                (self.added, "added"),
                (self.changed, "changed"),
                (self.taken_away, "taken away"),
                (self.kept_earlier, "kept among the earlier ones"),
            )
            if number
        ]
        if self.notes:
            said.append(f"{count(self.notes, 'note')} added")
        if self.marks:
            said.append(
                f"what you said of {self.marks} {'date or question' if self.marks == 1 else 'dates or questions'}"
            )
        if self.completed or self.reopened:
            said.append("completed" if self.completed else "unfinished again")
        if self.other_guide:
            said.append("by other pages")
        return ", ".join(said) or "no answer differs"


def count(number: int, name: str) -> str:
    """Return a number with what it counts."""
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


def difference(before: Record, after: Record) -> Difference:
    """Return what changes from one record to the other."""
    both = before.answers.keys() & after.answers.keys()
    return Difference(
        added=len(after.answers.keys() - both),
        changed=sum(not same(before.answers[ref].value, after.answers[ref].value) for ref in both),
        taken_away=len(before.answers.keys() - both),
        kept_earlier=max(0, len(after.earlier_answers) - len(before.earlier_answers)),
        notes=len(set(after.notes) - set(before.notes)),
        marks=len({key for key, _ in before.marked.items() ^ after.marked.items()}),
        completed=after.completed is not None and before.completed is None,
        reopened=after.completed is None and before.completed is not None,
        other_guide=before.guide != after.guide,
    )
