"""A form: several declared fields of one record, one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxstudio.model import Id, Record
from cxstudio.steps import Steps, finished
from cxstudio.store import ChangeSet
from cxstudio.wording.fields.field_table import Field, fields_of
from ui.context.context import Context
from ui.forms.bound_field import BoundField, Write
from ui.forms.editor_factory import editable as can_edit
from ui.widgets.basics import column
from ui.widgets.folding_section import Section

_PLAINLY: Final[Mapping[str, Write]] = {}
"""Every field writes its own value and nothing else."""


class Form(QWidget):
    """The given fields of a record; `show_record` points it at another one of the same kind."""

    def __init__(
        self,
        context: Context,
        kind: type[Record],
        names: Iterable[str],
        *,
        spacing: int = 12,
        writes: Mapping[str, Write] = _PLAINLY,
    ) -> None:
        super().__init__()
        self.fields = {name: BoundField(context, kind, name, write=writes.get(name)) for name in names}
        column(self, *self.fields.values(), spacing=spacing)
        context.bridge.changed.connect(self.follow)

    def show_record(self, record_id: Id | None) -> None:
        """Edit this record."""
        for field in self.fields.values():
            field.show_record(record_id)

    def say_whose(self, whose: str) -> None:
        """Let those who hear the fields one by one know what they belong to, where others are called the same."""
        for field in self.fields.values():
            name = field.editor.name
            for part in (field.editor, *field.editor.findChildren(QWidget)):
                if part.accessibleName().partition(": ")[0] == name:
                    part.setAccessibleName(f"{name}: {whose}")

    def take_focus(self) -> None:
        """Give the first field that takes it the keyboard."""
        for field in self.fields.values():
            parts = (field.editor, *field.editor.findChildren(QWidget))
            first = next((p for p in parts if p.focusPolicy() & Qt.FocusPolicy.TabFocus and p.isEnabled()), None)
            if first is not None and not field.editor.isHidden():
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def follow(self, changes: ChangeSet) -> None:
        """Show what changed elsewhere."""
        for field in self.fields.values():
            field.follow(changes)

    def commit(self) -> None:
        """Write everything still being edited."""
        for field in self.fields.values():
            if field.editor.touched:
                field.commit()


def editable(kind: type[Record]) -> Iterator[Field]:
    """Fields of a kind that forms can edit, in declared order."""
    return (f for f in fields_of(kind) if can_edit(f))


def grouped_sections(context: Context, kind: type[Record], left_out: Iterable[str] = ()) -> list[tuple[Section, Form]]:
    """One collapsible section per group of fields, in declared order, without the fields shown elsewhere."""
    return finished(grouped_in_steps(context, kind, left_out))


def grouped_in_steps(
    context: Context, kind: type[Record], left_out: Iterable[str] = ()
) -> Steps[list[tuple[Section, Form]]]:
    """The same, a section in each step."""
    out = set(left_out)
    groups: dict[str, list[str]] = {}
    for field in editable(kind):
        if field.name not in out:
            groups.setdefault(field.group, []).append(field.name)
    made = []
    for group, names in groups.items():
        form = Form(context, kind, names)
        made.append((Section(context, context.tr(group), form), form))
        yield
    return made
