"""Workbooks as a search reads them, made of answers alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tests.flow.sample_guide import GUIDE
from workbook.library.coding import encode_value
from workbook.library.entry import Entry
from workbook.library.skimming import Kept, KeptNote, Skimmed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.guide.model import Guide

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def entry(number: int = 1, **facts: Any) -> Entry:
    """A workbook in a list."""
    made = Entry(id=f"20261120-{number:06x}", title="Acme", state="unfinished", created=AT, updated=AT)
    return msgspec.structs.replace(made, **facts)


def book(
    answers: Mapping[str, Any],
    notes: tuple[str, ...] = (),
    earlier: Mapping[str, Any] | None = None,
    guide: Guide = GUIDE,
) -> Skimmed:
    """A workbook with these answers and notes, and with answers that gave way."""
    return Skimmed(
        entry(),
        guide,
        AT,
        "",
        frozenset(),
        {ref: msgspec.Raw(encode_value(value)) for ref, value in answers.items()},
        tuple(KeptNote(AT, text) for text in notes),
        tuple(Kept(ref, msgspec.Raw(encode_value(value))) for ref, value in (earlier or {}).items()),
        Path("workbook.json"),
    )
