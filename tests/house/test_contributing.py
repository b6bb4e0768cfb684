"""What README.md and CONTRIBUTING.md say about rooms, floors and files is what is there."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.program_text import ROOT

pytestmark = pytest.mark.no_cover
TOLD = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def rooms(folder: str) -> set[str]:
    return {init.parent.name for init in (ROOT / folder).glob("*/__init__.py")}


def floors(container: str) -> list[set[str]]:
    """The floors of a wing as its import contract has them, highest first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract.get("containers") == [container])
    return [set(floor.split(" | ")) for floor in layers]


def floors_told(first: str) -> list[set[str]]:
    """The floors of the paragraph whose arrows begin there."""
    (found,) = re.findall(rf"`{first}` →[^.\n]*(?:\n`[^.\n]*)*", TOLD)
    return [set(re.findall(r"`(\w+)`", floor)) for floor in found.split("→")]


def test_every_room_of_the_studio_has_its_row():
    named = set(re.findall(r"^\| `(\w+)` \|", TOLD, re.MULTILINE))
    assert named == rooms("cxstudio") | {"ui"}


def test_floors_are_those_of_the_import_contracts():
    assert floors_told("ui") == [{"ui"}, *floors("cxstudio")]
    assert floors_told("main_window") == [floor for floor in floors("ui") if floor != {"__main__"}]


def there(path: str) -> bool:
    """Whether a file, folder or module of that name exists, in the repository or in the studio."""
    folders = (ROOT, ROOT / "cxstudio")
    return any((folder / path).exists() or (folder / f"{path}.py").exists() for folder in folders)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_file_and_folder_named_is_there(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    paths = re.findall(r"`([\w.]+/[\w./]*)`|\]\((?!https?:)([^)]+)\)", text)
    named = {path or link for path, link in paths} - {"build/demo/", "build/bench.json", "build/screens", ".venv/"}
    assert named
    assert sorted(path for path in named if not there(path)) == []


def test_every_room_stands_in_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:cxstudio|ui)/\w+)/?…?`", text))
    assert {f"{wing}/{room}" for wing in ("cxstudio", "ui") for room in rooms(wing)} == named
