"""The parts of the import page: what will be there, what was left out, what can be repaired."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from cxstudio.exchange.plan.further_round import Joining
from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.model import Persona, Record, Round, Stage, Touchpoint
from cxstudio.wording.fields.journey_names import journey_name
from ui.context.context import Context
from ui.context.last_step import undo_last, while_done
from ui.context.messages import Notice, Tone
from ui.theme.plain_texts import PlainCheckBox, set_tooltip
from ui.widgets.basics import button, card, column, label, row, rule
from ui.widgets.elided_label import ShortenedText
from ui.widgets.fitting.turning_box import turn
from ui.widgets.fitting.wrapping_row import FlowBox

_SHOWN = 8
_FIGURE = re.compile(r"([\d.,’\u00a0\u202f−]*\d)\s+(.+)", re.DOTALL)
"""A figure and what it counts."""


def figures(context: Context, plan: ImportPlan) -> QWidget:
    """What it amounts to, as figures side by side: they follow every answer."""
    texts, made = context.texts, card(margin=0)
    lost = sum(entry.count for entry in plan.left_out)
    said = [count.said(texts) for count in plan.preview.counts]
    said += [texts.trn("{n} item left out", "{n} items left out", lost)] if lost else []
    line = QWidget()
    box, counts = row(line, spacing=28), FlowBox(28)
    box.addWidget(counts, 1)
    for text in said:
        found = _FIGURE.match(text)
        part = QWidget()
        parts = (label(found[1], "title"), label(found[2], "small")) if found else (label(text, "small"),)
        column(part, *parts, spacing=0)
        part.setAccessibleName(text)
        counts.flow.addWidget(part)
    hint = context.tr("As it is with all proposals. Each answer changes the figures.") if plan.doubts else ""
    if hint:
        told = label(hint, "small", wrap=True)
        told.setMinimumWidth(260)
        box.addWidget(told)
        turn(box, line, 760)
    box.setContentsMargins(18, 12, 18, 12)
    body = made.layout()
    assert body is not None
    body.addWidget(line)
    return made


def preview(context: Context, plan: ImportPlan) -> QWidget:
    """The first rows and what else to know; or why there is nothing."""
    texts = context.texts
    if not plan.records and plan.notes:
        why, *others = (note.said(texts) for note in plan.notes)
        more = (label(text, "small", wrap=True) for text in others)
        return card(label(context.tr("Nothing to import yet"), "strong"), label(why, wrap=True), *more, margin=16)
    heading = label(context.tr("What will be imported"), "strong")
    made = card(heading, margin=16)
    body = made.layout()
    assert body is not None
    if plan.preview.rows:
        body.addWidget(_table(context, plan))
    for note in plan.notes:
        body.addWidget(label(note.said(texts), "small", wrap=True))
    return made


def _table(context: Context, plan: ImportPlan) -> QTableWidget:
    headers = [h.said(context.texts).upper() for h in plan.preview.headers]
    rows = plan.preview.rows
    wide = max([len(headers), *(len(r) for r in rows)])
    made = QTableWidget(len(rows), wide)
    made.setAccessibleName(context.tr("The first rows"))
    made.setHorizontalHeaderLabels(headers + [""] * (wide - len(headers)))
    for at, cells in enumerate(rows):
        for across, cell in enumerate(cells):
            said = _said(context, cell)
            item = QTableWidgetItem(said)
            set_tooltip(item, said)
            made.setItem(at, across, item)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    made.setTabKeyNavigation(False)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(30)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.resizeColumnsToContents()
    for across in range(wide):
        made.setColumnWidth(across, min(max(made.columnWidth(across) + 12, 70), 320))
    made.horizontalHeader().setStretchLastSection(True)
    made.setFixedHeight(min(len(rows), 6) * 30 + 44)
    return made


def _said(context: Context, cell: str | float | date) -> str:
    """A cell as the window's language writes it; numbers with as many decimals as they have, six at most."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, date):
        return context.texts.date(cell)
    decimals = next((n for n in range(6) if round(cell, n) == round(cell, 6)), 6)
    return context.texts.number(cell, decimals)


def repairs(context: Context, plan: ImportPlan, decide: Callable[[str, bool], object]) -> QWidget | None:
    """Each oddity with its proposal, to be accepted or not."""
    if not plan.repairs:
        return None
    made = card(label(context.tr("Proposals"), "strong"), margin=16)
    body = made.layout()
    assert body is not None
    for repair in plan.repairs:
        line = QWidget()
        accept = PlainCheckBox(repair.proposal.said(context.texts))
        accept.setChecked(repair.accepted)
        accept.toggled.connect(lambda on, i=repair.id: decide(i, on))
        said = f"{repair.where.said(context.texts)}: {repair.problem.said(context.texts)}"
        accept.setAccessibleName(f"{said} {accept.text()}")
        column(line, label(said, wrap=True), accept, spacing=2)
        body.addWidget(rule())
        body.addWidget(line)
    return made


def further_round(context: Context, found: Joining, join: bool, decide: Callable[[bool], object]) -> QWidget:
    """How a survey would join the open journey, and whether it shall when it is added to the open project."""
    name = journey_name(found.journey, context.texts)
    text = (
        context.tr("Add the answers to “{journey}” as a further round", journey=name)
        if found.rated
        else context.tr("Add it to the touchpoints of “{journey}”", journey=name)
    )
    choice = PlainCheckBox(text)
    choice.setChecked(join)
    choice.toggled.connect(decide)
    heading = label(context.tr("In the open project"), "strong")
    notes = [label(note.said(context.texts), "small", wrap=True) for note in found.notes]
    return card(heading, choice, *notes, margin=16, spacing=6)


def added_notice(context: Context, name: str, records: Iterable[Record]) -> Notice:
    """Says what an import added to the open project, with undo beside it."""
    texts, kinds = context.texts, [type(record) for record in records]
    counts = (
        texts.trn("{n} stage", "{n} stages", kinds.count(Stage)) if Stage in kinds else "",
        texts.trn("{n} touchpoint", "{n} touchpoints", kinds.count(Touchpoint)) if Touchpoint in kinds else "",
        texts.trn("{n} round", "{n} rounds", kinds.count(Round)) if Round in kinds else "",
        texts.trn("{n} persona", "{n} personas", kinds.count(Persona)) if Persona in kinds else "",
    )
    what = ", ".join(count for count in counts if count)
    said = texts.tr("“{name}” added", name=name) + (f": {what}." if what else ".")
    undo = undo_last(context)
    return Notice("imported", said, Tone.GOOD, (undo,), passing=True, holds=while_done(context))


class LeftOut(QWidget):
    """What was not taken over, and why; the first few, all on request."""

    def __init__(self, context: Context, plan: ImportPlan) -> None:
        super().__init__()
        self._texts = context.texts
        self._lines = [(entry.said(context.texts), entry.said(context.texts, whole=True)) for entry in plan.left_out]
        total = sum(entry.count for entry in plan.left_out)
        heading = context.texts.trn("Not imported: {n} item", "Not imported: {n} items", total)
        self._box = card(label(heading, "strong"), margin=16, spacing=4)
        self._more = button(context.tr("Show all"), self._show_all, "link")
        column(self, self._box)
        self._add(self._lines[:_SHOWN])
        body = self._box.layout()
        assert body is not None
        body.addWidget(self._more)
        self._more.setVisible(len(self._lines) > _SHOWN)

    def _show_all(self) -> None:
        self._more.hide()
        self._add(self._lines[_SHOWN:])

    def _add(self, lines: list[tuple[str, str]]) -> None:
        body = self._box.layout()
        assert body is not None
        for short, whole in lines:
            line = ShortenedText(self._texts)
            line.tell(short, whole)
            body.addWidget(line)
