"""What the app opens with, as the command line asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StartKind = Literal["home", "new", "resume", "review"]


@dataclass(frozen=True)
class Start:
    """Home, a new workbook, going on with one, or reading one."""

    kind: StartKind = "home"
    id: str = ""
    """The whole ID of the workbook to resume or review."""
    route: str = ""
    """The route of a new workbook; the guide's own where it is empty."""
