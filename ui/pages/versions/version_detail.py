"""The version chosen in the list: what changed in it and since, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QScrollArea, QWidget

from cxstudio.model import Document, Id, MeasureChange, Record
from cxstudio.session.versions.kept import ReadVersion, changes_between
from cxstudio.store import Change, ChangeSet
from cxstudio.wording.fields.change_sentences import describe
from cxstudio.wording.findings.merge_sentences import summary
from ui.context.context import Context
from ui.pages.versions.version_list import title_of
from ui.widgets.basics import button, card, column, label, row

_MOST = 60
"""Changes that are told one by one."""


class VersionDetail(QScrollArea):
    """Asks for what is to be done; the page does it."""

    restore = Signal(object)
    open_copy = Signal(object)
    rescue = Signal(object)
    """The path of a damaged version of which something may be read."""
    named = Signal(object, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.name = QLineEdit()
        self.read: ReadVersion | None = None

    def show_version(self, read: ReadVersion, present: Document, *, now: bool) -> None:
        """Show one; `present` is the project as it stands."""
        tr, texts = self._context.tr, self._context.texts
        self.read = read
        inner = QWidget()
        box = column(inner, spacing=12)
        box.setContentsMargins(24, 20, 24, 20)
        box.addWidget(label(title_of(self._context, read, now=now), "title", wrap=True))
        made = read.version.made_at
        if not now:
            checked = tr("Read again and intact.") if read.loaded is not None else tr("Damaged: it cannot be opened.")
            box.addWidget(label(f"{texts.long_date(made)}, {texts.time(made)}. {checked}", "muted", wrap=True))
            box.addLayout(self._deeds(read))
        if read.changes:
            words = tr("Changed since the version before") if not now else tr("Changed since the last version")
            box.addWidget(self._told(words, read.changes, read.document or present))
        if not now and read.document is not None:
            since = changes_between(read.document, present)
            heading = tr("Changed since, until now")
            box.addWidget(
                self._told(heading, since, present) if since else label(tr("Nothing changed since."), "muted")
            )
        box.addStretch(1)
        self.setWidget(inner)

    def _deeds(self, read: ReadVersion) -> QBoxLayout:
        tr = self._context.tr
        back = button(tr("Restore"), lambda: self.restore.emit(read), "primary")
        back.setEnabled(read.loaded is not None and not self._context.session.read_only)
        copy = button(tr("Open as a new project"), lambda: self.open_copy.emit(read))
        copy.setEnabled(read.loaded is not None)
        self.name = QLineEdit(read.version.name)
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(tr("Name, so that it stays"))
        self.name.setAccessibleName(tr("Name of the version"))
        self.name.setMinimumWidth(220)
        self.name.editingFinished.connect(lambda: self._rename(read))
        made = row(None, back, copy, 12, self.name, -1, spacing=8)
        if read.loaded is None:
            rescue = button(tr("Rescue what is readable"), lambda: self.rescue.emit(read.version.path))
            made.insertWidget(2, rescue)
        return made

    def _rename(self, read: ReadVersion) -> None:
        if self.read is read and self.name.text().strip() != read.version.name:
            self.named.emit(read, self.name.text().strip())

    def _told(self, heading: str, changes: tuple[Change, ...], document: Document) -> QFrame:
        texts = self._context.texts
        lines = list(sentences(changes, document, self._context))
        shown = [label(f"· {line}", "", wrap=True) for line in lines[:_MOST]]
        if len(lines) > _MOST:
            rest = len(lines) - _MOST
            shown.append(label(texts.trn("… and {n} more", "… and {n} more", rest), "muted"))
        return card(label(heading, "strong"), label(summary(changes, texts), "muted", wrap=True), *shown, spacing=4)


def sentences(changes: Iterable[Change], document: Document, context: Context) -> Iterable[str]:
    """What changed, a sentence for each record."""
    by_record: dict[Id, list[Change]] = {}
    for change in changes:
        by_record.setdefault(change.record_id, []).append(change)
    names: dict[str, Record] = {i: record for i in by_record if (record := document.find(i)) is not None}
    for mine in by_record.values():
        if mine[0].kind is MeasureChange:
            continue  # what changed of a measure is told by the measure
        yield describe(ChangeSet(tuple(mine)), context.texts, names)
