"""The page of the minutes: photos dropped or pasted to the block that runs, their captions, and the minutes made."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from cxstudio.documents.minutes.minutes_details import MinutesDetails
from cxstudio.edits import add_workshop
from cxstudio.model import AgendaBlock, Document, Id, Picture, Question, Workshop
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import name_of, record_name
from ui.context.context import Context
from ui.forms.picture_data import has_pictures, is_picture
from ui.inspector.record_pictures import PictureList
from ui.theme.plain_texts import PlainCheckBox, set_tooltip
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.empty_state import empty_state
from ui.widgets.fitting.turning_box import turn
from ui.widgets.menus import chooser, entry
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.ideas.ideas_model import IdeasModel, wall_questions
from ui.workspaces.ideas.minutes.contents_card import ContentsCard

_ROOMY = 1000
"""Pixels from which the photos stand beside what else is in the minutes."""
_CONTENTS = 430


def running_place(document: Document) -> Id | None:
    """Where a photo taken now belongs: the block that runs, else the last workshop, else the last question's wall."""
    workshops = document.all(Workshop)
    for workshop in reversed(workshops):
        for block in document.having(AgendaBlock, "workshop", workshop.id):
            if block.began and not block.ended:
                return block.id
    questions = wall_questions(document)
    return workshops[-1].id if workshops else questions[-1].id if questions else None


class MinutesPage(QWidget):
    """What is dropped anywhere on it, or pasted, goes where the line above says."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.wanted: Id | None = None
        """Where somebody wants photos to go; None: to what runs now."""
        self.setAcceptDrops(not context.session.read_only)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tr = context.tr
        said = tr("Drop photos of your walls here, paste them, or choose files. Place, device and time are removed.")
        self.place = chooser(tr("Where the photos belong"), self._places)
        self.add = button(tr("+ Photo"), self.ask, "primary")
        self.add.setEnabled(not context.session.read_only)
        self.names = PlainCheckBox(tr("with names"))
        set_tooltip(self.names, tr("Without it people are counted by role only."))
        self.make = button(tr("Minutes as PDF …"), self.make_minutes)
        self.faces = label(
            tr("Can faces be seen? Ask everybody who can be recognised before you pass the minutes on."), "strong",
            wrap=True,
        )  # fmt: skip
        line = row(None, spacing=8)
        line.addLayout(row(None, label(tr("Photos go to")), self.place, -1, spacing=8), 1)
        line.addLayout(row(None, self.add, self.names, self.make, -1, spacing=8))
        turn(line, self, 760)
        head = card(label(said, wrap=True), margin=14, spacing=10)
        head.layout().addLayout(line)  # type: ignore[union-attr]
        head.layout().addWidget(self.faces)  # type: ignore[union-attr]
        inner = QWidget()
        inner.setProperty("ground", "ground")
        self.contents = ContentsCard(context)
        self._lots = column(None, spacing=14)
        self._beside = row(inner, self.contents, spacing=14)
        self._beside.setAlignment(self.contents, Qt.AlignmentFlag.AlignTop)
        self._beside.addLayout(self._lots, 1)
        self._beside.setContentsMargins(16, 4, 16, 16)
        self.names.toggled.connect(lambda *_: self.contents.show_details(self.details))
        above = QWidget()
        column(above, head).setContentsMargins(16, 12, 16, 8)
        column(self, above, VerticalScrollArea(inner), spacing=0).setStretch(1, 1)
        self.lists: dict[Id, PictureList] = {}
        self._parts: list[QWidget] = []
        self._drop = PictureList(context, captions=True)
        self._drop.setParent(self)
        self._drop.hide()
        self._said: tuple[tuple[Id, str], ...] | None = None
        model.changed.connect(self.refresh)
        context.bridge.changed.connect(self._changed)
        self.refresh()

    @property
    def target(self) -> Id | None:
        """Where photos go now; None where there is neither a workshop nor a question yet."""
        wanted = self.context.document.find(self.wanted)
        return wanted.id if wanted is not None else running_place(self.context.document)

    @property
    def details(self) -> MinutesDetails:
        """What the minutes are of: the workshop photos go to, people named only where that is ticked."""
        found = self.context.document.find(self.target)
        workshop = found.workshop if isinstance(found, AgendaBlock) else found.id if isinstance(found, Workshop) else ""
        return MinutesDetails(workshop, self.names.isChecked(), self.context.run.clock.zone)

    def places(self) -> list[Id]:
        """Everything photos of walls may belong to, in the order of the minutes."""
        document = self.context.document
        found: list[Id] = []
        for workshop in document.all(Workshop):
            found += [workshop.id, *(b.id for b in document.having(AgendaBlock, "workshop", workshop.id))]
        return [*found, *(question.id for question in wall_questions(document))]

    def refresh(self, *_: object) -> None:
        """Show the photos there are; a caption somebody types in stays."""
        document, texts = self.context.document, self.context.texts
        name = name_of(document, self.target, texts) or self.context.tr("a new workshop")
        self.place.setText(name + "  ▾")
        self.place.setEnabled(bool(self.places()))
        filled = [p for p in self.places() if document.having(Picture, "about", p)]
        self.faces.setVisible(bool(filled))
        self.contents.show_details(self.details)
        said = tuple((place, name_of(document, place, texts)) for place in filled)
        if said == self._said:
            return
        self._said = said
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self._parts, self.lists = [], {}
        for place, words in said:
            made = PictureList(self.context, captions=True)
            made.adder.hide()
            made.show_record(place)
            self.lists[place] = made
            self._put(label(words or self.context.tr("Photos"), "strong", wrap=True), made)
        if not said:
            self._put(self._nothing())
        rest = QWidget()
        self._put(rest)
        self._lots.setStretchFactor(rest, 1)

    def _nothing(self) -> QWidget:
        """A place to drop photos on, while there is none."""
        tr = self.context.tr
        choose = button(tr("Choose photos …"), self.ask)
        choose.setEnabled(not self.context.session.read_only)
        said = tr("Drop photos of your walls here or paste them. The minutes are complete without photos, too.")
        shown = empty_state(self.context.theme, "camera", tr("No photos yet"), said, choose)
        shown.setMinimumHeight(200)
        return card(shown, margin=8)

    def take_focus(self) -> None:
        """The button that asks for files."""
        self.add.setFocus()

    def ask(self) -> None:
        """Choose files for the place shown."""
        self._drop.show_record(self._ready())
        self._drop.ask()

    def make_minutes(self) -> None:
        """The minutes of the workshop photos go to as a file, people named only where that is ticked."""
        from cxstudio.outputs.table import BY_ID
        from ui.dialogs.save_export import hand_on, ordered

        row_ = BY_ID["minutes_pdf"]
        order = replace(ordered(self.context), details=self.details)
        hand_on(self, self.context, row_, self.context.tr(row_.title), order)

    def go_to(self, place: Id) -> None:
        """Photos that come next belong there."""
        self.wanted = place
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)
        self.contents.setFixedWidth(_CONTENTS if roomy else max(0, self.width() - 32))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.show_record(self._ready())
        self._drop.take(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        data = QGuiApplication.clipboard().mimeData() if event.matches(QKeySequence.StandardKey.Paste) else None
        if data is None or not is_picture(data) or self.context.session.read_only:
            super().keyPressEvent(event)
            return
        self._drop.show_record(self._ready())
        self._drop.take(data)
        event.accept()

    def view_state(self) -> tuple[Id | None, bool]:
        """Where photos go, and whether people are named."""
        return self.wanted, self.names.isChecked()

    def restore_view_state(self, state: tuple[Id | None, bool]) -> None:
        """The same again."""
        self.wanted = state[0]
        self.names.setChecked(state[1])
        self.refresh()

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()

    def _ready(self) -> Id:
        """The place photos go to; a workshop is made for them where there is none."""
        target = self.target
        if target is None:
            with self.context.session.transaction(N_("Add a workshop")) as draft:
                target = add_workshop(draft, self.context.tr("Workshop"))
        return target

    def _put(self, *parts: QWidget) -> None:
        for part in parts:
            self._lots.addWidget(part)
            self._parts.append(part)

    def _places(self) -> QMenu:
        menu, document = QMenu(self), self.context.document
        for place in self.places():
            record = document.find(place)
            if record is None:
                continue
            indent = "    " if isinstance(record, AgendaBlock) else ""
            kind = self.context.tr("Wall") + ": " if isinstance(record, Question) else ""
            name = record_name(record, self.context.texts) or self.context.tr("Untitled")
            entry(menu, indent + kind + name, partial(self.go_to, place), chosen=place == self.target)
        return menu
