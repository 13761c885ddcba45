"""Refs, ids and options: what is named must be there, be asked early enough, and be named once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.guide.mistakes import Mistake, assert_told, copy_of_sample, exchange, named, problems_of

if TYPE_CHECKING:
    from pathlib import Path

MISTAKES = {
    "recall of nothing": Mistake(
        "look.yaml",
        "recall: [settle.words.words]",
        "recall: [settle.words.wrods]",
        "settle",
        "There is no field `settle.words.wrods`; did you mean `settle.words.words`?",
    ),
    "recall of a page": Mistake(
        "look.yaml",
        "recall: [settle.words.words]",
        "recall: [settle.words]",
        "settle",
        "is no ref; a ref is written `part.page.field`; did you mean `settle.words.words`?",
    ),
    "recall of this page": Mistake(
        "look.yaml", "recall: [settle.words.words]", "recall: [look.viewing.papers]", "look", "asked on this page"
    ),
    "recall of a later page": Mistake(
        "look.yaml",
        "recall: [settle.words.words]",
        "recall: [end.now.mood]",
        "end",
        "`end.now.mood` comes later than this (closing.yaml, line 9)",
    ),
    "recall of a summary": Mistake(
        "closing.yaml",
        "    minutes: 0.5\n",
        "    minutes: 0.5\n    recall: [look.next_time.noticed]\n",
        "look",
        "is a summary and holds no answer",
    ),
    "suggestion of nothing": Mistake(
        "look.yaml",
        "look.viewing.moments.happened, have",
        "look.viewing.moments.happend, have",
        "look",
        "`look.viewing.moments` has no column `happend`; did you mean `happened`?",
    ),
    "suggestion of a later field": Mistake(
        "opening.yaml",
        "max: 80, placeholder",
        "suggest: [begin.flat.area], max: 80, placeholder",
        "begin",
        "is asked on this page, but not before this (opening.yaml, line 27)",
    ),
    "options from a later field": Mistake(
        "settle.yaml",
        "options_from: settle.words.words",
        "options_from: settle.words.carry",
        "settle",
        "asked on this page",
    ),
    "options from a text": Mistake(
        "settle.yaml",
        "options_from: settle.words.words",
        "options_from: begin.flat.street",
        "begin",
        "is no checklist or table column",
    ),
    "comparison with nothing": Mistake(
        "closing.yaml",
        "compare_with: begin.flat.mood",
        "compare_with: begin.flat.moood",
        "begin",
        "did you mean `begin.flat.mood`?",
    ),
    "comparison with another kind": Mistake(
        "closing.yaml",
        "compare_with: begin.flat.mood",
        "compare_with: begin.flat.how",
        "begin",
        "is not of the same kind, so the two cannot be compared; name a field of kind `scale`",
    ),
    "comparison in other words": Mistake(
        "closing.yaml",
        "label: How is your mood at this moment?",
        "label: How is your mood now?",
        "How",
        "`label` differs from that of `begin.flat.mood` (“How is your mood at this moment?”)",
    ),
    "comparison on another scale": Mistake(
        "closing.yaml", "high: very good", "high: great", "great", "`high` differs from that of `begin.flat.mood`"
    ),
    "timer by no durations": Mistake(
        "settle.yaml", "timer: settle.write.length", "timer: begin.flat.how", "begin", "is no choice of durations"
    ),
    "timer that is no duration": Mistake(
        "settle.yaml",
        "timer: settle.write.length",
        "timer: five minutes",
        "five",
        "`five minutes` is no duration; write it like `5 minutes`",
    ),
    "rows by nothing": Mistake(
        "look.yaml",
        "by: begin.flat.how\n          cases:",
        "by: begin.flat.hwo\n          cases:",
        "begin",
        "did you mean `begin.flat.how`?",
    ),
    "rows for no option": Mistake(
        "look.yaml",
        "            from the agent:",
        "            from the agents:",
        "from",
        "`begin.flat.how` offers no `from the agents`; did you mean `from the agent`?",
    ),
    "wording for no option": Mistake(
        "look.yaml",
        "cases: {from the agent:",
        "cases: {by owl:",
        "by owl",
        "`begin.flat.how` offers no `by owl`; it offers `phone call`, `message`, `from the agent` and",
    ),
    "quick row that is none": Mistake(
        "look.yaml",
        "quick_rows: [complete, early]",
        "quick_rows: [complete, erly]",
        "erly",
        "`look.viewing.papers` has no row `erly`; did you mean `early`?",
    ),
    "date counted from nothing": Mistake(
        "look.yaml",
        "after: begin.flat.heard_on",
        "after: begin.flat.heard",
        "begin",
        "did you mean `begin.flat.heard_on`?",
    ),
    "date counted from no date": Mistake(
        "look.yaml", "after: begin.flat.heard_on", "after: begin.flat.how", "begin", "is no date to count from"
    ),
    "source of nothing": Mistake(
        "look.yaml",
        "sources: [look.viewing.papers, look.viewing.moments]",
        "sources: [look.viewing.papers, look.viewing.momnets]",
        "look.viewing.momnets",
        "did you mean `look.viewing.moments`?",
    ),
    "counting what is no grid": Mistake(
        "look.yaml",
        "of: counts, sources: [look.viewing.papers]",
        "of: counts, sources: [settle.words.words]",
        "settle",
        "`counts` counts the rows of a grid",
    ),
    "noticing a single column": Mistake(
        "look.yaml",
        "look.viewing.papers, look.viewing.moments]",
        "look.viewing.papers, look.viewing.moments.went]",
        "look.viewing.moments.went",
        "name the table itself, `look.viewing.moments`",
    ),
    "picking no option": Mistake(
        "look.yaml", 'picks: [partly, "no", hard]', 'picks: [partyl, "no", hard]', "partyl", "did you mean `partly`?"
    ),
    "offering no page": Mistake(
        "settle.yaml",
        "offers: look.ask",
        "offers: look.aks",
        "look",
        "There is no page `look.aks` to offer; did you mean `look.ask`?",
    ),
    "default that is not offered": Mistake(
        "opening.yaml",
        "default: full",
        "default: ful",
        "ful",
        "`begin.welcome.route` offers no `ful`; did you mean `full`?",
    ),
    "tick that is not offered": Mistake(
        "settle.yaml",
        "checked: [new searches]",
        "checked: [new serches]",
        "new serches",
        "did you mean `new searches`?",
    ),
    "bank that is none": Mistake("look.yaml", "bank: contacts", "bank: contact", "contact", "did you mean `contacts`?"),
    "who said it without a bank": Mistake(
        "look.yaml", "bank: contacts", "said_by: look.viewing.moments.went", "said_by", "Only a field with a `bank`"
    ),
    "who said it in no column": Mistake(
        "look.yaml",
        "bank: contacts",
        "bank: contacts\n        said_by: begin.flat.street",
        "begin.flat.street",
        "must be a column of a table, and it is a text",
    ),
    "plan for the next no that is none": Mistake(
        "workbook.yaml",
        "cooling_off:",
        "next_no: settle.rest.plans\ncooling_off:",
        "settle.rest.plans",
        "did you mean `settle.rest.plan`?",
    ),
    "plan for the next no of another kind": Mistake(
        "workbook.yaml",
        "cooling_off:",
        "next_no: look.ask.letter\ncooling_off:",
        "look.ask.letter",
        "must be a plan",
    ),
    "route that is none": Mistake(
        "settle.yaml",
        "checked: [new searches]\n        routes: [full]",
        "checked: [new searches]\n        routes: [ful]",
        "ful]",
        "There is no route `ful`; did you mean `full`?",
    ),
    "field off its page's route": Mistake(
        "settle.yaml",
        "label: A thought you don't want at the next viewing}",
        "label: A thought, routes: [quick]}",
        "quick",
        "The page `settle.rest` is not on the route `quick`",
    ),
    "id with capitals": Mistake(
        "settle.yaml",
        "- id: carry",
        "- id: Carry it",
        "Carry",
        "`Carry it` is no id: use small letters, digits and `_`, beginning with a letter, such as `carry_it`",
    ),
    "field twice": Mistake(
        "look.yaml",
        "- {id: counted,",
        "- {id: noticed,",
        "noticed",
        "There are two fields on this page called `noticed`, the first on line",
    ),
    "column twice": Mistake(
        "look.yaml",
        '- {id: "on", label: Write on,',
        "- {id: who, label: Write on,",
        "who",
        "There are two columns in this table called `who`, the first on line",
    ),
    "row twice": Mistake(
        "look.yaml", "- {id: letter,", '- {id: "complete",', '"complete"', "There are two rows called `complete`"
    ),
    "option twice": Mistake(
        "settle.yaml", "Tired: [tired, fed up]", "Tired: [tired, sad]", "sad", "There are two options called `sad`"
    ),
}


@pytest.mark.parametrize("mistake", named(MISTAKES))
def test_what_is_named_wrongly_is_told_once_where_it_is_named(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(mistake, tmp_path)


def test_a_page_id_given_twice_is_told_at_the_second(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "closing.yaml", "pages:\n", "pages:\n  - {id: now, title: Now, minutes: 0, body: Hello.}\n")
    (problem,) = problems_of(folder)
    assert (problem.line, problem.column) == (6, 9)
    assert problem.message == "There are two pages in this part called `now`, the first on line 5; rename one of them."


def test_a_part_id_given_twice_names_the_other_file(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "closing.yaml", "id: end\n", "id: settle\n")
    exchange(folder / "closing.yaml", "field: end.now.mood", "field: settle.now.mood")
    exchange(folder / "workbook.yaml", "end.now.mood", "settle.now.mood")
    (problem,) = problems_of(folder)
    assert problem.file == str(folder / "closing.yaml")
    assert f"the first on line 2 of {folder / 'settle.yaml'}" in problem.message
