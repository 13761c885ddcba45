"""Our two themes can be read by tired eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.widgets import Input

from tests.ui.conftest import running, until
from tests.ui.driving import begun, is_up
from workbook.ui.screens.search import SearchScreen
from workbook.ui.themes import DARK, LIGHT, OURS, default_theme

if TYPE_CHECKING:
    from textual.theme import Theme

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library

LEAST = 7.0
"""Contrast of text, as WCAG's level AAA asks."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two opaque colours (WCAG 2.1, 1.4.3)."""
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG defines it for sRGB."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
@pytest.mark.parametrize("ink", ["foreground", "text-muted"])
def test_text_stands_out_from_everything_it_stands_on(theme: Theme, ground: str, ink: str) -> None:
    written = theme.variables.get(ink) or getattr(theme, ink)
    assert contrast(written, getattr(theme, ground)) >= LEAST


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", ["primary", "warning", "error", "success"])
def test_accent_and_warnings_stand_out_from_the_page(theme: Theme, ink: str) -> None:
    assert contrast(getattr(theme, ink), theme.background or "") >= LEAST
    assert contrast(getattr(theme, ink), theme.surface or "") >= LEAST


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_the_page_stands_out_from_the_accent_it_is_written_on(theme: Theme) -> None:
    assert contrast(theme.background or "", theme.primary) >= LEAST


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
async def test_what_stands_in_an_empty_box_can_be_read(
    theme: Theme, make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide)
    app = make_app()
    async with running(app) as pilot:
        app.theme = theme.name
        app.desk.looking.search()
        await until(pilot, lambda: is_up(app, SearchScreen))
        box = app.screen.query_one("#words", Input)
        written = box.get_component_styles("input--placeholder")
        assert contrast(written.color.hex6, (theme.surface or "")) >= LEAST
        assert written.text_style.italic, "and it does not look like something typed"


@pytest.mark.parametrize(
    ("colours", "theme"),
    [("0;15", LIGHT), ("0;default;7", LIGHT), ("15;0", DARK), ("", DARK), ("nonsense", DARK)],
)
def test_the_first_theme_follows_what_the_terminal_says(
    colours: str, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", colours)
    assert default_theme() == theme.name
