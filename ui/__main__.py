"""Where the program starts: the command line, which asks for a window where one is wanted."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cxstudio.cli import Window
from cxstudio.cli import main as command


def main(arguments: Sequence[str] | None = None) -> int:
    """`cxstudio [FILE]` opens the window; everything else is the command line's. Returns the exit code."""
    return command(arguments, open_window)


def open_window(wanted: Window) -> int:
    """Show the window until it is closed."""
    from ui.main_window.application import run

    return run(wanted)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
