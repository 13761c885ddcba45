"""Text from content is Markdown; what is piped into it never is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from workbook.flow.state import Around, State
from workbook.ui.widgets.prose import prose

if TYPE_CHECKING:
    from workbook.guide.model import Guide


def state(guide: Guide, company: str = "") -> State:
    answers = {"open.interview.company": company} if company else {}
    return State(guide, answers, Around(today=date(2026, 11, 22), begun=date(2026, 11, 22)))


def test_paragraphs_emphasis_and_lists(guide: Guide) -> None:
    drawn = prose("One *two*\nthree.\n\n- four\n- **five**", state(guide))
    assert drawn.plain == "One two three.\n\n• four\n• five"
    assert {str(span.style) for span in drawn.spans} == {"italic", "bold"}


def test_an_ordered_list_counts(guide: Guide) -> None:
    assert prose("1. one\n2. two", state(guide)).plain == "1. one\n2. two"


@pytest.mark.parametrize("name", ["*Acme*", "[b]Acme[/b]", "[/]", "{{open.interview.role|x}}", "- Acme", "`A`", "<b>"])
def test_a_persons_words_stay_as_they_are(guide: Guide, name: str) -> None:
    drawn = prose("A no from {{open.interview.company|them}}.", state(guide, name))
    assert drawn.plain == f"A no from {name}."
    assert not drawn.spans


def test_a_blank_answer_uses_the_fallback(guide: Guide) -> None:
    assert prose("A no from {{open.interview.company|them}}.", state(guide, "  ")).plain == "A no from them."


def test_control_bytes_become_pictures(guide: Guide) -> None:
    assert prose("{{open.interview.company|x}}", state(guide, "a\x1b[31mb")).plain == "a␛[31mb"


@pytest.mark.parametrize("text", ["[link](https://example.org)", "![image](x.png)", "<script>", "`code`", "# heading"])
def test_other_markdown_is_only_text(guide: Guide, text: str) -> None:
    assert prose(text, state(guide)).plain == text


@pytest.mark.parametrize("fallback", ["that\nfeeling", "*that* one", "1. one", "a_b_c"])
def test_a_fallback_is_only_text_wherever_its_line_breaks(guide: Guide, fallback: str) -> None:
    drawn = prose("So: {{open.interview.company|" + fallback + "}}.", state(guide))
    assert drawn.plain == f"So: {' '.join(fallback.split())}."
    assert not drawn.spans


def test_a_pipe_inside_emphasis_keeps_its_style(guide: Guide) -> None:
    drawn = prose("So *very {{open.interview.company|them}}*.", state(guide, "A*cme"))
    assert drawn.plain == "So very A*cme."
    assert {str(span.style) for span in drawn.spans} == {"italic"}
