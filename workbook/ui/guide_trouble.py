"""A workbook whose guide is damaged or missing: mended where the content at hand is that guide, told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.workbook import Workbook


def guide_trouble(workbook: Workbook, content: Path) -> str:
    """Return what to tell where a workbook's guide cannot be used; empty where it can, perhaps since just now."""
    try:
        workbook.guide  # noqa: B018 - asked for whether it can be had
    except LibraryError as error:
        trouble = str(error)
    else:
        return ""
    if _mended(workbook, content):
        return ""
    return (
        f"{trouble}\n\nEvery answer is still there. `workbook show {workbook.id} --json` gives them without the pages; "
        "a backup, or the content files as they were when it was begun, bring the pages back."
    )


def _mended(workbook: Workbook, content: Path) -> bool:
    """Keep the guide anew where the content files still make the very one; return whether that was so."""
    from workbook.guide.codec import digest, encode
    from workbook.guide.loader import load_guide
    from workbook.guide.problems import GuideError

    try:
        guide = load_guide(content)
        return digest(encode(guide)) == workbook.record.guide.digest and workbook.keep_guide(guide)
    except (GuideError, LibraryError):
        return False
