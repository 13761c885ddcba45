"""Files that cannot be read as YAML, or would be misread: told in plain words, at their line and column."""

from __future__ import annotations

import pytest
import yaml as pyyaml

from workbook.guide import yaml

BROKEN = {
    "tab in the indentation": ("a:\n\tb: 1\n", 2, 1, "There is a tab in the indentation"),
    "tab after spaces": ("a:\n  b: 1\n  \tc: 2\n", 3, 3, "There is a tab in the indentation"),
    "uneven indentation": ("a:\n  b: 1\n c: 2\n", 3, 2, "This line does not fit the ones above it"),
    "indented too far": ("a:\n  - id: x\n    b: 1\n     c: 2\n", 4, 7, "is indented differently"),
    "second colon": ("a: b: c\n", 1, 5, "Put a text that contains `: ` in quotes"),
    "no colon": ("a: 1\nfoo\nb: 2\n", 2, 1, "This line has no colon"),
    "open double quote": ('a: "foo\nb: 1\n', 1, 4, "The quote opened here is not closed"),
    "apostrophe in single quotes": ("a: 'it's'\n", 1, 8, "inside single quotes write ''"),
    "open list": ("a: [x, y\nb: 1\n", 1, 4, "the closing `]` is missing"),
    "open mapping": ("a: {x: y\nb: 1\n", 1, 4, "the closing `}` is missing"),
    "bracket open to the end": ("a: [", None, None, "a quote or bracket above is not closed"),
    "at sign": ("a: @x\n", 1, 4, "A text that begins with @ must be in quotes"),
    "backtick": ("a: `x`\n", 1, 4, "A text that begins with ` must be in quotes"),
    "star": ("a: **bold** x\n", None, None, "A text that begins with `*` or `&` must be in quotes"),
    "backslash": ('a: "\\d"\n', None, None, "A backslash means something special"),
    "tag of another language": ("a: !!python/object:os.system x\n", 1, 4, "Tags such as `!!python/object:os.system`"),
    "tag of its own": ("a: !thing x\n", 1, 4, "Tags such as `!thing` are not used"),
    "list beside a key": ("a: - b\n", 1, 4, "A list cannot begin here"),
    "pipe without quotes": ("a: {{b.c.d|x}}\n", 1, 4, "A text that begins with `{{` must be in quotes"),
    "pipe without quotes, then words": ("a: {{b.c.d|x}} y\n", 1, 4, "A text that begins with `{{` must be in quotes"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, 1, "A content file is one document"),
    "after the end": ("a: 1\n...\nb: 2\n", 3, 1, "Nothing may come after the end of a document"),
    "text beside a block": ("a: |x\n  foo\n", 1, 5, "the text begins on the next line"),
    "control character": ("a: \x07\n", 1, 4, "invisible control character (U+0007)"),
    "control character by escape": ('a: "\\0"\n', 1, 4, "invisible control character (U+0000)"),
    "line separator": ("a: x\u2028y\n", 1, 5, "invisible control character (U+2028)"),
    "key twice": ("a: 1\nb: 2\na: 3\n", 3, 1, "`a` is given twice here, first on line 1"),
    "key twice in brackets": ("a: {b: 1, b: 2}\n", 1, 11, "`b` is given twice here"),
    "number as a key": ("1: x\n", 1, 1, "A key must be text; put 1 in quotes"),
    "list as a key": ("[a]: x\n", 1, 1, "A key must be a word"),
    "merge key": ("a: &a {b: 1}\nc:\n  <<: *a\n", 3, 3, "`<<` is not used"),
    "unknown alias": ("a: *b\n", 1, 4, "nothing above is marked so"),
    "alias of itself": ("a: &a [1, *a]\n", 1, 11, "which would never end"),
    "too deep": ("a: " + "[" * 90 + "]" * 90, None, None, "nested far deeper than any guide"),
    "empty": ("", 1, 1, "The file is empty"),
    "only comments": ("# nothing\n\n# here\n", 1, 1, "The file is empty"),
}  # fmt: skip


@pytest.fixture(params=["libyaml", "pure"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: libyaml's, and PyYAML's own where libyaml is missing."""
    loaders = {"libyaml": pyyaml.CBaseLoader, "pure": pyyaml.BaseLoader}
    monkeypatch.setattr(yaml, "LOADER", loaders[request.param])


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "line", "column", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_read_is_told_in_plain_words(text: str, line: int | None, column: int | None, says: str) -> None:
    problems = yaml.parse(text.encode(), "x.yaml").problems
    assert len(set(problems)) == 1
    assert says in problems[0].message
    if line is not None:
        assert (problems[0].line, problems[0].column) == (line, column)


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        (b"a: b\nc: caf\xe9\n", 2, 7, "This byte (0xe9) is not UTF-8"),
        ("é: ö".encode() + b"\xff", 1, 5, "This byte (0xff) is not UTF-8"),
        (b"\xef\xbb\xbfa: 1", 1, 1, "not as `UTF-8 with BOM`"),
        ("a: 1".encode("utf-16"), 1, 1, "It was saved as UTF-16"),
    ],
)
def test_bytes_that_are_no_utf_8_are_told_with_their_place(data: bytes, line: int, column: int, says: str) -> None:
    (problem,) = yaml.parse(data, "x.yaml").problems
    assert (problem.line, problem.column) == (line, column)
    assert says in problem.message


def test_aliases_of_aliases_are_stopped_before_they_fill_the_memory() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 20)]
    tree = yaml.parse("\n".join(lines).encode(), "x.yaml")
    assert "far too big" in tree.problems[0].message
    assert tree.root is None


@pytest.mark.usefixtures("_parser")
def test_only_core_types_are_anything_but_text() -> None:
    text = (
        "a: no\nb: yes\nc: on\nd: off\ne: y\nf: 2026-11-27\ng: 12:30\nh: 012\ni: 0x1F\nj: 1e3\nk: .inf\n"
        "l: 1_000\nm: true\nn: False\no: 7\np: -2.5\nq: ~\nr:\ns: '7'\nt: !!str 7\nu: 99999999999999999999\n"
    )
    tree = yaml.parse(text.encode(), "x.yaml")
    assert tree.problems == []
    assert tree.root is not None
    assert tree.root.plain == {
        "a": "no", "b": "yes", "c": "on", "d": "off", "e": "y", "f": "2026-11-27", "g": "12:30", "h": "012",
        "i": "0x1F", "j": "1e3", "k": ".inf", "l": "1_000", "m": True, "n": False, "o": 7, "p": -2.5, "q": None,
        "r": None, "s": "7", "t": "7", "u": "99999999999999999999",
    }  # fmt: skip


def test_an_anchor_may_be_used_again() -> None:
    tree = yaml.parse(b"a: &x {when: [1, 2]}\nb: *x\n", "x.yaml")
    assert tree.problems == []
    assert tree.root is not None
    assert tree.root.plain == {"a": {"when": [1, 2]}, "b": {"when": [1, 2]}}


def test_line_ends_of_other_systems_change_nothing() -> None:
    unix, windows = yaml.parse(b"a: |\n  x\n  y\n", "x"), yaml.parse(b"a: |\r\n  x\r\n  y\r\n", "x")
    assert unix.root == windows.root
