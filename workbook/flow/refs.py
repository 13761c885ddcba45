"""Refs and paths: how answers are named, and taking a path apart into a field and the way into its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.guide.model import Field, Guide


def split(path: str, guide: Guide) -> tuple[str, tuple[str, ...]] | None:
    """Return the ref a path begins with and what follows it; None when the guide has no such field."""
    ref, parts = field_of(path), path.split(".")
    return (ref, tuple(parts[3:])) if ref in guide.fields else None


def field_of(path: str) -> str:
    """Return the ref `part.page.field` that a path begins with."""
    return ".".join(path.split(".")[:3])


def page_of(ref: str) -> str:
    """Return the page `part.page` that a ref or path is on."""
    return ".".join(ref.split(".")[:2])


def ref_of(field: Field, guide: Guide) -> str:
    """Return the ref of one of the guide's own fields; empty for a field the guide does not hold."""
    for ref, place in guide.fields.items():
        if place.field is field:
            return ref
    return ""
