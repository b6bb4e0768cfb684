"""The same capabilities without a window; `main` is the console script's door. No window: `ui` says how to open one."""

from cxstudio.cli.main import Window, main

__all__ = ["Window", "main"]
