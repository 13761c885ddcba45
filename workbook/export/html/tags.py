"""Writing HTML in which what people and content files wrote can only ever be text."""

from __future__ import annotations

import re
from html import escape

from workbook.flow.plain import clean, one_line

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def words(text: str) -> str:
    """Any text as text: nothing in it is a tag, and no control character is left."""
    return escape(clean(text))


def line(text: str) -> str:
    """The same on one line, for headings and for what stands in quotes in a tag."""
    return escape(one_line(text).strip())


def paragraphs(text: str) -> str:
    """Text of any number of lines: an empty line ends a paragraph, and every other line end is kept by the style."""
    blocks = clean(text).strip("\n").split("\n\n")
    return "".join(f'<p class="words" dir="auto">{escape(each)}</p>\n' for each in blocks)


def moment(iso: str, said: str) -> str:
    """A day or a time, for people and for programs."""
    return f'<time datetime="{line(iso)}">{line(said)}</time>'


def lang(language: str) -> str:
    """A `lang` for a tag, from what a guide says; nothing where that is no language."""
    return f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
