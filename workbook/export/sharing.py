"""What of a workbook is shared when private writing is to stay out.

An answer goes out only when the guide knows its field and does not mark it private. One whose field is gone, or
whose guide cannot be read, may have been private writing, so it stays here too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from workbook.guide.model import Guide, LongText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.flow.values import Answers, Value


def shared_answers(answers: Answers, guide: Guide) -> dict[str, Value]:
    """The answers that may be shared."""
    return {ref: answer for ref, answer in answers.items() if _is_shared(ref, guide)}


def without_private(data: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """An export in the documented format with only what may be shared, and how many answers that leaves out."""
    guides = {digest: msgspec.convert(raw, Guide) for digest, raw in data["guides"].items()}
    left_out = 0
    workbooks = []
    for workbook in data["workbooks"]:
        guide = guides.get(workbook["guide"]["digest"])
        shared = shared_answers(workbook["answers"], guide) if guide else {}
        earlier = [each for each in workbook["earlier_answers"] if guide and _is_shared(each["ref"], guide)]
        left_out += len(workbook["answers"]) - len(shared) + len(workbook["earlier_answers"]) - len(earlier)
        workbooks.append({**workbook, "answers": shared, "earlier_answers": earlier, "let_go": {}})
    return {**data, "workbooks": workbooks}, left_out


def _is_shared(ref: str, guide: Guide) -> bool:
    place = guide.fields.get(ref)
    return place is not None and not (isinstance(place.field, LongText) and place.field.private)
