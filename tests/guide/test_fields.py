"""Fields, pages, routes and the manifest: keys that must fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.guide.mistakes import Mistake, assert_told, copy_of_sample, exchange, named, place, problems_of

if TYPE_CHECKING:
    from pathlib import Path

MISTAKES = {
    "page with nothing on it": Mistake(
        "look.yaml",
        "    body: It often goes better after a night's sleep.\n",
        "    tip: Sleep.\n",
        "never",
        "The page `look.ready` has nothing on it",
    ),
    "nothing to choose": Mistake(
        "settle.yaml", "options_from: settle.words.words}", "other: Something}", "never", "has nothing to choose from"
    ),
    "options and groups": Mistake(
        "settle.yaml",
        "max_picks: 2",
        "groups: {More: [a walk]}",
        "groups",
        "`options` and `groups` cannot both be given",
    ),
    "empty group": Mistake("settle.yaml", "Tired: [tired, fed up]", "Tired: []", "Tired", "The group `Tired` is empty"),
    "empty option": Mistake(
        "settle.yaml", "Tired: [tired, fed up]", 'Tired: [tired, ""]', '""', "This option is empty"
    ),
    "more picks than options": Mistake("settle.yaml", "max_picks: 2", "max_picks: 4", "4", "There are only 3 options"),
    "no picks": Mistake(
        "settle.yaml",
        "max_picks: 2\n        checked: [new searches]",
        "max_picks: 0",
        "0",
        "`max_picks` must be 1 or more",
    ),
    "more ticks than picks": Mistake(
        "settle.yaml",
        "checked: [new searches]",
        "checked: [new searches, messages, telling people]",
        "[new",
        "More are ticked here than the 2",
    ),
    "default off the scale": Mistake(
        "opening.yaml", "low: not much,", "default: 11, low: not much,", "11", "A scale goes from 0 to 10"
    ),
    "follow-up of a text": Mistake(
        "closing.yaml",
        "label: One small next step",
        "label: One small next step\n        follow_up: x",
        "follow_up",
        "only a field of kind `date` has it",
    ),
    "plan beside a date for nothing": Mistake(
        "look.yaml",
        "follow_up: Get it ready}",
        "with: [begin.flat.street]}",
        "with",
        "`with` goes with `follow_up`",
    ),
    "plan from a later page": Mistake(
        "look.yaml",
        "follow_up: Get it ready}",
        "follow_up: Get it ready, with: [end.now.step]}",
        "end.now.step",
        "comes later than this",
    ),
    "settled by no choice": Mistake(
        "look.yaml",
        "follow_up: Get it ready}",
        "follow_up: Get it ready, settle: {done: a, let_go: b, field: begin.flat.street}}",
        "begin.flat.street",
        "is no choice",
    ),
    "settled on another page": Mistake(
        "look.yaml",
        "follow_up: Get it ready}",
        "follow_up: Get it ready, settle: {done: message, let_go: message, field: begin.flat.how}}",
        "begin.flat.how",
        "is on another page",
    ),
    "says of a date for nothing": Mistake(
        "look.yaml",
        "follow_up: Get it ready}",
        "says: On a day}",
        "says",
        "`says` goes with `follow_up`",
    ),
    "prefilled choice": Mistake(
        "opening.yaml",
        "label: How did you hear?",
        "label: How did you hear?\n        prefill: message",
        "prefill",
        "Only `text` and `long_text`",
    ),
    "choice column without options": Mistake(
        "look.yaml",
        "- {id: who, label: Name}",
        "- {id: who, kind: choice, label: Name}",
        "{",
        "The column `who` is a choice and has no `options`",
    ),
    "options of a text column": Mistake(
        "look.yaml",
        "- {id: who, label: Name}",
        "- {id: who, options: [a], label: Name}",
        "options",
        "Only a column of kind `choice` has options",
    ),
    "follow-up of a text column": Mistake(
        "look.yaml",
        "- {id: who, label: Name}",
        "- {id: who, follow_up: a, label: Name}",
        "follow_up",
        "only a column of kind `date`",
    ),
    "read-only column without rows": Mistake(
        "look.yaml",
        "- {id: who, label: Name}",
        "- {id: who, read_only: true, label: Name}",
        "read_only",
        "give the table `rows`",
    ),
    "rows without a read-only column": Mistake(
        "look.yaml",
        "width: 18, read_only: true}\n          - {id: happened, label: What happened, width: 40}",
        "width: 18}\n          - {id: happened, label: What happened, width: 40}",
        "never",
        "The given rows need a column to stand in",
    ),
    "two read-only columns": Mistake(
        "look.yaml",
        "label: What happened, width: 40",
        "label: What happened, read_only: true",
        "read_only",
        "Only one column",
    ),
    "more rows than allowed": Mistake(
        "look.yaml", "max_rows: 10\n        quick_rows: 4", "max_rows: 3", "never", "These 4 rows are more than the 3"
    ),
    "more quick rows than rows": Mistake(
        "look.yaml", "quick_rows: 4", "quick_rows: 40", "40", "`quick_rows` is more than the 10"
    ),
    "table that can never have rows": Mistake(
        "look.yaml", "bank: contacts", "add_rows: false", "add_rows", "must let rows be added"
    ),
    "cases without by": Mistake(
        "look.yaml",
        "            by: begin.flat.how\n            cases: {from",
        "            cases: {from",
        "cases",
        "`cases` need `by`",
    ),
    "by without cases": Mistake(
        "look.yaml",
        "            cases: {from the agent: The agent had it the same day.}\n",
        "",
        "never",
        "`by` decides between `cases`",
    ),
    "summary of nothing": Mistake(
        "closing.yaml",
        "of: page, sources: [begin.flat.street, look.next_time.thing]",
        "of: page",
        "never",
        "needs `sources`",
    ),
    "sources of none": Mistake(
        "closing.yaml", "of: coming_up,", "of: coming_up, sources: [begin.flat.street],", "sources", "has no sources"
    ),
    "picks of none": Mistake(
        "closing.yaml", "of: page,", "of: page, picks: [a],", "picks", "`picks` are for a summary of `noticed`"
    ),
    "less than no time": Mistake(
        "settle.yaml", "minutes: 3\n", "minutes: -3\n", "-3", "`minutes` cannot be less than 0"
    ),
    "quick route too long": Mistake(
        "workbook.yaml",
        "title: The short way, minutes: 5",
        "title: The short way, minutes: 3",
        "3",
        "The pages on the route `quick` add up to 4.5 minutes, over its 3",
    ),
    "full route too long": Mistake(
        "workbook.yaml",
        "title: All of it, minutes: 15",
        "title: All of it, minutes: 9",
        "9",
        "The pages on the route `full` add up to 12.5 minutes, over its 9",
    ),
    "default route that is none": Mistake(
        "workbook.yaml",
        "default_route: full",
        "default_route: ful",
        "ful",
        "There is no route `ful`; did you mean `full`?",
    ),
    "route field that is no choice": Mistake(
        "workbook.yaml",
        "route_field: begin.welcome.route",
        "route_field: begin.flat.street",
        "begin",
        "must be a choice",
    ),
    "route field with other values": Mistake(
        "workbook.yaml",
        "route_field: begin.welcome.route",
        "route_field: settle.write.keep",
        "never",
        "must be the ids of the routes, `quick` and `full`",
    ),
    "name by nothing": Mistake(
        "workbook.yaml", "begin.flat.area]", "begin.flat.aera]", "begin", "did you mean `begin.flat.area`?"
    ),
    "fact from nothing": Mistake(
        "workbook.yaml",
        "{days_since: begin.flat.heard_on}",
        "{days_since: begin.flat.herd_on}",
        "begin",
        "did you mean `begin.flat.heard_on`?",
    ),
    "fact from the wrong kind": Mistake(
        "workbook.yaml",
        "{days_since: begin.flat.heard_on}",
        "{days_since: begin.flat.how}",
        "begin",
        "must be a date, and it is a choice",
    ),
    "fact of two things": Mistake(
        "workbook.yaml",
        "{days_since: begin.flat.heard_on}",
        "{days_since: begin.flat.heard_on, latest: [end.now.mood]}",
        "{",
        "exactly one of",
    ),
    "cooling off from nothing": Mistake(
        "workbook.yaml",
        "next: begin.flat.next_viewing",
        "next: begin.flat.next_view",
        "begin",
        "did you mean `begin.flat.next_viewing`?",
    ),
    "feelings from nothing": Mistake(
        "workbook.yaml",
        "feelings: settle.words.words",
        "feelings: settle.words.word",
        "settle",
        "did you mean `settle.words.words`?",
    ),
    "how far in words": Mistake(
        "workbook.yaml",
        "patterns:",
        "patterns:\n  how_far: begin.flat.street",
        "begin",
        "must be a choice, and it is a text",
    ),
    "guide id": Mistake("workbook.yaml", "id: after-a-flat", "id: After a flat", "After", "is no id"),
    "day that is none": Mistake(
        "support.yaml", "checked: null", "checked: 2026-13-01", "2026", "write it as YYYY-MM-DD"
    ),
    "file that is missing": Mistake(
        "workbook.yaml", "closing: closing", "closing: closng", "closng", "There is no file `closng.yaml`"
    ),
    "file with its ending": Mistake(
        "workbook.yaml",
        "support: support",
        "support: support.yaml",
        "support.yaml",
        "Name the file without its ending: `support`",
    ),
    "file elsewhere": Mistake(
        "workbook.yaml", "support: support", "support: ../support", "../", "stand in its own folder"
    ),
    "file twice": Mistake(
        "workbook.yaml",
        "stages: [settle, look]",
        "stages: [settle, look, settle]",
        "settle]",
        "`settle` is named twice",
    ),
    "file that is the manifest": Mistake(
        "workbook.yaml", "support: support", "support: workbook", "workbook", "is this file itself"
    ),
}
ELSEWHERE = {name: mistake for name, mistake in MISTAKES.items() if mistake.at == "never"}
PLACES = {
    "page with nothing on it": ("look.yaml", "id: ready"),
    "nothing to choose": ("settle.yaml", "{id: loudest"),
    "rows without a read-only column": ("look.yaml", "rows:\n          default"),
    "more rows than allowed": ("look.yaml", "default: [finding it"),
    "by without cases": ("look.yaml", "by: begin.flat.how\n          - {id: letter"),
    "summary of nothing": ("closing.yaml", "{id: summary"),
    "route field with other values": ("settle.yaml", "options:\n          - {value: keep"),
}
"""Where those are told that stand beside what was exchanged."""


@pytest.mark.parametrize("mistake", named({k: v for k, v in MISTAKES.items() if k not in ELSEWHERE}))
def test_keys_that_do_not_fit_together_are_told_where_they_stand(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(mistake, tmp_path)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_is_missing_is_told_where_it_should_be(name: str, tmp_path: Path) -> None:
    mistake, (file, at) = ELSEWHERE[name], PLACES[name]
    folder = copy_of_sample(tmp_path)
    exchange(folder / mistake.file, mistake.old, mistake.new)
    (problem,) = problems_of(folder)
    text = (folder / file).read_text("utf-8")
    assert problem.file == str(folder / file)
    assert (problem.line, problem.column) == place(text, text.index(at)), str(problem)
    assert mistake.says in problem.message


def test_an_empty_part_is_told_at_its_pages(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "more.yaml").write_text("id: more\ntitle: More\npages: []\n", "utf-8")
    exchange(folder / "workbook.yaml", "stages: [settle, look]", "stages: [settle, look, more]")
    (problem,) = problems_of(folder)
    assert (problem.line, problem.column) == (3, 1)
    assert problem.message == "This part is empty; give it a page, or take it out of the guide."


def test_a_route_that_cannot_be_chosen_is_told(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "workbook.yaml", "routes:\n", "routes:\n  - {id: calm, title: Calm, minutes: 20}\n")
    (problem,) = problems_of(folder)
    assert problem.message.endswith("`calm`, `quick` and `full`; it offers `quick` and `full`.")


def test_a_route_without_pages_is_told(tmp_path: Path) -> None:
    (tmp_path / "workbook.yaml").write_text(
        "id: g\ntitle: G\nversion: a\nlanguage: en\nroutes:\n  - {id: a, title: A, minutes: 9}\n"
        "  - {id: b, title: B, minutes: 9}\ndefault_route: a\nroute_field: p.q.r\nstages: [p]\n",
        "utf-8",
    )
    (tmp_path / "p.yaml").write_text(
        "id: p\ntitle: P\npages:\n  - id: q\n    title: Q\n    routes: [a]\n    fields:\n"
        "      - {id: r, kind: choice, label: R, options: [a, b]}\n",
        "utf-8",
    )
    (problem,) = problems_of(tmp_path)
    assert str(problem) == f"{tmp_path / 'workbook.yaml'}:7:10: No page is on the route `b`."


def test_quick_keys_without_a_quick_route_are_told(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "workbook.yaml", "{id: quick,", "{id: swift,")
    exchange(folder / "opening.yaml", "{value: quick,", "{value: swift,")
    exchange(folder / "workbook.yaml", "minutes: 5}", "minutes: 9}")
    told = [problem.message for problem in problems_of(folder)]
    assert len(told) == 5
    assert all(message.startswith("There is no route with the id `quick`") for message in told)
