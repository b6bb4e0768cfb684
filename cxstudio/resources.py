"""Where the program's own files (texts, catalogue, help, mappings) are: in the package, else in the repository."""

from functools import cache
from pathlib import Path
from typing import TypeVar

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


def resource_values(kind: type[T], *parts: str) -> T:
    """What a TOML file below the resources folder holds, in that shape. Raises ValidationError where it has another.

    What reads it is loaded here: the help of the command line needs none of it.
    """
    import tomllib

    from pydantic import TypeAdapter

    with resource_path(*parts).open("rb") as file:
        return TypeAdapter(kind).validate_python(tomllib.load(file))
