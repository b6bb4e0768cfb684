"""The charts the report prints, each with a way to take it out or to move it forward."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from cxstudio.edits import report_settings
from cxstudio.edits.project import put_picture
from cxstudio.layout.charts.chart_request import Wanted, read
from cxstudio.model import ReportSettings, Touchpoint
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.elided_label import ElidedLabel


class PicturesList(QWidget):
    """Follows the settings; one row per chart."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rows: list[QWidget] = []
        tr = context.tr
        self._none = label(tr("None yet. Add charts under Rate, tab Charts."), "small", wrap=True)
        self._more = button(tr("Choose charts …"), self._to_rate, "link")
        self._list = column(None, spacing=0)
        box = column(self, label(tr("Charts"), "field"), spacing=4)
        box.addLayout(self._list)
        box.addWidget(self._none)
        box.addLayout(row(None, self._more, -1))
        context.bridge.changed.connect(self._changed)
        self.refresh()

    @property
    def entries(self) -> tuple[str, ...]:
        """The lines the settings keep."""
        return tuple(e for settings in self.context.document.all(ReportSettings) for e in settings.pictures)

    def refresh(self) -> None:
        """Read the settings again."""
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        known = [(entry, wanted) for entry in self.entries if (wanted := read(entry)) is not None]
        self.rows = [self._row(at, entry, wanted) for at, (entry, wanted) in enumerate(known)]
        for made in self.rows:
            self._list.addWidget(made)
        self._none.setVisible(not known)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(ReportSettings, Touchpoint):
            self.refresh()

    def take_out(self, entry: str) -> None:
        """Print a chart no longer."""
        with self.context.session.transaction(N_("Remove a chart from the report")) as draft:
            put_picture(draft, entry, False)

    def move_forward(self, entry: str) -> None:
        """Print a chart before the one that came before it."""
        now = list(self.entries)
        at = now.index(entry)
        if at:
            now[at - 1], now[at] = now[at], now[at - 1]
            with self.context.session.transaction(N_("Reorder the charts in the report")) as draft:
                report_settings(draft, pictures=tuple(now))

    def _row(self, at: int, entry: str, wanted: Wanted) -> QWidget:
        title = self._title(wanted)
        forward = self._small("arrow_up", self.context.tr("Move “{name}” forward", name=title))
        forward.clicked.connect(lambda: self.move_forward(entry))
        forward.setEnabled(at > 0 and not self.context.session.read_only)
        out = self._small("close", self.context.tr("Remove “{name}” from the report", name=title))
        out.clicked.connect(lambda: self.take_out(entry))
        out.setEnabled(not self.context.session.read_only)
        made = QWidget()
        name = ElidedLabel("")
        name.set_text(title)
        row(made, name, forward, out, spacing=0).setStretch(0, 1)
        return made

    def _title(self, wanted: Wanted) -> str:
        """The chart's name; of the chart about one touchpoint also that one's."""
        about = self.context.document.find(wanted.about[0]) if wanted.about else None
        title = wanted.title(self.context.texts)
        return f"{title}: {about.name}" if isinstance(about, Touchpoint) else title

    def _small(self, icon: str, name: str) -> QPushButton:
        made = button("", None, "ghost", name=name)
        made.setIcon(self.context.theme.icon(icon))
        set_tooltip(made, name)
        made.setFixedWidth(30)
        return made

    def _to_rate(self) -> None:
        for command in ("go.rate", "rate.show_pictures"):
            self.context.commands.run(command)
