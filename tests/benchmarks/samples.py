"""The libraries to measure with. Large ones take minutes to make, so they are made once and kept."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import UNSET

from tests.samples.library import SENTENCES, fill, value_for
from workbook.guide import model
from workbook.guide.loader import load_guide
from workbook.library.changes import Changes
from workbook.library.library import Library
from workbook.paths import content_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT = Path(tempfile.gettempdir()) / "recovery-workbook-benchmarks"


def library_of(count: int) -> Path:
    """Return the folder of a library with so many workbooks, its catalogue up to date."""
    folder = KEPT / str(count)
    if not folder.is_dir():
        print(f"(making {count:,} workbooks in {folder}; this is done once)", file=sys.stderr)
        unfinished = folder.with_name(f"{count}.part")
        shutil.rmtree(unfinished, ignore_errors=True)
        fill(unfinished, count, until=datetime.now().astimezone())
        unfinished.rename(folder)
    Library(folder).entries()
    return folder


def workbook_with(folder: Path, answers: Mapping[str, Any], page: str, *, completed: bool = False) -> str:
    """Put one workbook into the library in `folder`, standing at `page`; return its ID."""
    guide = load_guide(content_folder(None))
    pages = tuple(guide.pages)
    with Library(folder).new(guide, {"open.welcome.route": "full", **answers}) as workbook:
        moment = datetime.now().astimezone() + timedelta(minutes=50) if completed else UNSET
        visited = pages[: pages.index(page) + 1]
        workbook.save(Changes(position=page, visited=visited, completed=moment))
        return workbook.id


def answers_at_length(characters: int) -> dict[str, Any]:
    """An answer to every field, those of many lines so many characters long."""
    guide = load_guide(content_folder(None))
    chance = random.Random(1)
    now = datetime.now().astimezone()
    found: dict[str, Any] = {}
    for ref, place in guide.fields.items():
        if isinstance(place.field, model.LongText):
            found[ref] = writing(characters)
        elif (value := value_for(place, guide, chance, now)) is not None:
            found[ref] = value
    return found


def writing(characters: int) -> str:
    """So many characters of writing, in paragraphs."""
    chance = random.Random(2)
    text = ""
    while len(text) < characters:
        text += " ".join(chance.choices(SENTENCES, k=5)) + "\n\n"
    return text[:characters].strip()
