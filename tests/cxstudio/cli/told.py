"""What a run of the command line said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cxstudio.cli import main

PROGRAM = [sys.executable, "-m", "ui"]


class Told:
    """One run inside this process: exit code and what was said."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        capsys.readouterr()
        self.code = main([str(a) for a in arguments])
        self.out, self.err = capsys.readouterr()

    def one_sentence(self) -> str:
        assert self.err.count("\n") == 1 and self.err.startswith("cxstudio: "), self.err
        assert "Traceback" not in self.err and "went wrong" not in self.err, self.err
        return self.err


Run = Callable[..., Told]


def files_in(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file() and "xdg" not in p.parts}
