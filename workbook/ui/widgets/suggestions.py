"""Texts offered beside a field, to be picked rather than typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from workbook.flow.plain import one_line
from workbook.ui.text import plain
from workbook.ui.widgets.items import DIGITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.geometry import Size

HINT = "arrows, then Enter or Space to put it in"
ONE_HINT = "Enter or Space puts it in"
PUT_IN = "Put in. ctrl+z takes it out again."
"""What is said beside the box that an offer was put into."""
NUMBERED_HINT = "arrows and Enter, or its number"
NUMBERS_TO_COME = "Enter, then its number; or click it"
"""A number that stood there while the focus is in the box would be typed into the box."""

_GAP = 3
"""Columns between two offers on the same line."""
_LEAST_ORIGIN = 12
"""Columns below which it is not said where an offer comes from."""


class Suggestions(Widget, can_focus=True):
    """Offered texts: short ones side by side, long ones one to a line, and no room taken when there are none.

    It is one stop for the tab key; inside, the arrows choose and Enter or Space picks. A click picks as well.
    Words that are typed here are handed on, and the spaces between them pick nothing. Until it
    is focused it stays small: `rest` is then shown in place of the offers, or else the first `rows` lines.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "suggestions--lead",
        "suggestions--offer",
        "suggestions--current",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "move(-1)", "Offer before", show=False, id="suggestions.before"),
        Binding("right,down", "move(1)", "Next offer", show=False, id="suggestions.next"),
        Binding("home", "move(-9999)", "First offer", show=False, id="suggestions.first"),
        Binding("end", "move(9999)", "Last offer", show=False, id="suggestions.last"),
        Binding("enter,space", "pick", "Use this", show=False, id="suggestions.pick"),
    ]

    @dataclass
    class Picked(Message):
        """One of the offers was picked."""

        suggestions: Suggestions
        text: str
        index: int

        @property
        def control(self) -> Suggestions:
            """The suggestions, for `@on` selectors."""
            return self.suggestions

    @dataclass
    class Wrote(Message):
        """Something was typed or pasted that picks nothing: a character that begins words for the box, or all."""

        suggestions: Suggestions
        text: str

    def __init__(
        self,
        offers: tuple[str, ...],
        lead: str = "From earlier",
        *,
        rest: str = "",
        rows: int = 3,
        numbered: bool = False,
        stacked: bool = False,
        origins: Mapping[str, str] | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self.offers = offers
        self.lead = lead
        self.rest = rest
        self.rows = rows
        self.numbered = numbered
        """Whether each offer has a digit that picks it, which it shows once a digit does."""
        self.stacked = stacked
        """Whether each offer has a line of its own, be it ever so short."""
        self.origins = origins or {}
        """Where an offer comes from, said beside it where there is room."""
        self.current = 0
        self._pressed: int | None = None
        self._writing = False
        """Whether the last key was a character that picked nothing."""
        self.display = bool(offers)

    def offer(
        self, texts: tuple[str, ...], lead: str | None = None, *, origins: Mapping[str, str] | None = None
    ) -> None:
        """Offer these instead. With none it hides itself."""
        lead = self.lead if lead is None else lead
        if (texts, lead, origins or {}) == (self.offers, self.lead, self.origins):
            return
        self.offers, self.lead, self.origins = texts, lead, origins or {}
        self.current = min(self.current, max(0, len(texts) - 1))
        self.display = bool(texts)
        if self.is_attached:
            self.refresh(layout=True)

    # ----------------------------------------------------------------------------------------- picking

    def action_move(self, by: int) -> None:
        """Choose another offer."""
        self.current = max(0, min(self.current + by, len(self.offers) - 1))
        self.refresh()

    def action_pick(self) -> None:
        """Pick the chosen offer."""
        self.pick(self.current)

    def pick(self, index: int) -> None:
        """Pick the offer at `index`, if there is one."""
        if 0 <= index < len(self.offers):
            self.current = index
            self.post_message(self.Picked(self, self.offers[index], index))

    def on_key(self, event: events.Key) -> None:
        """Let a digit pick the offer it stands beside, and hand on words."""
        character = event.character if event.is_printable else None
        if character is None:
            self._writing = False
        elif self.numbered and not self._writing and character in DIGITS:
            event.stop()
            self.pick(int(character) - 1)
        elif self._writing or character != " ":
            event.stop()
            self._writing = True
            self.post_message(self.Wrote(self, character))

    def on_paste(self, event: events.Paste) -> None:
        """Hand on words that are pasted here."""
        event.stop()
        if event.text.strip():
            self.post_message(self.Wrote(self, event.text))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember what was pressed: focus may open the list, and something else be there on release."""
        self._pressed = event.style.meta.get("offer")

    def on_click(self, event: events.Click) -> None:
        """Pick what was both pressed and released."""
        event.stop()
        index = event.style.meta.get("offer")
        if index is not None and index == self._pressed:
            self.pick(index)

    def on_focus(self) -> None:
        """Show all there is, and bring it into sight."""
        self.refresh(layout=True)
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_blur(self) -> None:
        """Become small again."""
        self._writing = False
        self.refresh(layout=True)

    # ----------------------------------------------------------------------------------------- drawing

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take all the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return as many lines as the offers take now."""
        return len(self._lines(width)) if width else 0

    def render(self) -> Content:
        """Draw the lead and the offers."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        if self.rest and not self.has_focus:
            return [self._quiet(self.rest)]
        offers = [self._drawn(index, width) for index in range(len(self.offers))]
        long = any(offer.cell_length > width // 2 for offer in offers) and len(offers) > 1
        stacked = self.stacked or self.numbered or long or any(map(self.origins.get, self.offers))
        pieces = [self._quiet(self.lead), *offers]
        # Offers stay where they are when focus comes: a click presses before it and lets go after it.
        lines = [[piece] for piece in pieces] if stacked else _flow(pieces, width)
        if self.has_focus or self.numbered:
            lines.append([self._quiet(self._hint())])
        elif len(lines) > self.rows + 1:
            shown = sum(map(len, lines[: self.rows])) - 1
            lines[self.rows :] = [[self._quiet(f"and {len(offers) - shown} more")]]
        return [Content(" " * _GAP).join(line) for line in lines]

    def _hint(self) -> str:
        if not self.has_focus:
            return NUMBERS_TO_COME
        if len(self.offers) == 1:
            return ONE_HINT
        return NUMBERED_HINT if self.numbered else HINT

    def _quiet(self, words: str) -> Content:
        return plain(one_line(words)).stylize(self.get_visual_style("suggestions--lead"))

    def _drawn(self, index: int, width: int) -> Content:
        """Return one offer on one line, with an ellipsis where the line is too short for it."""
        chosen = self.has_focus and index == self.current
        # The mark shows which is chosen where there is no colour to.
        mark = "›" if chosen else "+"
        if self.numbered:
            mark = f"{mark if chosen else ' '} {index + 1}" if self.has_focus else f"  {mark}"
        words = plain(one_line(self.offers[index])).truncate(max(4, width - len(mark) - 1), ellipsis=True)
        style = self.get_visual_style("suggestions--current" if chosen else "suggestions--offer")
        drawn = (Content(f"{mark} ") + words).stylize(style)
        origin, room = self.origins.get(self.offers[index], ""), width - drawn.cell_length - _GAP
        if origin and room >= _LEAST_ORIGIN:
            drawn += Content(" " * _GAP) + self._quiet(origin).truncate(room, ellipsis=True)
        return drawn.stylize(Style.from_meta({"offer": index}))


def _flow(pieces: list[Content], width: int) -> list[list[Content]]:
    """Pieces side by side, as many on a line as fit."""
    lines: list[list[Content]] = []
    room = 0
    for piece in pieces:
        length = piece.cell_length
        if lines and length + _GAP <= room:
            lines[-1].append(piece)
            room -= length + _GAP
        else:
            lines.append([piece])
            room = width - length
    return lines
