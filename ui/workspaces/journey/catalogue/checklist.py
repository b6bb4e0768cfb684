"""What the check-list shows: entries after filters and search, which of them the journey has, which are picked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.catalogue.covering import covered_in_steps
from cxstudio.catalogue.placing import Place, places
from cxstudio.catalogue.searching import matching
from cxstudio.catalogue.touchpoints import Entry, catalogue
from cxstudio.catalogue.vocabulary import channel_name
from cxstudio.edits import LAST, add_journey
from cxstudio.edits.catalogue import Picked, add_picked
from cxstudio.errors import UserError
from cxstudio.model import Id, Stage, Touchpoint
from cxstudio.session import own_catalogue
from cxstudio.session.settings import CATALOGUE_INDUSTRY
from cxstudio.steps import finished
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.background.long_work import IN_STEPS
from ui.background.task_runner import TaskRunner
from ui.context.context import Context

FIT, STAGE, AFTER = "fit", "stage", "after"
"""Where picked entries go: where they fit best, into the selected stage, behind the selected touchpoint."""


class Checklist(QObject):
    """View state of the panel; the map is only read, but for `add`."""

    changed = Signal()
    """Other entries are shown."""
    ticked = Signal()
    """Others are picked."""
    aimed = Signal()
    """What is picked goes elsewhere."""
    refreshed = Signal()
    """The same entries, another map."""

    def __init__(self, context: Context, panel: QWidget) -> None:
        """`panel`: nothing is worked out while it is out of view."""
        super().__init__(panel)
        self._panel = panel
        self._context = context
        self._stamp: object = ()
        self.entries: tuple[Entry, ...] = ()
        self.problems: tuple[UserError, ...] = ()
        self.industry = str(context.settings[CATALOGUE_INDUSTRY])
        self.stage = self.channel = self.text = ""
        self.missing_only = False
        self.where = FIT
        self.picked: dict[str, Entry] = {}
        self.visible: tuple[Entry, ...] = ()
        self.covered: dict[str, Id] = {}
        self._behind = False
        """Whether the map has changed since it was looked at."""
        self.work: TaskRunner[dict[str, Id]] = TaskRunner(self)
        """What a very long journey has; until it is known, what it had."""
        context.bridge.settled.connect(self._settled)
        context.bridge.changed.connect(self._follow)
        context.selection.journey_changed.connect(self.refresh)
        context.selection.changed.connect(self.aimed)

    @property
    def language(self) -> str:
        """The language the journey is written in, and so the check-list's."""
        return self._context.document.project.language.value

    def read(self) -> bool:
        """Look at the files again where they changed; returns whether they did."""
        folders = self._context.session.folders
        stamp = own_catalogue.stamp(folders)
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        found = catalogue(folders.catalogue)
        self.entries, self.problems = found.entries, found.problems
        self.picked = {e.id: e for e in found.entries if e.id in self.picked}
        self._cover()
        self.filter()
        return True

    def filter(self) -> None:
        """Show what fits the filters and the words searched for."""
        fitting = [
            e
            for e in self.entries
            if e.fits(self.industry) and self.stage in ("", e.stage) and self.channel in ("", e.channel)
        ]
        self.visible = tuple(matching(fitting, self.text))
        self.changed.emit()

    def set_industry(self, industry: str) -> None:
        """Show the entries of one industry, and remember it for the next project."""
        self.industry = industry
        self._context.settings[CATALOGUE_INDUSTRY] = industry
        self.filter()

    def refresh(self) -> None:
        """The map changed: see what is covered now."""
        self._behind = False
        self._cover()

    @property
    def done(self) -> int:
        """How many of the entries shown the journey has."""
        return sum(1 for e in self.visible if e.id in self.covered)

    def tick(self, entry: Entry, on: bool) -> None:
        """Pick an entry or put it back."""
        if on and entry.id not in self.covered:
            self.picked[entry.id] = entry
        else:
            self.picked.pop(entry.id, None)
        self.ticked.emit()

    def forget(self) -> None:
        """Nothing is picked any more."""
        self.picked.clear()
        self.ticked.emit()

    # Where they go

    @property
    def anchor(self) -> tuple[Stage | None, Touchpoint | None]:
        """The selected stage and touchpoint; a touchpoint's own stage counts as selected too."""
        selection = self._context.selection
        touchpoint = selection.of(Touchpoint)
        stage = self._context.document.get(Stage, touchpoint.stage) if touchpoint else selection.of(Stage)
        here = stage is not None and stage.journey == selection.journey
        return (stage, touchpoint) if here else (None, None)

    def places(self, chosen: list[Entry] | None = None) -> list[Place]:
        """Where the picked entries (or these) go, in the order of the catalogue."""
        order = {e.id: at for at, e in enumerate(self.entries)}
        wanted = sorted(self.picked.values() if chosen is None else chosen, key=lambda e: order[e.id])
        stage, touchpoint = self.anchor
        fixed = stage if self.where in (STAGE, AFTER) else None
        return places(
            self._context.document,
            self._context.selection.journey,
            self.entries,
            wanted,
            self.language,
            stage=fixed.id if fixed is not None else None,
            after=touchpoint.id if fixed is not None and touchpoint is not None and self.where == AFTER else None,
        )

    def add(self, wanted: list[Place]) -> list[Id]:
        """Make the touchpoints, as one step; returns their ids."""
        return self._make([self._picked(place) for place in wanted])

    def at(self, entries: list[str], stage: Id, after: Id | None) -> list[Picked]:
        """Entries for one place of the map, behind a touchpoint or (None) at the front of the stage."""
        known = {e.id: e for e in self.entries}
        chosen = [Place(known[e], stage, "") for e in entries if e in known]
        return [replace(self._picked(place), after=after) for place in chosen]

    def drop(self, entries: list[str], stage: Id, after: Id | None) -> list[Id]:
        """Make touchpoints of entries dropped on the map, as one step; returns their ids."""
        return self._make(self.at(entries, stage, after))

    def _make(self, picked: list[Picked]) -> list[Id]:
        with self._context.session.transaction(N_("Add from the catalogue")) as draft:
            journey = self._context.selection.journey or add_journey(draft, self._context.document.project.title)
            made = add_picked(draft, journey, picked)
        self.picked.clear()
        self.refresh()
        return made

    def _picked(self, place: Place) -> Picked:
        entry = place.entry
        return Picked(
            entry.name.say(self.language),
            place.stage,
            place.stage_name,
            place.after or LAST,
            channel_name(entry.channel, self.language),
            entry.contact,
            entry.requirement,
            entry.id,
        )

    def _cover(self) -> None:
        journey = self._context.selection.journey
        touchpoints = self._context.document.journey_touchpoints(journey) if journey is not None else ()
        steps = covered_in_steps(self.entries, touchpoints)
        if len(touchpoints) > IN_STEPS:
            self.work.run_steps(steps, self._have)
        else:
            self.work.cancel()
            self._have(finished(steps))

    def _have(self, covered: dict[str, Id]) -> None:
        before, self.covered = self.covered, covered
        for entry in [e for e in self.picked if e in covered]:
            del self.picked[entry]
        if covered != before:
            self.refreshed.emit()
        self.ticked.emit()

    def _follow(self, changes: ChangeSet) -> None:
        if self._panel.isVisible() and changes.touches(Touchpoint, Stage):
            self._behind = True

    def _settled(self) -> None:
        if self._behind:
            self.refresh()
