"""Fields asked twice, before and after: only the same question in the same words can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.model import Checklist, Choice, Grid, Scale

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.index import FieldAt
    from workbook.guide.model import Field


def check_compared(at: FieldAt, checking: Checking) -> None:
    """A field with `compare_with`, beside the one it names."""
    field, here = at.field, at.here
    found = checking.path(field.compare_with, here.at("compare_with"), at.order)
    if found is None:
        return
    before = found.at.field
    ref, place = found.at.ref, f"line {found.at.here.node.line} of {found.at.here.source.file}"
    if field.compare_with != ref or type(before) is not type(field):
        message = f"`{field.compare_with}` is not of the same kind, so the two cannot be compared"
        checking.say(here.at("compare_with"), f"{message}; name a field of kind `{field.kind_name}`.")
        return
    for name in _compared_keys(field):
        if getattr(before, name) != getattr(field, name):
            said = getattr(before, name)
            words = f" (“{said}”)" if isinstance(said, str) else ""
            message = f"`{name}` differs from that of `{ref}`{words}, with which this is compared"
            checking.say(here.at(name), f"{message}; use the same words as on {place}.")


def _compared_keys(field: Field) -> tuple[str, ...]:
    match field:
        case Scale():
            return "label", "low", "high"
        case Choice() | Grid():
            return "label", "options"
        case Checklist():
            return "label", "options", "groups"
    return ("label",)
