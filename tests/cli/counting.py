"""Counts made from a JSON export alone, by somebody who has read its description and none of the program.

Nothing of `workbook` is imported here: what it counts is checked against this.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

SMALL = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


class Export:
    """An export, its completed workbooks, and the guides they follow."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.guides = {digest: Raw(guide) for digest, guide in data["guides"].items()}
        self.done = [each for each in data["workbooks"] if each["completed"]]

    def answers(self) -> list[tuple[str, Raw, dict[str, Any]]]:
        """Each completed workbook: its ID, its guide, and the values of its answers."""
        return [
            (each["id"], self.guides[each["guide"]["digest"]], {ref: a["value"] for ref, a in each["answers"].items()})
            for each in self.done
        ]


class Raw:
    """A guide as it lies in the export."""

    def __init__(self, guide: dict[str, Any]) -> None:
        self.manifest = guide["manifest"]
        self.fields = {
            f"{part['id']}.{page['id']}.{field['id']}": field
            for part in guide["parts"]
            for page in part["pages"]
            for field in page.get("fields", ())
        }


def labels(options: list[Any]) -> dict[str, str]:
    """What is shown for each value."""
    return {o: o for o in options if isinstance(o, str)} | {
        o["value"]: o.get("label") or o["value"] for o in options if not isinstance(o, str)
    }


def ratings(export: Export) -> dict[str, dict[str, tuple[Any, Any]]]:
    """For each rating that was asked twice, what each workbook said before and after."""
    found: dict[str, dict[str, tuple[Any, Any]]] = {}
    for id_, guide, answers in export.answers():
        for ref, field in guide.fields.items():
            if field["kind"] == "scale" and field.get("compare_with"):
                pair = answers.get(field["compare_with"]), answers.get(ref)
                if pair != (None, None):
                    found.setdefault(ref, {})[id_] = pair
    return {ref: said for ref, said in found.items() if sum(after is not None for _, after in said.values()) >= 2}


def checklists(export: Export) -> dict[str, dict[str, Counter[str]]]:
    """For each grid that asks for a yes, how often each of its rows had each answer."""
    found: dict[str, dict[str, Counter[str]]] = {}
    for _, guide, answers in export.answers():
        for ref, field in guide.fields.items():
            if field["kind"] == "grid" and {"yes", "partly", "no"} <= {*labels(field["options"]).values()}:
                for row in field["rows"]:
                    said = (answers.get(ref) or {"rows": {}})["rows"].get(row["id"])
                    if said:
                        rows = found.setdefault(ref, {})
                        rows.setdefault(row["id"], Counter())[labels(field["options"])[said]] += 1
    return found


def named(export: Export, key: str) -> dict[str, Counter[str]]:
    """How often each step was reached, or each feeling named."""
    found: dict[str, Counter[str]] = {}
    for _, guide, answers in export.answers():
        ref = guide.manifest.get("patterns", {}).get(key)
        said = answers.get(ref) if ref else None
        if said:
            options = guide.fields[ref].get("options") or [
                o for group in guide.fields[ref].get("groups", {}).values() for o in group
            ]
            words = [said] if isinstance(said, str) else said
            found.setdefault(ref, Counter()).update(labels(options).get(word, word) for word in words)
    return found


def sentences(export: Export) -> set[str]:
    """What is to be said."""
    return _row_sentences(export) | _line_sentences(export) | _name_sentences(export)


def _row_sentences(export: Export) -> set[str]:
    told = set()
    for ref, rows in checklists(export).items():
        for row, said in rows.items():
            less, asked = said["partly"] + said["no"], said["yes"] + said["partly"] + said["no"]
            if less >= 2:
                told.add(f"In {less} of {asked} workbooks, {quoted(wording(export, ref, row))} was partly or no.")
    return told


def wording(export: Export, ref: str, row_id: str) -> str:
    """How a row was put: as to everybody who answered it, or as it is put to most."""
    ways = set()
    for _, guide, answers in export.answers():
        row = next(row for row in guide.fields[ref]["rows"] if row["id"] == row_id)
        if (answers.get(ref) or {"rows": {}})["rows"].get(row_id) in {"yes", "partly", "no"}:
            ways.add(row.get("cases", {}).get(answers.get(row.get("by")), row["label"]))
    return str(ways.pop() if len(ways) == 1 else row["label"])


def _line_sentences(export: Export) -> set[str]:
    lines: dict[tuple[str, str], Counter[str]] = {}
    books: dict[tuple[str, str, str], set[str]] = {}
    for id_, guide, answers in export.answers():
        for ref, field in guide.fields.items():
            for column in field["columns"] if field["kind"] == "table" else ():
                for row in answers.get(ref) or ():
                    cell = row.get(column["id"])
                    if "yes" in column.get("options", ()) and cell:
                        lines.setdefault((ref, column["label"]), Counter())[cell] += 1
                        books.setdefault((ref, column["label"], cell), set()).add(id_)
    return {
        f"{number} of {said.total()} lines were '{cell}' for {quoted(label)}."
        for (ref, label), said in lines.items()
        for cell, number in said.items()
        if (cell == "no" or cell.startswith("not ")) and len(books[ref, label, cell]) >= 2
    }


def _name_sentences(export: Export) -> set[str]:
    names: dict[str, list[str]] = {}
    for _, guide, answers in export.answers():
        ref = guide.manifest["name"][1]
        words = " ".join(re.findall(r"[\w+#]+", answers.get(ref) or "")).lower()
        if words:
            names.setdefault(ref, []).append(words)
    told = set()
    for ref, said in names.items():
        guide = export.answers()[0][1]
        kind = "role title" if ref.endswith(".role") else "answer"
        to = "" if kind == "role title" else f" to {quoted(guide.fields[ref]['label'])}"
        many = f"{number(len({*said})).capitalize()} different {kind}s" if len({*said}) > 1 else f"The same {kind}"
        if len(said) > 1:
            told.add(f"{many}{to} in {number(len(said))} workbooks.")
    return told


def number(many: int) -> str:
    """A count as it is said."""
    return SMALL[many] if many <= 12 else str(many)


def quoted(label: str) -> str:
    """A question in quotes."""
    return "'" + label.rstrip(".") + "'"
