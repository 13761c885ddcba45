"""`workbook.yaml`: its routes, and everything it points at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.guide.checks.conditions import BUILT_IN_FACTS
from workbook.guide.checks.ids import check_ids
from workbook.guide.model import Choice, LongText, Plan, Table
from workbook.guide.spelling import did_you_mean, listed

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.targets import Shape
    from workbook.guide.here import Here
    from workbook.guide.model import CoolingOff, Fact, Patterns

_GUIDE_ID = re.compile(r"[a-z][a-z0-9_-]*")


def check_manifest(checking: Checking) -> None:
    """Everything the manifest says."""
    manifest, here = checking.index.files.manifest, checking.index.files.here
    if not _GUIDE_ID.fullmatch(manifest.id):
        message = f"`{manifest.id}` is no id: use small letters, digits, `-` and `_`, beginning with a letter."
        checking.say(here.at("id"), message)
    check_ids(
        ((route.id, here.at("routes", number, "id")) for number, route in enumerate(manifest.routes)),
        "routes",
        checking,
    )
    if not manifest.routes:
        checking.say(here.key("routes"), "A guide needs at least one route.")
    elif manifest.default_route not in checking.index.route_ids:
        checking.routes([manifest.default_route], here.at("default_route"))
    _check_route_field(checking)
    for number, path in enumerate(manifest.name):
        _check_name(path, here.at("name", number), checking)
    for name, fact in manifest.facts.items():
        _check_fact(name, fact, here, checking)
    if manifest.cooling_off:
        _check_cooling_off(manifest.cooling_off, here.at("cooling_off"), checking)
    if manifest.patterns:
        _check_patterns(manifest.patterns, here.at("patterns"), checking)
    if manifest.next_no:
        _check_next_no(manifest.next_no, here.at("next_no"), checking)


def _check_name(path: str, here: Here, checking: Checking) -> None:
    """An answer that names the workbook stands in every list and heading, so it is none that may be left out."""
    found = checking.path(path, here)
    if found is None:
        return
    field, last = found.at.field, path.rpartition(".")[2]
    is_private = isinstance(field, LongText) and field.private
    is_name = isinstance(field, Table) and any(column.names and column.id == last for column in field.columns)
    if field.names or is_private or is_name:
        checking.say(here, f"`{path}` can be left out of what is shared, so it cannot name a workbook; choose another.")


def _check_route_field(checking: Checking) -> None:
    manifest, here = checking.index.files.manifest, checking.index.files.here
    at = here.at("route_field")
    found = checking.path(manifest.route_field, at)
    if found is None:
        return
    choice = found.at.field
    if not isinstance(choice, Choice) or found.shape != "choice" or choice.options_from or choice.other:
        message = "must be a choice with options of its own and no `other`, because it decides the route"
        checking.say(at, f"`{manifest.route_field}` {message}.")
        return
    values = [option.value for option in choice.choices]
    if set(values) != set(checking.index.route_ids):
        offers, routes = listed(values, "and") or "nothing", listed(checking.index.route_ids, "and")
        message = f"The values of `{manifest.route_field}` must be the ids of the routes, {routes}"
        checking.say(found.at.here.key("options"), f"{message}; it offers {offers}.")


def _check_fact(name: str, fact: Fact, here: Here, checking: Checking) -> None:
    at, key = here.at("facts", name), here.at("facts").key(name)
    check_ids([(name, key)], "facts", checking)
    if name in BUILT_IN_FACTS:
        checking.say(key, f"Every guide has a fact called `{name}` already; give this one another name.")
    if bool(fact.days_since) == bool(fact.latest):
        checking.say(at, "A fact has exactly one of `days_since` and `latest`.")
    if fact.days_since:
        _expect(fact.days_since, "date", at.at("days_since"), checking)
    for number, path in enumerate(fact.latest):
        _expect(path, "scale", at.at("latest", number), checking)


def _check_cooling_off(rule: CoolingOff, here: Here, checking: Checking) -> None:
    _expect(rule.want, "scale", here.at("want"), checking)
    _expect(rule.news, "date", here.at("news"), checking)
    if rule.next:
        _expect(rule.next, "date", here.at("next"), checking)


def _check_patterns(shown: Patterns, here: Here, checking: Checking) -> None:
    if shown.how_far:
        _expect(shown.how_far, "choice", here.at("how_far"), checking)
    if shown.feelings:
        _expect(shown.feelings, "checklist", here.at("feelings"), checking)


def _check_next_no(path: str, here: Here, checking: Checking) -> None:
    found = checking.path(path, here)
    if found is not None and (found.shape != "pair" or not isinstance(found.at.field, Plan)):
        likely = [ref for ref, at in checking.index.fields.items() if isinstance(at.field, Plan)]
        checking.say(here, f"`{path}` must be a plan, and it is a {found.shape}{did_you_mean(path, likely) or '.'}")


def _expect(path: str, shape: Shape, here: Here, checking: Checking) -> None:
    found = checking.path(path, here)
    if found is not None and found.shape != shape:
        likely = [ref for ref, at in checking.index.fields.items() if at.field.kind_name == shape]
        guess = did_you_mean(path, likely) or "."
        checking.say(here, f"`{path}` must be a {shape}, and it is a {found.shape}{guess}")
