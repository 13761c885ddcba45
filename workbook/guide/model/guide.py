"""A whole guide, ready to walk."""

from __future__ import annotations

from functools import cached_property

import msgspec

from workbook.guide.model.base import Struct
from workbook.guide.model.condition import tested
from workbook.guide.model.manifest import Manifest
from workbook.guide.model.page import Field, Page, Part
from workbook.guide.model.picking import Choice
from workbook.guide.model.support import Support
from workbook.guide.model.writing import LongText


class Place(msgspec.Struct, frozen=True):
    """Where a field stands: its ref, and the page and part around it."""

    ref: str
    field: Field
    page: Page
    part: Part

    @property
    def page_ref(self) -> str:
        """The ref of that page."""
        return f"{self.part.id}.{self.page.id}"


class Guide(Struct, frozen=True, kw_only=True):
    """A whole guide, ready to walk. Parts stand in walking order: opening, stages, closing."""

    manifest: Manifest
    parts: tuple[Part, ...]
    support: Support | None = None

    @cached_property
    def stages(self) -> frozenset[str]:
        """Ids of the parts that are stages."""
        first = 1 if self.manifest.opening else 0
        return frozenset(part.id for part in self.parts[first : first + len(self.manifest.stages)])

    @cached_property
    def pages(self) -> dict[str, tuple[Part, Page]]:
        """Every page by its ref `part.page`, in walking order."""
        return {f"{part.id}.{page.id}": (part, page) for part in self.parts for page in part.pages}

    @cached_property
    def fields(self) -> dict[str, Place]:
        """Every field by its ref `part.page.field`, in walking order."""
        return {
            f"{page_ref}.{field.id}": Place(f"{page_ref}.{field.id}", field, page, part)
            for page_ref, (part, page) in self.pages.items()
            for field in page.fields
        }

    @cached_property
    def steering(self) -> frozenset[str]:
        """Refs of the fields that only steer the workbook: the route, how long a timer runs, what becomes of words.

        They are kept like any answer, but are no words to read again.
        """
        found = {self.manifest.route_field}
        for place in self.fields.values():
            if isinstance(place.field, LongText):
                found |= {place.field.timer} & set(self.fields)
                found |= {ref for ref in tested(place.field.let_go) if self._is_choice(ref)}
        return frozenset(found)

    def _is_choice(self, ref: str) -> bool:
        """Whether the field at this ref is a choice: anything else that decides is also words to read again."""
        return ref in self.fields and isinstance(self.fields[ref].field, Choice)
