"""Keys and types: each mistake is told once, where it stands, with what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.guide.mistakes import Mistake, assert_told, copy_of_sample, exchange, named, problems_of

if TYPE_CHECKING:
    from pathlib import Path

MISTAKES = {
    "misspelt key": Mistake("look.yaml", "title: The viewing", "titel: The viewing", "titel", "did you mean `title`?"),
    "misspelt key of a field": Mistake(
        "opening.yaml", "max: 80, placeholder", "mux: 80, placeholder", "mux", "did you mean `max`?"
    ),
    "misspelt key of a condition": Mistake(
        "opening.yaml", "at_least: 8", "atleast: 8", "atleast", "did you mean `at_least`?"
    ),
    "misspelt key of the manifest": Mistake(
        "workbook.yaml", "default_route:", "defaultroute:", "defaultroute", "did you mean `default_route`?"
    ),
    "misspelt key of support": Mistake("support.yaml", "foot:", "foots:", "foots", "did you mean `foot`?"),
    "key like no other": Mistake(
        "look.yaml", "shortcut: Write to the agent", "zzz: Write", "zzz", "Unknown key `zzz`. The keys here are `id`"
    ),
    "key of another kind": Mistake(
        "opening.yaml",
        "kind: text, label: Which street",
        "kind: text, timer: 5 minutes, label: Which street",
        "timer",
        "is not a key of kind `text`; it belongs to `long_text`",
    ),
    "missing key": Mistake(
        "closing.yaml",
        "- id: step\n        kind: text\n        label: One small next step",
        "- id: step\n        kind: text",
        "id: step",
        "`label` is missing here",
    ),
    "number for text": Mistake(
        "workbook.yaml", 'version: "1"', "version: 1.5", "1.5", "text expected, found the number 1.5; put it in quotes"
    ),
    "true for text": Mistake(
        "look.yaml", "label: My papers", "label: true", "true", "text expected, found `true`; put it in quotes"
    ),
    "text for number": Mistake(
        "settle.yaml", "minutes: 3\n", "minutes: three\n", "three", "a number expected, found the text “three”"
    ),
    "yes for true": Mistake("settle.yaml", "optional: true", "optional: yes", "yes", "write `true` instead of `yes`"),
    "text for a list": Mistake(
        "look.yaml",
        "recall: [settle.words.words]",
        "recall: settle.words.words",
        "settle",
        "a list expected; write `[settle.words.words]`",
    ),
    "list for text": Mistake(
        "settle.yaml", "tip: A plain word is enough.", "tip: [A plain word]", "[A", "text expected, found a list"
    ),
    "mapping for text": Mistake(
        "settle.yaml", "tip: A plain word is enough.", "tip: {a: b}", "{a", "text expected, found keys with values"
    ),
    "nothing after a key": Mistake(
        "settle.yaml", "tip: A plain word is enough.", "tip: ~", "~", "found nothing; write it, or take the key out"
    ),
    "text for a field": Mistake(
        "opening.yaml",
        "    fields:\n      - id: route",
        "    fields:\n      - hello\n      - id: route",
        "hello",
        "`fields`: keys with values expected",
    ),
    "fraction for whole number": Mistake(
        "settle.yaml", "max_picks: 2", "max_picks: 2.5", "2.5", "a whole number expected, found the number 2.5"
    ),
    "unknown kind": Mistake(
        "settle.yaml", "kind: long_text", "kind: longtext", "longtext", "did you mean `long_text`? It is one of `text`"
    ),
    "unknown word of a few": Mistake("look.yaml", "of: counts", "of: count", "count", "did you mean `counts`?"),
    "unquoted comma": Mistake(
        "opening.yaml",
        '"Is there another viewing coming up? If so, when?"',
        "Another viewing, when?",
        "when?",
        "quote the whole text",
    ),
}


@pytest.mark.parametrize("mistake", named(MISTAKES))
def test_a_mistake_of_shape_is_told_once_where_it_stands(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(mistake, tmp_path)


def test_a_missing_kind_lists_every_kind(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "closing.yaml", "id: step\n        kind: text", "id: step")
    (problem,) = problems_of(folder)
    assert problem.message.startswith("`kind` is missing here; it is one of `text`, `long_text`, `scale`")


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "workbook.yaml", "language:", "langauge:")
    exchange(folder / "opening.yaml", "low: not much", "lo: not much")
    exchange(folder / "opening.yaml", "is: I never heard back", "is: I never heard bac")
    exchange(folder / "support.yaml", "foot:", "foots:")
    exchange(folder / "look.yaml", "recall: [settle.words.words]", "recall: [settle.words.word]")
    told = [(problem.file.rpartition("/")[2], problem.message) for problem in problems_of(folder)]
    assert [file for file, _ in told] == [
        "look.yaml", "opening.yaml", "opening.yaml", "support.yaml", "workbook.yaml",
    ]  # fmt: skip
    assert all("did you mean" in message for _, message in told)


def test_what_a_broken_field_hides_is_not_told_as_missing(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "settle.yaml", "- id: words\n        kind: checklist", "- id: words\n        kind: zzz")
    (problem,) = problems_of(folder)
    assert "There is no `kind` called `zzz`" in problem.message
