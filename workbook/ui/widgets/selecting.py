"""A document from which words can be taken: with the keyboard by answer, page or line, or with the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets import units
from workbook.ui.widgets.reading import Mark, Reading
from workbook.ui.widgets.units import Spot, Stretch, nearest, within, words

if TYPE_CHECKING:
    from textual.content import Content
    from textual.selection import Selection
    from textual.strip import Strip

Unit = Literal["answer", "page", "line"]

BAR = "▌"
"""Stands in the margin beside what is selected."""


@dataclass(frozen=True)
class Selected:
    """What is selected with the keyboard: the unit that keys move by, where they are, and where they began."""

    unit: Unit
    head: Spot
    tail: Spot | None = None
    """Where the selection was begun; None while it moves as a whole."""


class SelectableReading(Reading):
    """Reading with a selection. What is to be copied is handed on; only the screen knows a clipboard."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "select", "Select words", show=False, id="reading.select"),
        Binding("y", "copy", "Copy", show=False, id="reading.copy"),
        Binding("p", "select_page", "Select the page", show=False, id="reading.page"),
        Binding("shift+down,J", "extend(1)", "Select a line more", show=False, id="reading.more"),
        Binding("shift+up,K", "extend(-1)", "Select a line less", show=False, id="reading.less"),
        Binding("space", "space", "Page down", show=False, id="reading.space"),
    ]

    @dataclass
    class SelectionChanged(Message):
        """Something else is selected, or nothing any more."""

        selected: Selected | None

    @dataclass
    class Copied(Message):
        """The person asked for these words."""

        words: str
        what: str
        """What they are, such as `This answer`; never any of them."""

    selected: Selected | None = None
    came_to: Spot | None = None
    """What the person went to last, such as a hit: selecting begins there while that is in sight."""

    # ---------------------------------------------------------------------------------------- by the keyboard

    def _stretches(self, unit: Unit) -> list[Stretch]:
        match unit:
            case "answer":
                return units.answers(self.blocks)
            case "page":
                return units.pages(self.blocks)
            case _:
                return units.lines(self.fallen.lines)

    @property
    def stretch(self) -> Stretch | None:
        """From where to where is selected with the keyboard."""
        chosen = self.selected
        stretches = self._stretches(chosen.unit) if chosen else []
        if chosen is None or not stretches:
            return None
        ends = sorted(nearest(stretches, spot) for spot in (chosen.head, chosen.tail or chosen.head))
        return Stretch(stretches[ends[0]].start, stretches[ends[1]].end)

    def select(self, selected: Selected | None) -> None:
        """Select something else, and bring it into sight; None ends it."""
        self.selected = selected
        stretch = self.stretch
        if stretch is None:
            self.selected = None
            self.mark("selected", ())
        else:
            made = within(self.blocks, stretch)
            self.mark("selected", (Mark(*each, "reading--selected", BAR) for each in made))
            self.bring_into_sight(self.selected.head if self.selected else stretch.start)
        self.post_message(self.SelectionChanged(self.selected))

    def action_select(self) -> None:
        """Begin with the answer that was found, or the first in sight; again, go by lines, or by answers."""
        if self.selected is not None:
            unit: Unit = "answer" if self.selected.unit == "line" else "line"
            self.select(Selected(unit, self.selected.head))
            return
        stretches = self._stretches("answer")
        found = self._found_in_sight
        seen = [each.start for each in stretches if (each.end > found if found else self.is_in_sight(each.start))]
        if stretches:
            self.select(Selected("answer", seen[0] if seen else stretches[nearest(stretches, self.top())].start))

    @property
    def _found_in_sight(self) -> Spot | None:
        return self.came_to if self.came_to is not None and self.is_in_sight(self.came_to) else None

    def action_select_page(self) -> None:
        """Select the page that the selection is on, or the one in sight."""
        self.select(Selected("page", self.selected.head if self.selected else self._found_in_sight or self.top()))

    def action_extend(self, by: int) -> None:
        """Let the selection reach a line further."""
        stretch = self.stretch
        if stretch is None or self.selected is None:
            self.action_select()
            return
        if self.selected.unit != "line":
            lines = self._stretches("line")
            head = lines[nearest(lines, stretch.end._replace(at=max(0, stretch.end.at - 1)))].start
            self.selected = Selected("line", head, stretch.start)
        elif self.selected.tail is None:
            self.selected = Selected("line", self.selected.head, self.selected.head)
        self._step(by)

    def _step(self, by: int) -> None:
        """Move by so many units: the whole selection, or its end where it was begun elsewhere."""
        chosen = self.selected
        if chosen is not None:
            stretches = self._stretches(chosen.unit)
            at = max(0, min(nearest(stretches, chosen.head) + by, len(stretches) - 1))
            self.select(Selected(chosen.unit, stretches[at].start, chosen.tail))

    def action_by_line(self, by: int) -> None:
        """Go by a line, or to the next unit."""
        if self.selected:
            self._step(by)
        else:
            super().action_by_line(by)

    def action_to_edge(self, by: int) -> None:
        """Go to the start or the end, with the selection if there is one."""
        super().action_to_edge(by)
        if self.selected:
            self._step(by * len(self.fallen))

    def action_space(self) -> None:
        """Go down by a page; or hold one end of the selection, so that it grows; or let go of it."""
        if self.selected is None:
            self.action_by_page(1)
        else:
            tail = None if self.selected.tail else self.selected.head
            self.select(Selected(self.selected.unit, self.selected.head, tail))

    def action_copy(self) -> None:
        """Copy what is selected, by keyboard or mouse; else show what would be copied first."""
        stretch, chosen = self.stretch, self.selected
        if stretch is not None and chosen is not None:
            known = {"answer": "This answer", "page": "This page"} if chosen.tail is None else {}
            said = known.get(chosen.unit, "The selection")
            self.post_message(self.Copied(words(self.blocks, stretch), said))
            self.select(None)
        elif taken := self.mouse_words():
            self.post_message(self.Copied(taken, "The selection"))
        else:
            self.action_select()

    # ----------------------------------------------------------------------------------------- by the mouse

    def mouse_words(self) -> str:
        """The words selected with the mouse."""
        selection = self.text_selection
        found = self.get_selection(selection) if selection is not None else None
        return found[0] if found else ""

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words between two places on lines, lines joined that only the window broke."""
        last = len(self.fallen) - 1
        start, end = selection
        first_line = 0 if start is None else start.y
        last_line = last if end is None else min(end.y, last)
        if first_line > last_line:
            return None
        begin = self._spot_at(first_line, 0 if start is None else start.x)
        finish = self._spot_at(last_line, None if end is None else end.x)
        return words(self.blocks, Stretch(begin, finish)), "\n"

    def _spot_at(self, index: int, x: int | None) -> Spot:
        """The place at a character of a drawn line; with None, at its end."""
        spot = Spot(self.fallen.lines[index].block, 0)
        places = self.fallen.places_on(index)
        for at, start, end in places:
            if x is None or x >= at:
                spot = spot._replace(at=end if x is None else min(end, start + x - at))
            elif at == places[0][0]:
                spot = spot._replace(at=start)
        if not places:  # a blank line after a passage
            spot = spot._replace(at=len(self.blocks[spot.block].text))
        return spot

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what the mouse selects."""
        self.refresh()

    def draw(self, index: int) -> Content:
        """One line of the document, with what the mouse selects marked like any selection."""
        content = super().draw(index)
        span = self.text_selection.get_span(index) if self.text_selection is not None else None
        if span is None:
            return content
        start, end = span
        style = self.get_visual_style("reading--selected", partial=True)
        return content.stylize(style, start, len(content.plain) if end == -1 else end)

    def render_line(self, y: int) -> Strip:
        """Draw a line that knows where each of its characters is, so that the mouse can select."""
        return super().render_line(y).apply_offsets(0, y + self.scroll_offset.y)
