"""What a sitting hands over to be saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.library.changes import Changes


@dataclass(frozen=True)
class Unsaved:
    """What the library does not have yet."""

    changes: Changes
    forget: frozenset[str] = frozenset()
    """Refs of answers to remove from the workbook and from every earlier copy of it."""
