"""A copy of the program somebody adds something to: which of its files that touches, and whether the copy works."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.house.program_text import ROOT

_FOLDERS = ("cxstudio", "ui", "resources", "tests")
_FILES = ("pyproject.toml", "constraints.txt", "hatch_build.py", "README.md", "CONTRIBUTING.md")
_GERMAN = "resources/locale/de/LC_MESSAGES/cxstudio.po"


class TreeCopy:
    """Additions are made at anchors: a piece of text that stands exactly once in its file."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "tree"
        self.touched: list[str] = []
        """Program files changed or added since `counted` began; the catalogue of German texts is not counted."""
        for name in _FOLDERS:
            shutil.copytree(ROOT / name, self.root / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in _FILES:
            shutil.copy2(ROOT / name, self.root / name)

    @contextmanager
    def counted(self) -> Iterator[list[str]]:
        """Counts the files one addition touches, each once."""
        self.touched = found = []
        yield found

    def add(self, path: str, text: str) -> None:
        """A new file."""
        file = self.root / path
        assert not file.exists(), path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self._touch(path)

    def insert(self, path: str, text: str, *, before: str = "", after: str = "") -> None:
        """Some more lines in a file, before or after an anchor."""
        anchor = before or after
        known = (self.root / path).read_text(encoding="utf-8")
        assert known.count(anchor) == 1, f"{path} has {known.count(anchor)} of {anchor!r}"
        wanted = text + anchor if before else anchor + text
        (self.root / path).write_text(known.replace(anchor, wanted), encoding="utf-8")
        self._touch(path)

    def add_row(self, path: str, table: str, text: str) -> None:
        """A row at the end of a table: of what is assigned to that name, over several lines."""
        lines = (self.root / path).read_text(encoding="utf-8").splitlines(keepends=True)
        (end,) = (node.end_lineno for node in ast.parse("".join(lines)).body if _assigned(node) == table)
        assert end is not None and lines[end - 2].rstrip().endswith(","), f"{table} in {path}"
        lines.insert(end - 1, text)
        (self.root / path).write_text("".join(lines), encoding="utf-8")
        self._touch(path)

    def say_in_german(self, texts: dict[str, str]) -> None:
        """German for texts the addition says."""
        with (self.root / _GERMAN).open("a", encoding="utf-8") as file:
            for english, german in texts.items():
                file.write(f'\nmsgid "{english}"\nmsgstr "{german}"\n')

    def run(self, *command: str) -> str:
        """What Python says to a command in the copy. Fails where it does."""
        known = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST", "LC_"))}
        environment = known | {"PYTHONPATH": str(self.root), "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, *command], cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
        return done.stdout

    def call(self, function: Callable[[Path], None], folder: Path) -> None:
        """Call a function of a test in the copy, with a folder to write to."""
        where = f"from {function.__module__} import {function.__name__} as check"
        self.run("-c", f"{where}; from pathlib import Path; check(Path({str(folder)!r}))")

    def _touch(self, path: str) -> None:
        if path not in self.touched:
            self.touched.append(path)


def _assigned(node: ast.stmt) -> str:
    """The name a statement gives a value to, "" where it does not."""
    targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets if isinstance(node, ast.Assign) else []
    return next((target.id for target in targets if isinstance(target, ast.Name)), "")
