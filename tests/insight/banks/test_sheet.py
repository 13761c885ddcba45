"""One page for the next interview: it fits, it says what it leaves out, and it names nobody unasked."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.insight.banks.making import ASK, CONTACTS, PICKS, SNAG, STRENGTHS, asked, book
from workbook.export.sheet import markdown, text
from workbook.insight.banks.sheet import LINES, WIDTH, Sheet, sheet
from workbook.insight.banks.shelves import gathered

DAY = date(2026, 11, 22)
FULL = {
    STRENGTHS: [{"strength": "I stay calm", "proof": "The van broke down and Kim Baker saw it"}, {"strength": "Quick"}],
    ASK: "Who would I sit with?",
    PICKS: [{"thing": "Pace", "if": "I speed up", "then": "I breathe"}, {"thing": "Camera"}],
    SNAG: {"if": "they ask why I left", "then": "two sentences"},
    CONTACTS: [{"name": "Kim Baker", "how": "email"}],
    **asked("Why us?", better="The buses", answer="Um"),
}


def of(*answers: dict[str, Any], names: bool = False) -> Sheet:
    return sheet(gathered([book(each, number) for number, each in enumerate(answers)]), names=names)


def test_it_holds_strengths_with_proof_answers_questions_to_ask_and_plans() -> None:
    page = text(of(FULL), DAY)
    assert "- I stay calm\n  The van broke down and … saw it\n- Quick\n" in page
    assert "- Why us?\n  The buses\n" in page
    assert "Um" not in page, "what was said at the time is no answer for next time"
    assert "- Who would I sit with?\n" in page
    assert "- If I speed up, then I breathe\n" in page
    assert "- If they ask why I left, then two sentences\n" in page
    assert "Camera" not in page, "a plan without what to do is none yet"


def test_its_day_is_said_to_be_that_of_the_writing_and_not_of_the_interview() -> None:
    first = text(of(FULL), DAY).splitlines()[0]
    assert first.startswith("For the next interview ")
    assert first.endswith(" written 22 November 2026")
    assert len(first) == WIDTH
    assert markdown(of(FULL), DAY).startswith("# For the next interview\n\n*written 22 November 2026*\n")


def test_names_of_people_are_left_out_unless_asked_for() -> None:
    without, with_names = text(of(FULL), DAY), text(of(FULL, names=True), DAY)
    assert "Kim" not in without
    assert "Baker" not in without
    assert "Names of people you noted are left out." in without
    assert "Kim Baker saw it" in with_names
    assert "left out" not in with_names
    assert "email" not in with_names, "people themselves are not on the page"


def test_names_noted_anywhere_in_a_workbook_are_left_out() -> None:
    people = {"evaluate.feedback.people": [{"who": "Lou Price", "role": "recruiter"}]}
    page = text(of(people | {STRENGTHS: [{"strength": "Calm", "proof": "Lou said so"}]}), DAY)
    assert "Lou" not in page


def test_a_name_is_no_part_of_a_longer_word_and_a_sentence_is_no_name() -> None:
    contacts = {CONTACTS: [{"name": "Al"}, {"name": "Somebody who was kind to me there"}]}
    page = text(of(contacts | {STRENGTHS: [{"strength": "Always kind to me"}]}), DAY)
    assert "- Always kind to me" in page


def test_the_question_met_most_often_comes_first() -> None:
    books = [asked("Once?", better="x"), asked("Often?", better="y", kind="comes up a lot")]
    page = text(of(*books, asked("Last?", better="z")), DAY)
    assert page.index("Often?") < page.index("Last?") < page.index("Once?")


def test_what_there_is_no_room_for_is_counted_and_what_is_cut_is_said() -> None:
    books = [{STRENGTHS: [{"strength": f"Strength {number}", "proof": "x " * 400}]} for number in range(60)]
    made = of(*books)
    shown = sum(len(section.items) for section in made.sections)
    assert made.more == f"More in your workbooks: {60 - shown} strengths."
    assert "What ends in … is longer in your workbooks." in made.notes


def test_nothing_makes_no_section() -> None:
    assert of({}) == of() == Sheet(())


WORDS = st.text(max_size=900) | st.sampled_from(["word " * 150, "w" * 500, "1. x", "- y", "# z", "*a*", "[b]"])


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=40))
def test_it_fits_one_page_whatever_was_written(rows: list[tuple[str, str, str]]) -> None:
    books = [
        {
            STRENGTHS: [{"strength": one, "proof": two}],
            ASK: three,
            PICKS: [{"thing": one, "if": two, "then": three}],
            **asked(one, better=two),
        }
        for one, two, three in rows
    ]
    page = text(of(*books), DAY).splitlines()
    assert len(page) <= LINES
    assert all(len(line) <= WIDTH for line in page)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=6))
def test_as_markdown_it_is_lists_under_headings_and_nothing_else(rows: list[tuple[str, str]]) -> None:
    made = of({STRENGTHS: [{"strength": one, "proof": two} for one, two in rows]})
    kinds = {token.type for token in MarkdownIt("commonmark").parse(markdown(made, DAY))}
    assert not kinds & {"code_block", "fence", "html_block", "ordered_list_open", "blockquote_open", "hr"}
    inner = [token for token in MarkdownIt("commonmark").parse(markdown(made, DAY)) if token.type == "heading_open"]
    assert len(inner) == 1 + len(made.sections)
