"""Two quiet themes of our own. Text stands at 7:1 or more against what is behind it; one accent colour.

Widgets use theme variables only, so that all of Textual's themes and the terminal's own colours work as well.
"""

from __future__ import annotations

import os

from textual.theme import Theme

LIGHT = Theme(
    name="workbook-light",
    primary="#27565d",
    secondary="#27565d",
    accent="#27565d",
    foreground="#23272b",
    background="#f7f5f0",
    surface="#fdfcf9",
    panel="#ece8df",
    boost="#00000008",
    success="#2f5d3a",
    warning="#6b4a00",
    error="#8a2c1c",
    dark=False,
    variables={
        "text-muted": "#444a50",
        "foreground-muted": "#444a50",
        "border": "#27565d",
        "border-blurred": "#d5d0c4",
        "block-cursor-background": "#27565d",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#23272b",
        "input-cursor-foreground": "#fdfcf9",
        "input-selection-background": "#b9d3d3",
        "footer-key-foreground": "#27565d",
        "footer-description-foreground": "#444a50",
        "scrollbar": "#cfc9bb",
        "scrollbar-hover": "#a8a394",
        "scrollbar-active": "#27565d",
        "scrollbar-background": "#f7f5f0",
        "scrollbar-background-hover": "#f7f5f0",
        "scrollbar-background-active": "#f7f5f0",
        "scrollbar-corner-color": "#f7f5f0",
        "button-color-foreground": "#ffffff",
    },
)

DARK = Theme(
    name="workbook-dark",
    primary="#9cc9c4",
    secondary="#9cc9c4",
    accent="#9cc9c4",
    foreground="#e4e2dc",
    background="#17191b",
    surface="#1f2224",
    panel="#292d30",
    boost="#ffffff08",
    success="#a9cfa0",
    warning="#e2c078",
    error="#eeaa98",
    dark=True,
    variables={
        "text-muted": "#bcbab3",
        "foreground-muted": "#bcbab3",
        "border": "#9cc9c4",
        "border-blurred": "#3a3f43",
        "block-cursor-background": "#9cc9c4",
        "block-cursor-foreground": "#17191b",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#e4e2dc",
        "input-cursor-foreground": "#1f2224",
        "input-selection-background": "#3d5957",
        "footer-key-foreground": "#9cc9c4",
        "footer-description-foreground": "#bcbab3",
        "scrollbar": "#3a3f43",
        "scrollbar-hover": "#555b60",
        "scrollbar-active": "#9cc9c4",
        "scrollbar-background": "#17191b",
        "scrollbar-background-hover": "#17191b",
        "scrollbar-background-active": "#17191b",
        "scrollbar-corner-color": "#17191b",
        "button-color-foreground": "#17191b",
    },
)

OURS = (LIGHT, DARK)

_LIGHT_BACKGROUNDS = {"7", "15"}


def default_theme() -> str:
    """The theme of someone who has chosen none: light where the terminal says that it is, else dark.

    Several terminals tell their colours in COLORFGBG as `foreground;background`, by number in the 16 colours.
    """
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if background in _LIGHT_BACKGROUNDS else DARK.name
