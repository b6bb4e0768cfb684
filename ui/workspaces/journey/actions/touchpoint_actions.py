"""What the commands of the map do: one method per command, each one step of the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.edits import (
    LAST,
    add_journey,
    add_measure,
    add_note,
    add_stage,
    add_touchpoint,
    duplicate_touchpoints,
    mark_critical,
    mark_stardust,
    remove_records,
    shift_stages,
    shift_touchpoints,
)
from cxstudio.model import Document, Id, Stage, Touchpoint
from cxstudio.model.kinds import CriticalMark, NoteKind
from cxstudio.model.placement import touchpoint_of
from cxstudio.wording import N_
from cxstudio.wording.figures.voice_sentences import Mark, mark_words
from ui.workspaces.journey.actions.removal_notice import tell_removed

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.actions.map_text_editing import Editor
    from ui.workspaces.journey.map_model.map_model import MapModel


class MapActions(QObject):
    """Adds, moves, marks and removes what is selected."""

    def __init__(self, context: Context, model: MapModel, editor: Editor, unfold: Callable[[Id], None]) -> None:
        super().__init__(editor)
        self._context, self._model, self._editor, self._unfold = context, model, editor, unfold
        self._before: Id | None = None
        editor.ended.connect(self.back)
        editor.next_wanted.connect(lambda _: self.new_touchpoint())

    @property
    def _document(self) -> Document:
        return self._context.document

    def new_touchpoint(self) -> None:
        """A touchpoint behind the selected one, and its name to be typed."""
        since = self._editor.since()
        self._before = self._context.selection.id
        stage, after = self.place_for_new()
        with self._context.session.transaction(N_("New touchpoint")) as draft:
            if stage is None:
                stage = add_stage(draft, self._model.journey or add_journey(draft, ""), "")
            made = add_touchpoint(draft, stage, after=after)
        self._context.session.store.history.join_since(since)
        self._unfold(stage)
        self._context.selection.select(made)
        self._editor.begin(made, since=since, created=True)

    def new_stage(self) -> None:
        """A stage behind the selected one (or the last), and its name to be typed."""
        since = self._editor.since()
        self._before = self._context.selection.id
        selected = self._context.selection.of(Stage)
        with self._context.session.transaction(N_("New stage")) as draft:
            journey = self._model.journey or add_journey(draft, "")
            made = add_stage(draft, journey, "", after=selected.id if selected is not None else LAST)
        self._context.selection.select(made)
        self._editor.begin(made, since=since, created=True)

    def remove(self) -> None:
        """Remove what is selected; the selection goes on to its neighbour."""
        ids = list(self._context.selection.ids)
        following = self._neighbour_of(ids)
        gone = [r for r in map(self._document.find, ids) if r is not None]
        touchpoints = [t for r in gone if isinstance(r, Stage) for t in self._document.touchpoints(r.id)]
        with self._context.session.transaction(N_("Remove")) as draft:
            remove_records(draft, ids)
        tell_removed(self._context, gone, len(touchpoints))
        if following is not None:
            self._context.selection.select(following)

    def duplicate(self) -> None:
        """Copies right behind the selected touchpoints."""
        ids = [t.id for t in self._context.selection.all_of(Touchpoint)]
        if ids:
            with self._context.session.transaction(N_("Duplicate")) as draft:
                made = duplicate_touchpoints(draft, ids)
            self._context.selection.select(*made)

    def move_left(self) -> None:
        """One place earlier, into the stage before where it stands first."""
        self._move(-1)

    def move_right(self) -> None:
        """One place later, into the following stage where it stands last."""
        self._move(1)

    def critical(self) -> None:
        """Mark as critical, or as not critical where it counts as such."""
        touchpoints = self._context.selection.all_of(Touchpoint)
        figures = self._model.figures
        last = touchpoints[-1]
        if figures is not None and figures.target:
            tr = self._context.tr
            self._context.messages.say(tr("Targets are not judged: decide in the as-is journey what is critical."))
            return
        now = is_critical(figures, last)
        with self._context.session.transaction(N_("Mark as critical or not")) as draft:
            mark_critical(draft, [t.id for t in touchpoints], CriticalMark.NO if now else CriticalMark.YES)
        self._say_mark(touchpoints, "critical", not now)

    def stardust(self) -> None:
        """Mark as stardust, or take the mark away."""
        touchpoints = self._context.selection.all_of(Touchpoint)
        with self._context.session.transaction(N_("Mark as stardust or not")) as draft:
            mark_stardust(draft, [t.id for t in touchpoints], not touchpoints[-1].stardust)
        self._say_mark(touchpoints, "stardust", not touchpoints[-1].stardust)

    def _say_mark(self, touchpoints: Sequence[Touchpoint], mark: Mark, on: bool) -> None:
        self._context.messages.say(mark_words(touchpoints, mark, on, self._context.texts))

    def add_quote(self) -> None:
        """A customer quote at the touchpoint, its text to be typed."""
        self._add_note(NoteKind.QUOTE)

    def add_hurdle(self) -> None:
        """A hurdle at the touchpoint, its text to be typed."""
        self._add_note(NoteKind.HURDLE)

    def add_opportunity(self) -> None:
        """An opportunity at the touchpoint, its text to be typed."""
        self._add_note(NoteKind.OPPORTUNITY)

    def add_measure(self) -> None:
        """A measure for the touchpoint, its title to be typed."""
        touchpoint = self._context.selection.of(Touchpoint)
        if touchpoint is None:
            return
        since = self._editor.since(keep=touchpoint.id)
        with self._context.session.transaction(N_("New measure")) as draft:
            made = add_measure(draft, "", touchpoints=[touchpoint.id])
        self._editor.begin(made, since=since, created=True)

    def back(self, gone: bool = False) -> None:
        """What was made and left empty is gone: select again what was selected before."""
        before, self._before = self._before, None
        if before is not None and (gone or self._context.selection.id is None):
            self._context.selection.select(before)

    def _add_note(self, kind: NoteKind) -> None:
        touchpoint = self._context.selection.of(Touchpoint)
        if touchpoint is None:
            return
        since = self._editor.since(keep=touchpoint.id)
        with self._context.session.transaction(N_("New note")) as draft:
            made = add_note(draft, "", kind, touchpoint.id)
        self._editor.begin(made, since=since, created=True)

    def place_for_new(self) -> tuple[Id | None, Id | None]:
        """Stage and touchpoint after which something new goes."""
        record = self._context.selection.record
        touchpoint = self._document.find(touchpoint_of(record)) if record is not None else None
        if isinstance(touchpoint, Touchpoint):
            return touchpoint.stage, touchpoint.id
        if isinstance(record, Stage):
            return record.id, LAST
        journey = self._model.journey
        touchpoints = self._document.journey_touchpoints(journey) if journey is not None else ()
        if touchpoints:
            return touchpoints[-1].stage, touchpoints[-1].id
        stages = self._document.stages(journey) if journey is not None else ()
        return (stages[0].id if stages else None), LAST

    def _move(self, step: int) -> None:
        selection = self._context.selection
        touchpoints = [t.id for t in selection.all_of(Touchpoint)]
        stages = [s.id for s in selection.all_of(Stage)]
        if selection.of(Stage) is not None:
            with self._context.session.transaction(N_("Move the stage")) as draft:
                shift_stages(draft, stages, step)
        elif selection.of(Touchpoint) is not None:
            with self._context.session.transaction(N_("Move touchpoints")) as draft:
                shift_touchpoints(draft, touchpoints, step)

    def _neighbour_of(self, ids: list[Id]) -> Id | None:
        record = self._document.find(ids[-1]) if ids else None
        if isinstance(record, Touchpoint):
            row = [t.id for t in self._document.touchpoints(record.stage)]
            rest = [i for i in row if i not in ids]
            before = [i for i in row[: row.index(record.id)] if i not in ids]
            return (rest[len(before)] if len(before) < len(rest) else rest[-1]) if rest else record.stage
        return touchpoint_of(record) if record is not None and not isinstance(record, Stage) else None
