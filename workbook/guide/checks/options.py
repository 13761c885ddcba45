"""Choices and checklists: that there is something to choose, and each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.checks.ids import check_unique
from workbook.guide.checks.kinds import check_positive
from workbook.guide.checks.targets import offered
from workbook.guide.model import Option
from workbook.guide.spelling import did_you_mean

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.index import FieldAt
    from workbook.guide.here import Here
    from workbook.guide.model import Checklist, Choice

STOP = "stop"
"""What an option offers that saves and leaves for today."""


def check_options(options: tuple[str | Option, ...], here: Here, checking: Checking) -> list[tuple[str, Here]]:
    """Options where they stand; that none is empty, and that what they offer is there."""
    places: list[tuple[str, Here]] = []
    for number, option in enumerate(options):
        at = here.at(number)
        value = option.value if isinstance(option, Option) else option
        place = at.at("value") if isinstance(option, Option) else at
        places.append((value, place))
        if not value.strip():
            checking.say(place, "This option is empty; write its text.")
        if isinstance(option, Option) and option.offers:
            _check_offer(option.offers, at.at("offers"), checking)
    return places


def _check_offer(offer: str, here: Here, checking: Checking) -> None:
    pages = checking.index.pages
    if offer == STOP or offer in pages or checking.index.is_uncertain(offer):
        return
    guess = did_you_mean(offer, [*pages, STOP]) or f"; write `{STOP}`, or a page as `part.page`."
    checking.say(here, f"There is no page `{offer}` to offer{guess}")


def check_choice(field: Choice, at: FieldAt, checking: Checking) -> None:
    """A choice. Options of its own may be added to those from an earlier answer."""
    here = at.here
    check_unique(check_options(field.options, here.at("options"), checking), "options", checking)
    if not field.options and not field.options_from and at.page.file.whole:
        checking.say(here, f"`{at.ref}` has nothing to choose from; give it `options` or `options_from`.")
    if field.options_from:
        found = checking.path(field.options_from, here.at("options_from"), at.order)
        if found is not None and found.shape not in ("checklist", "cells"):
            message = "is no checklist or table column, so its answers cannot be the options"
            checking.say(here.at("options_from"), f"`{field.options_from}` {message}.")
    if field.default:
        checking.option(field.default, offered(field, checking.index), here.at("default"), at.ref)


def check_checklist(field: Checklist, at: FieldAt, checking: Checking) -> None:
    """A checklist, in one list or in groups."""
    here = at.here
    if here.has("options") and here.has("groups"):
        checking.say(here.key("groups"), "`options` and `groups` cannot both be given; put all options into groups.")
    if not field.choices and at.page.file.whole:
        checking.say(here, f"`{at.ref}` has nothing to tick; give it `options` or `groups`.")
    places = check_options(field.options, here.at("options"), checking)
    for name, options in field.groups.items():
        if not options:
            checking.say(here.at("groups").key(name), f"The group `{name}` is empty; give it options or take it out.")
        places += check_options(options, here.at("groups", name), checking)
    check_unique(places, "options", checking)
    check_positive(field.max_picks, "max_picks", here, checking)
    if field.max_picks is not None and field.max_picks > len(field.choices) and not field.other:
        message = f"There are only {len(field.choices)} options; `max_picks` can be that at most, or be left out."
        checking.say(here.at("max_picks"), message)
    for number, value in enumerate(field.checked):
        checking.option(value, offered(field, checking.index), here.at("checked", number), at.ref)
    if field.max_picks is not None and len(field.checked) > field.max_picks:
        checking.say(here.at("checked"), f"More are ticked here than the {field.max_picks} that `max_picks` allows.")
