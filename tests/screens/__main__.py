"""Pictures of the real window: every workspace and state, in both languages and palettes.

`python -m tests.screens FOLDER` writes FOLDER/<language>-<palette>/<state>.png, then the same at 1280 × 720, at 150 %
and at 200 %; nothing of the person's own is touched.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from cxstudio.wording import LANGUAGES
from tests.screens.photographer import SIZES, Photographer
from ui.main_window.application import application

_FACTORS = {"150": "1.5", "200": "2"}
"""What is added to a folder's name → Qt's scale."""


def main(arguments: list[str]) -> int:
    """Render everything into the folder named; further arguments limit it to one variant, "de-light" say, and size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder, wanted, sizes = (*arguments, *("build/screens", "", ",".join(SIZES))[len(arguments) :])
    for suffix in sizes.split(","):
        factor = _FACTORS.get(suffix, "")
        if factor and os.environ.get("QT_SCALE_FACTOR") != factor:  # read once, when the application is made
            command = (sys.executable, "-m", "tests.screens", folder, wanted, suffix)
            subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": factor})
        else:
            _render(Path(folder), wanted, suffix)
    return 0


def _render(folder: Path, wanted: str, suffix: str) -> None:
    application()
    every = [(language, palette) for language in LANGUAGES for palette in ("light", "dark")]
    for language, palette in (one for one in every if wanted in ("", "-".join(one))):
        with TemporaryDirectory(prefix="cxstudio-") as place:
            taken = list(Photographer(folder, Path(place), language, palette, SIZES[suffix], suffix).take_all())
        print(f"{language}-{palette} {suffix}: {len(taken)} pictures")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
