"""Taking workbooks out as JSON, with nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from workbook.library.describe import describe
from workbook.library.errors import CannotRead, DamagedFile, LibraryError, NewerFormat
from workbook.library.exchange import FORMAT, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.library.record import Record


def export(library: Library, ids: Iterable[str], skipped: list[LibraryError] | None = None) -> dict[str, Any]:
    """Return these workbooks, and the guides they go by, in the documented format.

    Raises what reading one raises; with `skipped`, those that cannot be read are left out and told there.
    """
    workbooks, guides = [], {}
    for workbook_id in ids:
        try:
            record = library.read(workbook_id)
        except (DamagedFile, CannotRead, NewerFormat) as error:
            if skipped is None:
                raise
            skipped.append(error)
            continue
        digest = record.guide.digest
        workbooks.append(exported(record, guide_or_none(library, digest), library))
        if digest not in guides:
            raw = raw_guide(library, digest)
            guides.update({digest: raw} if raw is not None else {})
    return {"format": FORMAT, "version": VERSION, "workbooks": workbooks, "guides": guides}


def exported(record: Record, guide: Guide | None, library: Library) -> dict[str, Any]:
    """Return one workbook in the documented format."""
    row = describe(record, guide, library.clock().date(), None)
    plain = msgspec.to_builtins(record)
    return {
        "id": record.id,
        "title": row.title,
        "route": row.route,
        **{key: value for key, value in plain.items() if key != "id"},
    }


def guide_or_none(library: Library, digest: str) -> Guide | None:
    """Return a guide, or None where it cannot be read."""
    try:
        return library.guide(digest)
    except (DamagedFile, CannotRead):
        return None


def raw_guide(library: Library, digest: str) -> object:
    """Return a guide as JSON, or None where it cannot be read."""
    try:
        return msgspec.json.decode(library.guides.read(digest))
    except (DamagedFile, CannotRead):
        return None
