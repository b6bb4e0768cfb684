"""What we promise, what they find: sentences with source and date, and the touchpoints that keep or break them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from cxstudio.analysis.statistics.promise_kept import PromiseResult, promise_of
from cxstudio.edits import add_promises, link_promise, remove_records
from cxstudio.model import Id, Journey, Promise, Round, Stage, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.journey_names import journey_name
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.promise_sentences import result_words
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.forms.bound_field import BoundField
from ui.forms.form import Form
from ui.forms.record_row import tool
from ui.theme.plain_texts import submenu
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.turning_box import fix_width, turn
from ui.widgets.menus import entry, open_below
from ui.widgets.pasting_line import ListLine
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.understand.understand_model import UnderstandModel

_NAMED = 60
"""Signs of a promise by which its controls are told apart."""
_TONES = {PromiseResult.KEPT: "delighting", PromiseResult.BROKEN: "critical"}


class PromiseCard(QFrame):
    """One promise: its sentence, where it stands, and what was found at each of its touchpoints."""

    def __init__(self, context: Context, promise: Id) -> None:
        super().__init__()
        self.context, self.promise = context, promise
        self.setProperty("kind", "card")
        self.text = BoundField(context, Promise, "text", labelled=False)
        self.details = Form(context, Promise, ("source", "said_on"))
        self.links: dict[Id, QPushButton] = {}
        self.add = button(context.tr("+ Touchpoint"), self._open, "add", name=context.tr("Link a touchpoint"))
        writable = not context.session.read_only
        self.add.setEnabled(writable)
        self._drop = drop = tool(context, "trash", context.tr("Remove the promise"), self._remove)
        drop.setEnabled(writable)
        self._lines = column(None, spacing=2)
        left = column(None, self.text, spacing=8)
        left.addLayout(self._lines)
        left.addLayout(row(None, self.add, -1))
        box = row(self, spacing=16)
        turn(box, self, 640, lambda roomy: fix_width(self.details, 220 if roomy else None))
        box.setContentsMargins(16, 12, 12, 12)
        box.addLayout(left, 1)
        box.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        self.text.show_record(promise)
        self.details.show_record(promise)
        self.refresh()

    def follow(self, changes: ChangeSet) -> None:
        """The document changed."""
        self.text.follow(changes)
        self.refresh()

    def refresh(self) -> None:
        """Say again what was found."""
        while (item := self._lines.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        self.links = {}
        document, texts = self.context.document, self.context.texts
        for each in document.get(Promise, self.promise).touchpoints:
            touchpoint = document.get(Touchpoint, each)
            figures = self.context.bridge.measured_figures(document.journey_of(touchpoint).id)
            found = promise_of(document, touchpoint, figures)
            link = self.links[each] = button(touchpoint.name, partial(show_record, self.context, each), "link")
            said = label(capital(result_words(found, texts)), "small", wrap=True)
            if found.result in _TONES:
                said.setProperty("tone", _TONES[found.result])
            drop = tool(
                self.context, "close", self.context.tr("Unlink the touchpoint"), partial(self._link, each, False)
            )
            drop.setAccessibleName(f"{drop.accessibleName()}: {touchpoint.name}")
            drop.setEnabled(not self.context.session.read_only)
            line = QWidget()
            row(line, link, said, drop, spacing=8).setStretch(1, 1)
            self._lines.addWidget(line)
        self._name_parts()

    def _name_parts(self) -> None:
        """Every control says which promise it belongs to."""
        promise = self.context.document.get(Promise, self.promise).text[:_NAMED]
        if not promise:
            return
        for part in (
            *self.findChildren(QAbstractButton),
            *self.findChildren(QLineEdit),
            *self.findChildren(QPlainTextEdit),
        ):
            name = part.property("own_name") or part.accessibleName()
            if name and part not in self.links.values():
                part.setProperty("own_name", name)
                part.setAccessibleName(f"{name}: {promise}")
        for link in self.links.values():
            link.setAccessibleName(f"{link.text()}: {promise}")

    def menu(self) -> QMenu:
        """Touchpoints by journey and stage; those that are linked are ticked."""
        menu, document, tr = QMenu(self), self.context.document, self.context.tr
        linked = document.get(Promise, self.promise).touchpoints
        journeys = document.all(Journey)
        for journey in journeys:
            inside = submenu(menu, journey_name(journey, self.context.texts)) if len(journeys) > 1 else menu
            for stage in document.having(Stage, "journey", journey.id):
                part = submenu(inside, stage.name or tr("Untitled"))
                for touchpoint in document.having(Touchpoint, "stage", stage.id):
                    on = touchpoint.id in linked
                    entry(
                        part, touchpoint.name or tr("Untitled"), partial(self._link, touchpoint.id, not on), chosen=on
                    )
        return menu

    def _open(self) -> None:
        open_below(self.menu(), self.add)

    def _link(self, touchpoint: Id, on: bool) -> None:
        label_ = N_("Link a promise with a touchpoint") if on else N_("Unlink a promise from a touchpoint")
        with self.context.session.transaction(label_) as draft:
            link_promise(draft, self.promise, touchpoint, on=on)

    def _remove(self) -> None:
        with self.context.session.transaction(N_("Remove the promise")) as draft:
            remove_records(draft, [self.promise])


class PromisesPage(QWidget):
    """All promises, one below the other."""

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__()
        self.context = context
        self.cards: dict[Id, PromiseCard] = {}
        tr = context.tr
        self.line = ListLine(
            tr("New promise"), tr("Type what is promised, press Enter, type the next one; or paste a list"), self.add
        )
        self.line.setEnabled(not context.session.read_only)
        hint = tr(
            "What do brochures, website and sales promise? Link each sentence with the touchpoints that keep or break "
            "it. Whether it is kept is asked in a round."
        )
        self.hint = label(hint, "small", wrap=True)
        inner = QWidget()
        self._body = column(None, spacing=12)
        box = column(inner, self.line, self.hint, spacing=12)
        box.addLayout(self._body)
        box.addStretch(1)
        box.setContentsMargins(24, 16, 24, 24)
        column(self, VerticalScrollArea(inner), spacing=0)
        context.bridge.changed.connect(self._changed)
        context.bridge.figured.connect(lambda *_: self._refresh_cards())
        self.refresh()

    def _refresh_cards(self) -> None:
        for card in self.cards.values():
            card.refresh()

    def add(self, sentences: list[str]) -> bool:
        """A promise for each sentence; False where nothing may be changed."""
        if self.context.session.read_only:
            return False
        with self.context.session.transaction(N_("Add promises")) as draft:
            add_promises(draft, sentences)
        return True

    def refresh(self) -> None:
        """List the promises there are."""
        wanted = [p.id for p in self.context.document.all(Promise)]
        for gone in [i for i in self.cards if i not in wanted]:
            made = self.cards.pop(gone)
            made.hide()
            made.deleteLater()
        for place, promise in enumerate(wanted):
            if promise not in self.cards:
                self.cards[promise] = PromiseCard(self.context, promise)
            if self._body.indexOf(self.cards[promise]) != place:
                self._body.insertWidget(place, self.cards[promise])

    def take_focus(self) -> None:
        """The keyboard goes to the line."""
        self.line.setFocus()

    def view_state(self) -> str:
        """What is typed."""
        return self.line.text()

    def restore_view_state(self, state: str) -> None:
        """Go on typing."""
        self.line.setText(state)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Promise):
            self.refresh()
        if changes.touches(Promise, Touchpoint, TouchpointRatings, SurveyCounts, Round):
            for card in self.cards.values():
                card.follow(changes)
