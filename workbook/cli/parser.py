"""Reading a command line, and what is said to a slip of the fingers."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

from workbook import __version__
from workbook.cli.commands import add_commands, add_everywhere

if TYPE_CHECKING:
    from collections.abc import Sequence


HOME = ("opening", "home")
"""What is run without a command."""


class UsageError(Exception):
    """A command line that cannot be understood, with what to type instead."""

    def __init__(self, what: str, prog: str = "workbook") -> None:
        super().__init__(f"{what} `{prog} --help` shows what there is.")


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError rather than printing and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong, as a sentence."""
        missing = message.removeprefix("the following arguments are required: ")
        what = f"{missing} is missing." if missing != message else f"{message[:1].upper()}{message[1:]}."
        raise UsageError(what, self.prog)

    @property
    def options(self) -> list[str]:
        """Every option this parser knows."""
        return ["--help", *re.findall(r"--[a-z-]+", self.format_usage())]


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; `run` in it names the module and the function of the command.

    Raises UsageError, and SystemExit after `--help` and `--version`.
    """
    if not argv:  # nothing to understand, and Home opens the sooner
        return argparse.Namespace(run=HOME, command="")
    parser = Parser(
        prog="workbook",
        description="A guided workbook for the days after an interview that ended in a no. "
        "Without a command it opens at Home.",
        epilog="`workbook COMMAND --help` says more about a command.",
        allow_abbrev=False,
    )
    add_everywhere(parser, __version__)
    parser.set_defaults(run=HOME, command="")
    kinds = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", parser_class=Parser)
    commands: dict[str, Parser] = {}

    def command(name: str, run: tuple[str, str], text: str) -> Parser:
        made: Parser = kinds.add_parser(name, help=text, description=text, allow_abbrev=False)
        made.set_defaults(run=run)
        add_everywhere(made, __version__)
        commands[name] = made
        return made

    add_commands(command)
    _check_start(argv, parser, commands)
    args, left = parser.parse_known_args(argv)
    if left:
        chosen = commands.get(args.command, parser)
        raise UsageError(_unknown(left, chosen), chosen.prog)
    return args


def _check_start(argv: Sequence[str], parser: Parser, commands: dict[str, Parser]) -> None:
    """Raise for a command that there is not, or an option before it that does not belong there."""
    words = iter(argv)
    for word in words:
        if not word.startswith("-"):
            if word not in commands:
                raise UsageError(f"There is no command `{word}`{_guess(word, commands)}")
            return
        name = word.partition("=")[0]
        if name.startswith("--") and name not in parser.options:
            owner = next((each for each, command in commands.items() if name in command.options), "")
            if owner:
                raise UsageError(f"`{name}` stands after its command, as in `workbook {owner} {name}`.")
            raise UsageError(_unknown([word], parser))
        if word in ("--data", "--content"):
            next(words, None)


def _unknown(left: Sequence[str], parser: Parser) -> str:
    """Say what was not understood."""
    word = next((each for each in left if each.startswith("-")), left[0])
    if not word.startswith("-"):
        return f"`{parser.prog}` has no use for `{word}`."
    name = word.partition("=")[0]
    return f"`{parser.prog}` has no option `{name}`{_guess(name, parser.options)}"


def _guess(word: str, known: Sequence[str] | dict[str, Parser]) -> str:
    """End a sentence about a word that is not known with the one that may have been meant."""
    from workbook.guide.spelling import did_you_mean

    return did_you_mean(word, known) or "."
