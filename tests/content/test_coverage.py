"""Every point of advice has its page, and no page claims a point that is not there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from workbook.guide.model import Guide

POINTS = 133
PAGES = 39
ENTRIES_OF_EVIDENCE = {f"E{number}" for number in range(1, 28)}
FROM_EVIDENCE_OR_NEED = {"celebrate.tell", "close.page"}
"""Pages that no point asked for."""


@pytest.fixture(scope="module")
def coverage() -> dict[str, set[str]]:
    """Read the pages that serve each point, by the point's id."""
    text = (Path(__file__).parent / "coverage.yaml").read_text(encoding="utf-8")
    rows: list[list[str]] = yaml.load(text, yaml.BaseLoader)
    points = {row[0]: set(row[5]) for row in rows}
    assert len(points) == len(rows) == POINTS, "a point is missing from the list or stands there twice"
    return points


@pytest.fixture(scope="module")
def served(guide: Guide) -> dict[str, set[str]]:
    """Gather the pages that say they serve each point."""
    found: dict[str, set[str]] = {}
    for ref, (_, page) in guide.pages.items():
        for source in page.sources:
            found.setdefault(source, set()).add(ref)
    return found


def test_every_point_is_served_by_the_pages_it_names(
    coverage: dict[str, set[str]], served: dict[str, set[str]]
) -> None:
    unserved = {point: pages - served.get(point, set()) for point, pages in coverage.items()}
    assert {point: pages for point, pages in unserved.items() if pages} == {}


def test_every_source_of_a_page_is_a_point_that_names_the_page(
    coverage: dict[str, set[str]], served: dict[str, set[str]]
) -> None:
    unknown = {source: pages - coverage.get(source, set()) for source, pages in served.items()}
    assert {source: pages for source, pages in unknown.items() if pages} == {}


def test_there_are_thirty_nine_pages(guide: Guide) -> None:
    assert len(guide.pages) == PAGES


def test_a_page_without_sources_is_one_that_no_point_asked_for(guide: Guide) -> None:
    assert {ref for ref, (_, page) in guide.pages.items() if not page.sources} == FROM_EVIDENCE_OR_NEED


def test_every_page_names_its_evidence(guide: Guide) -> None:
    for ref, (_, page) in guide.pages.items():
        assert page.evidence, ref
        assert set(page.evidence) <= ENTRIES_OF_EVIDENCE, ref
        assert len(set(page.evidence)) == len(page.evidence), ref


def test_no_page_names_a_source_twice(guide: Guide) -> None:
    assert [ref for ref, (_, page) in guide.pages.items() if len(set(page.sources)) != len(page.sources)] == []
