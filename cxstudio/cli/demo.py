"""`demo`: the sample project in the window, or rendered into a folder."""

from __future__ import annotations

import argparse
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
    from cxstudio.documents.plan import plan_xlsx
    from cxstudio.documents.report import report_pdf
    from cxstudio.render.map_files import map_pdf, map_png, map_svg

    shown = sample(SAMPLE, language)
    journey = chosen_journey(shown.document)
    assert journey is not None
    document, assets, about = shown.document, shown.assets, journey.id
    return [
        ("report.pdf", report_pdf(document, assets, language).pdf),
        ("plan.xlsx", plan_xlsx(document, language)),
        ("map.pdf", map_pdf(document, about, language=language, assets=assets)),
        ("map.png", map_png(document, about, language=language, assets=assets)),
        ("map.svg", map_svg(document, about, language=language, assets=assets).encode()),
    ]
