"""Every key can be changed in the settings, none stands alone, and the footer stays short."""

from __future__ import annotations

import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any

import pytest
from textual.binding import Binding
from textual.containers import ScrollableContainer
from textual.widgets import Button, Footer, Input, Static, TextArea
from textual.widgets._footer import FooterKey

import workbook.ui
from tests.ui.conftest import running, until
from tests.ui.driving import begun, completed, home, is_on, review, send, wizard
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.late import LateScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.search import SearchScreen
from workbook.ui.screens.wizard import WizardScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

TAKEN = {*(f"ctrl+{letter}" for letter in "abdehijkmuvwxyz"), "f6", "f7"}
"""Keys that a text box, or the terminal on its way there, takes for itself."""


def own_classes() -> Iterator[type]:
    """Every class of the app."""
    for module in walk_packages(workbook.ui.__path__, "workbook.ui."):
        for kind in vars(import_module(module.name)).values():
            if isinstance(kind, type) and kind.__module__ == module.name:
                yield kind


def all_bindings() -> Iterator[tuple[type, Binding]]:
    """Every binding of our own, with the class that has it."""
    for kind in own_classes():
        for binding in vars(kind).get("BINDINGS", ()):
            assert isinstance(binding, Binding), f"{kind.__name__} has a binding without a name"
            yield kind, binding


BINDINGS = list(all_bindings())

SCROLLED = sorted(
    {
        kind
        for kind in own_classes()
        if issubclass(kind, ScrollableContainer) and not issubclass(kind, TextArea | Input | Footer)
    },
    key=lambda kind: kind.__name__,
)


def test_all_bindings_are_found() -> None:
    assert {kind.__name__ for kind, _ in BINDINGS} >= {"WorkbookApp", "HomeScreen", "WizardScreen", "RowList", "Items"}


@pytest.mark.parametrize(("kind", "binding"), BINDINGS, ids=[f"{kind.__name__}-{each.key}" for kind, each in BINDINGS])
def test_every_key_has_an_id_to_change_it_by_and_words_for_help(kind: type, binding: Binding) -> None:
    assert binding.id, f"{kind.__name__} has a key, {binding.key}, that nobody can change"
    assert binding.description, "help has nothing to say of it"


@pytest.mark.parametrize("kind", SCROLLED, ids=lambda kind: kind.__name__)
def test_what_scrolls_has_none_of_textuals_keys_without_an_id(kind: type[ScrollableContainer]) -> None:
    merged = kind._merge_bindings()
    assert [binding.key for many in merged.key_to_bindings.values() for binding in many if not binding.id] == []


def _in_a_row(said: str) -> str:
    """What a key does, as it stands in the middle of a line."""
    return said[:1].lower() + said[1:]


def test_all_keys_are_written_down_with_what_they_do() -> None:
    text = (Path(__file__).parents[2] / "docs" / "keys.md").read_text()
    rows = re.findall(r"^\| `([\w.]+)` \| (`.+?`) \| (.+) \|$", text, re.MULTILINE)
    assert {name: (keys, does) for name, keys, does in rows} == {
        each.id: (" ".join(f"`{key}`" for key in each.key.split(",")), _in_a_row(each.description))
        for _, each in BINDINGS
    }


def test_an_id_means_one_thing() -> None:
    meanings = defaultdict(set)
    for kind, binding in BINDINGS:
        if binding.id:
            meanings[binding.id].add((kind.__name__, binding.action))
    assert {key: many for key, many in meanings.items() if len(many) > 1} == {}


@pytest.mark.parametrize("kind", ["WorkbookApp", "WizardScreen", "LateScreen", "NoteScreen"])
def test_where_a_person_writes_no_key_is_one_that_a_text_box_takes(kind: str) -> None:
    keys = {key for each, binding in BINDINGS if each.__name__ == kind for key in binding.key.split(",")}
    assert keys
    assert not keys & TAKEN
    assert all(len(key) > 1 for key in keys), "a letter is for writing"


def footer(app: WorkbookApp) -> list[str]:
    """What the footer says, key by key."""
    return [str(each.description) for each in app.screen.query(FooterKey)]


def commands(app: WorkbookApp, screen: Screen[Any]) -> dict[str, str]:
    """What the palette offers, with the name of what it calls."""
    return {each.title: getattr(each.callback, "__name__", "") for each in app.get_system_commands(screen)}


def reachable(app: WorkbookApp, screen: Screen[Any]) -> set[str]:
    """Actions that need no key: by a button, or from the palette."""
    called = {name.removeprefix("action_") for name in commands(app, screen).values()}
    ways = {f"want('{button.name}')" for button in screen.query("Button.way").results(Button)}
    return called | ways | {button.id for button in screen.query(Button) if button.id}


async def check_screen(app: WorkbookApp, kind: type[Screen[Any]]) -> None:
    """At most five keys in the footer, everything reachable, no picture of private words."""
    screen = app.screen
    assert isinstance(screen, kind)
    assert 3 <= len(footer(app)) <= 5, footer(app)
    own = {binding.action for each, binding in BINDINGS if each in {kind, type(app)}}
    # `list`, `words` and `hits` only move, as a click does; `lock` is offered where there is a lock; the menu too.
    # `press` is for a button.
    assert own - reachable(app, screen) - {"list", "words", "hits", "lock", "press", "command_palette"} == set()
    assert "Menu" in footer(app)
    offered = commands(app, screen)
    assert not [title for title in offered if "screenshot" in title.lower()]
    assert "deliver_screenshot" not in offered.values()


async def test_home_and_the_wizard_have_a_short_footer_and_a_way_without_keys(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    completed(library, guide)
    workbook_id = begun(library, guide, "open.interview")
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await check_screen(app, type(home(app)))
        app.desk.want("search")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen) and footer(app))
        await check_screen(app, SearchScreen)
        app.screen.dismiss()
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert home(app).__class__ is HomeScreen
        app.desk.opening.open(workbook_id)
        await until(pilot, lambda: is_on(app, "open.interview"))
        for page in ("open.interview", "feel.name", "evaluate.walk", "accept.sort", "evaluate.feedback"):
            await wizard(app).jump(page)
            await pilot.pause()
            await check_screen(app, WizardScreen)


async def test_the_review_has_a_short_footer_and_a_way_without_keys(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("review", completed(library, guide))
    async with running(app, (80, 24)) as pilot:
        await check_screen(app, ReviewScreen)
        assert {"Add a note", "Fill in later", "Reopen"} <= set(commands(app, app.screen))
        review(app).action_late()
        await until(pilot, lambda: isinstance(app.screen, LateScreen) and footer(app))
        await check_screen(app, LateScreen)


def test_the_same_thing_has_the_same_key_on_home_and_in_the_review() -> None:
    keys = {each.id: each.key for _, each in BINDINGS if each.id}
    assert keys["review.export"] == keys["home.copies"] == keys["sheet.save"]
    assert keys["review.find"] == keys["home.search"] == keys["search.words"] == keys["beside.find"]
    assert keys["review.outline"] == keys["beside.pages"]
    home_keys = {name.partition(".")[2]: key for name, key in keys.items() if name.startswith("home.")}
    review_keys = {name.partition(".")[2]: key for name, key in keys.items() if name.startswith("review.")}
    clashing = {home_keys["earlier"], home_keys["delete"], home_keys["new"]} & set(review_keys.values())
    assert not clashing, "a key means one thing on both"


async def test_keys_that_move_can_be_changed_and_help_tells_their_names(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    for _ in range(2):
        completed(library, guide)
    (tmp_path / "settings.toml").write_text('[keys]\n"list.down" = "ctrl+j"\n"scroll.bottom" = "z"\n')
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        rows = home(app).query_one("#workbooks", RowList)
        rows.focus()
        await pilot.pause()
        send(app, "down", "j")
        await until(pilot, lambda: rows.cursor == 0)
        send(app, "ctrl+j")
        await until(pilot, lambda: rows.cursor == 1)
        send(app, "f1")
        await until(pilot, lambda: isinstance(app.screen, WordsScreen) and app.focused is not None)
        words = app.screen.query_one("#words")
        assert "ctrl+j         list.down" in str(words.query_one(Static).visual)
        send(app, "z")
        await until(pilot, lambda: words.max_scroll_y and words.scroll_y == words.max_scroll_y)
    assert app.told == []
