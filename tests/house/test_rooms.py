"""How rooms, files and functions are kept small, and what every room says about itself."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.house.program_text import ROOT, WINGS, nodes

pytestmark = pytest.mark.no_cover
MODULES, LINES, FUNCTION_LINES = 25, 400, 60
DENIES = re.compile(r"\b(no|not|nothing|never|nobody|none|neither|nor|cannot)\b", re.IGNORECASE)


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (ROOT / folder).rglob("*.py")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(found: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Name and length of every function and method of a file, decorators included."""
    for node in found:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            yield node.name, (node.end_lineno or first) - first + 1


def sentences(docstring: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?;:])\s+", docstring.strip()) if part]


def says_what_may_not(docstring: str) -> bool:
    """Whether a room says what lives there, and then what may not: a sentence or part of one with a "no" in it."""
    _, *others = sentences(docstring) or [""]
    return any(DENIES.search(part) for part in others)


def test_no_folder_holds_more_modules_than_can_be_looked_over():
    found = Counter(path.parent for path in modules(*WINGS, "tests"))
    assert {name(folder): n for folder, n in found.items() if n > MODULES} == {}


def test_files_stay_small():
    lengths = {name(path): path.read_text(encoding="utf-8").count("\n") for path in modules(*WINGS, "tests")}
    assert {path: n for path, n in lengths.items() if n > LINES} == {}


def test_functions_fit_a_screen():
    long = {
        f"{name(p)}: {what}": n for p, found in nodes().items() for what, n in functions(found) if n > FUNCTION_LINES
    }
    assert long == {}


def test_every_room_says_what_lives_there_and_what_may_not():
    rooms = {path.parent for path in modules(*WINGS)}
    assert {name(room) for room in rooms if not (room / "__init__.py").exists()} == set()
    said = {room: ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or "" for room in rooms}
    assert [name(room) for room, docstring in sorted(said.items()) if not says_what_may_not(docstring)] == []


@pytest.mark.parametrize(
    ("docstring", "enough"),
    [
        ("", False),
        ("Measures.", False),
        ("No figures.", False),
        ("How measures stand. And what they cost.", False),
        ("How measures stand. No words.", True),
        ("What is set on pages; nothing of it is decided here.", True),
    ],
)
def test_what_counts_as_saying_so(docstring, enough):
    assert says_what_may_not(docstring) is enough
