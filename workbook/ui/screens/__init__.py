"""Places a person can be: each composes widgets, binds keys and translates messages into calls.

A screen is imported when it is first asked for here, so that Home is painted without waiting for the others.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbook.ui.screens.ask import AskScreen
    from workbook.ui.screens.blank import BlankScreen
    from workbook.ui.screens.copies import CopiesScreen
    from workbook.ui.screens.date import DateScreen
    from workbook.ui.screens.dates import DatesScreen
    from workbook.ui.screens.earlier import EarlierScreen
    from workbook.ui.screens.gathered import GatheredScreen
    from workbook.ui.screens.home import HomeScreen
    from workbook.ui.screens.line import LineScreen
    from workbook.ui.screens.move import MoveScreen
    from workbook.ui.screens.passphrase import PassphraseScreen
    from workbook.ui.screens.patterns import PatternsScreen
    from workbook.ui.screens.pick import PickScreen
    from workbook.ui.screens.practice import PracticeScreen
    from workbook.ui.screens.progress import ProgressScreen
    from workbook.ui.screens.review import ReviewScreen
    from workbook.ui.screens.same import SameScreen
    from workbook.ui.screens.search import SearchScreen
    from workbook.ui.screens.sheet import SheetScreen
    from workbook.ui.screens.side_by_side import SideBySideScreen
    from workbook.ui.screens.trash import TrashScreen
    from workbook.ui.screens.wait import WaitScreen
    from workbook.ui.screens.wizard import WizardScreen
    from workbook.ui.screens.words import WordsScreen

__all__ = [
    "AskScreen",
    "BlankScreen",
    "CopiesScreen",
    "DateScreen",
    "DatesScreen",
    "EarlierScreen",
    "GatheredScreen",
    "HomeScreen",
    "LineScreen",
    "MoveScreen",
    "PassphraseScreen",
    "PatternsScreen",
    "PickScreen",
    "PracticeScreen",
    "ProgressScreen",
    "ReviewScreen",
    "SameScreen",
    "SearchScreen",
    "SheetScreen",
    "SideBySideScreen",
    "TrashScreen",
    "WaitScreen",
    "WizardScreen",
    "WordsScreen",
]


def __getattr__(name: str) -> Any:
    """Import a screen from the module named after it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    words = re.findall("[A-Z][a-z]*", name.removesuffix("Screen"))
    module = import_module(f"{__name__}.{'_'.join(words).lower()}")
    return getattr(module, name)
