"""A field of one record in a form: its label, its editor, and one calm sentence where the input does not fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxstudio.edits import change_project, report_settings, write_field
from cxstudio.errors import UserError
from cxstudio.model import PROJECT_ID, Id, Project, Record, ReportSettings
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.fields.field_table import Field, field_of
from cxstudio.wording.fields.typed_values import BadInput
from ui.context.context import Context
from ui.forms.editor_factory import editor_for
from ui.forms.field_editor import FieldEditor
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import column, label

CHANGE = N_("Change {field}")
Write = Callable[[Draft, Id, Any], object]
"""Writes a record's new value, and what follows from it."""


class BoundField(QWidget):
    """Shows a field of a record and writes it back as one step; follows changes from elsewhere."""

    kept = Signal()
    """A value was written."""

    def __init__(
        self,
        context: Context,
        kind: type[Record],
        name: str,
        *,
        labelled: bool = True,
        make: Callable[[Context, Field], FieldEditor] = editor_for,
        write: Write | None = None,
    ) -> None:
        super().__init__()
        self.context, self.kind, self.field = context, kind, field_of(kind, name)
        self.record_id: Id | None = None
        self._write_by = write
        self.editor = make(context, self.field)
        set_tooltip(self.editor, context.tr(self.field.help))
        self.caption = label(context.tr(self.field.label), "field")
        self.caption.setBuddy(self.editor)
        set_tooltip(self.caption, context.tr(self.field.help))
        self.error = label("", "error", wrap=True)
        column(self, self.caption, self.editor, self.error, spacing=4)
        self.caption.setHidden(not labelled or self.editor.has_label)
        self.error.hide()
        self.editor.finished.connect(self.commit)
        self.editor.paused.connect(lambda: self.commit(paused=True))
        self.editor.reverted.connect(lambda: self._complain(""))
        self.setEnabled(not context.session.read_only)

    def show_record(self, record_id: Id | None) -> None:
        """Edit this record from now on; what was being typed for the one before is kept first."""
        if record_id != self.record_id and self.record_id is not None and self.editor.touched:
            self.commit()
        self.record_id = record_id
        self.editor.record_id = record_id
        self._complain("")
        self._show()

    def follow(self, changes: ChangeSet) -> None:
        """The document changed: show this field anew where it, or the name of what it refers to, did."""
        records = self._records()
        named = {i for record in records for i in self._named(record)} if self.field.refs else set()
        ids = {record.id for record in records} | {self.record_id}
        for change in changes:
            own = change.record_id in ids and change.field in (None, self.field.name)
            if own or change.record_id in named:
                self.refresh()
                return

    def refresh(self) -> None:
        """Show the record's value unless somebody is editing it."""
        if not self.editor.touched and (self.field.refs or self.editor.shown != self.value):
            self._show()

    def _records(self) -> list[Record]:
        """The records whose value is shown."""
        return [self.record] if self.record is not None else []

    def _named(self, record: Record) -> tuple[Id, ...]:
        """What the field of a record refers to."""
        value = getattr(record, self.field.name)
        return (value,) if isinstance(value, str) else tuple(value or ())

    @property
    def record(self) -> Record | None:
        """The record edited."""
        found = self.context.document.find(self.record_id)
        if found is None and self.kind in (Project, ReportSettings) and self.record_id is not None:
            return self.kind(id=self.record_id)
        return found if isinstance(found, self.kind) else None

    @property
    def value(self) -> Any:
        """What the record holds."""
        record = self.record
        return None if record is None else getattr(record, self.field.name)

    def commit(self, *, paused: bool = False) -> bool:
        """Write what was edited as one step; False where it does not fit.

        After a mere pause the text stays as typed and nothing is complained about yet.
        """
        self.editor.pause_ended()
        if self.record is None or self.context.session.read_only:
            return False
        try:
            value = self.editor.read()
            if value != self.value or self.editor.creates:
                self._require(value)
                with self.context.session.transaction(CHANGE, field=self.field.label) as draft:
                    value = self.editor.prepared(draft)
                    self._write(draft, value)
        except (BadInput, ValidationError) as problem:
            if not paused:
                known = isinstance(problem, BadInput)
                self._complain(str(problem) if known else self.context.tr("This does not fit here."))
            return False
        except UserError as problem:
            self._show()
            self._complain(sentence(problem, self.context.texts))
            return False
        self._complain("")
        if paused:
            self.editor.kept(value)
        else:
            self._show()
        self.kept.emit()
        return True

    def _require(self, value: Any) -> None:
        if value == "" and self.field.required:
            raise BadInput(self.context.tr("{field} must not be empty.", field=self.context.tr(self.field.label)))

    def _write(self, draft: Draft, value: Any) -> None:
        values = {self.field.name: value}
        if self._write_by is not None and self.record_id is not None:
            self._write_by(draft, self.record_id, value)
        elif self.record_id == PROJECT_ID:
            change_project(draft, **values)
        elif self.kind is ReportSettings:
            report_settings(draft, **values)
        elif self.record_id is not None:
            write_field(draft, self.kind, self.record_id, self.field.name, value)

    def _show(self) -> None:
        if self.record is not None:
            self.editor.show_value(self.value)

    def _complain(self, said: str) -> None:
        self.error.setText(said)
        self.error.setVisible(bool(said))
