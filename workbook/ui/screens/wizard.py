"""The wizard: one page of the workbook at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button

from workbook.ui.autosave import Autosave
from workbook.ui.editor import EditorProblem, write_elsewhere
from workbook.ui.fields.base import FieldWidget
from workbook.ui.no_day import no_day_left, tell_no_day
from workbook.ui.screens.contents import ContentsScreen
from workbook.ui.way_on import WayOn
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.page_head import PageHead
from workbook.ui.widgets.page_view import PageView
from workbook.ui.widgets.pages import Pages
from workbook.ui.widgets.quiet import Quiet
from workbook.ui.widgets.rail import Rail
from workbook.ui.widgets.saved_line import SavedLine
from workbook.ui.widgets.support_card import SupportCard
from workbook.ui.widgets.writing_timer import WritingTimer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from workbook.ui.sitting import Sitting


A_MOMENT = 1.0
"""Seconds that an answer stands before people to talk to are offered."""


class WizardScreen(WayOn):
    """Walks a workbook. Composes, binds keys, and turns messages into calls on the sitting."""

    AUTO_FOCUS = None
    CSS_PATH: ClassVar = ["wizard.tcss", "../fields/writing.tcss", "../fields/picking.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (28, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,alt+right", "next", "Next", key_display="^n", id="wizard.next"),
        Binding("alt+left", "back", "Page before", show=False, key_display="alt+←", id="wizard.back"),
        Binding("f2", "contents", "Contents", id="wizard.contents"),
        Binding("ctrl+o", "editor", "Write in your editor", show=False, id="wizard.editor"),
        Binding("escape", "leave", "Back to Home, saved", show=False, id="wizard.leave"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.autosave = Autosave(sitting, self.show_saved)
        self.pages = Pages()
        self.no_day = Quiet(classes="no-day")
        self.saved_line = SavedLine()
        self._follow: Timer | None = None
        self._changed = ""

    # --------------------------------------------------------------------------------------------- composing

    def compose(self) -> ComposeResult:
        """The rail, the page with the line above it, and the way on below it."""
        yield from super().compose()
        with Horizontal(id="walk"):
            yield Rail(self.sitting.state)
            with Vertical(id="column"):
                yield PageHead(self.sitting.state)
                yield self.pages
                yield self.no_day
                with Horizontal(id="ways"):
                    yield Button("‹ Back", id="back", compact=True)
                    yield self.saved_line
                    yield Button("Next ›", id="next", compact=True, variant="primary")
        yield Keys()

    async def on_mount(self) -> None:
        """Show the page the person is on, and go on trying if the review could not save all of it."""
        self.show_saved()
        if self.sitting.unsaved:
            self.autosave.soon()
        await self.show_page()
        self.set_interval(30, self.follow_the_clock)

    @property
    def page_view(self) -> PageView:
        """The page in sight."""
        return self.pages.views[self.sitting.state.here]

    @property
    def scrolled(self) -> PageView:
        """The page in sight, which keys scroll from the buttons too."""
        return self.page_view

    async def show_page(self) -> None:
        """Show the page where the person is, with everything around it."""
        state = self.sitting.state
        view = await self.pages.show(state)
        self.query_one(PageHead).show(state)
        self.query_one(Rail).show(state)
        self.show_way_on()
        self.query_one("#back", Button).disabled = not self.sitting.can_go_back
        target = view.focus_again() or self.query_one("#next", Button)
        self.set_focus(target, scroll_visible=False)
        self.offer_support()
        self.call_after_refresh(self._prepare)

    async def _prepare(self) -> None:
        """Make the pages on either side ready while the person reads this one."""
        if await self.pages.mount_near(self.sitting.state):
            self.post_message(self.LooksAcross(self))

    # --------------------------------------------------------------------------------------------- answering

    @on(FieldWidget.Changed)
    def answered(self, event: FieldWidget.Changed) -> None:
        """Take the answer, have it saved, and let the page follow shortly."""
        event.stop()
        self.sitting.answer(event.field.place.ref, event.value)
        self.autosave.touched()
        self.show_saved()
        self._changed = event.field.place.ref
        if self._follow is not None:
            self._follow.stop()
        self._follow = self.set_timer(0.12, self.follow_answers)

    def follow_answers(self) -> None:
        """Show on the page what the latest answers changed."""
        self._follow = None
        self.page_view.show(self.sitting.state, changed=self._changed)
        self.query_one(PageHead).show(self.sitting.state)
        self.offer_support()

    def offer_support(self) -> None:
        """Offer people to talk to, once in a sitting, for as long as the answer is what it is.

        The offer waits a moment: a 1 may be the beginning of a 10.
        """
        view = self.page_view
        if view.offers_support and not view.wants_support:
            view.offer_support(offer=False)
        elif view.wants_support and not self.sitting.support_offered and not view.offers_support:
            self.set_timer(A_MOMENT, lambda: self.offer_support_now(view))

    def offer_support_now(self, view: PageView) -> None:
        """Bring out the card, if it is still called for."""
        if view is self.page_view and view.wants_support and not self.sitting.support_offered:
            view.offer_support()

    @on(WritingTimer.Minute)
    def minute_passed(self, event: WritingTimer.Minute) -> None:
        """Let the notes that depend on the time spent writing appear."""
        self.sitting.minutes_writing(event.minutes)
        self.follow_answers()

    @on(FieldWidget.Done)
    def field_done(self, event: FieldWidget.Done) -> None:
        """Go on to the next field, or to the way on."""
        event.stop()
        if not self.page_view.focus_after(event.field):
            self.query_one("#next", Button).focus()

    def follow_the_clock(self) -> None:
        """Follow the calendar past midnight."""
        self.sitting.today_is(self.sitting.workbook.now().date())

    # ----------------------------------------------------------------------------------------------- saving

    def show_saved(self) -> None:
        """Say when it was last saved, or plainly that it could not be."""
        if self.is_running:  # the last save comes when the app has ended
            self.saved_line.show(self.sitting)

    # ---------------------------------------------------------------------------------------------- walking

    @on(Button.Pressed, "#next")
    async def action_next(self) -> None:
        """Go on. Never blocks: whatever is on the page is kept as it is."""
        left = self.page_view
        if self.sitting.forward():
            await self.arrive(left)
        else:
            self.action_finish()

    @on(Button.Pressed, "#back")
    async def action_back(self) -> None:
        """Go to the page before."""
        left = self.page_view
        if self.sitting.back():
            await self.arrive(left)

    async def jump(self, ref: str) -> None:
        """Go to any page."""
        left = self.page_view
        self.sitting.jump(ref)
        await self.arrive(left)

    async def arrive(self, left: PageView) -> None:
        """Show the page just reached. What was to be let go on the page left is gone."""
        if left.offers_support:
            self.sitting.support_offered = True
            left.offer_support(offer=False)
        for ref, widget in left.field_widgets.items():
            if self.sitting.is_let_go(ref):
                widget.let_go()
        self.autosave.soon()
        await self.show_page()
        self.show_saved()
        self.no_day.say(no_day_left(self, self.sitting, left.page_ref))

    @dataclass
    class LooksAcross(Message):
        """A page that looks across workbooks is near: what there is to see should be found."""

        wizard: WizardScreen

    @dataclass
    class Left(Message):
        """The person is done with the workbook for now."""

        wizard: WizardScreen

    @dataclass
    class Finished(Message):
        """The person finished the workbook."""

        wizard: WizardScreen

    @on(PageView.Offered)
    async def offered(self, event: PageView.Offered) -> None:
        """Do what a chosen option offers: stop for today, or go to a page."""
        event.stop()
        if event.target == "stop":
            self.stop_here()
        else:
            await self.jump(event.target)

    @on(SupportCard.Answered)
    async def support_answered(self, event: SupportCard.Answered) -> None:
        """Carry on, stop for today, or show who there is to talk to."""
        event.stop()
        self.sitting.support_offered = True
        if event.answer == "stop":
            self.stop_here()
            return
        (self.page_view.first_focus() or self.query_one("#next", Button)).focus()
        if event.answer == "show":
            await self.run_action("app.support")

    def action_contents(self) -> None:
        """Show all pages, to go to any of them."""
        self.app.push_screen(ContentsScreen(self.sitting.state), self.contents_closed)

    async def contents_closed(self, ref: str | None) -> None:
        """Go to the page that was picked, if one was."""
        if ref is not None and ref != self.sitting.state.here:
            await self.jump(ref)

    def stop_here(self) -> None:
        """Leave for today. The next sitting begins on the page that follows."""
        left = self.sitting.state.here
        self.sitting.stand_at_next()
        tell_no_day(self, self.sitting, left)
        self.action_leave()

    def action_leave(self) -> None:
        """Save and go Home."""
        self.post_message(self.Left(self))

    def action_finish(self) -> None:
        """Mark the workbook as completed and show it."""
        self.sitting.finish(self.sitting.workbook.now())
        tell_no_day(self, self.sitting, self.sitting.state.here)
        self.post_message(self.Finished(self))

    def action_editor(self) -> None:
        """Write the answer at the cursor in the person's own editor."""
        field = (
            next((node for node in self.focused.ancestors if isinstance(node, FieldWidget)), None)
            if self.focused
            else None
        )
        if field is None or (text := field.editable_text()) is None:
            self.notify("Go to a box to write in first. Then this opens your own editor.", markup=False)
        elif self.sitting.is_let_go(field.place.ref):
            self.notify("This page is kept nowhere, so it cannot be handed to another program.", markup=False)
        else:
            self.autosave.flush()  # nothing here runs while another program has the screen
            try:
                written = write_elsewhere(self.app, text)
            except EditorProblem as problem:
                self.notify(str(problem), markup=False)
            else:
                field.take_text(written)
