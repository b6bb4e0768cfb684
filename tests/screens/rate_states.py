"""States of the workspace Rate worth a picture: faces, sheets, Kano, figures of the journey."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cxstudio.edits.rating.journey_figures import set_benchmark, set_journey_figure
from cxstudio.edits.rating.kano import set_kano_count
from cxstudio.model import Id, Journey, Participant, Round
from cxstudio.model.kinds import FigureKind
from cxstudio.store import Draft
from ui.main_window.main_window import MainWindow
from ui.widgets.popup_sheet import Overlay
from ui.workspaces.rate.rate_workspace import RateWorkspace

_PAIRS: Final = ((1, 5, 6), (2, 5, 9), (1, 3, 4), (3, 3, 3), (1, 1, 1))
_NPS: Final = {0: 1, 3: 2, 5: 2, 6: 3, 7: 6, 8: 9, 9: 12, 10: 7}


def rate_states(window: MainWindow, shoot: Callable[[str], str], touchpoints: tuple[Id, ...]) -> Iterator[str]:
    """Every state, one after the other; the project is as before afterwards."""
    context, run = window.context, window.context.commands.run
    run("go.rate")
    run("rate.reopen_round")
    context.selection.select(touchpoints[7])
    context.selection.set_voice(context.document.all(Participant)[0].id)
    context.selection.set_figure("emotion")
    yield shoot("sample-rate-faces")
    rate = window.shell.view.current
    for name in ("edit_round", "people"):
        run(f"rate.{name}")
        yield shoot(f"sample-rate-{name.replace('_', '-')}")
        _dismiss(window)
    if isinstance(rate, RateWorkspace):
        sheet = rate.side.need.open_formula()
        yield shoot("sample-rate-formula")
        sheet.dismiss()
    with context.session.transaction("Fill the figures") as draft:
        _fill(draft, touchpoints)
    for name in ("kano", "journey"):
        run(f"rate.show_{name}")
        yield shoot(f"sample-rate-{name}")
    run("rate.show_table")
    run("edit.undo")
    run("edit.undo")
    run("go.journey")


def _dismiss(window: MainWindow) -> None:
    for sheet in window.findChildren(Overlay):
        if sheet.isVisible():
            sheet.dismiss()


def _fill(draft: Draft, touchpoints: tuple[Id, ...]) -> None:
    """Kano answers at every third touchpoint, and the usual figures of the journey."""
    shown = draft.document.all(Round)[0].id
    for here in touchpoints[::3]:
        for there, missing, times in _PAIRS:
            set_kano_count(draft, shown, here, there, missing, times)
    set_journey_figure(draft, shown, FigureKind.NPS, 0, 10, _NPS)
    set_journey_figure(draft, shown, FigureKind.CSAT, 1, 5, {1: 1, 2: 2, 3: 4, 4: 5, 5: 2})
    about = draft.document.all(Journey)[0].id
    set_benchmark(draft, None, about=about, figure="nps", value=12, source="BDEW", year=2025)
