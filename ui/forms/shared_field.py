"""A field of several records at once: what they share, "different" where they differ; an edit sets all as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt

from cxstudio.edits import set_on_all
from cxstudio.model import Id, Record
from cxstudio.store import Draft
from cxstudio.wording.fields.field_table import Editor
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.choice_editors import ChoiceEditor, YesNoEditor
from ui.forms.reference_editors import ReferenceEditor
from ui.forms.text_editors import LineEditor, TextEditor

_LISTS: Final = (Editor.CHOICES, Editor.REFERENCES)
"""Editors of lists: what all records share is shown; adding and taking out leaves the rest of each as it is."""


class _Different:
    """What stands for the value of records that differ; equal to nothing anybody can enter."""


DIFFERENT: Final = _Different()


class SharedField(BoundField):
    """As a field of one record, for several of a kind."""

    def __init__(
        self,
        context: Context,
        kind: type[Record],
        name: str,
        *,
        write_all: Callable[[Draft, Sequence[Id], Any], object] | None = None,
    ) -> None:
        super().__init__(context, kind, name)
        self.ids: tuple[Id, ...] = ()
        self._write_all = write_all
        self._said = context.tr(self.field.label)

    def show_records(self, ids: Sequence[Id]) -> None:
        """Edit these records from now on; what was being typed for those before is kept first."""
        if tuple(ids) != self.ids and self.ids and self.editor.touched:
            self.commit()
        self.ids = tuple(ids)
        self.show_record(self.ids[-1] if self.ids else None)

    def _records(self) -> list[Record]:
        return [record for i in self.ids if (record := self.context.document.find(i)) is not None]

    @property
    def value(self) -> Any:
        """What all of them hold; DIFFERENT where they do not hold the same."""
        values = (getattr(record, self.field.name) for record in self._records())
        first = next(values, None)
        return first if all(value == first for value in values) else DIFFERENT

    @property
    def different(self) -> bool:
        """Whether they differ."""
        return self.value is DIFFERENT

    def commit(self, *, paused: bool = False) -> bool:
        silent = isinstance(self.editor, LineEditor | TextEditor | YesNoEditor)
        if silent and not self.editor.touched and self.different:
            return True  # nobody entered anything: a box that stands for different values says nothing
        return super().commit(paused=paused)

    def _write(self, draft: Draft, value: Any) -> None:
        there = [i for i in self.ids if i in draft.document]
        if self._write_all is not None:
            self._write_all(draft, there, value)
        elif self.field.editor in _LISTS:
            self._write_lists(draft, there, value)
        else:
            set_on_all(draft, self.kind, there, **{self.field.name: value})

    def _write_lists(self, draft: Draft, ids: Sequence[Id], wanted: Sequence[Any]) -> None:
        """Add to every list what came, take out what went."""
        shared = self._shared()
        added = [each for each in wanted if each not in shared]
        gone = [each for each in shared if each not in wanted]
        for record_id in ids:
            held = getattr(draft.get(self.kind, record_id), self.field.name)
            kept = [each for each in held if each not in gone]
            kept += [each for each in added if each not in kept]
            draft.update(self.kind, record_id, **{self.field.name: tuple(kept)})

    def _shared(self) -> tuple[Any, ...]:
        """What stands in the lists of all of them."""
        lists = [getattr(record, self.field.name) for record in self._records()]
        return tuple(each for each in lists[0] if all(each in other for other in lists)) if lists else ()

    def _show(self) -> None:
        value = self.value
        different = value is DIFFERENT
        if different:
            value = self._shared() if self.field.editor in _LISTS else None
        self.editor.show_value(value)
        self._say(different)

    def _say(self, different: bool) -> None:
        """Say that they differ, where the name of the field stands."""
        tr = self.context.tr
        said = tr("{field} · different", field=self._said) if different else self._said
        self.caption.setText(said)
        focus = self.editor.focusProxy() or self.editor
        focus.setAccessibleDescription(tr("different") if different else "")
        if isinstance(self.editor, ChoiceEditor):
            self.editor.combo.setPlaceholderText(tr("different"))
            if different:
                self.editor.combo.setCurrentIndex(-1)
        elif isinstance(self.editor, YesNoEditor):
            self.editor.box.setText(said)
            self.editor.box.setCheckState(
                Qt.CheckState.PartiallyChecked
                if different
                else Qt.CheckState.Checked
                if self.editor.box.isChecked()
                else Qt.CheckState.Unchecked
            )
        elif isinstance(self.editor, ReferenceEditor):
            if different:
                self.editor.opener.setText(tr("different"))
        elif isinstance(self.editor, LineEditor):
            self.editor.line.setPlaceholderText(tr("different") if different else "")
        elif isinstance(self.editor, TextEditor):
            self.editor.box.setPlaceholderText(tr("different") if different else "")
