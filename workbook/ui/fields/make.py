"""Which widget takes the answer to which kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide import model
from workbook.ui.fields.checklist import ChecklistField
from workbook.ui.fields.choice import ChoiceField
from workbook.ui.fields.date import DateField
from workbook.ui.fields.grid import GridField
from workbook.ui.fields.letter import LetterField
from workbook.ui.fields.long_text import LongTextField
from workbook.ui.fields.plan import PlanField
from workbook.ui.fields.scale import ScaleField
from workbook.ui.fields.summary import SummaryField
from workbook.ui.fields.table import TableField
from workbook.ui.fields.text import TextField

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.guide.model import Place
    from workbook.ui.fields.base import FieldWidget

WIDGETS: dict[type[model.FieldBase], type[FieldWidget]] = {
    model.Text: TextField,
    model.LongText: LongTextField,
    model.Scale: ScaleField,
    model.Choice: ChoiceField,
    model.Checklist: ChecklistField,
    model.Date: DateField,
    model.Table: TableField,
    model.Grid: GridField,
    model.Plan: PlanField,
    model.Letter: LetterField,
    model.Summary: SummaryField,
}


def make_field(place: Place, state: State) -> FieldWidget:
    """The widget for the field at `place`, showing its present answer."""
    return WIDGETS[type(place.field)](place, state)
