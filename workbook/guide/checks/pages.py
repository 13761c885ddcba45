"""Parts and pages: their ids, texts, conditions and routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.checks.conditions import check_condition
from workbook.guide.checks.fields import check_field
from workbook.guide.checks.ids import check_ids

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.index import PageAt, PartFile
    from workbook.guide.checks.pipes import Pipes


def check_parts(checking: Checking) -> None:
    """The ids of all parts."""
    files = checking.index.files.parts
    check_ids(((file.part.id, file.here.at("id")) for file in files), "parts", checking)


def check_part(number: int, file: PartFile, checking: Checking, pipes: Pipes) -> None:
    """One part and everything in it. `number` is its place among the parts."""
    pages = file.part.pages
    if not pages and file.whole:
        checking.say(file.here.key("pages"), "This part is empty; give it a page, or take it out of the guide.")
    ids = [(page.id, file.here.at("pages", at, "id")) for at, page in enumerate(pages)]
    check_ids(ids, "pages in this part", checking)
    pipes.check(file.part.intro, file.here.at("intro"), (number, -1, -1))
    for page in checking.index.pages_of(number):
        check_page(page, checking, pipes)


def check_page(page: PageAt, checking: Checking, pipes: Pipes) -> None:
    """One page and its fields. What stands above its fields may only name earlier pages."""
    asked, here = page.page, page.here
    if not (asked.body or asked.fields) and page.file.whole:
        checking.say(here, f"The page `{page.ref}` has nothing on it; give it a `body` or `fields`.")
    checking.routes(asked.routes, here.at("routes"))
    for name, minutes in (("minutes", asked.minutes), ("quick_minutes", asked.quick_minutes)):
        if minutes is not None and minutes < 0:
            checking.say(here.at(name), f"`{name}` cannot be less than 0.")
    check_condition(asked.when, here.at("when"), page.order, checking)
    check_condition(asked.support_when, here.at("support_when"), page.after, checking)
    check_condition(asked.again_when, here.at("again_when"), None, checking)
    pipes.check(asked.body, here.at("body"), page.order)
    pipes.check(asked.tip, here.at("tip"), page.after)
    for number, note in enumerate(asked.notes):
        check_condition(note.when, here.at("notes", number, "when"), page.after, checking)
        pipes.check(note.text, here.at("notes", number, "text"), page.after)
    for number, path in enumerate(asked.recall):
        checking.path(path, here.at("recall", number), page.order)
    ids = [(one.id, here.at("fields", number, "id")) for number, one in enumerate(asked.fields)]
    check_ids(ids, "fields on this page", checking)
    for at in checking.index.fields_of(page):
        check_field(at, checking, pipes)
