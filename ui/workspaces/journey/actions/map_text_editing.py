"""Editing texts on the map: which text, where it stands, and one step of the history per editing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.edits import remove_records, set_fields
from cxstudio.model import BackstageStep, Id, LaneSetting, Measure, Note, Picture, Record, Stage, Touchpoint
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.canvas.interaction.inline_editor import InlineEditor
from ui.context.context import Context
from ui.theme.fonts import font
from ui.workspaces.journey.map_model.map_keys import hanging
from ui.workspaces.journey.map_model.map_model import MapModel

FIELDS: dict[type[Record], tuple[str, str, str]] = {
    Touchpoint: ("name", N_("Name of the touchpoint"), N_("Rename the touchpoint")),
    Stage: ("name", N_("Name of the stage"), N_("Rename the stage")),
    Note: ("text", N_("Text of the note"), N_("Edit the note")),
    BackstageStep: ("text", N_("Text of the step"), N_("Edit the step")),
    Picture: ("alternative_text", N_("Photo description"), N_("Edit the photo description")),
    LaneSetting: ("title", N_("Name of the lane"), N_("Rename the lane")),
    Measure: ("title", N_("Title of the measure"), N_("Rename the measure")),
}
"""Kind of record → its field edited on the map, what the field is, what the step is called."""
MORE_FIELDS: dict[tuple[type[Record], str], tuple[str, str]] = {
    (Touchpoint, "staff"): (N_("Staff"), N_("Change the staff")),
    (Touchpoint, "promise"): (N_("Promise"), N_("Change the promise")),
}
"""Further fields edited on the map: what the field is, what the step is called."""
PROSE: frozenset[type[Record]] = frozenset({Note, BackstageStep, Picture})
"""Kinds whose texts are kept when Esc ends the editing; names are put back."""
INSET, STAGE_INSET = 8.0, 10.0
"""How far inside what is edited its painted text begins (points)."""
LEAST = 80
"""Cards at least this wide (points) are edited in their own width …"""
NARROWEST = 150
"""… and narrower ones in this."""


@dataclass(frozen=True, slots=True)
class Editing:
    """What is being edited and how the history looked before."""

    record: Id
    kind: type[Record]
    field: str
    label: str
    original: str
    since: ChangeSet | None
    """Last step before the editing (or before what is edited was created)."""
    created: bool
    """The record was made for this editing: empty, it goes again."""
    typed: tuple[str, str] = ("", "")
    """The text kept last, and the one in the field, of an editing handed over."""


class Editor(QObject):
    """Runs the inline editor on records of the map."""

    next_wanted = Signal(str)
    """Enter on a touchpoint just created: one more behind it."""
    ended = Signal()

    def __init__(
        self, context: Context, model: MapModel, host: QWidget, place_of: Callable[[Id, str], QRect | None]
    ) -> None:
        """`place_of` says where the text of a record's field stands, None for nowhere."""
        super().__init__(host)
        self._context, self._model, self._host, self._place_of = context, model, host, place_of
        self._editing: Editing | None = None
        self._writing = False
        self.instead: Callable[[Id, ChangeSet | None, bool], bool] | None = None
        """Who edits texts while another view than the map is shown: record, step before, made for this."""
        self.field = InlineEditor(host)
        self.field.committed.connect(self._commit)
        self.field.drafted.connect(self._draft)
        self.field.finished.connect(self._finished)
        self.field.restored.connect(self.restore)
        self.field.left_by_enter.connect(self._entered)
        self.field.left_by_tab.connect(self._tabbed)
        self.field.undo_wanted.connect(lambda: context.commands.run("edit.undo"))
        self.field.textChanged.connect(self.lay)
        model.changed.connect(self.lay)
        context.bridge.changed.connect(self._follow)

    @property
    def record(self) -> Id | None:
        """The record being edited."""
        return self._editing.record if self._editing is not None else None

    def begin(
        self,
        record_id: Id,
        *,
        since: ChangeSet | None = None,
        created: bool = False,
        field: str = "",
    ) -> bool:
        """Edit a record's text in place; False where it has none or stands nowhere on the map.

        `created` with `since`: the record was made for this, making and naming it are one step. `field` is given
        where it is not the record's own text.
        """
        self.field.leave()
        if self.instead is not None:
            taken = self.instead(record_id, since, created)
            if taken or self.instead is not None:
                return taken  # a view that gave over to the map is no longer in the way
        record = self._context.document.find(record_id)
        if record is None or type(record) not in FIELDS or self._context.session.read_only:
            return False
        name, _, label = _field(type(record), field)
        if self._place_of(record_id, name) is None:
            return False
        text = str(getattr(record, name))
        before = since if created else self._context.session.store.history.undoable
        self.go_on(Editing(record_id, type(record), name, label, text, before, created, (text, text)))
        return True

    def hand_over(self) -> Editing | None:
        """End here without keeping or removing anything, for another editor to go on; None while nothing is edited."""
        editing, self._editing = self._editing, None
        return None if editing is None else replace(editing, typed=self.field.hand_over())

    def go_on(self, editing: Editing) -> None:
        """Edit what an editing says."""
        self._editing = editing
        _, what, _ = _field(editing.kind, editing.field)
        self.field.keeps_on_escape = editing.kind in PROSE or (editing.kind, editing.field) in MORE_FIELDS
        self.field.begin(*editing.typed, self._context.tr(what))
        self.lay()

    def lay(self) -> None:
        """Put the field over what it edits (the map moved, zoomed or was laid out anew)."""
        if self._editing is None:
            return
        rect = self._place_of(self._editing.record, self._editing.field)
        if rect is None:
            return
        scale = self._model.zoom.scale
        face = font(round(13 * scale), "semibold" if self._editing.kind in (Touchpoint, Stage) else "regular")
        if self.field.font() != face:
            self.field.setFont(face)
        inset = STAGE_INSET if self._editing.kind is Stage else INSET
        self.field.document().setDocumentMargin(inset * scale - 1)  # 1: the field's frame
        wide = rect.width() if rect.width() >= LEAST * scale else round(NARROWEST * scale)
        x = max(0, min(rect.x(), self._host.width() - wide))
        self.field.lay(QRect(x, rect.y(), wide, rect.height()), max(40, self._host.height() - rect.y()))

    def finish(self) -> None:
        """Keep what was typed and end."""
        self.field.leave()

    def since(self, keep: Id | None = None) -> ChangeSet | None:
        """The last step before something is made to be named: what is still being typed belongs before it.

        What is made is to be added to `keep`, which therefore stays even where it has no name yet.
        """
        if self._editing is not None and self._editing.record == keep:
            self._editing = replace(self._editing, created=False)
        self.finish()
        return self._context.session.store.history.undoable

    def restore(self) -> None:
        """Put back what stood there when the editing began, and end; what was made for it goes."""
        editing = self._editing
        if editing is None:
            return
        self.field.leave(commit=False)
        if editing.record in self._context.document:
            if editing.created:
                self._remove(editing)
            else:
                self._write(editing, editing.original)

    def _commit(self, text: str) -> None:
        if self._editing is not None:
            self._write(self._editing, text)

    def _write(self, editing: Editing, text: str) -> None:
        if editing.record not in self._context.document:
            return
        self._writing = True
        with self._context.commands.held():
            try:
                with self._context.session.transaction(editing.label) as draft:
                    set_fields(draft, editing.kind, editing.record, **{editing.field: text})
            finally:
                self._writing = False
            self._context.session.store.history.join_since(editing.since)

    def _remove(self, editing: Editing) -> None:
        with self._context.commands.held():
            with self._context.session.transaction(N_("Remove")) as draft:
                remove_records(draft, [editing.record])
            self._context.session.store.history.join_since(editing.since)

    def _draft(self, text: str) -> None:
        editing = self._editing
        if editing is not None and editing.record in self._context.document:
            self._model.preview(set_fields, editing.kind, editing.record, **{editing.field: text})

    def _finished(self) -> None:
        editing, self._editing = self._editing, None
        self._model.end_preview()
        if editing is not None and editing.created and not self._text(editing):
            self._remove(editing)
        self.ended.emit()

    def _text(self, editing: Editing) -> str:
        return str(getattr(self._context.document.find(editing.record), editing.field, ""))

    def _entered(self) -> None:
        editing = self._editing
        if editing is None:
            return
        follows = editing.created and editing.kind is Touchpoint and bool(self._text(editing))
        self.field.leave()
        if follows:
            self.next_wanted.emit(editing.record)

    def _tabbed(self, direction: int) -> None:
        """To the next text of the same touchpoint, then to the next touchpoint."""
        editing = self._editing
        wanted = self._beside(editing.record, direction) if editing is not None else None
        self.field.leave()
        if wanted is not None and self.begin(wanted):
            self._context.selection.select(wanted)
            self.lay()

    def _beside(self, record_id: Id, direction: int) -> Id | None:
        document, journey = self._context.document, self._model.journey
        record = document.find(record_id)
        if journey is None or record is None:
            return None
        if isinstance(record, Stage):
            row = [s.id for s in document.stages(journey)]
        else:
            row = [i for t in document.journey_touchpoints(journey) for i in (t.id, *hanging(document, t.id))]
        row = [i for i in dict.fromkeys(row) if i == record_id or self._place_of(i, "") is not None]
        if record_id not in row:
            return None
        wanted = row.index(record_id) + direction
        return row[wanted] if 0 <= wanted < len(row) else None

    def _follow(self, changes: ChangeSet) -> None:
        """The document changed: perhaps what is being edited."""
        editing = self._editing
        if editing is None:
            return
        if not self._writing and self._context.session.store.history.undoable is changes:
            # A step of its own came in between: what is typed from now on is not joined with it.
            editing = self._editing = replace(editing, since=changes)
        if editing.record not in self._context.document:
            self.field.leave(commit=False)
        else:
            self.field.take_over(self._text(editing))


def _field(kind: type[Record], field: str) -> tuple[str, str, str]:
    """A field edited on the map ("": the record's own text), what it is, and what the step is called."""
    more = MORE_FIELDS.get((kind, field))
    return (field, *more) if more is not None else FIELDS[kind]
