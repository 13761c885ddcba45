"""Boxes to write in: what is typed or pasted stays, as it is, and the keyboard always gets out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from workbook.flow.plain import clean, one_line
from workbook.ui.text import plain

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size
    from textual.strip import Strip

LIMIT = 100_000
"""The most characters in one box. A longer paragraph would make every key wait."""

DRAWN = 500
"""How many lines are kept as they were drawn."""

Look = tuple[str, bool, int, str]
"""The words of a line on the screen, whether its paragraph ends there, its width, and the theme."""

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}
"""Line ends that the document beneath would split at, and drop where they stand last."""


class Writing(TextArea):
    """Many lines of writing. Tab leaves it, a paste keeps every line, and it grows with what is in it."""

    @dataclass
    class Full(Message):
        """Something was not put in: the box would have passed its limit. What was there is untouched."""

        writing: Writing

        @property
        def control(self) -> Writing:
            """The box, for `@on` selectors."""
            return self.writing

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        rows: int = 4,
        most: int = 16,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(
            self.fit(text),
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            placeholder=plain(placeholder),
            id=id,
            classes=classes,
        )
        self.set_reactive(TextArea.cursor_blink, False)
        self.rows = rows
        """How many lines high it is when there is little in it; fewer in a small window."""
        self.most = most
        """How many lines high it becomes before it scrolls by itself; fewer in a small window."""
        self._drawn: dict[Look, Strip] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all in it, not even a space."""
        return self.document.line_count == 1 and not self.document.get_line(0)

    def show_text(self, text: str) -> None:
        """Put `text` here without saying that the person changed it. Undo starts afresh."""
        if self.fit(text) != self.text:
            self.forget(text)

    def forget(self, text: str = "") -> None:
        """Put `text` in the place of what is here, and of all that undo could bring back."""
        self._drawn.clear()
        with self.prevent(TextArea.Changed):
            self.load_text(self.fit(text))

    def insert_words(self, text: str) -> None:
        """Put `text` at the cursor as if it had been typed, so that undo takes it back."""
        start, end = sorted(self.selection)
        before = self.document.get_line(start[0])[: start[1]]
        gap = " " if before and not before[-1].isspace() and not text[:1].isspace() else ""
        self.history.checkpoint()
        self.replace(gap + text, start, end, maintain_selection_offset=False)

    def replace_all(self, text: str) -> None:
        """Put `text` in the place of everything, as one change that undo takes back.

        It goes in whatever its length: it was written or drafted elsewhere, and would be lost there.
        """
        if self.fit(text) != self.text:
            self.history.checkpoint()
            super().edit(Edit(self.fit(text), (0, 0), self.document.end, False))
            self.history.checkpoint()

    def fit(self, text: str) -> str:
        """Return what `text` becomes when it is put into this box."""
        return clean(text).translate(_LINE_ENDS)

    def edit(self, edit: Edit) -> EditResult:
        """Apply an edit unless it would pass the limit; then nothing changes and `Full` says so."""
        edit.text = self.fit(edit.text)
        if edit.text and not self._has_room(edit):
            self.post_message(self.Full(self))
            return EditResult(end_location=max(edit.from_location, edit.to_location), replaced_text="")
        was_empty = self.is_empty
        done = super().edit(edit)
        if self.is_empty is not was_empty and self.placeholder:
            self.refresh(layout=True)  # a placeholder of several lines makes way, or comes back
        return done

    def _has_room(self, edit: Edit) -> bool:
        ends = self.document.line_count - 1
        held = sum(map(len, self.document.lines)) + ends
        if held + len(edit.text) <= LIMIT:
            return True
        top, bottom = sorted((edit.from_location, edit.to_location))
        return held - len(self.document.get_text_range(top, bottom)) + len(edit.text) <= LIMIT

    def action_cut(self) -> None:
        """Cut what is selected. Without a selection, TextArea would send the whole line to the clipboard unasked."""
        if not self.selection.is_empty:
            super().action_cut()

    def on_paste(self, event: events.Paste) -> None:
        """Keep every line of a paste, and turn control bytes into pictures of themselves."""
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.replace(event.text, *sorted(self.selection), maintain_selection_offset=False)

    # ----------------------------------------------------------------------------------------- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line. TextArea draws all of them anew at every key; those that look as they did need not be."""
        look = self._look(y)
        if look is None:
            return super().render_line(y)
        if look not in self._drawn:
            if len(self._drawn) >= DRAWN:
                self._drawn.clear()
            self._drawn[look] = super().render_line(y)
        return self._drawn[look]

    def _look(self, y: int) -> Look | None:
        """Return all that the look of a line depends on, or None where more plays a part: the cursor, for one."""
        wrapped, at = self.wrapped_document, y + self.scroll_offset.y
        start, end = self.selection
        if (
            self.is_empty
            or start != end
            or self.matching_bracket_location is not None
            or at >= wrapped.height
            or at == wrapped.location_to_offset(end).y
        ):
            return None
        row, column = wrapped.offset_to_location(Offset(0, at))
        line, breaks = self.document.get_line(row), wrapped.get_offsets(row)
        if "\t" in line:
            return None
        number = bisect_right(breaks, column)
        first, last = (0, *breaks)[number], (*breaks, len(line))[number]
        return line[first:last], number == len(breaks), self.size.width, self.theme

    def notify_style_update(self) -> None:
        """Draw everything anew in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    # ------------------------------------------------------------------------------------ size and sight

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return as many lines as there are, within what the field asks for and the window allows."""
        if not self.size.width:  # not yet laid out, so not yet wrapped: do it now rather than lay out twice
            self.wrapped_document.wrap(max(0, width - 1), self.indent_width)
        lines = self.wrapped_document.height
        if self.is_empty and self.placeholder:
            lines = max(lines, len(Content.from_text(self.placeholder).wrap(max(1, width))))
        least = min(self.rows, max(3, viewport.height * 2 // 5))
        most = max(least, min(self.most, viewport.height * 3 // 5))
        return max(least, min(lines, most))

    @on(TextArea.SelectionChanged)
    def _cursor_moved(self) -> None:
        if self.has_focus:
            self.call_after_refresh(self.keep_cursor_in_sight)

    def keep_cursor_in_sight(self) -> None:
        """Scroll the page along when the cursor has left what can be seen of it."""
        if not self.is_attached or not self.display:
            return
        self.scroll_cursor_visible()  # TextArea does so before it knows of a line that has just been added
        y = self.cursor_screen_offset.y
        for page in self.ancestors:
            if isinstance(page, Widget) and page.allow_vertical_scroll:
                seen = page.content_region
                away = min(0, y - seen.y) or max(0, y - seen.bottom + 1)
                if away:
                    page.scroll_relative(y=away, animate=False)
                return


class Line(Writing):
    """One line of writing, which wraps rather than scrolls away. Enter goes on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Next field", show=False, priority=True, id="writing.done"),
    ]

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        line: Line

        @property
        def control(self) -> Line:
            """The line, for `@on` selectors."""
            return self.line

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(text, placeholder=placeholder, rows=1, most=6, id=id, classes=classes)

    def fit(self, text: str) -> str:
        """Pasted lines are joined by spaces, so that none is cut off."""
        return one_line(super().fit(text))

    def forget(self, text: str = "") -> None:
        """Put `text` here, with the cursor where one would write on."""
        super().forget(text)
        self.move_cursor(self.document.end)

    def action_submit(self) -> None:
        """Say that this line is done."""
        self.post_message(self.Submitted(self))

    def select_everything(self) -> None:
        """Select the whole line, so that typing replaces it."""
        self.selection = Selection((0, 0), self.document.end)
