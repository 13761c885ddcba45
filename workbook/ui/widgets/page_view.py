"""One page of the wizard: its text, its fields, and the notes that appear as they become true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from workbook.flow.conditions import holds
from workbook.flow.fields import choices, shown_fields
from workbook.flow.lookup import value, words
from workbook.flow.notes import notes
from workbook.guide.model import Choice, Summary
from workbook.ui.fields.make import make_field
from workbook.ui.text import plain
from workbook.ui.widgets.left_plan import LeftPlanCard
from workbook.ui.widgets.prose import Prose, prose
from workbook.ui.widgets.scrolled import Scrolled
from workbook.ui.widgets.steady import Steady
from workbook.ui.widgets.support_card import SupportCard

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from workbook.flow.state import State
    from workbook.ui.fields.base import FieldWidget


RECALLED = 240
"""The most characters of one earlier answer that are kept in sight."""


class PageView(Scrolled, can_focus=False):
    """A page, scrolled by itself. It stays mounted once it was shown, so nothing on it is lost by going elsewhere."""

    @dataclass
    class Offered(Message):
        """A button that a chosen option offers: `stop`, or the ref of a page to go to."""

        target: str

    def __init__(self, page_ref: str, state: State, *, only_late: bool = False) -> None:
        super().__init__(classes="page -late" if only_late else "page", id=f"page-{page_ref.replace('.', '-')}")
        self.page_ref = page_ref
        self.was_shown = False
        self.state = state
        self.part, self.page = state.guide.pages[page_ref]
        self._places = [
            place
            for place in state.guide.fields.values()
            if place.page_ref == page_ref and (place.field.after_completion or not only_late)
        ]
        self._shown = {place.ref for place in shown_fields(state, page_ref)}
        self.field_widgets: dict[str, FieldWidget] = {}
        self._body = Prose(self.page.body, state, classes="body") if self.page.body else None
        self._passages: list[Prose] = [self._body] if self._body is not None else []
        self._notes: dict[str, Static] = {}
        self._recall = Steady(classes="recall")
        self._offers = Vertical(classes="offers")
        self._offered: tuple[tuple[str, str], ...] = ()
        self._last_focus: Widget | None = None
        self._left_plan = LeftPlanCard() if page_ref == next(iter(state.guide.pages)) and not only_late else None

    # --------------------------------------------------------------------------------------------- composing

    def compose(self) -> ComposeResult:
        """Title and text first, then each field with the notes that belong to it, then what stays quiet."""
        if self.part.pages[0] is self.page and self.part.intro:
            yield self._passage(self.part.intro, "intro")
        if self.page.title != self.part.title:
            title = plain(self.page.title, "bold")
            if self.page.optional:
                title = title.append(plain("  optional", "$text-muted"))
            yield Static(title, classes="page-title")
        greets = False
        if self._left_plan is not None:
            greets = self._left_plan.show(self.state.around.left_plan)
            yield self._left_plan
        if self._body is not None and not greets:
            yield self._body
        self._show_recall()
        yield self._recall
        if not greets:
            yield from self._note_slot("")
        for place in self._places:
            widget = make_field(place, self.state)
            widget.display = place.ref in self._shown
            self.field_widgets[place.ref] = widget
            yield widget
            yield from self._note_slot(place.field.id)
        if self.page.support_when is not None and self.state.guide.support is not None:
            yield SupportCard(self.state.guide.support)
        yield self._offers
        if greets:
            if self._body is not None:
                yield self._body
            yield from self._note_slot("")
        if self.page.tip:
            yield self._passage(self.page.tip, "tip")

    def _passage(self, template: str, name: str) -> Prose:
        passage = Prose(template, self.state, classes=name)
        self._passages.append(passage)
        return passage

    def _note_slot(self, after: str) -> ComposeResult:
        slot = Steady(classes="note")
        slot.display = False
        self._notes[after] = slot
        yield slot

    def on_mount(self) -> None:
        """Show what is true from the start."""
        self._show_notes()
        self._show_offers()

    # --------------------------------------------------------------------------------------------- following

    def show(self, state: State, *, changed: str = "") -> None:
        """Follow the answers. `changed` is the field just answered, which knows already."""
        self.was_shown = True
        self.state = state
        self._shown = {place.ref for place in shown_fields(state, self.page_ref)}
        for ref, widget in self.field_widgets.items():
            if widget.display != (ref in self._shown):
                widget.display = ref in self._shown
            if ref != changed and widget.is_mounted:
                widget.show(state)
        for passage in self._passages:
            passage.show(state)
        self._show_left_plan()
        self._show_recall()
        self._show_notes(changed)
        self._show_offers()

    def _show_left_plan(self) -> None:
        """Greet with the plan from last time, from the top of the page as far as what there is to choose leaves room.

        The text and its notes, which somebody with such a plan has read before, go below that.
        """
        card = self._left_plan
        if card is not None and card.show(self.state.around.left_plan):
            self.move_child(self._notes[""], after=self._offers)
            if self._body is not None:
                self.move_child(self._body, after=self._offers)
            self.call_after_refresh(self.call_after_refresh, self._show_top)

    def _show_top(self) -> None:
        """Show the top of the page, with the control that has the focus in sight."""
        self.scroll_home(animate=False, immediate=True)
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            focused.scroll_visible(animate=False, immediate=True)

    def _show_recall(self) -> None:
        lines = [shortened(line) for path in self.page.recall if (line := words(self.state, path))]
        self._recall.display = bool(lines)
        if lines:
            self._recall.update(plain("Earlier you wrote\n", "$text-muted").append(plain("\n".join(lines))))

    def _show_notes(self, changed: str = "") -> None:
        """Show the notes that hold. One that the person just brought about is scrolled into sight."""
        shown: dict[str, list[str]] = {}
        for note in notes(self.state, self.page_ref):
            shown.setdefault(note.after, []).append(note.text)
        for after, slot in self._notes.items():
            texts = shown.get(after)
            if texts:
                slot.update(prose("\n\n".join(texts), self.state))
            if texts and not slot.display and changed.endswith(f".{after}"):
                self.call_after_refresh(slot.scroll_visible, animate=False)
            slot.display = bool(texts)

    def _show_offers(self) -> None:
        """The buttons that the chosen options of this page offer."""
        offered = tuple(
            (self._offer_text(option.offers), option.offers)
            for place in self._places
            if isinstance(place.field, Choice) and place.ref in self._shown
            for option in choices(place.field, self.state)
            if option.offers and option.value == value(self.state, place.ref)
        )
        if offered != self._offered:
            self._offered = offered
            self._offers.remove_children()
            self._offers.mount_all(OfferButton(text, target) for text, target in offered)
        self._offers.display = bool(offered)

    def _offer_text(self, target: str) -> str:
        """What a button says that does what a chosen option offers."""
        if target == "stop":
            return "Save and stop for today"
        return f"Go to “{self.state.guide.pages[target][1].title}”" if target in self.state.guide.pages else target

    @property
    def looks_across(self) -> bool:
        """Whether something on this page is worked out across workbooks."""
        return any(isinstance(field, Summary) and field.of == "patterns" for field in self.page.fields)

    @property
    def wants_support(self) -> bool:
        """Whether the answers on this page say that people to talk to should be offered."""
        return self.page.support_when is not None and holds(self.page.support_when, self.state, self.page_ref)

    def offer_support(self, *, offer: bool = True) -> None:
        """Bring out the card with people to talk to, or put it away where the answer has changed."""
        for card in self.query(SupportCard):
            if offer and not card.display:
                self.call_after_refresh(card.scroll_visible, animate=False)
            card.display = offer

    @property
    def offers_support(self) -> bool:
        """Whether the card is out."""
        return any(card.display for card in self.query(SupportCard))

    # ---------------------------------------------------------------------------------------------- focusing

    def first_focus(self) -> Widget | None:
        """The first control on the page that takes an answer."""
        return next(
            (
                target
                for ref, widget in self.field_widgets.items()
                if ref in self._shown and (target := widget.first_focus()) is not None
            ),
            None,
        )

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where the person is on this page."""
        self._last_focus = event.widget

    def focus_again(self) -> Widget | None:
        """Where the person was on this page, if that is still there to go to; else the first control."""
        last = self._last_focus
        is_there = last is not None and last.is_attached and last.focusable
        if last is not None and is_there and all(node.display for node in _within(last, self)):
            return last
        return self.first_focus()

    def focus_after(self, field: FieldWidget) -> bool:
        """Focus the next field that takes an answer. False when `field` was the last."""
        refs = [ref for ref in self.field_widgets if ref in self._shown]
        for ref in refs[refs.index(field.place.ref) + 1 :]:
            target = self.field_widgets[ref].first_focus()
            if target is not None:
                self.screen.set_focus(target)
                return True
        return False

    @on(Button.Pressed, ".offer")
    def offer_pressed(self, event: Button.Pressed) -> None:
        """Pass on what the button offers."""
        event.stop()
        if isinstance(event.button, OfferButton):
            self.post_message(self.Offered(event.button.target))


def _within(widget: Widget, page: PageView) -> list[Widget]:
    """A widget and everything around it, up to its page."""
    around = [node for node in widget.ancestors_with_self if isinstance(node, Widget)]
    return around[: around.index(page)]


def shortened(words: str) -> str:
    """As much of an earlier answer as stands beside a page without pushing it away."""
    return words if len(words) <= RECALLED else words[:RECALLED].rsplit(maxsplit=1)[0] + " …"


class OfferButton(Button):
    """What a chosen option offers to do."""

    def __init__(self, text: str, target: str) -> None:
        super().__init__(plain(text), classes="offer", compact=True)
        self.target = target
