"""The tab "Pictures": all charts at the left, one large at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from cxstudio.layout.charts.chart_table import CHARTS, ChartRow
from cxstudio.look.roles import Role
from cxstudio.model import Id, Round
from cxstudio.wording.figures.figure_sentences import short_basis
from ui.context.context import Context
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import PlainPaintedButton, set_tooltip
from ui.theme.text_wrapping import elided
from ui.widgets.basics import column, row
from ui.widgets.fitting.turning_box import watch
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.rate.charts.chart_panel import ChartPanel
from ui.workspaces.workspace_base import Status

_WIDE, _SLIM = 272, 200
_ROW, _LOW = 56, 50
_ROOMY = 680
"""Pixels of the page from which the charts are listed with their questions."""


class PicturesPage(QWidget):
    """Choosing a chart shows it; a click in it selects the touchpoint everywhere."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._round: Id | None = None
        self.panel = ChartPanel(context)
        self.list = ChartList(context)
        self.list.picked.connect(self.show_chart)
        row(self, self.list, self.panel, spacing=0).setStretch(1, 1)
        self.setFocusProxy(self.panel)
        self.list.set_current(CHARTS[0].id)
        watch(self, _ROOMY, self.list.show_questions)

    def show_round(self, round_id: Id | None) -> None:
        """Show the figures of a round."""
        self._round = round_id
        self.panel.show_chart(self.panel.chart_row, round_id)

    def show_chart(self, chart_id: str) -> None:
        """Show another chart."""
        chosen = next(r for r in self.list.offered if r.id == chart_id)
        self.list.set_current(chart_id)
        self.panel.show_chart(chosen, self._round)
        self.context.commands.refresh()

    def view_state(self) -> str:
        """Which chart is shown."""
        return self.panel.chart_row.id

    restore_view_state = show_chart

    def take_focus(self) -> None:
        """The keyboard walks the touchpoints of the picture."""
        self.panel.setFocus()

    def status(self) -> Status | None:
        """Whose answers the pictures show, and the keys."""
        shown, figures, texts = self.context.document.find(self._round), self.panel.figures, self.context.texts
        if not isinstance(shown, Round) or figures is None:
            return None
        told = texts.trn("{n} touchpoint", "{n} touchpoints", len(figures.touchpoints))
        return Status(
            (told, short_basis(shown, figures.n, texts, figures), texts.tr("Arrows go from touchpoint to touchpoint"))
        )


class ChartList(VerticalScrollArea):
    """The charts by name, each with the question it answers."""

    picked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.offered: tuple[ChartRow, ...] = tuple(r for r in CHARTS if not r.compares)
        self.entries: dict[str, ChartEntry] = {}
        inner = QWidget()
        inner.setProperty("ground", "surface")
        box = column(inner, spacing=2)
        box.setContentsMargins(10, 12, 10, 12)
        self._group = QButtonGroup(self)
        for offered in self.offered:
            entry = ChartEntry(context, offered)
            entry.clicked.connect(lambda _=False, i=offered.id: self.picked.emit(i))
            self.entries[offered.id] = entry
            self._group.addButton(entry)
            box.addWidget(entry)
        box.addStretch(1)
        self.setObjectName("chart_list")
        self.setWidget(inner)
        self.setAccessibleName(context.tr("Charts"))
        self.setFixedWidth(_WIDE)

    def set_current(self, chart_id: str) -> None:
        """Mark one as shown."""
        self.entries[chart_id].setChecked(True)

    def show_questions(self, on: bool) -> None:
        """List each chart with its question, or where there is little room by name alone."""
        self.setFixedWidth(_WIDE if on else _SLIM)
        for entry in self.entries.values():
            entry.show_question(on)


class ChartEntry(PlainPaintedButton):
    """Name and question of one chart."""

    def __init__(self, context: Context, offered: ChartRow) -> None:
        super().__init__()
        self.context, self.offered = context, offered
        tr = context.tr
        self.setText(tr(offered.title))
        self.question = tr(offered.question)
        self.setAccessibleName(f"{self.text()}. {self.question}")
        self.setCheckable(True)
        hear_as(self, "choice")
        self.show_question(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_question(self, on: bool) -> None:
        """Show the question below the name, or as its tooltip."""
        self._asks = on
        self.setFixedHeight(_ROW if on else _LOW)
        self.update()
        set_tooltip(self, "" if on else f"{self.text()}\n{self.question}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        group = self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        entries = group.buttons()
        other = entries[(entries.index(self) + step) % len(entries)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        other.click()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, painter = self.context.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(theme.colour(Role.ACCENT) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.ACCENT_GROUND if self.isChecked() else Role.GROUND))
            painter.drawRoundedRect(box, 8, 8)
        words = box.adjusted(11, 8, -8, -8) if self._asks else box.adjusted(11, 4, -8, -4)
        painter.setFont(theme.font(13, "semibold"))
        painter.setPen(theme.colour(Role.ACCENT if self.isChecked() else Role.INK))
        if not self._asks:
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, middle | Qt.TextFlag.TextWordWrap, self.text())
        else:
            top = elided(painter.fontMetrics(), self.text(), words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, top)
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour(Role.MUTED))
            below = elided(painter.fontMetrics(), self.question, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, below)
        painter.end()
