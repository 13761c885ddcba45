"""The shape of a guide.

Every struct here is one kind of mapping in the content files, and every attribute one of its keys; the loader, the
JSON Schema and the reference in `content/README.md` are all made from these classes. A key's default is what a file
that leaves it out means. Structs are frozen: a guide never changes while it is open.

A *ref* names a field as `part.page.field`, such as `feel.name.words`. A *path* may go further into a field's
answer: a grid row (`evaluate.room.room.best`), a table column (`evaluate.worked.items.what`) or one cell of a
table by row number (`evaluate.feedback.people.0.who`).
"""

from __future__ import annotations

from workbook.guide.model.base import Struct
from workbook.guide.model.condition import Condition
from workbook.guide.model.field import FieldBase, Option, options_of
from workbook.guide.model.guide import Guide, Place
from workbook.guide.model.manifest import CoolingOff, Fact, Manifest, Patterns, Route
from workbook.guide.model.page import Field, Note, Page, Part
from workbook.guide.model.picking import Checklist, Choice, Column, GivenRows, Grid, GridRow, Scale, Table
from workbook.guide.model.settle import Settle
from workbook.guide.model.support import Directory, Emergency, Line, Number, Support
from workbook.guide.model.writing import Date, DateRule, Letter, LongText, Plan, Summary, Text
from workbook.ready import made_ready

__all__ = [
    "Checklist",
    "Choice",
    "Column",
    "Condition",
    "CoolingOff",
    "Date",
    "DateRule",
    "Directory",
    "Emergency",
    "Fact",
    "Field",
    "FieldBase",
    "GivenRows",
    "Grid",
    "GridRow",
    "Guide",
    "Letter",
    "Line",
    "LongText",
    "Manifest",
    "Note",
    "Number",
    "Option",
    "Page",
    "Part",
    "Patterns",
    "Place",
    "Plan",
    "Route",
    "Scale",
    "Settle",
    "Struct",
    "Summary",
    "Support",
    "Table",
    "Text",
    "options_of",
]

made_ready(Guide, Manifest, Part, Support)
