"""What the person has set counts in the app, and a mistake in it never stands in the way."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widgets import Footer

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, buttons, field, is_on, is_up, send, wizard
from workbook.ui.app import WorkbookApp
from workbook.ui.fields.letter import LetterField
from workbook.ui.keymap import unknown_names, usable
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.line import LineScreen
from workbook.ui.themes import DARK, LIGHT
from workbook.ui.widgets.writing import Writing

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library


async def test_a_theme_once_chosen_is_there_the_next_time(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    assert app.theme == DARK.name
    async with running(app, (60, 20)) as pilot:
        app.theme = LIGHT.name
        await until(pilot, lambda: (tmp_path / "settings.toml").exists())
    assert tomllib.loads((tmp_path / "settings.toml").read_text("utf-8")) == {"theme": LIGHT.name}
    assert make_app().theme == LIGHT.name


async def test_a_theme_that_is_not_there_gives_way_to_ours_and_stays_in_the_file(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    (tmp_path / "settings.toml").write_text('theme = "no [such] theme"\n', "utf-8")
    app = make_app()
    async with running(app, (60, 20)):
        assert app.theme == LIGHT.name
        assert buttons(app.screen) == ["Start a workbook"]
    assert "no [such] theme" in (tmp_path / "settings.toml").read_text("utf-8")


async def test_textuals_own_themes_and_the_terminals_colours_can_be_chosen(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "accept.sort"))
    async with running(app, (60, 20)) as pilot:
        for name in ("ansi-dark", "ansi-light", "dracula", "textual-light", LIGHT.name):
            app.theme = name
            await pilot.pause()
            assert "Whose was it?" in screen_text(app)


async def test_a_changed_key_works_and_the_footer_says_so(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text(
        '[keys]\n"wizard.next" = "f10"\n"app.support" = "f3,f4"\n"no.such" = "f7"\n"wizard.back" = "no such key"\n'
        '"checklist.tick" = "space"\n"date_line.later" = "plus"\n',
        "utf-8",
    )
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (100, 30)) as pilot:
        footer = app.screen.query_one(Footer).region
        await until(pilot, lambda: "f10 Next" in screen_text(app).splitlines()[footer.y])
        send(app, "ctrl+n", "f10")
        await until(pilot, lambda: is_on(app, "open.news"))
        send(app, "f3")
        await until(pilot, lambda: not is_on(app, "open.news"))


async def test_a_key_that_something_else_has_everywhere_is_told_and_not_taken(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\n"wizard.next" = "ctrl+q"\n', "utf-8")
    app = make_app("resume", begun(library, guide, "open.interview"))
    assert app.told == ["Settings: 'ctrl+q' is the key of app.quit already, so wizard.next keeps its own."]
    async with running(app, (100, 30)) as pilot:
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.news"))


def test_keys_that_would_do_two_things_are_told() -> None:
    always = [Binding("f1", "help", id="app.help"), Binding("f4", "support", id="app.support")]
    swapped = {"app.help": "f4", "app.support": "f1"}
    assert usable(swapped, always) == (swapped, [])
    good, told = usable({"wizard.next": "f5", "wizard.back": "f6,f5", "home.new": "f5", "app.help": "f4"}, always)
    assert good == {"wizard.next": "f5", "home.new": "f5"}
    assert [each.split()[1] for each in told] == ["'f5'", "'f4'"]
    told = unknown_names({"wizard.next": "alt+left"}, WorkbookApp)
    assert told == ["Settings: 'alt+left' does wizard.next now, and no longer wizard.back."]


async def test_the_name_in_letters_is_asked_for_kept_and_put_into_letters(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    app = make_app("resume", begun(library, guide, "evaluate.feedback"))
    letter = next(ref for ref in guide.fields if ref == "evaluate.feedback.email")
    async with running(app, (100, 30)) as pilot:
        app.desk.errands.ask_name()
        await until(pilot, lambda: is_up(app, LineScreen))
        send(app, *"Kim [b]", "enter")
        await until(pilot, lambda: is_on(app, "evaluate.feedback"))
        assert wizard(app).sitting.state.around.person == "Kim [b]"
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "evaluate.feedback"))
        body = field(app, letter)
        assert isinstance(body, LetterField)
        assert body.query(Writing).last().text.rstrip().endswith("Kim [b]")
    assert tomllib.loads((tmp_path / "settings.toml").read_text("utf-8")) == {"name": "Kim [b]"}
