"""The HTML stands by itself, says what it is, and holds words as words."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flow.states import state
from workbook.export.html import page
from workbook.export.html.entries import entry_html
from workbook.export.html.style import DARK, LIGHT, POLICY, STYLE
from workbook.export.html.tags import lang, line, paragraphs, words
from workbook.flow.document import DocNote, Document, document
from workbook.flow.entries import DocEntry
from workbook.flow.plain import clean

from .parsed import parsed
from .test_escaping import AWKWARD
from .test_markdown import ANSWERS, FACTS, NOTES

if TYPE_CHECKING:
    from .parsed import Element

WORDS = st.text(st.sampled_from("ab \t\n<>&\"'/=!-#;[]`\x00\x1b\u202e\ud800xl")) | st.text()
DOCUMENT = document(state(ANSWERS), NOTES)


def single() -> Element:
    return parsed(page.single(DOCUMENT, FACTS, "en-GB"))


def several() -> Element:
    titles = ["One <b>", "Two", "Three"]
    pieces = [
        page.opening(titles),
        page.one_of_several(DOCUMENT, FACTS, "de", 1),
        page.missing(titles[1], 2),
        page.one_of_several(DOCUMENT, FACTS, "?x", 3),
        page.FOOT,
    ]
    return parsed("".join(pieces))


BOTH = pytest.mark.parametrize("root", [single(), several()], ids=["one", "several"])


# ----------------------------------------------------------------------------------------- nothing from outside


@BOTH
def test_nothing_is_fetched_run_or_sent(root: Element) -> None:
    assert not root.all("script", "link", "img", "iframe", "object", "embed", "form", "input", "base", "svg", "video")
    for each in root.all():
        assert not {name for name in each.attributes if name.startswith("on")}
        assert not each.attributes.keys() & {"src", "srcset", "style", "action", "background", "poster", "data"}
        assert (each.attributes.get("href") or "#").startswith("#")
    assert not re.search(r"url\s*\(|@import|expression|\\", STYLE)


@BOTH
def test_its_own_policy_allows_its_own_style_and_nothing_else(root: Element) -> None:
    said = base64.b64encode(hashlib.sha256(root.one("style").text.encode()).digest()).decode()
    policies = [each.attributes["content"] for each in root.all("meta") if "http-equiv" in each.attributes]
    assert policies == [POLICY]
    assert f"default-src 'none'; style-src 'sha256-{said}'; base-uri 'none'; form-action 'none'" == POLICY


@BOTH
def test_every_link_leads_to_a_place_in_the_file_and_no_place_has_a_name_twice(root: Element) -> None:
    names = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
    assert len(set(names)) == len(names)
    links = [each.attributes["href"] or "" for each in root.all("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(names)


# ------------------------------------------------------------------------------------------- what things are


@BOTH
def test_there_is_one_first_heading_and_no_level_is_jumped_over(root: Element) -> None:
    levels = [int(each.tag[1]) for each in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(each.text.strip() for each in root.all("h1", "h2", "h3", "h4"))


def test_the_language_the_title_and_a_width_for_phones_are_said() -> None:
    root = single()
    assert root.one("html").attributes == {"lang": "en-GB"}
    assert root.one("title").text == FACTS.title
    metas = {each.attributes.get("name"): each.attributes["content"] for each in root.all("meta")[1:]}
    assert metas["viewport"] == "width=device-width, initial-scale=1"


def test_several_workbooks_each_say_their_language_and_follow_a_list_to_jump_by() -> None:
    root = several()
    assert root.one("html").attributes == {"lang": "en"}
    assert [each.attributes.get("lang") for each in root.all("article")] == ["de", None, None]
    assert [each.text for each in root.one("nav").all("a")] == ["One <b>", "Two", "Three"]
    assert "could not be read" in root.all("article")[1].text


@BOTH
def test_tables_have_a_caption_and_every_head_cell_says_what_it_heads(root: Element) -> None:
    assert root.all("table")
    for table in root.all("table"):
        assert table.one("caption").text.strip()
        assert all(each.attributes.get("scope") in ("col", "row") for each in table.all("th"))
        assert table.all("th"), "a table without a head"
        widths = {len(row.all("th", "td")) for row in table.all("tr")}
        assert len(widths) == 1


def entry_of(label: str) -> Element:
    found = [each for each in single().all("div") if (each.attributes.get("class") or "").startswith("entry")]
    return next(each for each in found if label in [part.text for part in each.all("p", "caption")])


def test_every_kind_of_answer_is_what_it_is() -> None:
    assert [each.text for each in entry_of("I feel").all("li")] == ["rather low", "1. wist\nful"]
    moments = entry_of("Moments").one("table")
    assert [each.text for each in moments.all("th")] == ["Moment", "What happened", "How it went"]
    assert [each.text for each in moments.all("td")] == ["a | b\nc", "*x*", "", "the goodbye", "", "hard"]
    assert [each.attributes["data-label"] for each in moments.all("td")][:2] == ["Moment", "What happened"]
    room = entry_of("In the room").one("table")
    assert [each.text for each in room.all("th")] == ["My voice and face matched.", "I gave my best.", "mine"]
    assert [each.text for each in room.all("td")] == ["partly", "yes", ""]
    letter = entry_of("Your request").one("dl")
    assert [(each.tag, each.text.strip()) for each in letter.all("dt", "dd")] == [
        *[("dt", "Subject"), ("dd", "S"), ("dt", "Body"), ("dd", "Hello,\nbye")],
    ]
    assert [each.text for each in entry_of("A plan for it").all("p")][1:] == ["If it comes", "then I breathe"]
    assert entry_of("When did you hear?").one("time").attributes == {"datetime": "2026-11-10"}
    assert not entry_of("Another one coming up?").all("time"), "not a day yet"


def test_ratings_stand_side_by_side_under_earlier_and_now() -> None:
    tables = [each for each in single().all("table") if each.attributes["class"] == "ratings"]
    assert [[each.text for each in table.all("caption", "th", "td")] for table in tables] == [
        ["Mood?", "Earlier", "Now", "0", "7"]
    ]


def test_an_earlier_answer_stands_above_one_that_is_a_list() -> None:
    made = parsed(entry_html(DocEntry("a.b.c", "Which?", "checklist", ["x"], items=("x",), before="y, z"), ""))
    assert [each.text for each in made.all("p", "li")] == ["Which?", "Earlier: y, z", "x"]


def test_a_table_whose_question_is_blank_is_called_like_its_page() -> None:
    made = parsed(entry_html(DocEntry("a.b.c", " ", "table", [], columns=("A",), rows=(("x",),)), "The page"))
    assert made.one("caption").text == "The page"


def test_notes_and_days_have_their_time_for_programs() -> None:
    section = single().all("section")[-1]
    assert [each.attributes["datetime"] for each in section.all("time")] == [NOTES[0].at.isoformat()]
    when = [each.attributes["datetime"] for each in single().all("time")][:2]
    assert when == [FACTS.begun.isoformat(), FACTS.completed and FACTS.completed.isoformat()]


def test_a_part_without_a_title_leaves_no_gap_between_headings() -> None:
    bare = document(state({"open.facts.company": "Acme"}))
    (part,) = bare.parts
    root = parsed(page.single(replace(bare, parts=(replace(part, title=""),)), FACTS, "en"))
    assert [each.tag for each in root.all("h1", "h2", "h3")] == ["h1", "h2"]


# ------------------------------------------------------------------------------------------- words are words


def said(text: str) -> str:
    return clean(text).strip("\n")


@given(WORDS)
def test_paragraphs_say_whatever_was_typed_and_hold_nothing_else(text: str) -> None:
    made = parsed(paragraphs(text))
    assert {each.tag for each in made.all()} <= {"p"}
    assert "\n\n".join(each.text for each in made.all("p")) == said(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", paragraphs(text))


@given(WORDS)
def test_nothing_typed_becomes_an_element_or_an_attribute(text: str) -> None:
    made = parsed(f'<td data-label="{line(text)}">{words(text)}</td>')
    (cell,) = made.all()
    assert cell.attributes == {"data-label": clean(text).replace("\n", " ").replace("\t", " ").strip()}
    assert cell.text == clean(text)


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_words_everywhere_in_a_workbook_come_back_as_text(text: str) -> None:
    everywhere = {
        "open.facts.company": text,
        "open.facts.news": {"text": text, "day": None},
        "look.words.words": [text],
        "look.walk.moments": [{"moment": "m", "happened": text}],
        "look.room.room": {"rows": {}, "own": [{"text": text, "choice": text}]},
        "look.ask.email": {"subject": text, "body": text},
        "rest.write.text": text,
        "rest.plan.plan": {"if": text, "then": text},
        f"gone.{text}.away": text,
    }
    plain = parsed(page.single(document(state(dict.fromkeys(everywhere, "x"))), FACTS, "en"))
    root = parsed(page.single(document(state(everywhere), NOTES), FACTS, "en"))
    assert {each.tag for each in root.all()} <= {each.tag for each in plain.all()} | {
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "dl", "dt", "dd", "span", "h2", "h3"),
    }
    for part in said(text).strip().split("\n\n"):
        assert root.text.count(part.strip("\n")) >= 9


@given(st.text())
def test_a_language_is_a_language_or_left_out(text: str) -> None:
    assert re.fullmatch(r'( lang="[A-Za-z0-9-]+")?', lang(text))


# ----------------------------------------------------------------------------------------------------- looks


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_have_a_contrast_of_seven_to_one(colours: dict[str, str]) -> None:
    for name in ("ink", "quiet", "accent"):
        assert contrast(colours[name], colours["paper"]) >= 7
    assert contrast(colours["rule"], colours["paper"]) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_paper_and_the_dark_are_thought_of() -> None:
    for needed in ("@page", "@media print", "prefers-color-scheme: dark", "break-after: avoid", "break-inside: avoid"):
        assert needed in STYLE


def test_a_note_is_words_too() -> None:
    note = DocNote(NOTES[0].at, "1 December 2026", "<b>x</b>")
    root = parsed(page.single(Document((), (note,)), FACTS, "en"))
    assert not root.all("b")
    assert "<b>x</b>" in root.text
