"""Conditions: one subject, tests that make sense, values that can occur, answers given by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.guide.mistakes import Mistake, assert_told, copy_of_sample, exchange, named
from workbook.guide.loader import load_guide

if TYPE_CHECKING:
    from pathlib import Path

WANT = "{field: begin.flat.want, at_least: 8}"
HOW = "{field: begin.flat.how, is: I never heard back}"
WORDS = '{field: settle.words.words, has: "not much at all"}'
PAPERS = '{field: look.viewing.papers.complete, in: [partly, "no"]}'
MOMENTS = "{field: look.viewing.moments, column: went, is: hard, rows: 2}"
WRITING = "{fact: minutes_writing, at_least: 15}"

MISTAKES = {
    "no such field": Mistake(
        "opening.yaml", WANT, "{field: begin.flat.wnat, at_least: 8}", "begin", "did you mean `begin.flat.want`?"
    ),
    "later field": Mistake(
        "opening.yaml", WANT, "{field: end.now.mood, at_least: 8}", "end", "`end.now.mood` comes later than this"
    ),
    "page that depends on itself": Mistake(
        "settle.yaml",
        "title: A pause\n",
        "title: A pause\n    when: {field: settle.rest.thought, answered: true}\n",
        "settle",
        "is asked on this page, but not before this",
    ),
    "field that depends on itself": Mistake(
        "settle.yaml",
        "when: {field: settle.rest.thought, answered: true}",
        "when: {field: settle.rest.plan, answered: true}",
        "settle",
        "`settle.rest.plan` cannot depend on its own answer",
    ),
    "no such option": Mistake(
        "opening.yaml",
        HOW,
        "{field: begin.flat.how, is: I never heard}",
        "I never",
        "offers no `I never heard`; did you mean `I never heard back`?",
    ),
    "no such option among several": Mistake(
        "look.yaml",
        PAPERS,
        '{field: look.viewing.papers.complete, in: [partly, "nope"]}',
        '"nope"',
        "offers no `nope`; did you mean `no`?",
    ),
    "no such tick": Mistake(
        "settle.yaml",
        WORDS,
        "{field: settle.words.words, has: not much}",
        "not much",
        "did you mean `not much at all`?",
    ),
    "no such option of a column": Mistake(
        "look.yaml",
        MOMENTS,
        "{field: look.viewing.moments, column: went, is: heard, rows: 2}",
        "heard",
        "did you mean `hard`?",
    ),
    "no such option through options_from": Mistake(
        "settle.yaml",
        WORDS,
        "{field: settle.words.loudest, is: sade}",
        "sade",
        "`settle.words.loudest` offers no `sade`; did you mean `sad`?",
    ),
    "no such grid row": Mistake(
        "look.yaml",
        PAPERS,
        "{field: look.viewing.papers.compleet, is: partly}",
        "look",
        "has no row `compleet`; did you mean `complete`?",
    ),
    "no such column": Mistake(
        "look.yaml",
        MOMENTS,
        "{field: look.viewing.moments, column: wnet, is: hard}",
        "wnet",
        "has no column `wnet`; did you mean `went`?",
    ),
    "no such table row": Mistake(
        "look.yaml",
        MOMENTS,
        "{field: look.viewing.moments.10.went, is: hard}",
        "look",
        "has no row 10; rows count from 0, and there are at most 10",
    ),
    "column of what is no table": Mistake(
        "look.yaml",
        PAPERS,
        "{field: look.viewing.papers, column: complete, is: partly}",
        "column",
        "`column` is for a table",
    ),
    "rows without a column": Mistake(
        "look.yaml",
        MOMENTS,
        "{field: look.viewing.moments, answered: true, rows: 2}",
        "rows",
        "name the column as well",
    ),
    "no rows": Mistake(
        "look.yaml",
        MOMENTS,
        "{field: look.viewing.moments, column: went, is: hard, rows: 0}",
        "0}",
        "so it is 1 or more",
    ),
    "path into a text": Mistake(
        "opening.yaml",
        WANT,
        "{field: begin.flat.street.x, answered: true}",
        "begin",
        "Nothing can follow `begin.flat.street` in a path",
    ),
    "has on a scale": Mistake(
        "opening.yaml",
        WANT,
        "{field: begin.flat.want, has: 8a}",
        "has",
        "`has` makes no sense for `begin.flat.want`, which is a scale; use `is`",
    ),
    "at_least on a text": Mistake(
        "opening.yaml", WANT, "{field: begin.flat.street, at_least: 8}", "at_least", "`at_least` makes no sense"
    ),
    "within_days on a choice": Mistake(
        "opening.yaml",
        HOW,
        "{field: begin.flat.how, within_days: 3}",
        "within_days",
        "which is a choice; use `is`, `in` or `answered`",
    ),
    "is on a date": Mistake(
        "opening.yaml", HOW, "{field: begin.flat.heard_on, is: today}", "is: today", "which is a date"
    ),
    "number off the scale": Mistake(
        "opening.yaml", WANT, "{field: begin.flat.want, at_least: 11}", "11", "A scale goes from 0 to 10"
    ),
    "text for a number": Mistake(
        "opening.yaml", WANT, "{field: begin.flat.want, is: eight}", "eight", "write a whole number without quotes"
    ),
    "nothing to test": Mistake(
        "opening.yaml", WANT, "{at_least: 8}", "{", "This condition tests nothing; give it one of `field`"
    ),
    "two subjects": Mistake(
        "opening.yaml",
        WANT,
        "{field: begin.flat.want, fact: latest_mood, at_least: 8}",
        "fact",
        "A condition has one subject, and this one has `field` and `fact`",
    ),
    "no test": Mistake(
        "opening.yaml", WANT, "{field: begin.flat.want}", "{", "This condition has no test; give it one of `is`"
    ),
    "test beside a list": Mistake(
        "opening.yaml", WANT, "{any: [" + WANT + "], answered: true}", "answered", "put it inside `any`"
    ),
    "empty list": Mistake("opening.yaml", WANT, "{any: []}", "any", "`any` is empty"),
    "deep inside": Mistake(
        "closing.yaml",
        "{field: begin.flat.next_viewing, within_days: 3}",
        "{field: begin.flat.next_viewing, is: 3}",
        "is",
        "`is` makes no sense",
    ),
    "no such fact": Mistake(
        "settle.yaml",
        WRITING,
        "{fact: minutes_writng, at_least: 15}",
        "minutes_writng",
        "There is no fact `minutes_writng`; did you mean `minutes_writing`?",
    ),
    "test that no fact can pass": Mistake(
        "settle.yaml", WRITING, "{fact: minutes_writing, before_today: true}", "before_today", "which is a number"
    ),
    "condition on a summary": Mistake(
        "closing.yaml",
        "{field: look.next_time.thing, answered: true}",
        "{field: look.next_time.noticed, answered: true}",
        "look",
        "is a summary and holds no answer",
    ),
}

GOOD = {
    "is on a scale": (WANT, "{field: begin.flat.want, is: 8}"),
    "is on a text": (WANT, "{field: begin.flat.street, is: High Street}"),
    "in on a fact": (WANT, "{fact: completed_workbooks, in: [1, 2]}"),
    "several tests": (WANT, "{field: begin.flat.want, at_least: 3, at_most: 5}"),
    "date": (WANT, "{field: begin.flat.heard_on, before_today: true}"),
    "not of any": (WANT, "{not: {any: [{field: begin.flat.how, answered: false}, {fact: latest_mood, at_most: 3}]}}"),
}


@pytest.mark.parametrize("mistake", named(MISTAKES))
def test_a_condition_that_cannot_work_is_told_where_it_goes_wrong(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(mistake, tmp_path)


@pytest.mark.parametrize(("old", "new"), GOOD.values(), ids=GOOD.keys())
def test_a_condition_that_can_work_is_left_alone(old: str, new: str, tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "opening.yaml", old, new)
    load_guide(folder)
