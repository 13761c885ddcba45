"""Markdown as a reader of it shows it: plain text, taken from what markdown-it makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

WORDS_ONLY = {
    *("text", "text_special", "softbreak", "hardbreak"),
    *("strong_open", "strong_close", "em_open", "em_close"),
}
"""The inline tokens that show nothing but words."""


def blocks(markdown: str) -> list[tuple[str, str]]:
    """Every block with text: the tag it stands in, and what it says, a line for each line shown."""
    found: list[tuple[str, str]] = []
    open_tags: list[str] = []
    for token in READER.parse(markdown):
        if token.nesting == 1:
            open_tags.append(token.tag)
        elif token.nesting == -1:
            open_tags.pop()
        elif token.type == "inline":
            found.append((_tag(open_tags), "".join(_said(token.children or []))))
        else:
            found.append((token.type, token.content))
    return found


def text(markdown: str) -> str:
    """What the paragraphs of this Markdown say, an empty line between them. Fails where there is more."""
    found = blocks(markdown)
    assert {tag for tag, _ in found} <= {"p"}, found
    return "\n\n".join(words for _, words in found)


def _tag(open_tags: Sequence[str]) -> str:
    return "li" if "li" in open_tags else open_tags[-1]


def _said(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "html_inline":
            assert token.content == "<br>", token
            yield "\n"
        else:
            assert token.type in WORDS_ONLY, token
            yield "\n" if token.type in ("softbreak", "hardbreak") else token.content
