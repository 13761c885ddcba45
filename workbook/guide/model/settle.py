"""What the person is asked about a date that was set for something, once it is there or has passed."""

from __future__ import annotations

from workbook.guide.model.base import Struct


class Settle(Struct, frozen=True, kw_only=True):
    """The question about a date, and the three ways on from it.

    With `field`, the answer to it is kept there: `done` and `let_go` are then two of its options.
    """

    asks: str = ""
    """The question; none when left out."""
    done: str = ""
    """What it is called that it is done."""
    move: str = ""
    """What it is called to choose another day."""
    let_go: str = ""
    """What it is called to let it go."""
    field: str = ""
    """Path of the choice on this page, or the column of this table, in which it is kept how it went."""
