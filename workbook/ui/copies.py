"""Writing a copy of the workbook in hand to a file of the person's choosing."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from workbook.export.markdown import Facts, markdown
from workbook.export.sharing import shared_answers
from workbook.flow.document import document

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library
    from workbook.ui.sitting import Sitting

Kind = Literal["all", "shared", "json"]
"""Markdown with everything, Markdown without private writing, or JSON."""

KINDS: tuple[Kind, ...] = ("all", "shared", "json")


def write_copy(library: Library, sitting: Sitting, kind: Kind, path: Path) -> None:
    """Write the workbook to `path`, readable by this account alone.

    Raises FileExistsError rather than write over anything, and OSError where the disk says no.
    """
    text = _json(library, sitting) if kind == "json" else _markdown(sitting, private=kind == "all")
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text)


def _markdown(sitting: Sitting, *, private: bool) -> bytes:
    state = sitting.state
    if not private:
        state = replace(state, answers=shared_answers(state.answers, state.guide))
    completed = sitting.completed.date() if sitting.completed else None
    facts = Facts(title=sitting.title, begun=state.around.begun, completed=completed)
    return markdown(document(state, sitting.notes), facts, private=private).encode(errors="replace")


def _json(library: Library, sitting: Sitting) -> bytes:
    from workbook.export.json_text import json_text
    from workbook.library.moving import export

    return json_text(export(library, [sitting.workbook.id])).encode()
