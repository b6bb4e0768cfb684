"""States of the agenda worth a picture: none yet, half a day planned, and the same day running late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from cxstudio.catalogue.agendas import agenda_templates
from cxstudio.edits import add_workshop, begin_workshop, fill_agenda, next_block, remove_records
from cxstudio.model import Id, Workshop
from ui.context.clock import Clock
from ui.main_window.main_window import MainWindow

Shoot = Callable[[str], str]
DAY: Final = date(2026, 3, 12)
BERLIN: Final = ZoneInfo("Europe/Berlin")
_STARTS: Final = datetime(2026, 3, 12, 9, tzinfo=BERLIN)
_ENDS: Final = (17, 76, 107, 121)
"""Minutes after nine at which the first blocks really ended."""
_NOW: Final = 138.0


class FixedClock(Clock):
    """Stands still, so that two pictures are the same."""

    zone: tzinfo | None = BERLIN

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def jump(self) -> float:
        return 0.0


def planned(window: MainWindow, language: str, people: int = 9) -> Id:
    """Half a day on a fixed date, as the template has it; every other workshop is gone."""
    day = next(t for t in agenda_templates() if t.id == "half-day").days[0]
    with window.context.session.transaction("Plan") as draft:
        remove_records(draft, [w.id for w in draft.document.all(Workshop)])
        made = add_workshop(draft, day.title.say(language), day=DAY, starts=day.starts, ends=day.ends,
                            headcount=people, place="Lindenfurt")  # fmt: skip
        fill_agenda(draft, made, [block.fields(language) for block in day.blocks])
    return made


def run_late(window: MainWindow, workshop: Id) -> None:
    """Four blocks are over, each later than planned; the fifth runs."""
    window.context.run.clock = FixedClock(_STARTS + timedelta(minutes=_NOW))
    with window.context.session.transaction("Run") as draft:
        begin_workshop(draft, workshop, _STARTS + timedelta(minutes=2))
        for minute in _ENDS:
            next_block(draft, workshop, _STARTS + timedelta(minutes=minute))
    window.context.run.tick()


def agenda_states(window: MainWindow, shoot: Shoot, folder: Path, kind: str, language: str) -> Iterator[str]:
    """Before anything is planned, as planned, and while it runs; the project is as before afterwards."""
    run = window.context.commands.run
    clock = window.context.run.clock
    with window.context.session.transaction("None") as draft:
        remove_records(draft, [w.id for w in draft.document.all(Workshop)])
    run("go.ideas")
    run("ideas.show_agenda")
    yield shoot(f"{kind}-agenda-empty")
    workshop = planned(window, language)
    yield shoot(f"{kind}-agenda-planned")
    run_late(window, workshop)
    yield shoot(f"{kind}-agenda-running")
    window.shell.presentation.place = lambda shown: (shown.screen(), False)
    run("frame.present")
    run("present.agenda")
    projector = window.shell.presentation.projector
    assert projector is not None
    projector.resize(1920, 1080)
    yield shoot(f"{kind}-agenda-presenting")
    projector.grab().save(str(folder / f"{kind}-agenda-projector.png"))
    yield f"{kind}-agenda-projector"
    run("present.end")
    window.context.run.clock = clock
    for _ in range(3):
        run("edit.undo")
    run("ideas.show_notes")
    window.context.selection.clear()
