"""What the app opens with, as the command line asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

StartKind = Literal["home", "new", "resume", "review"]


@dataclass(frozen=True)
class Start:
    """Home, a new workbook, going on with one, or reading one."""

    kind: StartKind = "home"
    id: str = ""
    """The whole ID of the workbook to resume or review."""
    route: str = ""
    """The route of a new workbook; the guide's own where it is empty."""
    take_over: bool = False
    """Whether to resume it also where another computer says to have it open."""
    later: Callable[[], Start] | None = None
    """Says what to open once a locked library is unlocked. Raises LibraryError where there is nothing to."""
