"""The same capabilities without a window. `main` is the console script's door; `ui` tells it how to open a window."""

from cxstudio.cli.main import Window, WindowOpener, main

__all__ = ["Window", "WindowOpener", "main"]
