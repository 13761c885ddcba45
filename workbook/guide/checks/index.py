"""Everything a guide names, and where it stands."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.guide.here import Here
    from workbook.guide.model import Field, Manifest, Page, Part, Support

Order = tuple[int, int, int]
"""Number of the part, the page and the field: what is smaller is asked earlier."""


class PartFile(NamedTuple):
    """A part as it was read."""

    part: Part
    here: Here
    whole: bool
    """False when something in its file could not be understood: what seems missing may only be misspelt."""


class PageAt(NamedTuple):
    """A page and where it stands."""

    ref: str
    order: Order
    page: Page
    file: PartFile
    here: Here

    @property
    def after(self) -> Order:
        """What its own fields come before, and those of later pages do not."""
        return (*self.order[:2], sys.maxsize)


class FieldAt(NamedTuple):
    """A field and where it stands."""

    ref: str
    order: Order
    field: Field
    page: PageAt
    here: Here


@dataclass(frozen=True)
class Files:
    """What was read of a guide's folder."""

    manifest: Manifest
    here: Here
    """The manifest's own file."""
    parts: tuple[PartFile, ...]
    support: tuple[Support, Here] | None = None
    some_unread: bool = False
    """Whether a part could not be read at all, so that its refs are not known."""


@dataclass(frozen=True)
class Index:
    """The names of a guide. Of things named twice the first counts."""

    files: Files
    all_pages: list[PageAt] = field(default_factory=list)
    all_fields: list[FieldAt] = field(default_factory=list)
    pages: dict[str, PageAt] = field(default_factory=dict)
    fields: dict[str, FieldAt] = field(default_factory=dict)

    @cached_property
    def _by_page(self) -> dict[Order, list[FieldAt]]:
        grouped: dict[Order, list[FieldAt]] = {}
        for one in self.all_fields:
            grouped.setdefault(one.page.order, []).append(one)
        return grouped

    @property
    def route_ids(self) -> tuple[str, ...]:
        """Ids of the routes."""
        return tuple(route.id for route in self.files.manifest.routes)

    def pages_of(self, number: int) -> list[PageAt]:
        """The pages of a part, by its place among the parts."""
        return [page for page in self.all_pages if page.order[0] == number]

    def fields_of(self, page: PageAt) -> list[FieldAt]:
        """The fields of a page, even if another page has the same ref."""
        return self._by_page.get(page.order, [])

    def is_uncertain(self, ref: str) -> bool:
        """Whether this ref may exist after all, in a file that could not be understood."""
        files = [one for one in self.files.parts if one.part.id == ref.split(".")[0]]
        return any(not one.whole for one in files) if files else self.files.some_unread


def index(files: Files) -> Index:
    """Find everything that can be named."""
    made = Index(files)
    for page in _pages(files.parts):
        made.all_pages.append(page)
        made.pages.setdefault(page.ref, page)
        for one in _fields(page):
            made.all_fields.append(one)
            made.fields.setdefault(one.ref, one)
    return made


def _pages(files: Iterable[PartFile]) -> Iterator[PageAt]:
    for part_number, file in enumerate(files):
        for number, page in enumerate(file.part.pages):
            here = file.here.at("pages", number)
            yield PageAt(f"{file.part.id}.{page.id}", (part_number, number, -1), page, file, here)


def _fields(page: PageAt) -> Iterator[FieldAt]:
    part_number, page_number, _ = page.order
    for number, one in enumerate(page.page.fields):
        here = page.here.at("fields", number)
        yield FieldAt(f"{page.ref}.{one.id}", (part_number, page_number, number), one, page, here)
