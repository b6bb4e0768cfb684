"""Through every page and sheet of one window, looking with each law; the states are those pictures are taken of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from tests.screens.control_states import control_states
from tests.screens.idea_states import idea_states
from tests.screens.main_states import main_states
from tests.screens.measure_states import measure_states
from tests.screens.photographer import Photographer
from tests.screens.pointing_states import filter_states, pointing_states
from tests.screens.rate_states import rate_states
from tests.ui.access.laws import name_law, ring_law, stray_windows, tab_law

LAWS = ("tab", "names", "ring", "windows")


class Walker(Photographer):
    """Looks where a photographer would take a picture; `found` has the name of each law with what broke it."""

    def __init__(self, place: Path, language: str = "en", palette: str = "light") -> None:
        super().__init__(place / "none", place, language, palette, QSize(1440, 900))
        self.found: dict[str, list[str]] = {law: [] for law in LAWS}
        self.seen: list[str] = []
        self._looked_at: set[object] = set()

    def shoot(self, name: str) -> str:
        for _ in range(4):
            QApplication.processEvents()
        kept = {
            "tab": tab_law(self.window),
            "names": name_law(self.window),
            "ring": ring_law(self.window, self._looked_at),
            "windows": stray_windows(self.window),
        }
        for law, broken in kept.items():
            self.found[law] += [f"{name}: {said}" for said in broken]
        self.seen.append(name)
        return name

    def most(self) -> Iterator[str]:
        """Every page and kind of sheet once, and each tab."""
        yield from self._beginning()
        self._show(sample("lindenfurt", self._language).document)
        yield from main_states(self.window, self.shoot, "sample")
        touchpoints = self._touchpoints()
        yield from self._hands()
        yield from self._flow("flow")
        yield from pointing_states(self.window, self.shoot, touchpoints[7].id, "point")
        yield from rate_states(self.window, self.shoot, tuple(t.id for t in touchpoints))
        yield from idea_states(self.window, self.shoot, "idea", self._language)
        yield from measure_states(self.window, self.shoot, "plan")
        yield from control_states(self.window, self.shoot, "control")
        self.run("go.journey")
        yield from filter_states(self.window, self.shoot, "filter")
        yield from self._overlays()
