"""The tab Kano: what each touchpoint is to those asked, taken over as requirement, and answers entered by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxstudio.analysis.statistics.kano_figures import REQUIREMENT_OF, KanoFigures, KanoKind, round_kano
from cxstudio.edits.rating.kano import take_over_requirements
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id, Round, Stage, SurveyCounts, Touchpoint
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.explanations.kano_explanations import LETTER_OF, coefficient, kano_name, kano_short
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from ui.context.context import Context
from ui.widgets.basics import button, column, row
from ui.widgets.empty_state import empty_state
from ui.widgets.figure_table import FigureTable, Head, Line
from ui.widgets.folding_section import FoldingSide
from ui.workspaces.rate.kano.kano_side import KanoBar, KanoSide, to_take_over
from ui.workspaces.workspace_base import Status

TAKE_OVER: Final = N_("Apply requirements from Kano answers")
_ROOMY, _WITH_EFFECTS = 980, 640
"""From which width of the table there are columns for each kind, and for how much it pleases and annoys."""
_SIDE_BY_SIDE = 960
"""Pixels from which table and answers have room beside each other."""
_NOTHING, _TABLE = range(2)


class KanoTab(QWidget):
    """A line per touchpoint; the one selected can be entered and taken over at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._round: Id | None = None
        self._everything = False
        self._read: Document | None = None
        self.found: dict[Id, KanoFigures] = {}
        self.table = FigureTable(context.theme, self._heads(), context.tr("Kano kinds per touchpoint"))
        self.table.chosen.connect(context.selection.select)
        self.bar = KanoBar(context)
        self.bar.everything.connect(self.show_everything)
        self.bar.confirmed.connect(self.take_over_all)
        self.side = KanoSide(context)
        grid = QWidget()
        left = QWidget()
        column(left, self.bar, self.table, spacing=0).setStretch(1, 1)
        self.beside = FoldingSide(context, self.side, context.tr("Pairs of answers"))
        row(grid, left, self.beside, spacing=0).setStretch(0, 1)
        self._pages = QStackedWidget()
        for page in (self._nothing(), grid):
            self._pages.addWidget(page)
        column(self, self._pages)
        context.bridge.changed.connect(self._changed)
        context.selection.changed.connect(self._selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beside.fit(roomy=self.width() >= _SIDE_BY_SIDE)

    def _heads(self) -> list[Head]:
        tr, texts = self.context.tr, self.context.texts
        letters = [Head(LETTER_OF[k], capital(kano_name(k, texts)), 44, right=True, roomy=_ROOMY) for k in KanoKind]
        return [
            Head(tr("Touchpoint")),
            *letters,
            Head("n", tr("People who answered both questions"), 48, right=True),
            Head(tr("Kind"), tr("The most frequent kind"), 150),
            Head(tr("Better"), tr("How much it can please, 0 to 1"), 80, right=True, roomy=_WITH_EFFECTS),
            Head(tr("Worse"), tr("How much its lack annoys, 0 to −1"), 100, right=True, roomy=_WITH_EFFECTS),
            Head(tr("Requirement set"), tr("What is set at the touchpoint"), 140),
        ]

    def _nothing(self) -> QWidget:
        tr = self.context.tr
        self._by_hand = by_hand = button(tr("Enter answers by hand"), lambda: self.show_everything(True), "primary")
        by_hand.setEnabled(not self.context.session.read_only)
        from_file = button(tr("Import a survey"), lambda: self.context.commands.run("project.import_table"))
        words = tr(
            "Ask two questions per touchpoint: what if it is there, what if it is missing? The pairs of "
            "answers show what is basic, performance and delight. Basic requirements not met come first "
            "everywhere."
        )
        return empty_state(self.context.theme, "bars", tr("No Kano answers yet"), words, by_hand, from_file)

    def show_round(self, round_id: Id | None) -> None:
        """Show the Kano answers of a round."""
        if round_id != self._round:
            self._everything = False
        self._round = round_id
        self.refresh()

    def refresh(self) -> None:
        """Read the answers again."""
        document = self._read = self.context.document
        known = self._round if isinstance(document.find(self._round), Round) else None
        self.found = round_kano(document, known) if known is not None else {}
        rows = known is not None and (bool(self.found) or self._everything)
        self._pages.setCurrentIndex(_TABLE if rows else _NOTHING)
        self._by_hand.setEnabled(known is not None and not self.context.session.read_only)
        if known is None or not rows:
            return
        listed = [t.id for t in document.journey_touchpoints(document.get(Round, known).journey)]
        shown = [t for t in listed if self._everything or t in self.found]
        selected = self.context.selection.of(Touchpoint)
        self.table.show_lines([self._line(t) for t in shown], selected.id if selected else None)
        self.bar.show_state(self.found, self._everything, len(listed))
        self._selected()

    def show_everything(self, on: bool) -> None:
        """List every touchpoint, or only those with answers."""
        self._everything = on
        self.refresh()
        lines = self.table.lines.shown
        if on and lines and self.context.selection.of(Touchpoint) is None:
            self.context.selection.select(lines[0].id)

    def view_state(self) -> tuple[Id | None, bool]:
        """The round, and whether every touchpoint is listed."""
        return self._round, self._everything

    def restore_view_state(self, state: tuple[Id | None, bool]) -> None:
        """List the same touchpoints."""
        self._round, self._everything = state
        self.refresh()

    def take_over_all(self) -> None:
        """Make every touchpoint the requirement its answers say, as one step."""
        kinds = to_take_over(self.context, self.found)
        if kinds:
            with self.context.session.transaction(TAKE_OVER) as draft:
                take_over_requirements(draft, kinds)

    def take_focus(self) -> None:
        """The table, or the first button of the empty page."""
        page = self.table if self._pages.currentIndex() == _TABLE else self._by_hand
        page.setFocus()

    def status(self) -> Status | None:
        """How many touchpoints have answers."""
        n = len(self.found)
        told = self.context.texts.trn("{n} touchpoint with Kano answers", "{n} touchpoints with Kano answers", n)
        return Status((told,)) if n else None

    def _line(self, touchpoint: Id) -> Line:
        texts, document = self.context.texts, self.context.document
        record, found = document.get(Touchpoint, touchpoint), self.found.get(touchpoint)
        now = capital(texts.tr(choice_label(record.requirement))) if record.requirement is not None else "–"
        if found is None:
            return Line(touchpoint, (record.name, *[""] * len(KanoKind), "", "–", "–", "–", now))
        counts = [texts.number(found.counts[kind]) for kind in KanoKind]
        said = kano_short(found.kind, texts)
        wanted = REQUIREMENT_OF.get(found.kind)
        other = wanted is not None and wanted is not record.requirement
        tone = Role.DISAPPOINTING_TEXT if other else None
        now = f"≠ {now}" if other and record.requirement is not None else now
        return Line(
            touchpoint,
            (record.name, *counts, texts.number(found.n), said, coefficient(found.better, texts),
             coefficient(found.worse, texts), now),
            (*[None] * (len(counts) + 5), tone),
        )  # fmt: skip

    def _changed(self, changes: ChangeSet) -> None:
        known = self._read is self.context.document  # the workspace has shown it already
        if self.isVisible() and not known and changes.touches(SurveyCounts, Touchpoint, Stage, Round):
            self.refresh()

    def _selected(self) -> None:
        selected = self.context.selection.of(Touchpoint)
        self.table.choose(selected.id if selected else None)
        self.side.show_touchpoint(self._round, selected.id if selected else None, self.found)
