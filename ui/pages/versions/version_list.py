"""The versions of the project below each other, by day: what changed in each, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from cxstudio.session.versions.kept import ReadVersion
from cxstudio.store import ChangeSet
from cxstudio.wording.fields.change_sentences import describe
from cxstudio.wording.findings.merge_sentences import summary
from ui.context.context import Context
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import column, label, row
from ui.widgets.card_button import CardButton

WIDTH = 400
_LONGEST = 120
"""Characters of what changed; the whole stands in the tooltip, and beside the list once it is chosen."""


class VersionList(QScrollArea):
    """Newest first; the project as it stands is the first."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("report_settings")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.rows: list[VersionRow] = []

    def show_versions(self, versions: Sequence[ReadVersion]) -> None:
        """Show these, oldest first as they were read."""
        inner = QWidget()
        box = column(inner, spacing=4)
        box.setContentsMargins(12, 12, 12, 12)
        self.rows, day = [], None
        for each in reversed(versions):
            made = each.version.made_at
            if made.date() != day:
                day = made.date()
                head = label(day_words(self._context, day), "caption")
                head.setContentsMargins(8, 10, 0, 2)
                box.addWidget(head)
            line = VersionRow(self._context, each, now=each is versions[-1])
            line.clicked.connect(lambda _=False, v=each: self.choose(v))
            self.rows.append(line)
            box.addWidget(line)
        box.addStretch(1)
        self.setWidget(inner)

    def choose(self, version: ReadVersion | None) -> None:
        """Mark one, and tell it."""
        for line in self.rows:
            line.setChecked(line.read is version)
        if version is not None:
            self.chosen.emit(version)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one to the next."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((n for n, line in enumerate(self.rows) if line.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = self.rows[max(0, min(here + step, len(self.rows) - 1))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(there)


class VersionRow(CardButton):
    """One version: when, its name, what changed in it."""

    def __init__(self, context: Context, read: ReadVersion, *, now: bool) -> None:
        super().__init__("pick_quiet")
        self.setCheckable(True)
        hear_as(self, "choice")
        self.read, tr = read, context.tr
        made = read.version.made_at
        time = label("" if now else context.texts.time(made), "muted")
        time.setFixedWidth(48)
        title, told = title_of(context, read, now=now), told_of(context, read, now=now)
        name = label(title, "strong", wrap=True)
        head = row(None, name, spacing=6)
        head.setStretch(0, 1)
        if now:
            head.addWidget(label(tr("open"), "chip"))
        elif read.version.name:
            head.addWidget(label(tr("stays"), "chip", tone="accent"))
        elif read.loaded is None:
            head.addWidget(label(tr("damaged"), "chip", tone="critical"))
        text = column(None, spacing=2)
        text.addLayout(head)
        told = "" if told == title else told
        short = told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"
        if short:
            text.addWidget(label(short, "small", wrap=True))
            set_tooltip(self, told if short != told else "")
        box = row(self, spacing=4)
        box.addWidget(time, alignment=Qt.AlignmentFlag.AlignTop)
        box.addLayout(text, 1)
        box.setContentsMargins(10, 8, 10, 8)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        when = tr("now") if now else f"{context.texts.long_date(made)}, {context.texts.time(made)}"
        self.setAccessibleName(", ".join(part for part in (when, title, told) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()
        else:
            super().keyPressEvent(event)


def day_words(context: Context, day: date) -> str:
    """Today, yesterday, or the day."""
    today = datetime.now().date()
    if day == today:
        return context.tr("Today, {day}", day=context.texts.long_date(day, year=False))
    if day == today - timedelta(days=1):
        return context.tr("Yesterday")
    return context.texts.long_date(day, year=day.year != today.year)


def title_of(context: Context, read: ReadVersion, *, now: bool = False) -> str:
    """What a version is called: its name, else what was done last."""
    if now:
        return context.tr("As it stands now")
    if read.version.name:
        return read.version.name
    if read.document is None:
        return context.tr("Damaged version")
    if read.first:
        return context.tr("Oldest version")
    names = {c.record_id: record for c in read.changes if (record := read.document.find(c.record_id)) is not None}
    said = describe(ChangeSet(read.changes), context.texts, names) if read.changes else context.tr("Saved")
    return f"{said[:1].upper()}{said[1:]}"


def told_of(context: Context, read: ReadVersion, *, now: bool = False) -> str:
    """What changed in a version, in words."""
    if read.changes:
        one = not now and not read.version.name and len({c.record_id for c in read.changes}) == 1
        return "" if one else summary(read.changes, context.texts)
    if read.loaded is None and not now:
        return context.tr("It is damaged and cannot be opened.")
    if read.first:
        return ""
    return context.tr("Nothing changed since the version before.") if not now else context.tr("Nothing changed since.")
