"""Words on screen: never read as markup, never able to reach the terminal as instructions."""

from __future__ import annotations

from textual.content import Content

from workbook.flow.plain import clean


def plain(text: str, style: str = "") -> Content:
    """The one way in which people's words and content files become something Textual draws."""
    content = Content(clean(text))
    return content.stylize(style) if style else content
