"""Libraries of any size to look at and to measure with: `python -m tests.samples.library FOLDER COUNT`.

Everything follows from a seed, so that the same call makes the same workbooks.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.flow.fields import grid_rows
from workbook.flow.state import Around, State
from workbook.guide import model
from workbook.guide.loader import load_guide
from workbook.library.changes import Changes
from workbook.library.library import Library
from workbook.paths import content_folder

if TYPE_CHECKING:
    from workbook.guide.model import Guide, Place

COMPANIES = ("Acme", "Northwind", "Oak & Sons", "Brightside Care", "Zürich Logistik", "Kestrel", "未来设计", "The Mill")
ROLES = ("Designer", "Night porter", "Data analyst", "Teacher", "Warehouse lead", "Nurse")
SENTENCES = (
    "They asked about a conflict and I talked for too long.",
    "The panel nodded when I told the delivery story.",
    "I would pause after the first full stop.",
    "It still stings, a little less than on Monday.",
    "I want work where the days are not all alike.",
    "My sister said she was proud of me [really].",
)
ROWS_AT_MOST = 50
"""How long the catalogue may grow while workbooks are made: it is written at each of them, which takes its length."""


def value_for(place: Place, guide: Guide, chance: random.Random, day: datetime) -> Any:
    """A believable answer for a field."""
    some = chance.choice(SENTENCES)
    match place.field:
        case model.Text():
            return some
        case model.LongText():
            return "\n".join(chance.choices(SENTENCES, k=chance.randint(1, 5)))
        case model.Scale():
            return chance.randint(0, 10)
        case model.Choice() as field:
            return chance.choice([option.value for option in field.choices] or [some])
        case model.Checklist() as field:
            values = [option.value for option in field.choices]
            picked = set(chance.sample(values, chance.randint(1, min(field.max_picks or 4, len(values)))))
            return [value for value in values if value in picked]
        case model.Date():
            settled = (day + timedelta(days=chance.randint(1, 40))).date().isoformat()
            return {"text": settled, "day": settled}
        case model.Table() as field:
            given = field.rows.default if field.rows else ("",) * chance.randint(1, 3)
            return [row_for(field, text, chance, day) for text in given]
        case model.Grid() as field:
            rows = grid_rows(field, State(guide, {}, Around(today=day.date(), begun=day.date())))
            return {"rows": {row: chance.choice(field.choices).value for row, _ in rows}, "own": []}
        case model.Plan():
            return {"if": "they ask why I left", "then": "I give my two sentences and stop"}
        case _:
            return None


def row_for(table: model.Table, given: str, chance: random.Random, day: datetime) -> dict[str, Any]:
    """A believable row of a table."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.read_only:
            row[column.id] = given
        elif column.kind == "choice":
            row[column.id] = chance.choice(column.options)
        elif column.kind == "date":
            settled = (day + timedelta(days=chance.randint(1, 40))).date().isoformat()
            row[column.id] = {"text": settled, "day": settled}
        else:
            row[column.id] = chance.choice(SENTENCES)
    return row


def fill(folder: Path, count: int, *, completed: float = 0.8, seed: int = 1, until: datetime | None = None) -> Library:
    """Put `count` workbooks into `folder`, begun over the time before `until`, and return the library."""
    chance = random.Random(seed)
    guide = load_guide(content_folder(None))
    pages = list(guide.pages)
    end = until or datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    now = [end]
    library = Library(folder, clock=lambda: now[0])
    for number in range(count):
        now[0] = end - timedelta(hours=36 * (count - number))
        done = chance.random() < completed
        share = 0.9 if done else 0.4
        refs = list(guide.fields)
        if not done:
            refs = refs[: len(refs) // 2]
        answers = {
            ref: value
            for ref in refs
            if chance.random() < share and (value := value_for(guide.fields[ref], guide, chance, now[0])) is not None
        }
        answers["open.interview.company"] = chance.choice(COMPANIES)
        answers["open.interview.role"] = chance.choice(ROLES)
        answers["open.welcome.route"] = "full"
        here = pages[-1] if done else refs[-1].rpartition(".")[0]
        with library.new(guide, answers) as workbook:
            visited = tuple(pages[: pages.index(here) + 1])
            if done:
                workbook.save(Changes(position=here, visited=visited, completed=now[0] + timedelta(minutes=50)))
            else:
                workbook.save(Changes(position=here, visited=visited))
        if number % ROWS_AT_MOST == 0:
            library.places.catalogue.unlink(missing_ok=True)
    library.entries()  # makes the catalogue again
    return library


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
