"""What the palette offers for the screen in sight and the workbook on the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand

from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from workbook.ui.desk import Desk


def commands(desk: Desk, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Every command that makes sense just now."""
    errands, versions, dates = desk.errands, desk.versions, desk.want_date
    if isinstance(screen, screens.HomeScreen):
        has_any = bool(screen.check_action("look", ()))
        yield SystemCommand("Start a workbook", "Begin at the first page", desk.opening.new)
        for way in screen.ways:
            yield SystemCommand(way.label, way.says, partial(screen.action_want, way.what))
        if has_any:
            yield SystemCommand("Find a workbook", "By company, role, state or month", screen.action_filter)
            yield SystemCommand("Read this workbook", "Just look", screen.action_look)
            yield SystemCommand(
                "Earlier copies of this workbook", "From before each of the last sittings", screen.action_earlier
            )
            yield SystemCommand(
                "Save copies", "Markdown, HTML, JSON or CSV, of one workbook or all", screen.action_copies
            )
        yield SystemCommand("One page for the next interview", "To read, save or copy", desk.looking.sheet)
        if desk.library.conflicts:
            yield SystemCommand(
                "Put versions together", "Those that came from other computers", versions.put_all_together
            )
        if has_any:
            yield SystemCommand("Lay two side by side", "This workbook and another, page by page", screen.action_beside)
        yield SystemCommand("All dates", "To come, passed, done and let go", partial(dates, "all"))
        yield SystemCommand("Dates as a calendar file", "To import into a calendar", partial(dates, "calendar"))
        yield SystemCommand("Take a date back", "Undo the last change to one", partial(dates, "undo"))
        if has_any:
            yield SystemCommand("Delete this workbook", "Move it to the trash", screen.action_delete)
        yield SystemCommand("Bring back a backup", "Put it in the place of everything", desk.backups.bring_back)
        yield SystemCommand("Trash", "Bring back a deleted workbook, or remove it for good", desk.removing.open_trash)
    if isinstance(screen, screens.WizardScreen):
        yield SystemCommand("Contents", "Go to any page", screen.action_contents)
        yield SystemCommand("Finish this workbook", "Mark it as completed", screen.action_finish)
        yield SystemCommand("Write in your editor", "Open this answer in $EDITOR", screen.action_editor)
        yield SystemCommand("Use the newer pages", "Move to the guide as it is now", errands.move_to_newer)
        yield SystemCommand("Back to Home", "Saved", screen.action_leave)
        if screen.sitting.letting_go.removed:
            yield SystemCommand("Out of reach", "Where words you let go may still be", errands.tell_out_of_reach)
    if isinstance(screen, screens.ReviewScreen):
        yield SystemCommand("Outline", "Jump to a heading", screen.action_outline)
        yield SystemCommand("Save a copy", "Markdown, HTML, JSON or CSV", screen.action_export)
        yield SystemCommand("Find in this workbook", "Accents and case do not matter", screen.action_find)
        yield SystemCommand("Select words to copy", "An answer, a page or lines", screen.action_select)
        yield SystemCommand("Lay another beside it", "Two workbooks, page by page", screen.action_beside)
        if screen.can_write:
            yield SystemCommand("Add a note", "With today's date", screen.action_note)
        if screen.can_write and screen.completed:
            yield SystemCommand("Fill in later", "What came after you finished, such as feedback", screen.action_late)
            yield SystemCommand("Reopen", "Make it unfinished again; it is kept as it is", screen.action_reopen)
    if isinstance(screen, screens.SideBySideScreen):
        yield SystemCommand("Find on this page", "Accents and case do not matter", screen.action_find)
    if isinstance(screen, screens.WizardScreen | screens.ReviewScreen):
        workbook = screen.sitting.workbook
        if workbook.held_by is not None and workbook.held_by.is_elsewhere:
            yield SystemCommand(
                "Take over this workbook", "If it is no longer open on the other computer", versions.ask_take_over
            )
        yield SystemCommand("What you gathered", "Put it away and look at all of them", desk.looking.gathered)
        yield SystemCommand("Earlier copies of this workbook", "Put it away and look at them", versions.earlier_of_open)
        if not workbook.read_only:
            yield SystemCommand(
                "Delete this workbook", "Put it away and move it to the trash", desk.removing.delete_open
            )
    yield SystemCommand("Back everything up", "All workbooks as one file", desk.backups.back_up)
    yield SystemCommand("The lock", "A passphrase for everything that is kept", desk.backups.about_lock)
    yield SystemCommand("Your name in letters", "The name your letters end with", errands.ask_name)
