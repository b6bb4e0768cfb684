"""What a touchpoint says in lanes of one's own, one list per lane."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.layout.map.shown_lanes import lane_title
from cxstudio.model import Id, LaneSetting, Touchpoint
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.lanes import journey_lanes
from cxstudio.store import ChangeSet
from ui.context.context import Context
from ui.forms.record_list import RecordList
from ui.inspector.touchpoint_notes import lane_list
from ui.widgets.basics import column
from ui.widgets.folding_section import Headed


class OwnLanes(QWidget):
    """A heading and a list for every lane of one's own; hidden where the journey has none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.touchpoint: Id | None = None
        self.lists: dict[Id, RecordList] = {}
        self._titles: list[tuple[Id, str]] = []
        self._box = column(self, spacing=16)
        context.bridge.changed.connect(self._follow)

    def show_record(self, touchpoint: Id) -> None:
        """Show the notes of this touchpoint."""
        self.touchpoint = touchpoint
        self._build()
        for made in self.lists.values():
            made.show_record(touchpoint)

    def _build(self) -> None:
        """Make one list per lane, anew where lanes came, went or were renamed."""
        found = self.context.document.find(self.touchpoint)
        journey = self.context.document.journey_of(found).id if isinstance(found, Touchpoint) else None
        lanes = journey_lanes(self.context.document, journey) if journey is not None else ()
        own = [(str(lane.ref), lane_title(lane, self.context.texts)) for lane in lanes if lane.kind is LaneKind.OWN]
        if own == self._titles:
            return
        self._titles = own
        while (item := self._box.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.lists = {lane: lane_list(self.context, lane) for lane, _ in own}
        for lane, title in own:
            self._box.addWidget(Headed(title, self.lists[lane]))
        self.setVisible(bool(own))

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(LaneSetting) and self.touchpoint in self.context.document:
            self.show_record(self.touchpoint or "")
