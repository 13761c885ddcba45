"""Text from content files, drawn: paragraphs, emphasis and lists of Markdown, with answers piped in as plain words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from workbook.flow.piping import pieces
from workbook.ui.text import plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from workbook.flow.state import State

_EMPHASIS = {"em": "italic", "strong": "bold"}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """CommonMark reduced to what content may use. Imported late: Home draws no prose."""
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "list", "newline", "escape"])


def prose(template: str, state: State) -> Content:
    """Markdown as Content. It is parsed before answers are filled in, so a person's words are never Markdown."""
    blocks: list[Content] = []
    prefix = ""
    depth = 0
    was_in_list = False
    numbers: list[int | None] = []
    for token in _parser().parse(template):
        match token.type:
            case "bullet_list_open":
                depth += 1
                numbers.append(None)
            case "ordered_list_open":
                depth += 1
                numbers.append(1)
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
                numbers.pop()
            case "list_item_open":
                number = numbers[-1]
                prefix = "  " * (depth - 1) + ("• " if number is None else f"{number}. ")
                if number is not None:
                    numbers[-1] = number + 1
            case "inline":
                line = Content.assemble(prefix, _inline(token.children or [], state))
                gap = "" if not blocks else "\n" if depth and was_in_list else "\n\n"
                was_in_list = depth > 0
                blocks.append(Content(gap) + line)
                prefix = "  " * depth
            case _:
                pass
    return Content.assemble(*blocks)


def _inline(tokens: list[Token], state: State) -> Content:
    parts: list[Content] = []
    styles: list[str] = []
    for token in tokens:
        kind, _, side = token.type.rpartition("_")
        if side == "open" and kind in _EMPHASIS:
            styles.append(_EMPHASIS[kind])
        elif side == "close" and kind in _EMPHASIS:
            styles.pop()
        elif token.type == "softbreak":
            parts.append(Content(" "))
        elif token.type == "hardbreak":
            parts.append(Content("\n"))
        else:
            style = " ".join(styles)
            parts.extend(plain(piece.text, style) for piece in pieces(token.content, state))
    return Content.assemble(*parts)


class Prose(Static):
    """A passage of the guide, which follows the answers piped into it."""

    def __init__(self, template: str, state: State, *, classes: str = "") -> None:
        self._template = template
        self._shown = prose(template, state)
        super().__init__(self._shown, classes=f"prose {classes}")

    def show(self, state: State) -> None:
        """Draw it again if an answer in it changed."""
        if "{{" in self._template and (shown := prose(self._template, state)) != self._shown:
            self._shown = shown
            self.update(shown)
