"""The terminal app: its looks, the keys that work everywhere, and what must hold when it ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.widgets import Button

from workbook.ui import screens
from workbook.ui.ahead import get_ready
from workbook.ui.desk import Desk
from workbook.ui.garbage import look_from_now_on
from workbook.ui.keyboard import Keyboard
from workbook.ui.keymap import usable
from workbook.ui.mouse import Mouse
from workbook.ui.screen_lock import ScreenLock
from workbook.ui.signals import follow_signals
from workbook.ui.themes import OURS, default_theme

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.command import Provider
    from textual.screen import Screen

    from workbook.library.library import Library
    from workbook.ui.preferences import Preferences
    from workbook.ui.screens.gathered import GatheredScreen
    from workbook.ui.screens.home import HomeScreen
    from workbook.ui.screens.review import ReviewScreen
    from workbook.ui.screens.search import SearchScreen
    from workbook.ui.screens.sheet import SheetScreen
    from workbook.ui.screens.wizard import WizardScreen
    from workbook.ui.start import Start
    from workbook.ui.widgets.coming_up import DateRows
    from workbook.ui.widgets.selecting import SelectableReading

AT_REST = 0.2
"""Seconds after which the first screen is there with all its keys."""


def menu() -> type[Provider]:
    """What the palette lists. Imported when it is first opened."""
    from workbook.ui.menu import Menu

    return Menu


class WorkbookApp(App[None]):
    """Given its library, content and preferences, so that tests give it others. Opens at Home, or as `start` says."""

    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # with Home's, so that showing it does not read all styles anew
    TITLE = "Recovery workbook"

    COMMANDS = {menu}

    BINDINGS: ClassVar[list[BindingType]] = [
        # Priority, because Textual leaves an app's other keys out while a dialogue is up.
        Binding("f1", "help", "Help", show=False, priority=True, id="app.help"),
        Binding("f4", "support", "People to talk to", priority=True, id="app.support"),
        Binding(
            "ctrl+p",
            "command_palette",
            "Menu",
            tooltip="Help, and all that can be done here",
            key_display="^p",
            priority=True,
            id="app.menu",
        ),
        Binding("f8", "blank", "Blank the screen", show=False, priority=True, id="app.blank"),
        Binding("f9", "lock", "Lock now", show=False, priority=True, id="app.lock"),
        Binding("space", "press", "Press the button", show=False, priority=True, id="app.press"),
        Binding("ctrl+q", "quit", "Quit", tooltip="Save and quit", key_display="^q", priority=True, id="app.quit"),
    ]

    def __init__(self, library: Library, content: Path, preferences: Preferences, start: Start) -> None:
        super().__init__()
        self.desk = Desk(self, library, content, preferences)
        self.screen_lock = ScreenLock(self, self.desk, preferences.settings.lock_after_minutes)
        self._start = start
        self._mouse = Mouse(self)
        self._keyboard = Keyboard(self, self._hand_on)
        for theme in OURS:
            self.register_theme(theme)
        wanted = preferences.settings.theme
        self.theme = wanted if wanted in self.available_themes else default_theme()
        keys, problems = usable(preferences.settings.keys, self.BINDINGS)
        self.set_keymap(keys)
        self.told = problems
        """What is to be told on Home: mistakes in the settings, and what befell a workbook that was put away."""
        if wanted and wanted not in self.available_themes:
            self.told.append(f"Settings: there is no theme {wanted!r}.")

    # --------------------------------------------------------------------------------------------- starting

    def on_mount(self) -> None:
        """Open what was asked for."""
        follow_signals(self)
        self.run_worker(self._keyboard.run(), group="keyboard")
        self.theme_changed_signal.subscribe(self, lambda theme: self.desk.preferences.remember_theme(theme.name))
        self.screen_lock.begin(self._begin)

    def _begin(self) -> None:
        """Open what was asked for, now that the library can be read."""
        self.desk.begin(self._start)
        self.screen.call_after_refresh(self.set_timer, AT_REST, self._look_ahead)

    def _look_ahead(self) -> None:
        """Make the next step ready once the first screen stands."""
        look_from_now_on()
        if not self.screen_stack:
            return  # it was quit as soon as it stood
        ready = partial(get_ready, self, at_home=isinstance(self.screen, screens.HomeScreen))
        self.run_worker(ready, group="ahead", thread=True)

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes wait for the one before, and clicks for the keys before; everything else goes its way."""
        is_input = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if is_input and not self.screen_lock.touch():
            return
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._keyboard.press(event)
        elif isinstance(event, events.MouseDown | events.MouseUp) and not event.is_forwarded and self._keyboard.waits:
            self._keyboard.hold(event)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Event) -> None:
        if isinstance(event, events.MouseEvent) and not event.is_forwarded:
            event = self._mouse.follow(event)
        await super().on_event(event)

    # -------------------------------------------------------------------------------------- keys everywhere

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys to a screen on which they mean something else: one that is blanked, or words that they close.

        Space is for a button, and only while one has the focus.
        """
        if action == "lock":
            return self.screen_lock.is_wanted
        if action == "press" and not isinstance(self.focused, Button):
            return False
        return action not in getattr(self.screen, "OWN_KEYS", ())

    def action_help(self) -> None:
        """Show the keys that work here, and where everything is kept."""
        from workbook.ui.help_words import help_words

        bindings = list(self.screen.active_bindings.values())
        folder = self.desk.library.folder
        self.push_screen(screens.WordsScreen("Help", help_words(bindings, folder, locked=self.screen_lock.is_wanted)))

    def action_support(self) -> None:
        """Show people to talk to. That this was opened is kept nowhere."""
        self.push_screen(screens.WordsScreen(*self.desk.support()))

    def action_blank(self) -> None:
        """Show nothing until a key."""
        self.push_screen(screens.BlankScreen())

    def action_press(self) -> None:
        """Press the button that has the focus, as Enter does."""
        if isinstance(self.focused, Button):
            self.focused.action_press()

    def action_lock(self) -> None:
        """Hide everything behind the passphrase."""
        self.screen_lock.lock()

    async def action_quit(self) -> None:
        """Save and leave."""
        self.run_worker(self._quit(), group="leaving")

    async def _quit(self) -> None:
        if await self.desk.leaving.put_away():
            self.exit()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers. Textual's screenshot is left out: it would write private words to a file."""
        yield SystemCommand("Help", "Keys, and where everything is kept", self.action_help)
        yield SystemCommand("People to talk to", "Somebody to call or write to", self.action_support)
        if not self.screen_lock.is_up:
            yield from self.desk.commands(screen)
            if self.screen_lock.is_wanted:
                yield SystemCommand("Lock now", "Hide everything behind the passphrase", self.action_lock)
        yield SystemCommand("Blank the screen", "Show nothing until a key", self.action_blank)
        yield SystemCommand("Theme", "Choose other colours", self.action_change_theme)
        yield SystemCommand("Save and quit", "Everything is kept", self.action_quit)

    # -------------------------------------------------------------------------------- what screens ask for
    # Found by their names rather than by `@on`, which would need every screen before Home could be shown.

    def on_home_screen_wanted(self, event: HomeScreen.Wanted) -> None:
        """Do what was chosen on Home."""
        self.desk.want(event.what, event.entry, event.page)

    def on_date_rows_wanted(self, event: DateRows.Wanted) -> None:
        """Do what was chosen in a list of dates."""
        self.desk.want_date(event.what, event.coming)

    def on_wizard_screen_left(self) -> None:
        """Go Home, saved."""
        self.desk.leaving.leave()

    def on_review_screen_left(self) -> None:
        """Go Home."""
        self.desk.leaving.leave()

    def on_search_screen_picked(self, event: SearchScreen.Picked) -> None:
        """Open what was found."""
        self.desk.looking.open(event.searching, event.hit)

    def on_gathered_screen_wanted(self, event: GatheredScreen.Wanted) -> None:
        """Do what was chosen of what was gathered."""
        self.desk.looking.want_of_gathered(event.what, event.thing)

    def on_sheet_screen_wanted(self, event: SheetScreen.Wanted) -> None:
        """Save or copy the page for the next interview."""
        self.desk.looking.want_of_sheet(event.what, event.sheet)

    def on_wizard_screen_looks_across(self, event: WizardScreen.LooksAcross) -> None:
        """Find what there is to see across workbooks."""
        self.desk.while_writing.across(event.wizard.sitting)

    def on_wizard_screen_finished(self) -> None:
        """Show the workbook that was just finished."""
        self.desk.opening.show_finished()

    def on_review_screen_wanted(self, event: ReviewScreen.Wanted) -> None:
        """Export or reopen what is being read, or lay another workbook beside it."""
        self.desk.want_of_review(event.what)

    def on_selectable_reading_copied(self, event: SelectableReading.Copied) -> None:
        """Hand words to the terminal's clipboard, and say so without any of them."""
        self.copy_to_clipboard(event.words)
        self.screen.clear_selection()
        self.notify(f"{event.what} is in the clipboard.", markup=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Hand words to the terminal's clipboard; say so where a box does it by itself, with `ctrl+c` or `ctrl+x`."""
        if not text:  # cut with nothing selected: what is in the clipboard stays there
            return
        super().copy_to_clipboard(text)
        if hasattr(self.focused, "action_cut"):
            self.notify("What was selected is in the clipboard.", markup=False)

    def is_typing(self) -> bool:
        """Whether a key was pressed just now. For any thread."""
        return self._keyboard.is_busy

    def tell(self, text: str) -> None:
        """Tell something in passing, never as markup; where the screen is locked or blanked, once it no longer is."""
        step = partial(self.tell, text)
        if self.screen_lock.hold(step):
            return
        if isinstance(self.screen, screens.BlankScreen):
            self.screen.hold(step)
        else:
            self.notify(text, markup=False, timeout=10)

    def on_writing_full(self) -> None:
        """Say that a box holds no more, where the field it is in does not say so itself."""
        self.notify("That would be more than this box holds. Nothing you wrote was cut.", markup=False)

    # ---------------------------------------------------------------------------------------------- crashing

    def _handle_exception(self, error: Exception) -> None:
        """Save everything before anything else happens to a crash."""
        try:
            self.desk.leaving.save_all()
        finally:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Say what happened without a word of the person's: Textual's own report prints local variables."""
        from workbook.ui.crash import crash_words

        self.bell()
        self._exit_renderables[:] = [
            crash_words(self._exception, self.desk.leaving.all_saved)
        ]  # one of several is enough
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """Give Textual's other way out the same plain words."""
        self._fatal_error()


def run(library: Library, content: Path, settings_file: Path, start: Start) -> int:
    """Open the app and return its exit status when it ends."""
    from workbook.ui.preferences import Preferences

    app = WorkbookApp(library, content, Preferences(settings_file), start)
    app.run()
    app.desk.leaving.close()
    return app.return_code or 0
