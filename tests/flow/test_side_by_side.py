"""Two documents are laid side by side by the refs of their pages and questions, nothing of either lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from workbook.flow.document import DocEarlier, DocNote, DocPage, DocPart, Document
from workbook.flow.entries import DocEntry
from workbook.flow.side_by_side import PagePair, side_by_side

ORDER = ["a.one", "a.two", "b.one", "a.one.x", "a.one.y", "a.two.x", "b.one.x"]


def doc(*refs: str, said: str = "words") -> Document:
    pages: dict[str, list[DocEntry]] = {}
    for ref in refs:
        page = ref.rpartition(".")[0] if "." in ref else ""
        pages.setdefault(page, []).append(DocEntry(ref=ref, label=f"{ref}?", kind="text", value=said, text=said))
    made = tuple(DocPage(ref, f"Page {ref}", tuple(entries)) for ref, entries in pages.items())
    return Document((DocPart("Part", made),) if made else (), ())


def shape(pages: tuple[PagePair, ...]) -> dict[str, list[tuple[str, str]]]:
    return {
        page.ref: [(pair.left.ref if pair.left else "", pair.right.ref if pair.right else "") for pair in page.pairs]
        for page in pages
    }


def test_pages_and_questions_stand_beside_themselves_in_the_order_of_the_left_guide() -> None:
    left, right = doc("a.one.y", "b.one.x"), doc("b.one.x", "a.one.x", "a.one.y")
    assert shape(side_by_side(left, right, ORDER)) == {
        "a.one": [("", "a.one.x"), ("a.one.y", "a.one.y")],
        "b.one": [("b.one.x", "b.one.x")],
    }


def test_what_only_the_other_guide_asks_comes_after_and_what_none_asks_last() -> None:
    left, right = doc("b.one.x", "gone"), doc("z.new.q", "a.one.new", "a.one.x", "gone", "lost")
    assert list(shape(side_by_side(left, right, ORDER)).items()) == [
        ("a.one", [("", "a.one.x"), ("", "a.one.new")]),
        ("b.one", [("b.one.x", "")]),
        ("z.new", [("", "z.new.q")]),
        ("", [("gone", "gone"), ("", "lost")]),
    ]


def test_two_empty_workbooks_have_no_page() -> None:
    assert side_by_side(doc(), doc(), ORDER) == ()


AT = datetime(2026, 11, 22, tzinfo=UTC)
FIRST, SECOND = DocNote(AT, "22 November 2026", "They rang."), DocNote(AT, "1 December 2026", "I rang back.")
GAVE_WAY = DocEarlier("3 May 2026", DocEntry(ref="a.one.x", label="x?", kind="text", value="old", text="old"))


def test_notes_and_answers_that_gave_way_come_last_each_on_its_own_side() -> None:
    left = replace(doc("a.one.x"), notes=(FIRST, SECOND))
    right = replace(doc(), notes=(SECOND,), earlier=(GAVE_WAY,))
    _, notes, earlier = side_by_side(left, right, ORDER)
    assert (notes.title, notes.pairs) == ("Added later", ())
    assert [(row.left, row.right) for row in notes.apart] == [(FIRST, SECOND), (SECOND, None)]
    assert earlier.title == "Earlier answers"
    assert [(row.left, row.right) for row in earlier.apart] == [(None, GAVE_WAY)]


refs = st.lists(st.sampled_from([*ORDER[3:], "z.new.q", "a.one.new", "gone"]), unique=True)


@given(refs, refs)
def test_every_answer_of_both_stands_once_on_its_own_side(ours: list[str], theirs: list[str]) -> None:
    pairs = [pair for page in side_by_side(doc(*ours), doc(*theirs), ORDER) for pair in page.pairs]
    assert sorted(pair.left.ref for pair in pairs if pair.left) == sorted(ours)
    assert sorted(pair.right.ref for pair in pairs if pair.right) == sorted(theirs)
    assert all(pair.left or pair.right for pair in pairs)
