"""What was pressed is what is clicked, though the page moved under the mouse before it was let go.

A press takes the focus from where it was, and what is said there may come or go with it: a line less above the button
that was meant. Textual makes a click only where press and release met the same widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import events
from textual.errors import NoWidget

if TYPE_CHECKING:
    from textual.app import App
    from textual.geometry import Offset
    from textual.screen import Screen
    from textual.widget import Widget


@dataclass(frozen=True)
class _Press:
    """Where the mouse was pressed, on what, and where that stood."""

    screen: Screen[Any]
    at: Offset
    widget: Widget
    stood: Offset


class Mouse:
    """Remembers what was pressed, and leads the release there."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._press: _Press | None = None

    def follow(self, event: events.Event) -> events.Event:
        """Return the event as it was meant: a release where the mouse was pressed is one on what was pressed."""
        if isinstance(event, events.MouseDown):
            self._press = self._pressed(event)
        elif isinstance(event, events.MouseUp):
            press, self._press = self._press, None
            if press is not None and press.at == event.screen_offset:
                return self._moved(event, press)
        return event

    def _pressed(self, event: events.MouseDown) -> _Press | None:
        if self._app.mouse_captured is not None:
            return None
        try:
            widget, region = self._app.screen.get_widget_at(event.x, event.y)
        except NoWidget:
            return None
        return _Press(self._app.screen, event.screen_offset, widget, region.offset)

    def _moved(self, event: events.MouseUp, press: _Press) -> events.MouseUp:
        """The release as far away as what was pressed has moved, unless it is out of sight now."""
        by = press.widget.region.offset - press.stood
        x, y = event.x + by.x, event.y + by.y
        if self._app.screen is not press.screen or not press.widget.is_attached or not (by.x or by.y):
            return event
        try:
            under, _ = press.screen.get_widget_at(x, y)
        except NoWidget:
            return event
        if under is not press.widget:
            return event
        return events.MouseUp(
            event.widget, x, y, event.delta_x, event.delta_y, event.button, event.shift, event.meta, event.ctrl, x, y
        )
