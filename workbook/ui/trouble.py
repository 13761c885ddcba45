"""Saying that something was not done, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library.errors import CannotSave

if TYPE_CHECKING:
    from workbook.library.errors import LibraryError


def refused(what: str, error: LibraryError) -> str:
    """What did not happen, such as `It was not deleted`, and why, without the name of a folder."""
    if isinstance(error, CannotSave) and error.why:
        return f"{what}: {error.why}."
    return str(error) if str(error).startswith(what) else f"{what}. {error}"
