"""When the app ends by a mistake of its own, or is told to end: everything is saved, and no private word is shown."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.widgets import TextArea

from tests.ui.conftest import running, until
from tests.ui.driving import answers, begun, field, paste, wizard
from workbook.library.errors import CannotSave
from workbook.ui import autosave
from workbook.ui.crash import crash_words
from workbook.ui.screens.wizard import WizardScreen

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library

FRIEND = "feel.kind.friend"


class Mistake(Exception):  # noqa: N818 - what it is
    """A mistake in the program, which knows what the person wrote."""


def fall_over(screen: WizardScreen) -> None:
    words = screen.sitting.state.answers[FRIEND]
    raise Mistake(f"cannot handle {words}")


def make_a_mistake() -> None:
    raise Mistake("xyzzy")


@pytest.mark.parametrize("where", ["timer", "key", "worker"])
async def test_a_mistake_anywhere_shows_no_private_word_and_loses_none(
    make_app: MakeApp,
    library: Library,
    guide: Guide,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    where: str,
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    with pytest.raises(Exception, match="xyzzy"):  # Textual hands the mistake on to tests, and only to tests
        async with running(app, (80, 24)) as pilot:
            field(app, FRIEND).query_one(TextArea).focus()
            paste(app, "xyzzy private")
            await until(pilot, lambda: wizard(app).sitting.state.answers.get(FRIEND))
            screen = wizard(app)
            match where:
                case "timer":
                    screen.set_timer(0.01, lambda: fall_over(screen))
                case "key":
                    monkeypatch.setattr(WizardScreen, "action_next", fall_over)
                    await pilot.press("ctrl+n")
                case "worker":
                    screen.run_worker(lambda: fall_over(screen), thread=True)
            await until(pilot, lambda: not app.is_running)
    assert answers(library) == {FRIEND: "xyzzy private"}
    printed = "".join(capfd.readouterr())
    assert "xyzzy" not in printed
    assert "The workbook stopped because of a mistake in the program.\nEverything you wrote is saved." in printed
    assert "fall_over" in printed or where == "worker"
    assert "textual run" not in printed
    assert app.return_code == 1


async def test_where_even_saving_fails_it_does_not_say_that_all_is_saved(
    make_app: MakeApp,
    library: Library,
    guide: Guide,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))

    def refuse(changes: object = None) -> bool:
        raise CannotSave("Not saved yet: there is no room left on the disk.")

    with pytest.raises(Mistake):
        async with running(app, (80, 24)) as pilot:
            monkeypatch.setattr(wizard(app).sitting.workbook, "save", refuse)
            field(app, FRIEND).query_one(TextArea).focus()
            paste(app, "xyzzy private")
            await until(pilot, lambda: wizard(app).sitting.state.answers.get(FRIEND))
            screen = wizard(app)
            screen.set_timer(0.01, lambda: fall_over(screen))
            await until(pilot, lambda: not app.is_running)
    printed = "".join(capfd.readouterr())
    assert "What you wrote in the last seconds may not be saved" in printed
    assert "xyzzy" not in printed


def test_what_is_printed_names_places_and_never_a_message() -> None:
    with pytest.raises(Mistake) as caught:
        make_a_mistake()
    said = crash_words(caught.value, all_saved=True).plain
    assert "Mistake\n  test_crash.py:" in said
    assert "xyzzy" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "name", ["_handle_exception", "_fatal_error", "_close_messages_no_wait", "_print_error_renderables", "panic"]
)
def test_textual_still_has_what_the_app_puts_its_own_in_the_place_of(name: str) -> None:
    assert callable(getattr(App, name))
    assert isinstance(App()._exit_renderables, list)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_told_to_end_it_saves_the_last_key_first(
    make_app: MakeApp, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    monkeypatch.setattr(autosave, "AFTER_LAST_KEY", 60.0)
    monkeypatch.setattr(autosave, "WHILE_TYPING", 60.0)
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        field(app, FRIEND).query_one(TextArea).focus()
        paste(app, "the last words")
        await until(pilot, lambda: wizard(app).sitting.state.answers.get(FRIEND))
        assert answers(library) == {}, "or this test shows nothing"
        assert signal.getsignal(number) is not signal.SIG_DFL
        ended: list[tuple[object, dict[str, object]]] = []
        monkeypatch.setattr(os, "_exit", lambda code: ended.append((code, answers(library))))
        monkeypatch.setattr(app, "exit", lambda *, return_code: ended.append((return_code, answers(library))))
        os.kill(os.getpid(), number)
        await until(pilot, lambda: ended)
    assert ended[0] == (128 + number, {FRIEND: "the last words"})


async def test_a_closed_window_leaves_no_sign_that_the_workbook_is_still_open(
    make_app: MakeApp, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another computer that shares the folder would believe it, and only read."""
    workbook_id = begun(library, guide, "feel.kind")
    app = make_app("resume", workbook_id)
    async with running(app, (80, 24)) as pilot:
        field(app, FRIEND).query_one(TextArea).focus()
        paste(app, "the last words")
        assert library.places.lock(workbook_id).exists(), "or this test shows nothing"
        ended: list[bool] = []
        monkeypatch.setattr(os, "_exit", lambda _: ended.append(library.places.lock(workbook_id).exists()))
        await until(pilot, lambda: wizard(app).sitting.state.answers.get(FRIEND))
        os.kill(os.getpid(), signal.SIGHUP)
        await until(pilot, lambda: ended)
    assert ended[0] is False
    assert answers(library) == {FRIEND: "the last words"}
