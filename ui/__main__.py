"""Where the program starts: the window, or a command of the studio."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """`cxstudio [FILE]` opens the window; everything else is the command line's. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if _for_the_window(given):
        from ui.app import run

        return run(given)
    from cxstudio.cli import main as command

    return command(given)


def _for_the_window(arguments: list[str]) -> bool:
    """No argument, or one that is neither an option nor a subcommand: a file to open."""
    if not arguments:
        return True
    if len(arguments) > 1 or arguments[0].startswith("-"):
        return False
    from cxstudio.cli import COMMANDS

    return arguments[0] not in COMMANDS


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main())
