"""What the commands for lanes do: one method per command, each one step of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt

from cxstudio.edits import add_note, add_own_lane, add_step, remove_own_lane
from cxstudio.model import Touchpoint
from cxstudio.model.kinds import BackstageKind, NoteKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.lanes import JourneyLane
from cxstudio.wording import N_
from ui.workspaces.journey.lane_labels.lanes_menu import STEP, change, lane_of, move, resize, show_all, toggle_collapsed

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.actions.lane_cells import LaneCells
    from ui.workspaces.journey.actions.map_text_editing import Editor
    from ui.workspaces.journey.map.map_area import MapArea
    from ui.workspaces.journey.map_model.map_model import MapModel


class LaneActions(QObject):
    """Adds, orders, sizes and removes lanes. "The lane" is the one whose label was chosen last."""

    def __init__(self, context: Context, model: MapModel, area: MapArea, editor: Editor, cells: LaneCells) -> None:
        super().__init__(area)
        self._context, self._model, self._area, self._editor, self._cells = context, model, area, editor, cells
        area.labels.command_wanted.connect(context.commands.run)

    def new(self) -> None:
        """A lane of one's own below the others, its name to be typed."""
        journey = self._model.journey
        if journey is None:
            return
        since = self._editor.since()
        with self._context.session.transaction(N_("New lane")) as draft:
            made = add_own_lane(draft, journey)
        self._area.labels.choose(f"lane:{LaneKind.OWN}:{made}")
        self._reveal()
        self._editor.begin(made, since=since, created=True)

    def show_all(self) -> None:
        """Show every lane."""
        show_all(self._context, self._model)

    def focus(self) -> None:
        """Give the labels the keyboard."""
        self._area.labels.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def up(self) -> None:
        """One place up."""
        self._move(-1)

    def down(self) -> None:
        """One place down."""
        self._move(1)

    def higher(self) -> None:
        """A step higher."""
        self._size(STEP)

    def lower(self) -> None:
        """A step lower."""
        self._size(-STEP)

    def as_needed(self) -> None:
        """As high as its content needs."""
        lane = self._lane
        if lane is not None and lane.setting is not None and lane.setting.height is not None:
            resize(self._context, self._model, lane.ref, None)

    def fold(self) -> None:
        """Only its title, or all of it."""
        row = self._area.labels.current
        if row is not None:
            toggle_collapsed(self._context, self._model, row.key)

    def rename(self) -> None:
        """Type another name for a lane of one's own."""
        lane = self._lane
        if lane is not None and lane.kind is LaneKind.OWN and lane.setting is not None:
            self._reveal()
            self._editor.begin(lane.setting.id)
        else:
            self._context.messages.say(self._context.tr("Only lanes of your own can be renamed."))

    def remove(self) -> None:
        """Remove a lane of one's own with its notes; any other is hidden."""
        lane = self._lane
        if lane is None or lane.kind is LaneKind.TOUCHPOINTS:
            return
        if lane.kind is LaneKind.OWN and lane.setting is not None:
            with self._context.session.transaction(N_("Remove a lane")) as draft:
                remove_own_lane(draft, lane.setting.id)
        else:
            change(self._context, self._model, lane.ref, shown=False)

    def add_note(self, kind: NoteKind) -> None:
        """A thought or a need at the touchpoint, its text to be typed."""
        touchpoint = self._context.selection.of(Touchpoint)
        if touchpoint is not None:
            wanted = touchpoint.id
            self._cells.add_new(LaneKind.THOUGHTS_NEEDS, wanted, lambda draft: add_note(draft, "", kind, wanted))

    def add_step(self) -> None:
        """A step behind the touchpoint, its text to be typed."""
        touchpoint = self._context.selection.of(Touchpoint)
        if touchpoint is not None:
            wanted = touchpoint.id
            self._cells.add_new(
                LaneKind.BACKSTAGE, wanted, lambda draft: add_step(draft, wanted, "", BackstageKind.BACK)
            )

    @property
    def _lane(self) -> JourneyLane | None:
        row = self._area.labels.current
        return lane_of(self._context, self._model, row.key) if row is not None else None

    def _move(self, step: int) -> None:
        lane = self._lane
        if lane is not None:
            move(self._context, self._model, lane.ref, step)
            self._reveal()

    def _size(self, step: float) -> None:
        lane, row = self._lane, self._area.labels.current
        if lane is not None and row is not None and not row.collapsed:
            resize(self._context, self._model, lane.ref, row.height + step)

    def _reveal(self) -> None:
        """Scroll up or down until the lane's label is in view."""
        row, view = self._area.labels.current, self._area.view
        if row is None:
            return
        window = view.window_rect
        if row.y < window.top() or row.y + row.height > window.bottom():
            top = row.y if row.y < window.top() else max(0.0, min(row.y, row.y + row.height - window.height()))
            view.scroll_to(QPointF(window.left(), top))
