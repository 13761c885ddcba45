"""Pictures across workbooks, as figures."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import OTHER_GUIDE
from workbook.guide.loader import load_guide
from workbook.guide.model import Grid, GridRow, Guide, Page
from workbook.insight.patterns.figures import counts, lines_of_book, of_book
from workbook.insight.patterns.gathering import Found, Gathering
from workbook.insight.patterns.pictures import Counted, Rating
from workbook.paths import content_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.flow.values import Answers
    from workbook.insight.patterns.pictures import Picture

GUIDE = load_guide(content_folder(None))
OTHER = load_guide(OTHER_GUIDE)
MOOD, LATER, ROOM = "open.now.mood", "close.now.mood", "evaluate.room.room"
FAR, WORDS = "open.interview.stage_reached", "feel.name.words"
NEWEST = date(2026, 11, 22)


def gathered(*answers: Answers, guide: Guide = GUIDE, known: Iterable[Guide] = ()) -> Found:
    gathering = Gathering(known)
    for place, each in enumerate(answers):
        gathering.add(Counted(f"w{place}", f"Book {place}", NEWEST - timedelta(days=place)), guide, each)
    return gathering.found()


def picture(ref: str, found: Found) -> Picture:
    (only,) = [each for each in found.pictures if each.question.ref == ref]
    return only


def said(ref: str, found: Found) -> list[Any]:
    return [each for _, each in picture(ref, found).books]


def without_patterns(guide: Guide) -> Guide:
    """The guide as it was before it could say what to show."""
    return msgspec.structs.replace(guide, manifest=msgspec.structs.replace(guide.manifest, patterns=None))


def test_a_rating_is_shown_before_and_after_even_where_one_is_missing() -> None:
    found = gathered({MOOD: 3, LATER: 5}, {MOOD: 0}, {LATER: 7}, {})
    assert said(LATER, found) == [Rating(3, 5), Rating(0, None), Rating(None, 7)]
    assert [book.id for book, _ in picture(LATER, found).books] == ["w0", "w1", "w2"]


def test_ratings_are_never_added_up() -> None:
    found = gathered({MOOD: 3, LATER: 5}, {MOOD: 0, LATER: 1})
    assert picture(LATER, found).counts == {}
    assert list(counts(picture(LATER, found))) == []


def test_a_checklist_keeps_each_answer_by_its_words() -> None:
    rows = {"clear": "yes", "examples": "partly", "gone": "yes", "best": "who knows"}
    found = gathered({ROOM: {"rows": rows, "own": []}}, {ROOM: {"rows": {"examples": "no"}, "own": []}})
    assert said(ROOM, found) == [{"clear": "yes", "examples": "partly"}, {"examples": "no"}]
    assert picture(ROOM, found).counts == {("clear", "yes"): 1, ("examples", "partly"): 1, ("examples", "no"): 1}


def test_how_far_is_counted_with_its_steps_in_their_order() -> None:
    found = gathered({FAR: "final round"}, {FAR: "first interview"}, {FAR: "final round"}, {FAR: " "})
    assert picture(FAR, found).tallies() == (
        ("first interview", 1),
        ("a middle round", 0),
        ("final round", 2),
        ("I'm not sure", 0),
    )
    assert [(line.words, line.said) for line in counts(picture(FAR, found))] == [
        ("first interview", "1 of 3"),
        ("final round", "2 of 3"),
    ]


def test_feelings_are_counted_once_for_each_workbook_with_words_of_ones_own() -> None:
    found = gathered({WORDS: ["sad", "sad", "flat"]}, {WORDS: ["flat", "tired"]}, {WORDS: []})
    most, *_ = counts(picture(WORDS, found))
    assert (most.words, most.said) == ("flat", "2 of 2")
    assert {line.words: line.said for line in counts(picture(WORDS, found))} == {
        "flat": "2 of 2",
        "sad": "1 of 2",
        "tired": "1 of 2",
    }


def test_what_only_one_workbook_answers_is_no_picture() -> None:
    found = gathered({MOOD: 3, LATER: 5, WORDS: ["sad"], FAR: "final round"}, {MOOD: 2, FAR: "final round"})
    assert {each.question.kind for each in found.pictures} == {"how_far"}
    assert gathered({MOOD: 3, LATER: 5}).pictures == ()
    assert gathered().pictures == ()


def test_workbooks_of_an_older_guide_are_shown_as_the_newer_one_says() -> None:
    older = without_patterns(GUIDE)
    answers = {WORDS: ["sad"], FAR: "final round"}
    assert {each.question.kind for each in gathered(answers, answers, guide=older).pictures} == set()
    kinds = {each.question.kind for each in gathered(answers, answers, guide=older, known=[GUIDE]).pictures}
    assert kinds == {"how_far", "feelings"}
    assert gathered(answers, answers, guide=older, known=[OTHER]).pictures == ()


def with_row(row: GridRow) -> Guide:
    """The shipped guide as it once was: with another row in a checklist."""

    def changed(page: Page) -> Page:
        fields = [
            msgspec.structs.replace(field, rows=(*field.rows, row)) if isinstance(field, Grid) else field
            for field in page.fields
        ]
        return msgspec.structs.replace(page, fields=tuple(fields))

    parts = [msgspec.structs.replace(part, pages=tuple(map(changed, part.pages))) for part in GUIDE.parts]
    return msgspec.structs.replace(GUIDE, parts=tuple(parts))


def test_rows_that_an_older_guide_had_are_shown_too() -> None:
    gathering = Gathering()
    for place, guide in enumerate((GUIDE, with_row(GridRow(id="coat", label="I had a coat.")), GUIDE)):
        rows = {"clear": "no", "coat": "yes"}
        gathering.add(Counted(f"w{place}", "", NEWEST), guide, {ROOM: {"rows": rows, "own": []}})
    found = picture(ROOM, gathering.found())
    assert found.question.lines[-1] == ("coat", "I had a coat.")
    assert found.counts["clear", "no"] == 3
    assert found.counts["coat", "yes"] == 1


def test_guides_are_shown_apart() -> None:
    gathering = Gathering()
    for place in range(4):
        guide, answers = ((GUIDE, {LATER: 2}), (OTHER, {"end.now.mood": 3}))[place % 2]
        gathering.add(Counted(f"w{place}", "", NEWEST), guide, answers)
    found = gathering.found()
    assert [(each.question.guide, each.asked) for each in found.pictures] == [("recovery", 2), ("after-a-flat", 2)]


def test_what_was_found_does_not_change_while_more_is_read() -> None:
    gathering = Gathering()
    for place in range(2):
        gathering.add(Counted(f"w{place}", "", NEWEST), GUIDE, {LATER: 2, WORDS: ["sad"]})
    before = gathering.found()
    gathering.add(Counted("w2", "", NEWEST), GUIDE, {LATER: 2, WORDS: ["sad"]})
    assert (before.counted, picture(LATER, before).asked, picture(WORDS, before).counts["", "sad"]) == (2, 2, 2)
    assert picture(WORDS, gathering.found()).counts["", "sad"] == 3


ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers(-1, 11) | st.text(max_size=4) | st.sampled_from(["yes", "no", "partly", "sad"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["rows", "own", "clear", "examples"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.lists(st.dictionaries(st.sampled_from([MOOD, LATER, ROOM, FAR, WORDS]), ANYTHING), max_size=5))
def test_whatever_is_kept_nothing_is_counted_more_often_than_it_was_asked(books: list[dict[str, Any]]) -> None:
    found = gathered(*books)
    assert found.counted == len(books)
    for each in found.pictures:
        assert 2 <= each.asked <= len(books)
        assert all(0 < number <= each.asked for number in each.counts.values())
        for book, words in each.books:
            assert len(of_book(each.question, book, words)) == lines_of_book(each.question, words)
            if isinstance(words, Rating):
                assert all(number is None or 0 <= number <= 10 for number in words)
