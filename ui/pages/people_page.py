"""Everything in the file that can say who somebody is; what can be done about it, and two pages to hand to others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.model import Id, Participant, Persona, Picture, Project, Record, TouchpointRatings
from cxstudio.model.personal_data.naming import NAMING, TO_CHECK, named_in
from cxstudio.model.registry import PROJECT_ID, map_fields
from cxstudio.wording.fields.field_table import FIELDS, RECORDS
from cxstudio.wording.fields.record_names import record_name
from ui.context.context import Context
from ui.forms.form import Form
from ui.pages.page_frame import Page
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, card, label, row

_MOST: Final = 200
"""Rows in view of one kind."""
_LONGEST: Final = 80


class PeoplePage(Page):
    """Made anew whenever somebody was deleted."""

    def __init__(self, context: Context, back: Callable[[], object]) -> None:
        super().__init__(context, width=980)
        tr = context.tr
        head = row(None, label(tr("People in this file"), "display"), -1, button(tr("Back"), back, "ghost"))
        self.body.addLayout(head)
        words = tr("The file is not encrypted: whoever has it can read everything in it.")
        self.body.addWidget(label(words, "muted", wrap=True))
        words = tr("Deleting somebody for good also blacks out their name in all texts. Undo does not bring it back.")
        self.body.addWidget(label(words, "muted", wrap=True))
        self.body.addSpacing(8)
        self.body.addWidget(self._until())
        run = context.commands.run
        self.copy = button(tr("Copy without names …"), lambda: run("project.copy_without_names"), "primary")
        council = button(tr("For the works council"), lambda: run("project.page_works_council"))
        client = button(tr("For the client’s IT"), lambda: run("project.page_client_it"))
        told = tr("The copy has no names, no single ratings and no pictures; counts of enough people stay.")
        self.body.addWidget(
            card(label(tr("Hand on"), "strong"), label(told, "muted", wrap=True), _line(self.copy, council, client))
        )
        self._lists = QVBoxLayout()
        self._lists.setSpacing(10)
        self.body.addLayout(self._lists)
        self.body.addStretch(1)
        self._show()

    def _until(self) -> QWidget:
        """The day until which the data are kept."""
        tr, texts, project = self.context.tr, self.context.texts, self.context.document.project
        until = project.retain_until
        said = tr("No day is set.") if until is None else tr("Keep until {day}.", day=texts.long_date(until))
        over = until is not None and until < date.today()
        chip = label(tr("over"), "chip", tone="critical")
        self.until = Form(self.context, Project, ("retain_until",))
        self.until.show_record(PROJECT_ID if PROJECT_ID in self.context.document else None)
        return card(_line(label(said, "muted"), *([chip] if over else [])), self.until)

    def _show(self) -> None:
        found: dict[type[Record], list[tuple[Id, str, str]]] = {}
        for record_id, kind, field, text in named_in(self.context.document):
            found.setdefault(kind, []).append((record_id, field, text))
        if not found:
            self._lists.addWidget(card(label(self.context.tr("Nothing in this project names anybody."), "muted")))
        for kind in (*NAMING, *TO_CHECK):
            if kind in found:
                self._lists.addWidget(self._list(kind, found[kind]))

    def _list(self, kind: type[Record], entries: list[tuple[Id, str, str]]) -> QWidget:
        tr, texts = self.context.tr, self.context.texts
        title = f"{texts.tr(RECORDS[kind.__name__].many)} ({texts.number(len(entries))})"
        note = tr("Usually nobody real. Please check.") if kind in TO_CHECK else ""
        made = card(label(title, "strong"), *([label(note, "muted")] if note else []), spacing=2)
        box = made.layout()
        assert isinstance(box, QVBoxLayout)
        for record_id, field, text in entries[:_MOST]:
            box.addWidget(self._row(kind, record_id, field, text))
        if len(entries) > _MOST:
            rest = len(entries) - _MOST
            box.addWidget(label(texts.trn("… and {n} more", "… and {n} more", rest), "muted"))
        return made

    def _row(self, kind: type[Record], record_id: Id, field: str, text: str) -> QWidget:
        tr, texts, document = self.context.tr, self.context.texts, self.context.document
        record = document.find(record_id)
        assert record is not None
        shown = text or (tr("Picture") if kind is Picture else "–")
        name = label(shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…")
        set_tooltip(name, shown)
        where = texts.tr(FIELDS[kind.__name__, field].label)
        owner = record_name(record, texts)
        if owner and owner != text and kind is not Picture:
            where += f" · {owner}"
        if isinstance(record, Participant):
            answers = _answers(document.all(TouchpointRatings), record_id)
            where += " · " + texts.trn("{n} rating", "{n} ratings", answers)
        parts: list[QWidget | int] = [name, label(where, "muted"), -1]
        if isinstance(record, Participant | Persona) and field == "name":
            parts.append(_Erasing(self.context, record_id, shown, self._again))
        made = QWidget()
        row(made, *parts, spacing=10)
        return made

    def _again(self) -> None:
        while (item := self._lists.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._show()


class _Erasing(QWidget):
    """Deletes a person for good, once somebody said so twice."""

    def __init__(self, context: Context, record_id: Id, name: str, done: Callable[[], object]) -> None:
        super().__init__()
        tr = context.tr
        self._context, self._record, self._done = context, record_id, done
        self.ask = button(tr("Delete for good …"), self._asked, "link", name=tr("Delete {name} for good", name=name))
        self.yes = button(tr("Delete for good"), self._erase, name=tr("Delete {name} for good now", name=name))
        self.no = button(tr("Cancel"), partial(self._show, asked=False), "ghost")
        row(self, self.ask, self.yes, self.no, spacing=4)
        self.ask.setEnabled(not context.session.read_only)
        self._show(asked=False)

    def _asked(self) -> None:
        self._show(asked=True)
        self.yes.setFocus()

    def _show(self, *, asked: bool) -> None:
        self.ask.setVisible(not asked)
        self.yes.setVisible(asked)
        self.no.setVisible(asked)

    def _erase(self) -> None:
        context = self._context
        context.on_disk(context.session.saver.erase_person(self._record), self._done)


def _answers(ratings: tuple[TouchpointRatings, ...], participant: Id) -> int:
    """At how many touchpoints a person answered."""
    names = map_fields(TouchpointRatings)
    return sum(1 for each in ratings if any(participant in getattr(each, name) for name in names))


def _line(*parts: QWidget) -> QWidget:
    made = QWidget()
    box = row(made, *parts, spacing=8)
    box.addStretch(1)
    return made
