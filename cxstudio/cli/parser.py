"""The arguments: argparse fed from the table of commands, speaking the run's language."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from cxstudio.cli.table import BY_NAME, COMMANDS, Command
from cxstudio.cli.words import Words
from cxstudio.errors import N_

PROGRAM: Final = "cxstudio"
WIDTH: Final = 100


class BadUsage(Exception):
    """The command line was not understood; says why in one translated sentence."""


_COMPLAINTS: Final[tuple[tuple[str, str], ...]] = (
    (r"the following arguments are required: (?P<what>.+)", N_("{what} is missing")),
    (r"unrecognized arguments: (?P<what>.+)", N_("{what} is not understood")),
    (r"argument (?P<what>\S+): expected one argument", N_("{what} needs a value")),
    (
        r"argument (?P<what>\S+): invalid choice: (?P<given>.+?) \(choose from (?P<known>.+)\)",
        N_("{what} cannot be {given}, only {known}"),
    ),
)
"""What argparse says (always in English) → our sentence."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with room for long option names."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=WIDTH)


class Parser(argparse.ArgumentParser):
    """An argument parser in the run's language that raises BadUsage instead of leaving the program."""

    def __init__(self, words: Words, **options: Any) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, **options)
        self._words = words
        self._positionals.title = words.tr("Arguments")
        self._optionals.title = words.tr("Options")
        self.add_argument("-h", "--help", action="help", help=words.tr("show this help and exit"))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", self._words.tr("Usage:"), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", self._words.tr("Usage:"), 1)

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _COMPLAINTS:
            found = re.fullmatch(pattern, message)
            if found:
                message = self._words.tr(sentence, **found.groupdict())
                break
        raise BadUsage(self._words.tr("{what}; see {command} --help.", what=message, command=self.prog))


def parse(arguments: Sequence[str], words: Words) -> argparse.Namespace:
    """The options of this run: `command` is the command's name, None for the window. Raises BadUsage, SystemExit(0)."""
    arguments = _language_last(arguments)
    first = next((a for a in arguments if not a.startswith("-")), None)
    if arguments and arguments[0] in BY_NAME:
        command = BY_NAME[arguments[0]]
        options = command_parser(command, words).parse_args(arguments[1:])
        options.command = command.name
        return options
    if first is not None and first not in BY_NAME and len(arguments) > arguments.index(first) + 1 and _is_word(first):
        raise BadUsage(words.tr("“{name}” is not a command; see {command} --help.", name=first, command=PROGRAM))
    options = window_parser(words).parse_args(arguments)
    options.command = None
    if first in BY_NAME:
        raise BadUsage(words.tr("{what} must come first; see {command} --help.", what=first, command=PROGRAM))
    return options


def _language_last(arguments: Sequence[str]) -> Sequence[str]:
    """A language that stands before the command, moved behind it: `--lang en demo` is `demo --lang en`."""
    if arguments and arguments[0] == "--lang":
        return [*arguments[2:], *arguments[:2]]
    if arguments and arguments[0].startswith("--lang="):
        return [*arguments[1:], arguments[0]]
    return arguments


def _is_word(argument: str) -> bool:
    """Whether somebody meant a command rather than a file."""
    return argument.isalpha()


def command_parser(command: Command, words: Words) -> Parser:
    """The parser of one command."""
    parser = Parser(
        words,
        prog=f"{PROGRAM} {command.name}",
        description=_sentences(words, command.purpose, command.more),
        epilog=_examples(words, command.examples),
    )
    for argument in command.arguments:
        parser.add_argument(*argument.names, help=words.tr(argument.help, **argument.values), **argument.options)
    return parser


def window_parser(words: Words) -> Parser:
    """The parser of the program without a command; its help lists the commands."""
    rows = "\n".join(f"  {command.name:<9} {words.tr(command.purpose)}" for command in COMMANDS)
    parser = Parser(
        words,
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE.cxs]\n       {PROGRAM} COMMAND …",
        description=_sentences(words, N_("Customer journeys: map, rate, decide, follow up; offline.")),
        epilog=words.tr("Commands:")
        + f"\n{rows}\n\n"
        + _wrapped(
            words.tr("“{command} COMMAND --help” explains a command.", command=PROGRAM)
            + " "
            + words.tr("Exit status: 1 if a file is invalid, 2 if the command line is wrong.")
        )
        + "\n\n"
        + _examples(words, (PROGRAM, f"{PROGRAM} move.cxs", f"{PROGRAM} report move.cxs -o report.pdf")),
    )
    parser.add_argument("file", nargs="?", metavar="FILE.cxs", help=words.tr("open this project in the window"))
    parser.add_argument("--lang", choices=("de", "en"), metavar="de|en", help=words.tr("language: de or en"))
    parser.add_argument("--version", action="store_true", help=words.tr("show the version and exit"))
    return parser


def _sentences(words: Words, *messages: str) -> str:
    said = (words.tr(message).rstrip(".") for message in messages if message)
    return _wrapped(" ".join(f"{s[:1].upper()}{s[1:]}." for s in said))


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, WIDTH))


def _examples(words: Words, lines: Sequence[str]) -> str:
    return words.tr("Examples:") + "".join(f"\n  {line}" for line in lines)
