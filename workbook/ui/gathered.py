"""What can be done with what was gathered: said of it, practised, printed, opened where it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbook.flow.shortening import shortened
from workbook.insight.banks.questions import Question
from workbook.insight.banks.rows import kept_of
from workbook.insight.banks.shelves import KindWords
from workbook.ui import screens
from workbook.ui.among_shelves import AmongShelves
from workbook.ui.gathering import Gathered, Gatherer
from workbook.ui.sheets import Sheets
from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from workbook.insight.banks.rows import Thing
    from workbook.ui.desk import Desk
    from workbook.ui.screens.sheet import SheetScreen

MOST_NAMED = 6
"""Wordings that stand in one question."""
ASKED = 140
"""Characters of a question above the list of others: three lines in the smallest window."""


class GatheredPlace:
    """The screen with what was gathered, and the dialogues over it. It reads on in the background until it is left."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._among = AmongShelves()
        self._least = 0
        """How many workbooks had been read for what one came back to: it stays in sight until so many are again."""
        self._screen = screens.GatheredScreen(self._among)
        self._gatherer = Gatherer(desk, self._show, self._app.tell)
        self._sheet: SheetScreen | None = None
        self._changed = False

    def open(self) -> None:
        """Show the screen, and begin to read."""
        self._app.push_screen(self._screen, self._closed)
        self._gatherer.start()

    def _open_again(self) -> None:
        """Show where one stood. Read anew, as what was opened may have changed."""
        self._gatherer = Gatherer(self._desk, self._show, self._app.tell)
        self._screen = screens.GatheredScreen(self._among)
        self._least, self._changed = self._among.found.done, False
        self.open()

    def _show(self, found: Gathered) -> None:
        if found.done < self._least and not found.is_done:
            found = replace(self._among.found, done=found.done, total=found.total, is_done=False)
        self._screen.show_found(found)
        if self._sheet is not None and self._sheet.is_running:
            self._sheet.show_found(found)

    def _closed(self, _: None) -> None:
        self._desk.coming_back.forget()
        self._gatherer.stop()
        if self._changed and isinstance(self._app.screen, screens.HomeScreen):
            self._desk.home.show()

    def want(self, what: str, thing: Thing | None) -> None:
        """Do what was chosen."""
        match what, thing:
            case "practise", _:
                self._practise(thing)
            case "same", Question():
                self._ask_same(thing)
            case "undo", Question():
                self._gatherer.undo(thing)
            case "pin", KindWords():
                self._changed = True
                self._gatherer.pin(thing.kept, is_pinned=not thing.is_pinned)
            case "sheet", _:
                self._sheet = Sheets(self._desk).show(self._screen.found)
            case "open", _:
                self._open(thing)

    def _open(self, thing: Thing | None) -> None:
        kept = kept_of(thing)
        entry = self._gatherer.entry(kept.source.workbook) if kept else None
        if kept is not None and entry is not None:
            self._gatherer.stop()
            self._desk.coming_back.to(self._open_again)
            self._desk.want("open", entry, kept.source.page, at=f"page:{kept.source.page}")

    def _practise(self, thing: Thing | None) -> None:
        questions = self._screen.found.shelves.questions
        kept = kept_of(thing)
        start = next((number for number, each in enumerate(questions) if each.met[0].kept == kept), 0)
        if questions:
            self._app.push_screen(screens.PracticeScreen(questions, start))

    # ------------------------------------------------------------------------------------------- same as …?

    def _ask_same(self, question: Question) -> None:
        """Ask about those that read alike; where there are none, let the person choose any other."""
        alike = self._gatherer.alike(self._screen.found.shelves, question)
        if not alike:
            self._choose_same(question)
            return
        asked = screens.AskScreen(
            "Is this the same question?",
            _wordings((question, *alike)),
            {"later": "Not now", "same": "The same", "apart": "Different ones", "other": "Same as another …"},
        )
        self._app.push_screen(asked, partial(self._answered, question, alike))

    def _answered(self, question: Question, alike: Sequence[Question], answer: str | None) -> None:
        if answer == "same":
            self._gatherer.join((question, *alike))
        elif answer == "apart":
            self._gatherer.part((question, *alike))
        elif answer == "other":
            self._choose_same(question)

    def _choose_same(self, question: Question) -> None:
        others = [each for each in self._screen.found.shelves.questions if each.met[0].kept != question.met[0].kept]
        if not others:
            self._app.tell("There is no other question yet.")
            return
        asked = screens.SameScreen("Which question is the same?", shortened(question.text, ASKED), others, _draw)
        self._app.push_screen(asked, partial(self._chosen, question))

    def _chosen(self, question: Question, other: Question | None) -> None:
        if other is not None:
            self._gatherer.join((question, other))


def _wordings(questions: Sequence[Question]) -> str:
    met = [each for question in questions for each in question.met]
    lines = [f"{each.text}\n    {each.source.words}" for each in met[:MOST_NAMED]]
    more = len(met) - len(lines)
    return "\n".join((*lines, f"and {more} more, worded alike") if more else lines)


def _draw(question: Question, width: int) -> Content:
    return spread(plain(" ".join(question.text.split())), question.said or question.met[0].source.words, width)
