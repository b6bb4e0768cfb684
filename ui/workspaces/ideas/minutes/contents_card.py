"""What stands in the minutes, one line a part, each a way to where it is filled in."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from cxstudio.documents.minutes.minutes_contents import ContentsLine, MinutesPart, minutes_contents
from cxstudio.documents.minutes.minutes_details import MinutesDetails
from ui.context.context import Context
from ui.widgets.basics import button, column, label

_PLACES: Final = {
    MinutesPart.PARTICIPANTS: "ideas.show_agenda", MinutesPart.AGENDA: "ideas.show_agenda",
    MinutesPart.IDEAS: "ideas.show_wall", MinutesPart.VOTES: "ideas.show_vote", MinutesPart.DECISIONS: "go.control",
    MinutesPart.TRIALS: "ideas.show_trials", MinutesPart.PARKED: "ideas.show_notes",
    MinutesPart.MEASURES: "go.measures",
}  # fmt: skip
"""Part → the command that shows where it comes from; photos stand on the page itself."""


class ContentsCard(QFrame):
    """Made anew only where a line says something else."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        self.lines: tuple[ContentsLine, ...] = ()
        self.ways: dict[MinutesPart, QWidget] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        box = column(self, label(context.tr("In these minutes"), "caption"), spacing=8)
        box.addLayout(self._grid)
        box.setContentsMargins(16, 14, 16, 14)

    def show_details(self, details: MinutesDetails) -> None:
        """What the minutes of a workshop are going to say."""
        found = minutes_contents(self.context.document, self.context.texts, details)
        if found == self.lines:
            return
        self.lines = found
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.ways = {}
        for place, line in enumerate(found):
            self._fill(place, line)

    def _fill(self, place: int, line: ContentsLine) -> None:
        tr = self.context.tr
        self._grid.setRowMinimumHeight(place, 32)
        self._grid.addWidget(label(tr(line.part.value), "strong", wrap=True), place, 0)
        said = label(line.said or tr("nothing yet"), "" if line.said else "muted", wrap=True)
        self._grid.addWidget(said, place, 1)
        command = _PLACES.get(line.part)
        if command is not None:
            name = tr("Show: {part}", part=tr(line.part.value))
            way = button(tr("Show"), partial(self.context.commands.run, command), "link", name=name)
            self._grid.addWidget(way, place, 2)
            self.ways[line.part] = way
