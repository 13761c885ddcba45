"""Everything the flow decides from: the guide, the answers, where the person is, and the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.flow.gathered import Gathered, LeftPlan
    from workbook.flow.values import Answers
    from workbook.guide.model import Guide


@dataclass(frozen=True)
class Around:
    """What the flow needs to know from outside this workbook."""

    today: date
    begun: date
    """The day this workbook was begun."""
    completed_workbooks: int = 0
    minutes_writing: int = 0
    """Whole minutes spent in this sitting on a page with a timer."""
    writing_sittings: int = 0
    """In how many sittings something was written on a page with a timer."""
    person: str = ""
    """The person's name for letters, if they gave one: `{{person.name|…}}`."""
    day_first: bool | None = None
    """How the person writes 3/12: True for 3 December, False for 12 March, None where that is not known."""
    is_locked: bool = False
    """Whether the answers are kept locked with a passphrase."""
    patterns: tuple[str, ...] = ()
    """Sentences worked out across completed workbooks."""
    gathered: Mapping[str, tuple[Gathered, ...]] = field(default_factory=dict)
    """What earlier workbooks offer this one, by the name of the bank."""
    left_plan: LeftPlan | None = None
    """The plan for another time that an earlier workbook left."""


@dataclass(frozen=True)
class State:
    """One workbook at one moment. Functions of `flow` take it and return values; nothing here changes."""

    guide: Guide
    answers: Answers
    around: Around
    here: str = ""
    """Ref `part.page` of the page the person is on."""
    visited: frozenset[str] = field(default_factory=frozenset)
    """Refs of the pages they have been on. A visited page never drops out of the walk."""
