"""One short record in a list: its text edited in place, the rest behind "…"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton

from cxstudio.edits import remove_records
from cxstudio.model import Id, Record
from cxstudio.wording import N_
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.fields.field_table import Field, record_words
from cxstudio.wording.fields.record_names import record_name
from ui.context.context import Context
from ui.forms.bound_field import BoundField, Write
from ui.forms.form import Form
from ui.forms.text_editors import OneLineText, TextEditor, bare
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.widgets.basics import column, label, row

DELETE = N_("Remove {kind}")


@dataclass(frozen=True, slots=True)
class ListKind:
    """What a list holds and how a row looks."""

    kind: type[Record]
    main: str
    """The field that is edited in the row itself; empty where the row only says what `title` does."""
    details: tuple[str, ...] = ()
    """Fields behind "…"."""
    sign: Callable[[Record], tuple[str, str]] = lambda _: ("", "")
    """Sign in front of a row and the row's tone."""
    summary: Callable[[Record], str] = lambda _: ""
    """Small line under the text while the details are folded."""
    title: Callable[[Record], str] = lambda _: ""
    writes: Mapping[str, Write] = field(default_factory=dict)
    """Fields behind "…" from which more follows than their value."""


def tool(context: Context, icon: str, name: str, act: Callable[[], object]) -> QToolButton:
    """A small icon button."""
    made = PlainToolButton()
    made.setIcon(context.theme.icon(icon))
    made.setIconSize(QSize(16, 16))
    made.setAccessibleName(name)
    set_tooltip(made, name)
    made.setFixedSize(28, 28)
    made.clicked.connect(lambda *_: act())
    return made


class RecordRow(QFrame):
    """One record of the list."""

    def __init__(self, context: Context, listed: ListKind, record_id: Id) -> None:
        super().__init__()
        self.context, self.listed, self.record_id = context, listed, record_id
        self.setProperty("kind", "item")
        self.title = label("", wrap=True)
        self.title.setContentsMargins(0, 6, 0, 6)
        self.text = BoundField(context, listed.kind, listed.main, labelled=False, make=_bare) if listed.main else None
        self.sign = label("", "strong")
        self.sign.setFixedWidth(14)
        self.sign.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.sign.setContentsMargins(0, 6, 0, 0)
        self.summary = label("", "small", wrap=True)
        self.summary.setContentsMargins(0, 0, 0, 6)
        name = context.tr(record_words(listed.kind).one)
        self.more = tool(context, "more", context.tr("Details"), self.toggle)
        self.delete = tool(context, "close", context.tr(DELETE, kind=name), self.remove)
        self.delete.setEnabled(not context.session.read_only)
        head = row(None, self.sign, self.text or self.title, self.more, self.delete, spacing=2)
        for part in (self.more, self.delete):
            head.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.details: Form | None = None
        self.box = column(self, spacing=2)
        self.box.setContentsMargins(10, 2, 2, 2)
        self.box.addLayout(head)
        self.box.addWidget(self.summary)
        self.more.setHidden(not listed.details)
        if self.text is not None:
            self.text.show_record(record_id)
        self.refresh()

    def call(self, number: int) -> None:
        """Say which of the records of its list it is, for those who hear its buttons one by one."""
        texts, record = self.context.texts, self.context.document.find(self.record_id)
        one = texts.tr(record_words(self.listed.kind).one)
        kind = getattr(record, "kind", None)
        which = f"{choice_text(texts, kind) if isinstance(kind, StrEnum) else one} {texts.number(number)}"
        said = record_name(record, texts) if record is not None else ""
        of_what, details, delete = (
            which + (f", {said}" if said else ""),
            texts.tr("Details"),
            texts.tr(DELETE, kind=one),
        )
        self.more.setAccessibleName(f"{details}: {of_what}")
        self.delete.setAccessibleName(f"{delete}: {of_what}")
        box = self.text.editor.focusProxy() if self.text is not None else None
        if self.text is not None and box is not None:
            box.setAccessibleName(f"{texts.tr(self.text.field.label)}: {which}")

    def toggle(self) -> None:
        """Show or hide the other fields."""
        if self.details is None:
            self.details = Form(
                self.context, self.listed.kind, self.listed.details, spacing=8, writes=self.listed.writes
            )
            self.details.setContentsMargins(0, 4, 8, 8)
            self.details.show_record(self.record_id)
            self.box.addWidget(self.details)
        else:
            self.details.setVisible(self.details.isHidden())
        self.refresh()

    def begin(self) -> None:
        """Open the other fields and give the first of them the keyboard: the record was made to be filled in."""
        self.toggle()
        if self.details is not None:
            self.details.take_focus()

    def remove(self) -> None:
        """Delete the record."""
        kind = record_words(self.listed.kind).one
        with self.context.session.transaction(DELETE, kind=kind) as draft:
            remove_records(draft, [self.record_id])

    def refresh(self) -> None:
        """Show the record as it stands."""
        record = self.context.document.find(self.record_id)
        if record is None:
            return
        if self.text is not None:
            self.text.refresh()
        self.title.setText(self.listed.title(record))
        sign, tone = self.listed.sign(record)
        self.sign.setText(sign)
        self.sign.setVisible(bool(sign))
        self.summary.setContentsMargins(16 if sign else 0, 0, 0, 6)
        if tone != (self.property("tone") or ""):
            self.setProperty("tone", tone)
            self.style().polish(self)
        summary = self.listed.summary(record)
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary) and (self.details is None or self.details.isHidden()))


def _bare(context: Context, field: Field) -> TextEditor:
    return bare(OneLineText(context, field), context)
