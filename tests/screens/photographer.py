"""One window that is led through every workspace and state, and photographed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.edits import (
    add_note,
    add_touchpoint,
    move_touchpoints,
    rate,
    remove_records,
    set_fields,
    start_project,
)
from cxstudio.errors import UserError
from cxstudio.model import GROUP_VOICE, Document, Journey, Round, Touchpoint, Transition
from cxstudio.model.kinds import RoundKind
from cxstudio.session import Folders, Session
from cxstudio.session.notices import Action, changed_on_disk, newer_format, recovered
from cxstudio.session.settings import LANGUAGE, PALETTE, Settings
from tests.screens.agenda_states import agenda_states
from tests.screens.control_states import control_states
from tests.screens.idea_states import idea_states
from tests.screens.measure_states import measure_states
from tests.screens.pointing_states import filter_states, finding_states, pointing_states
from tests.screens.presentation_states import presentation_states, why_states
from tests.screens.rate_states import rate_states
from tests.screens.tables import CELLS, LIST, TABLE
from tests.screens.understand_states import understand_states
from ui.main_window.main_window import MainWindow
from ui.notes.quick_note import NoteLine
from ui.pages.template_chooser import TemplateChooser
from ui.shell.command_palette import Finder
from ui.shell.shortcut_sheet import KeySheet
from ui.workspaces.journey.catalogue.catalogue_panel import CataloguePanel
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.journey.map_model.round_overlays import LANES, lay_over
from ui.workspaces.rate.charts.charts_page import PicturesPage
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.report.report_workspace import ReportWorkspace
from ui.workspaces.workspace_table import BY_NAME

USUAL, SMALL, TALLEST = QSize(1600, 1000), QSize(1280, 720), 2200
SCALED = QSize(853, 480)
"""What a screen of 1280 × 720 has room for at 150 %."""
DOUBLED = QSize(640, 360)
"""The same at 200 %."""
SIZES = {"": USUAL, "1280x720": SMALL, "150": SCALED, "200": DOUBLED}
"""What is added to a folder's name → the window's size."""
_LONGEST_WAIT = 60.0


class Photographer:
    """One window in one language and palette, and a folder for its pictures."""

    def __init__(
        self, folder: Path, place: Path, language: str, palette: str, size: QSize = USUAL, suffix: str = ""
    ) -> None:
        self.folders = Folders.below(place)
        settings = Settings(self.folders)
        settings[LANGUAGE], settings[PALETTE] = language, palette
        self._folder = folder / "-".join(part for part in (language, palette, suffix) if part)
        self._size, self._tall = size, QSize(size.width(), TALLEST)
        self._place = place
        self._language = language
        self.window = MainWindow(self.folders, settings)
        self.window.resize(self._size)
        self.window.show()

    def take_all(self) -> Iterator[str]:
        """Every state, one after the other; yields the name of each picture written."""
        parts = (self._beginning, self._sample, self._comparing, self._overlays, self._bars, self._empty, self._large)
        for part in (*parts, self._small) if self._size == USUAL else parts:
            yield from part()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def run(self, *commands: str) -> None:
        """Give commands as a person would."""
        for command in commands:
            self.window.context.commands.run(command)

    def shoot(self, name: str) -> str:
        """Write a picture of the window as it is."""
        current = self.window.shell.view.current
        self._settle(lambda: not (isinstance(current, ReportWorkspace) and current.busy))
        path = self._folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(path))
        return name

    def _settle(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + _LONGEST_WAIT
        for _ in range(3):
            QApplication.processEvents()
        while not ready() and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)

    def _show(self, document: Document) -> None:
        self.window.show_session(Session.new(self.folders, document))

    def _beginning(self) -> Iterator[str]:
        yield self.shoot("start")
        self.run("project.new")
        yield self.shoot("new-journey")
        for chooser in self.window.findChildren(TemplateChooser):
            chooser.choose("energy")
        yield self.shoot("new-journey-template")
        self.run("frame.settings")
        yield self.shoot("settings")
        table = self._place / "survey.csv"
        table.write_text(TABLE, encoding="utf-8")
        self.window.import_file(table)
        yield self.shoot("import")
        listed = self._place / "list.csv"
        listed.write_text(LIST, encoding="utf-8")
        self.window.import_file(listed)
        yield self.shoot("import-list")

    def _workspaces(self, kind: str) -> Iterator[str]:
        for name in BY_NAME:
            self.run(f"go.{name}")
            yield self.shoot(f"{kind}-{name}")

    def _sample(self) -> Iterator[str]:
        self._show(sample("lindenfurt", self._language, today=date.today()).document)
        yield from self._workspaces("sample")
        yield from understand_states(self.window, self.shoot, "sample")
        yield from control_states(self.window, self.shoot, "sample-first")
        yield from self._followed_up("sample")
        self.run("go.journey")
        touchpoints = self._touchpoints()
        self.window.context.selection.select(touchpoints[7].id)
        yield self.shoot("sample-journey-selected")
        self.window.context.selection.select(touchpoints[0].stage)
        yield self.shoot("sample-journey-stage")
        yield from self._hands()
        yield from self._lanes("sample")
        self.window.context.selection.clear()
        self.run("journey.zoom_all")
        yield self.shoot("sample-journey-all")
        self.run("journey.zoom_100")
        yield from self._flow("sample")
        yield from self._pictures("sample")
        yield from self._words("sample")
        yield from pointing_states(self.window, self.shoot, self._touchpoints()[7].id, "sample")
        yield from rate_states(self.window, self.shoot, tuple(t.id for t in self._touchpoints()))
        yield from idea_states(self.window, self.shoot, "sample", self._language)
        yield from agenda_states(self.window, self.shoot, self._folder, "sample", self._language)
        yield from measure_states(self.window, self.shoot, "sample")
        yield from why_states(self.window, self.shoot, self._touchpoints()[7].id, "sample")
        yield from presentation_states(self.window, self.shoot, self._folder, "sample")
        yield from filter_states(self.window, self.shoot, "sample")
        yield from self._catalogue("sample")
        self.window.showNormal()
        self.window.resize(self._size)

    def _lanes(self, kind: str) -> Iterator[str]:
        """Every lane at three zooms, in a window as high as they are together."""
        self.window.resize(self._tall)
        self.run("go.journey", "lanes.show_all", "journey.zoom_100", "lanes.focus")
        yield self.shoot(f"{kind}-lanes")
        self.run("journey.zoom_out", "journey.zoom_out")
        yield self.shoot(f"{kind}-lanes-middle")
        self.run("journey.zoom_all")
        yield self.shoot(f"{kind}-lanes-far")
        self.run("edit.undo", "journey.zoom_100")
        self.window.resize(self._size)

    def _hands(self) -> Iterator[str]:
        """Several at once, and what a pasted table would become."""
        touchpoints = self._touchpoints()
        self.window.context.selection.select(*(touchpoint.id for touchpoint in touchpoints[3:6]))
        yield self.shoot("sample-journey-several")
        self.window.context.selection.select(touchpoints[1].id)
        QApplication.clipboard().setText(CELLS)
        self.run("journey.paste")
        yield self.shoot("sample-journey-paste")
        workspace = self.window.findChild(JourneyWorkspace)
        if workspace is not None and workspace.hands.sheet is not None:
            workspace.hands.sheet.dismiss()

    def _words(self, kind: str) -> Iterator[str]:
        """The outline, and the first pass over all touchpoints."""
        self.run("journey.show_outline")
        yield self.shoot(f"{kind}-journey-outline")
        self.run("journey.show_map", "rate.show_shortlist")
        yield self.shoot(f"{kind}-rate-shortlist")
        self.run("rate.show_table", "go.journey")

    def _pictures(self, kind: str) -> Iterator[str]:
        """Every chart of the figures, and both views."""
        self.run("go.rate", "rate.show_pictures")
        rate = self.window.shell.view.current
        page = rate.tabs.page if isinstance(rate, RateWorkspace) else None
        if isinstance(page, PicturesPage):
            for chart in page.list.entries:
                page.show_chart(chart)
                yield self.shoot(f"{kind}-rate-{chart}")
        self.run("rate.show_views")
        yield self.shoot(f"{kind}-rate-views")
        self.run("rate.show_table", "go.journey")

    def _catalogue(self, kind: str) -> Iterator[str]:
        """The check-list with some entries picked."""
        self.run("go.journey", "journey.panel_catalogue")
        for panel in self.window.findChildren(CataloguePanel):
            panel.checklist.set_industry("energy")
            for entry in [e for e in panel.checklist.visible if e.id not in panel.checklist.covered][40:43]:
                panel.checklist.tick(entry, True)
            panel.list.begin()
        yield self.shoot(f"{kind}-journey-catalogue")
        self.run("journey.panel_catalogue")

    def _flow(self, kind: str) -> Iterator[str]:
        """The flow with a touchpoint, a way and a route chosen, from far, and its figures."""
        context = self.window.context
        self.run("go.journey", "journey.show_flow")
        yield self.shoot(f"{kind}-flow")
        ways = context.document.all(Transition)
        if ways:
            context.selection.select(ways[0].id)
            yield self.shoot(f"{kind}-flow-way")
        self.run("flow.show_likely")
        yield self.shoot(f"{kind}-flow-route")
        self.run("journey.zoom_all")
        yield self.shoot(f"{kind}-flow-all")
        self.run("journey.zoom_100", "journey.show_map")
        yield self.shoot(f"{kind}-journey-route")
        self.run("flow.show_likely", "go.rate", "rate.show_flow")
        yield self.shoot(f"{kind}-rate-flow")
        self.run("rate.show_table", "go.journey")
        context.selection.clear()

    def _comparing(self) -> Iterator[str]:
        """From the invitation to a planned to-be journey beside the as-is, and its target over today's curve."""
        self._show(sample("lindenfurt", self._language, today=date.today()).document)
        self.run("go.journey", "journeys.show_to_be")
        yield self.shoot("sample-journey-to-be-none")
        self.run("journeys.derive", "journeys.set_targets")
        self._plan()
        yield self.shoot("sample-journey-to-be")
        self.run("journey.show_compare")
        yield self.shoot("sample-journey-compare")
        self.window.resize(SMALL)
        yield self.shoot("small-journey-compare")
        self.window.resize(self._size)
        self.run("journey.zoom_all")
        yield self.shoot("sample-journey-compare-all")
        self.run("journeys.show_as_is")
        context = self.window.context
        target = next(r for r in context.document.all(Round) if r.kind is RoundKind.TARGET)
        lay_over(context, context.selection.journey or "", target.id, LANES, on=True)
        yield self.shoot("sample-journey-target-over-today")
        self._show(sample("lindenfurt", self._language, today=date.today()).document)
        self.run("go.journey")

    def _followed_up(self, kind: str) -> Iterator[str]:
        """Half a year later; the first sample is in view again afterwards."""
        self._show(sample("control", self._language, today=date.today()).document)
        yield from control_states(self.window, self.shoot, kind)
        self._show(sample("lindenfurt", self._language, today=date.today()).document)

    def _plan(self) -> None:
        """One touchpoint new, one gone, one moved, one changed, and the hotline to be felt better."""
        session, selection = self.window.context.session, self.window.context.selection
        points = session.document.journey_touchpoints(selection.journey or "")
        shown = self.window.context.bridge.shown_round(selection.journey)
        status = {
            "de": "Statusmeldung „Abmeldung durch, Strom läuft“",
            "en": "Status message “Signed off, power is on”",
        }
        form = {"de": "Umzugsformular mit 6 Feldern", "en": "Moving form with 6 fields"}
        with session.transaction("Move touchpoints") as draft:
            add_touchpoint(draft, points[7].stage, status[self._language], after=None)
            move_touchpoints(draft, [points[6].id], points[3].stage, points[3].id)
            set_fields(draft, Touchpoint, points[3].id, name=form[self._language], duration_minutes=5.0)
            remove_records(draft, [points[8].id])
            if shown is not None:
                for number, value in ((3, 1), (7, 1), (11, 0)):
                    rate(draft, shown.id, points[number].id, GROUP_VOICE, "emotion", value)

    def _overlays(self) -> Iterator[str]:
        shell = self.window.shell
        self.run("go.journey", "frame.find")
        yield self.shoot("finder")
        finder = shell.overlay(Finder)
        assert isinstance(finder, Finder)
        finder.line.setText("hot")
        yield self.shoot("finder-found")
        finder.dismiss()
        self.run("frame.note")
        yield self.shoot("note-line")
        shell.overlay(NoteLine).dismiss()
        with self.window.context.session.transaction("Take a note") as draft:
            for text in ("Niemand sagt, ob die Abmeldung angekommen ist.", "Who owns the final bill?"):
                add_note(draft, text)
        self.run("go.ideas")
        yield self.shoot("ideas-notes")
        self.run("journey.panel_notes")
        yield self.shoot("sample-journey-notes")
        self.run("journey.panel_notes", "go.ideas")
        self.run("frame.shortcuts")
        yield self.shoot("keys")
        shell.overlay(KeySheet).dismiss()

    def _bars(self) -> Iterator[str]:
        self.run("go.journey")
        session = self.window.context.session
        for notice in (recovered(12, has_file=True), changed_on_disk("Umzug.cxs"), newer_format("Umzug.cxs")):
            session.notices.tell(notice)
            yield self.shoot(f"bar-{notice.kind.value.replace('_', '-')}")
            session.answer(notice, Action.DISMISS)
        self.window.context.messages.error(UserError("“{name}” is not a CX Studio project.", name="Foto.jpg"))
        self.window.tell_unexpected(None, "")
        yield self.shoot("bar-errors")

    def _empty(self) -> Iterator[str]:
        session = Session.new(self.folders)
        with session.transaction("New customer journey") as draft:
            start_project(draft, title="Neu" if self._language == "de" else "New")
        self.window.show_session(session)
        yield from self._workspaces("empty")

    def _large(self) -> Iterator[str]:
        self._show(sample("large", self._language).document)
        for name in ("journey", "rate", "measures"):
            self.run(f"go.{name}")
            yield self.shoot(f"large-{name}")
        self.run("go.journey", "journey.zoom_all")
        yield self.shoot("large-journey-all")
        yield from finding_states(self.window, self.shoot, "large")
        yield from self._lanes("large")
        yield from self._flow("large")
        yield from self._pictures("large")

    def _small(self) -> Iterator[str]:
        self.window.resize(SMALL)
        yield from self._followed_up("small")
        yield from idea_states(self.window, self.shoot, "small", self._language)
        self.window.context.selection.select(self._touchpoints()[7].id)
        yield from self._workspaces("small")
        yield from pointing_states(self.window, self.shoot, self._touchpoints()[7].id, "small")
        yield from finding_states(self.window, self.shoot, "small")
        yield from measure_states(self.window, self.shoot, "small")
        yield from self._catalogue("small")
        yield from self._flow("small")
        yield from self._pictures("small")
        self.run("project.close")
        yield self.shoot("small-start")
        self.run("project.new")
        yield self.shoot("small-new-journey")

    def _touchpoints(self) -> tuple[Touchpoint, ...]:
        document = self.window.context.document
        return document.journey_touchpoints(document.all(Journey)[0].id)
