"""What is said to a command line that cannot be understood, and to one that asks for help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbook import __version__

if TYPE_CHECKING:
    from .conftest import Shell

MISTAKES = [
    (("lsit",), "There is no command `lsit`; did you mean `list`?"),
    (("xyzzy",), "There is no command `xyzzy`."),
    (("list", "--jsno"), "`workbook list` has no option `--jsno`; did you mean `--json`?"),
    (("list", "--unfinishd"), "did you mean `--unfinished`?"),
    (("--dta", "x", "list"), "`workbook` has no option `--dta`; did you mean `--data`?"),
    (("--json", "list"), "`--json` stands after its command, as in `workbook list --json`."),
    (("list", "this"), "`workbook list` has no use for `this`."),
    (("show",), "ID is missing."),
    (("show", "--format", "pdf", "x"), "invalid choice: 'pdf'"),
    (("list", "--completed", "--unfinished"), "not allowed with argument --completed"),
    (("list", "--data"), "expected one argument"),
    (("export",), "Name workbooks by their IDs or say --all."),
    (("export", "--all", "2026"), "not both"),
    (("seek", "word"), "There is no command `seek`"),
]


@pytest.mark.parametrize(("argv", "said"), MISTAKES)
def test_a_mistake_ends_with_2_and_says_in_one_line_what_to_type(
    shell: Shell, argv: tuple[str, ...], said: str
) -> None:
    ran = shell.bare(*argv)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("workbook: ")
    assert said in ran.err
    assert ran.err.endswith("--help` shows what there is.\n")
    assert ran.err.count("\n") == 1


def test_a_mistake_with_control_bytes_cannot_reach_the_terminal(shell: Shell) -> None:
    ran = shell.bare("\x1b[2Jlist")
    assert ran.status == 2
    assert "\x1b" not in ran.err
    assert "␛[2Jlist" in ran.err


@pytest.mark.parametrize("argv", [("--version",), ("list", "--version"), ("--data", "x", "--version")])
def test_the_version_is_told_before_or_after_a_command(shell: Shell, argv: tuple[str, ...]) -> None:
    ran = shell.bare(*argv)
    assert (ran.status, ran.out) == (0, f"workbook {__version__}\n")


def test_help_has_a_line_for_every_command_and_each_command_has_its_own(shell: Shell) -> None:
    ran = shell.bare("--help")
    assert ran.status == 0
    commands = ran.out.partition("COMMAND\n")[2].partition("\n\n")[0].splitlines()
    names = [line.split()[0] for line in commands]
    assert names == [
        *("new", "resume", "review", "list", "due", "show", "patterns", "sheet", "search", "export", "import", "merge"),
        *("backup", "restore"),
        *("delete", "trash", "lock", "check", "schema", "where"),
    ]
    assert all(len(line.split()) > 3 for line in commands)
    for name in names:
        ran = shell.bare(name, "--help")
        assert (ran.status, ran.err) == (0, "")
        assert "--data DIR" in ran.out
        assert "--content DIR" in ran.out


@pytest.mark.parametrize("before", [True, False])
def test_the_data_folder_may_be_named_before_or_after_the_command(shell: Shell, *, before: bool) -> None:
    option = ("--data", str(shell.data))
    ran = shell.bare(*option, "where", "--json") if before else shell.bare("where", "--json", *option)
    assert ran.json["data"]["path"] == str(shell.data)
