"""A picture of any kind, drawn for a window of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.ui.pictures.charts import feelings, how_far, ratings
from workbook.ui.pictures.checklist import checklist

if TYPE_CHECKING:
    from workbook.insight.patterns.pictures import Picture
    from workbook.ui.pictures.page import Drawn

_WAYS = {"ratings": ratings, "checklists": checklist, "how_far": how_far, "feelings": feelings}


def draw(picture: Picture, start: int, width: int, height: int) -> Drawn:
    """As much of a picture as fits, from workbook (or word) number `start` on."""
    return _WAYS[picture.question.kind](picture, start, width, height)
