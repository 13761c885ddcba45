"""The clipboard holds only what somebody copied, and they are told that it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from tests.ui.conftest import running, until
from tests.ui.driving import begun, field, paste, send, told, wizard

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library

FRIEND = "feel.kind.friend"
IN_IT = "What was selected is in the clipboard."


async def test_without_a_selection_nothing_is_cut_or_copied(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        box = field(app, FRIEND).query_one(TextArea)
        box.focus()
        paste(app, "xyzzy")
        await until(pilot, lambda: box.text == "xyzzy")
        send(app, "ctrl+x", "ctrl+c", "end", "!")
        await until(pilot, lambda: box.text.endswith("!"))
        assert box.text == "xyzzy!"
        assert app.clipboard == ""


async def test_what_is_cut_or_copied_in_a_box_is_told_without_a_word_of_it(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        box = field(app, FRIEND).query_one(TextArea)
        box.focus()
        paste(app, "one xyzzy")
        await until(pilot, lambda: box.text == "one xyzzy")
        send(app, "ctrl+shift+left", "ctrl+c")
        await until(pilot, lambda: app.clipboard == "xyzzy")
        assert told(app) == IN_IT
        app.clear_notifications()
        send(app, "ctrl+x")
        await until(pilot, lambda: box.text == "one ")
        assert told(app) == IN_IT
        assert wizard(app).is_current


async def test_so_is_what_is_copied_where_one_looks_for_words(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "feel.kind")
    app = make_app("home")
    async with running(app, (80, 24)) as pilot:
        send(app, "/")
        await until(pilot, lambda: isinstance(app.focused, Input))
        send(app, *"xyzzy", "shift+home", "ctrl+c")
        await until(pilot, lambda: app.clipboard == "xyzzy")
        assert told(app) == IN_IT
        app.clear_notifications()
        send(app, "end", "ctrl+x", "!")
        await until(pilot, lambda: app.screen.query_one(Input).value == "xyzzy!")
        assert (app.clipboard, told(app)) == ("xyzzy", ""), "nothing was selected"
