"""`demo`: the sample project in the window, or rendered into a folder."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.cli.main import Window
from cxstudio.cli.projects import write

if TYPE_CHECKING:
    from cxstudio.cli.main import Run

SAMPLE = "lindenfurt"


def demo(options: argparse.Namespace, run: Run) -> int:
    """Open the sample, or write its report, map and window picture into a folder."""
    if options.render is None:
        return run.window(Window(demo=True, language=options.lang))
    folder = Path(options.render)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _rendered(run.words.language):
        write(folder / name, content)
        run.say(str(folder / name))
    if run.has_window:
        picture = folder / "window.png"
        code = run.window(Window(demo=True, picture=picture, language=run.words.language))
        if code:
            return code
        run.say(str(picture))
    return 0


def _rendered(language: str) -> list[tuple[str, bytes]]:
    from cxstudio.catalogue.samples import sample
    from cxstudio.documents.chosen import chosen_journey
    from cxstudio.outputs.output import Order
    from cxstudio.outputs.table import OUTPUTS, make_output

    shown = sample(SAMPLE, language, today=date.today())
    journey = chosen_journey(shown.document)
    order = Order(language, journey.id if journey else None, shown.assets)
    return [(row.sample, make_output(row.id, shown.document, order).data) for row in OUTPUTS if row.sample]
