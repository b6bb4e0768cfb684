"""Where the program's own files (texts, catalogue, help, mappings) are: in the package, else in the repository."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def resources_folder() -> Path:
    """The folder `resources`. Raises FileNotFoundError in a broken installation."""
    here = Path(__file__).resolve().parent
    for folder in (here / "_resources", here.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the program's resources are missing")


def resource_path(*parts: str) -> Path:
    """A path below the resources folder."""
    return resources_folder().joinpath(*parts)


def resource_table(*parts: str) -> dict[str, Any]:
    """What a TOML file below the resources folder holds, unchecked: pydantic is loaded after the first window."""
    with resource_path(*parts).open("rb") as file:
        return tomllib.load(file)


def resource_values(kind: type[T], *parts: str) -> T:
    """The same, checked: values of a shape. Raises ValidationError where it has another."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind).validate_python(resource_table(*parts))
