"""One run of the command line: arguments in, exit code out, every error one sentence on stderr."""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxstudio.cli.parser import PROGRAM, BadUsage, parse
from cxstudio.cli.table import BY_NAME
from cxstudio.cli.words import Words, language_of
from cxstudio.errors import N_, UserError
from cxstudio.plain_text import terminal_text

if TYPE_CHECKING:
    from cxstudio.wording import Texts

OK: Final = 0
BAD_INPUT: Final = 1
BAD_USAGE: Final = 2
INTERRUPTED: Final = 130


@dataclass(frozen=True, slots=True)
class Window:
    """The window somebody asked for on the command line."""

    file: Path | None = None
    demo: bool = False
    """Open the sample project."""
    picture: Path | None = None
    """Render the window of the sample project into this PNG file instead of showing it."""
    language: str | None = None
    """Language asked for; None leaves it to the settings."""


WindowOpener = Callable[[Window], int]


class Run:
    """What a command needs besides its options."""

    def __init__(self, words: Words, open_window: WindowOpener | None) -> None:
        self.words = words
        self._open_window = open_window

    @cached_property
    def texts(self) -> Texts:
        """Texts, numbers and dates in the run's language."""
        from cxstudio.wording import texts

        return texts(self.words.language)

    def say(self, text: str) -> None:
        """One line on standard output."""
        print(terminal_text(text))

    def warn(self, text: str) -> None:
        """One line on standard error."""
        print(terminal_text(text), file=sys.stderr)

    @property
    def has_window(self) -> bool:
        """Whether a window can be opened from here."""
        return self._open_window is not None

    def window(self, window: Window) -> int:
        """Open the window; returns its exit code. Raises UserError where there is none."""
        if self._open_window is None:
            raise UserError(N_("No window can be opened from here."))
        return self._open_window(window)


def main(arguments: Sequence[str] | None = None, open_window: WindowOpener | None = None) -> int:
    """Run the program; returns the exit code. `open_window` shows a window and returns when it is closed."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    words = Words(language_of(given))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(parse(given, words), Run(words, open_window))
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else OK
    except BadUsage as error:
        return _complain(str(error), BAD_USAGE)
    except UserError as error:
        return _complain(words.tr(error.happened, **error.values), BAD_INPUT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        return _complain(_system_sentence(error, words), BAD_INPUT)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one boundary of the command line
        return _unexpected(error, words)


def _run(options: argparse.Namespace, run: Run) -> int:
    if options.command is None:
        if options.version:
            from cxstudio import __version__

            run.say(f"CX Studio {__version__}")
            return OK
        return run.window(Window(_project(options.file, run.words), language=options.lang))
    module, function = BY_NAME[options.command].run.split(":")
    command = getattr(importlib.import_module(f"cxstudio.cli.{module}"), function)
    return int(command(options, run))


def _project(name: str | None, words: Words) -> Path | None:
    """The file to open; raises BadUsage for a word that is no command, OSError for a file that is not there."""
    if name is None or Path(name).exists():
        return None if name is None else Path(name)
    if Path(name).name == name and not Path(name).suffix:
        raise BadUsage(words.tr(N_("“{name}” is not a command; see {command} --help."), name=name, command=PROGRAM))
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)


def _complain(sentence: str, code: int) -> int:
    print(terminal_text(f"{PROGRAM}: {' '.join(sentence.split())}"), file=sys.stderr)
    return code


def _system_sentence(error: OSError, words: Words) -> str:
    name = Path(str(error.filename)).name if error.filename else ""
    sentence = {
        errno.ENOENT: N_("“{name}” is not there."),
        errno.EISDIR: N_("“{name}” is a folder, not a file."),
        errno.EACCES: N_("You have no permission to use “{name}”."),
        errno.EPERM: N_("You have no permission to use “{name}”."),
        errno.ENOSPC: N_("The disk is full; nothing was written."),
    }.get(error.errno or 0, N_("“{name}” cannot be used ({why})."))
    return words.tr(sentence, name=name, why=error.strerror or type(error).__name__)


def _unexpected(error: Exception, words: Words) -> int:
    if os.environ.get("CXSTUDIO_TRACEBACK"):
        traceback.print_exception(error)
    sentence = N_("Unexpected error ({what}). Set CXSTUDIO_TRACEBACK=1 to see where.")
    return _complain(words.tr(sentence, what=f"{type(error).__name__}: {error}"), BAD_INPUT)
