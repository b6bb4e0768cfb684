"""The recipes of CONTRIBUTING.md, each carried out on a copy of the program: it works, and costs what is said there."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.house import recipe_checks
from tests.house.program_text import ROOT
from tests.house.recipes import RECIPES
from tests.house.tree_copy import TreeCopy

pytestmark = pytest.mark.no_cover
EACH = pytest.mark.parametrize("what", RECIPES)
ROW = re.compile(r"^\| (?:a|an) (?P<what>[^|]+?) \| (?P<files>\d+) \| (?P<where>[^|]+) \|$", re.MULTILINE)


class Recipe(NamedTuple):
    """A row of the table: how many files an addition touches, and which."""

    files: int
    named: list[str]


def recipes_told() -> dict[str, Recipe]:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {row["what"]: re.findall(r"`([^`]+/[^`]+)`", row["where"]) for row in ROW.finditer(text)}
    return {row["what"]: Recipe(int(row["files"]), named[row["what"]]) for row in ROW.finditer(text)}


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[TreeCopy, dict[str, list[str]]]:
    """A copy with everything added, and what each addition touched."""
    tree, touched = TreeCopy(tmp_path_factory.mktemp("grown")), {}
    for what, carry_out in RECIPES.items():
        with tree.counted() as touched[what]:
            carry_out(tree)
    return tree, touched


@pytest.fixture(scope="module")
def running(grown: tuple[TreeCopy, dict[str, list[str]]]) -> TreeCopy:
    """The same with what is made from its sources: German texts, the page of the file format."""
    tree, _ = grown
    tree.run("hatch_build.py")
    tree.run("-m", "cxstudio.wording.fields.file_format_page")
    return tree


def test_every_recipe_is_tried() -> None:
    assert recipes_told().keys() == RECIPES.keys()


@EACH
def test_it_touches_the_files_the_recipe_names_and_no_more(
    grown: tuple[TreeCopy, dict[str, list[str]]], what: str
) -> None:
    told, touched = recipes_told()[what], grown[1][what]
    patterns = [re.sub(r"<[^>]+>", "*", name) for name in told.named]
    assert [path for path in touched if not any(fnmatch(path, pattern) for pattern in patterns)] == []
    own_folder = [path for path in touched if fnmatch(path, "ui/workspaces/*/*")] if what == "workspace" else []
    assert len(touched) - len(own_folder) == told.files


@pytest.mark.torture
@EACH
def test_it_works(running: TreeCopy, what: str, tmp_path: Path) -> None:
    running.call(getattr(recipe_checks, what.removesuffix(" of a record").replace(" ", "_")), tmp_path)


@pytest.mark.torture
@pytest.mark.parametrize(
    "rules",
    [
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-c", "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"),
        (
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-m",
            "not torture",
            "--ignore=tests/house/test_recipes.py",
            "tests/house",
            "tests/cxstudio/files",
        ),
    ],
    ids=("style", "format", "types", "imports", "house"),
)
def test_the_rules_still_hold(running: TreeCopy, rules: tuple[str, ...]) -> None:
    running.run(*rules)
