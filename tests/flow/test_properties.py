"""What holds for every guide, whatever is answered in whatever order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.flow import fields
from workbook.flow.conditions import holds
from workbook.flow.document import document
from workbook.flow.lookup import value, words
from workbook.flow.notes import notes, timer_minutes
from workbook.flow.piping import fill, pieces
from workbook.flow.progress import outline, progress
from workbook.flow.suggest import cell_suggestions, letter, prefill, suggested_day, suggestions
from workbook.flow.summaries import follow_ups, summary
from workbook.flow.values import is_blank
from workbook.flow.walk import forward, go, is_last, next_page, previous_page, resume_page, shown_pages
from workbook.guide.model import Choice, Condition, Date, Grid, Letter, LongText, Summary, Table, Text

from .sample_guide import GUIDE
from .states import state
from .strategies import JSON, LETTERS, WORDS, answers_for, begin, foreign_answers, guides, steps

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from workbook.flow.state import State
    from workbook.guide.model import Guide

# A slow machine is no failure, and a walk says more than many short examples.
walking = settings(deadline=None, max_examples=60)

any_guide = st.just(GUIDE) | guides()


def answer_here(data: DataObject, here: State) -> State:
    """Answer some of the questions this page asks."""
    asked = [place for place in fields.shown_fields(here, here.here) if not isinstance(place.field, Summary)]
    given_now = {place.ref: data.draw(answers_for(place.field)) for place in asked if data.draw(st.booleans())}
    return replace(here, answers={**here.answers, **given_now})


def part_of(page_ref: str) -> str:
    return page_ref.partition(".")[0]


def walk(here: State, guide: Guide, data: DataObject) -> list[State]:
    """Every state of a walk of answers, next, back and jumps."""
    states = [here]
    for step in data.draw(steps(guide)):
        match step.does:
            case "answer":
                here = replace(here, answers={**here.answers, step.ref: step.answer})
            case "next":
                here, _ = forward(here)
            case "back":
                here = go(here, previous_page(here) or here.here)
            case "jump":
                here = go(here, step.ref)
        states.append(here)
    return states


@walking
@given(guide=any_guide, data=st.data())
def test_next_always_reaches_the_end(guide: Guide, data: DataObject) -> None:
    order = list(guide.pages)
    here, _ = forward(walk(begin(guide), guide, data)[-1])
    for _ in order:
        here = answer_here(data, here)
        if is_last(here):
            break
        ahead, _ = forward(here)
        # Each step goes on, so that there can be no circle.
        assert order.index(ahead.here) > order.index(here.here)
        here = ahead
    assert is_last(here)


@walking
@given(guide=any_guide, data=st.data())
def test_back_undoes_next(guide: Guide, data: DataObject) -> None:
    for here in walk(begin(guide), guide, data):
        ahead, _ = forward(here)
        if here.here and ahead.here != here.here:
            assert previous_page(ahead) == here.here
            back = go(ahead, here.here)
            assert next_page(back) == ahead.here
            assert back.answers == ahead.answers


@walking
@given(guide=any_guide, data=st.data())
def test_a_walk_to_the_end_can_be_walked_back_to_its_beginning(guide: Guide, data: DataObject) -> None:
    here, _ = forward(begin(guide))
    seen = [here.here]
    while not is_last(here := answer_here(data, here)):
        here, _ = forward(here)
        seen.append(here.here)
    while before := previous_page(here):
        seen.pop()
        assert before == seen[-1]
        here = go(here, before)
    assert len(seen) == 1


@walking
@given(guide=any_guide, data=st.data())
def test_no_answer_is_lost_by_hiding_going_back_or_changing_route(guide: Guide, data: DataObject) -> None:
    said: dict[str, object] = {}
    for before, after in pairwise(walk(begin(guide), guide, data)):
        changed = {ref: answer for ref, answer in after.answers.items() if before.answers.get(ref) != answer}
        if before.here != after.here:
            # Going on may add what stood preselected; it never replaces what was given.
            assert not changed.keys() & said.keys()
        said = {ref: answer for ref, answer in {**said, **changed}.items() if answer is not None}
        assert {ref: after.answers[ref] for ref in said} == said
        assert before.visited <= after.visited


@walking
@given(guide=any_guide, data=st.data())
def test_an_answer_stays_on_a_page_that_can_be_reached(guide: Guide, data: DataObject) -> None:
    for here in walk(begin(guide), guide, data):
        assert here.visited <= set(shown_pages(here))
        assert resume_page(here) in guide.pages
        contents = [page.ref for part in outline(here) for page in part.pages]
        assert contents == list(guide.pages)


@walking
@given(guide=any_guide, data=st.data())
def test_the_count_never_runs_backwards_and_never_hides_pages(guide: Guide, data: DataObject) -> None:
    here, _ = forward(begin(guide))
    while True:
        now = progress(here)
        here = answer_here(data, here)
        changed = progress(here)
        assert now is not None
        assert changed is not None
        assert 1 <= changed.number <= changed.total
        assert changed.number == now.number
        assert changed.total == len([ref for ref in shown_pages(here) if part_of(ref) == part_of(here.here)])
        assert changed.last == is_last(here)
        if changed.last:
            break
        ahead, _ = forward(here)
        then = progress(ahead)
        assert then is not None
        assert then.number == (now.number + 1 if part_of(ahead.here) == part_of(here.here) else 1)
        here = ahead


@walking
@given(
    parts=st.lists(LETTERS, min_size=2, max_size=4),
    path=st.sampled_from([*GUIDE.fields, "person.name", "gone.page.field", "look.walk.items.0.what", ""]),
    fallback=LETTERS,
    data=st.data(),
)
def test_filling_leaves_nothing_of_a_pipe_and_changes_no_word(
    parts: list[str], path: str, fallback: str, data: DataObject
) -> None:
    here = begin(GUIDE, data.draw(foreign_answers()))
    template = f"{{{{{path}|{fallback}}}}}".join(parts)
    filled = pieces(template, here)
    assert "{{" not in "".join(piece.text for piece in filled if not piece.piped)
    assert "".join(piece.text for piece in filled) == fill(template, here)
    assert "\n" not in "".join(piece.text for piece in filled if piece.piped)


@walking
@given(words_=WORDS)
def test_a_persons_words_are_piped_as_they_are(words_: str) -> None:
    filled = fill("a {{open.facts.company|b}} c", state({"open.facts.company": words_}))
    assert "".join(filled.split()) == "".join(f"a{words_ if words_.strip() else 'b'}c".split())


@walking
@given(data=st.data())
def test_a_condition_never_fails_on_any_answer(data: DataObject) -> None:
    here = begin(GUIDE, data.draw(foreign_answers()))
    path = data.draw(
        st.sampled_from([*GUIDE.fields, "look.walk.items.what", "look.walk.items.0.call", "look.room.room.best"])
    )
    condition = Condition(
        field=path,
        column=data.draw(st.sampled_from(["", "what", "call", "went"])),
        is_=data.draw(st.none() | st.just("no") | st.just(3)),
        at_least=data.draw(st.none() | st.integers(-1, 11)),
        within_days=data.draw(st.none() | st.integers(0, 9)),
        before_today=data.draw(st.none() | st.booleans()),
        answered=data.draw(st.none() | st.booleans()),
    )
    assert holds(condition, here) != holds(Condition(not_=condition), here)


@walking
@given(data=st.data())
def test_nothing_trips_over_answers_from_elsewhere(data: DataObject) -> None:
    here = begin(GUIDE, data.draw(foreign_answers()))
    document(here)
    follow_ups(here)
    for ref in GUIDE.pages:
        there = go(here, ref)
        assert progress(there) is not None
        ahead, _ = forward(there)
        assert all(ahead.answers[kept] == said for kept, said in here.answers.items() if said is not None)
        notes(there, ref)
    for ref, place in GUIDE.fields.items():
        assert is_blank(value(here, ref)) == (not words(here, ref)) or isinstance(place.field, Date | Table | Grid)
        fields.label(place.field, here)
        prefill(place.field, here)
        match place.field:
            case Text() | LongText() as field:
                suggestions(field, here)
                if isinstance(field, LongText):
                    timer_minutes(field, here)
            case Choice() as field:
                fields.choices(field, here)
            case Date() as field:
                suggested_day(field, here)
            case Letter() as field:
                letter(field, here)
            case Summary() as field:
                summary(field, here)
            case Grid() as field:
                fields.grid_rows(field, here)
            case Table() as field:
                assert fields.max_rows(field, here) >= len(fields.given_rows(field, here))
                for column in fields.columns(field, here):
                    cell_suggestions(column, here)


@walking
@given(answers=st.dictionaries(st.sampled_from([*GUIDE.fields, "gone.page.field"]), JSON, max_size=4))
def test_the_document_leaves_out_no_answer_with_words_in_it(answers: dict[str, object]) -> None:
    said = {one.ref for part in document(state(answers)).parts for page in part.pages for one in page.entries}
    for ref, answer in answers.items():
        if isinstance(answer, str) and answer.strip() and ref not in GUIDE.steering:
            assert ref in said


@pytest.mark.parametrize("route", ["quick", "full", "talk"])
def test_every_route_visits_its_pages_once_each(route: str) -> None:
    here, _ = forward(state({"open.start.route": route}))
    seen = [here.here]
    while not is_last(here):
        here, _ = forward(here)
        seen.append(here.here)
    assert len(seen) == len(set(seen))
    assert seen == list(shown_pages(here))
