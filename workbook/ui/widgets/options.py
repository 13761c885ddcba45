"""What every list of which one is chosen has in common: moving never chooses, and words choose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.ui.widgets.items import DIGITS, Items

if TYPE_CHECKING:
    from textual import events

HOW = "There are only these to choose from: with the arrows and Space, by number, or by a click."
NOT_YET = "Nothing is chosen here yet. Space chooses."


class Options(Items):
    """Options with a cursor. Moving it never chooses; space or a digit does, or a click.

    Whoever writes words here chooses nothing by the spaces between them, nor by a number among them.
    """

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._written = ""
        """The characters typed last, as far as they chose nothing."""
        self._was_moved = False
        """Whether the cursor was moved since the person came here."""

    # ------------------------------------------------------------------------------- what each list decides

    @property
    def is_open(self) -> bool:
        """Whether nothing is chosen yet."""
        raise NotImplementedError

    def pick(self, item: int) -> None:
        """Choose an option, if there is one in this place."""
        raise NotImplementedError

    def wrote(self, text: str) -> None:
        """Act on words that choose nothing: a character that begins some, or all of them."""
        raise NotImplementedError

    def passed_over(self) -> None:
        """Act on somebody who moved the cursor and goes on with nothing chosen."""
        raise NotImplementedError

    # --------------------------------------------------------------------------------------------- keys, mouse

    def moved(self) -> None:
        """Remember that the person may take moving for choosing."""
        self._was_moved = True

    def leaving(self) -> None:
        """Tell of somebody who goes on by a key, where they may believe that they chose."""
        if self._was_moved and self.is_open:
            self.passed_over()

    def pressed(self, item: int, part: int | None) -> None:
        """Choose the option under the mouse."""
        self.pick(item)

    def typed(self, character: str) -> bool:
        """Choose by place. A letter begins words, and a number after a space is of them; one space more chooses."""
        before = self._written[-1:]
        if character == " " and before in ("", " "):
            self._written = ""
            return False
        if character in DIGITS and before != " " and before not in tuple(DIGITS):
            self._written = ""
            self.pick(int(character) - 1)
            return True
        self._written += character
        if character != " ":
            self.wrote(character)
        return True

    def on_key(self, event: events.Key) -> None:
        """Be done with words at any key that is no character, and with the options at tab."""
        if not event.is_printable:
            self._written = ""
        if event.key in ("tab", "shift+tab"):
            self.leaving()

    def on_paste(self, event: events.Paste) -> None:
        """Take words that are pasted here."""
        event.stop()
        if event.text.strip():
            self.wrote(event.text)

    def on_blur(self) -> None:
        """Be done with words, and with this visit."""
        self._written = ""
        self._was_moved = False
