"""Build step: compile the translation catalogues, so that a wheel carries them ready to use."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """Write a .mo beside every .po below resources/locale; returns the files written."""
    written = []
    for source in sorted((root / "resources" / "locale").rglob("*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file)
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return written


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling for every build, editable ones included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for target in compile_catalogues(Path(self.root)):
            build_data["artifacts"].append(str(target.relative_to(self.root)))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
