"""Text from content files, drawn: paragraphs, emphasis and lists of Markdown, with answers piped in as plain words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from workbook.flow.piping import piped, pipes
from workbook.ui.text import plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from workbook.flow.state import State

_EMPHASIS = {"em": "italic", "strong": "bold"}
_PLACES = 0xE000
"""The first private character: each pipe stands aside as one while the Markdown is parsed."""
_PLACE = re.compile("([\ue000-\uf8ff])")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """CommonMark reduced to what content may use. Imported late: Home draws no prose."""
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "list", "newline", "escape"])


def prose(template: str, state: State) -> Content:
    """Markdown as Content. Only the guide's own text is Markdown; what is piped in stays as it is."""
    aside, said = _set_aside(template, state)
    blocks: list[Content] = []
    prefix = ""
    depth = 0
    was_in_list = False
    numbers: list[int | None] = []
    for token in _parser().parse(aside):
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
                line = Content.assemble(prefix, _inline(token.children or [], said))
                gap = "" if not blocks else "\n" if depth and was_in_list else "\n\n"
                was_in_list = depth > 0
                blocks.append(Content(gap) + line)
                prefix = "  " * depth
            case _:
                pass
    return Content.assemble(*blocks)


def _set_aside(template: str, state: State) -> tuple[str, list[str]]:
    """The template with a private character in the place of each pipe, and what those pipes say."""
    parts: list[str] = []
    said: list[str] = []
    done = 0
    for pipe in pipes(template):
        parts += [template[done : pipe.start], chr(_PLACES + len(said))]
        said.append(piped(pipe.path, state) or " ".join(pipe.fallback.split()))
        done = pipe.end
    return "".join([*parts, template[done:]]), said


def _inline(tokens: list[Token], said: list[str]) -> Content:
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
            parts.extend(plain(_words(part, said), style) for part in _PLACE.split(token.content) if part)
    return Content.assemble(*parts)


def _words(part: str, said: list[str]) -> str:
    """A stretch of the guide's own text, or what the pipe that stands here says."""
    place = ord(part) - _PLACES if _PLACE.fullmatch(part) else -1
    return said[place] if 0 <= place < len(said) else part


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
