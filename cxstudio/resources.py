"""Where the program's own files (texts, catalogue, help, mappings) are: in the package, else in the repository."""

from functools import cache
from pathlib import Path


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
