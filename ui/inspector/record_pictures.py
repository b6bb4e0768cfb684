"""Pictures of a record: thumbnails to add by file or by dropping, to describe and to remove."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLayout, QWidget

from cxstudio.edits import add_picture, move_record, remove_records
from cxstudio.errors import UserError
from cxstudio.model import Id, Picture
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.asset_editors import asset_pixmap
from ui.forms.bound_field import BoundField
from ui.forms.picture_data import has_pictures, pictures_in
from ui.forms.picture_intake import PICTURE_FILTER, Kept, PictureIntake
from ui.forms.record_row import tool
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.wrapping_row import Flow

WIDTH, HEIGHT = 264, 160


class PictureList(QWidget):
    """Pictures pinned to one record."""

    def __init__(self, context: Context, *, captions: bool = False) -> None:
        """With `captions` each has words below it that are printed, and can be moved among the others."""
        super().__init__()
        self.context = context
        self.about: Id | None = None
        self.captions = captions
        self.cards: dict[Id, QFrame] = {}
        self._intake = PictureIntake(context, self)
        self.setAcceptDrops(not context.session.read_only)
        self._body: QLayout = column(None, spacing=8)
        if captions:
            self._body = Flow(None, 12)
        self.adder = button(context.tr("+ Photo"), self.ask, "add")
        set_tooltip(self.adder, context.tr("Choose a file or drop a picture here."))
        self.adder.setEnabled(not context.session.read_only)
        box = column(self, spacing=4)
        box.addLayout(self._body)
        box.addLayout(row(None, self.adder, -1))
        context.bridge.changed.connect(self._follow)

    def show_record(self, about: Id | None) -> None:
        """Show the pictures of this record."""
        self.about = about
        wanted = [p.id for p in self.context.document.having(Picture, "about", about or "")]
        if self.captions and [i for i in self.cards if i in wanted] != [i for i in wanted if i in self.cards]:
            self._clear()  # in another order
        for gone in [i for i in self.cards if i not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for picture in wanted:
            if picture not in self.cards:
                self.cards[picture] = self._card(picture)
                self._body.addWidget(self.cards[picture])

    def _clear(self) -> None:
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards = {}

    def take(self, data: QMimeData) -> None:
        """Pin the pictures of a drop or of the clipboard."""
        about = self.about
        if about is None:
            return
        try:
            found = pictures_in(data)
        except UserError as error:
            self.context.messages.error(error, "pictures")
            return
        self._intake.take(found, lambda kept: self._pin(about, kept))

    def shift(self, picture: Id, by: int) -> None:
        """Put a picture so many places later (or earlier) among its like."""
        family = [p.id for p in self.context.document.having(Picture, "about", self.about or "")]
        to = family.index(picture) + by
        if 0 <= to < len(family):
            rest = [i for i in family if i != picture]
            with self.context.session.transaction(N_("Move a photo")) as draft:
                move_record(draft, Picture, picture, rest[to - 1] if to else None)

    def ask(self) -> None:
        """Let somebody choose picture files."""
        title = self.context.tr("Choose picture …")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, "", self.context.tr("Photos") + f" ({PICTURE_FILTER})")
        for path in chosen:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Keep a picture file and pin it to the record."""
        if self.about is None:
            return
        about = self.about
        self._intake.take_file(path, lambda kept: self._pin(about, kept))

    def _pin(self, about: Id, kept: list[Kept]) -> None:
        if about in self.context.document:
            with self.context.session.transaction(N_("Add a photo")) as draft:
                for picture in kept:
                    add_picture(draft, about, picture.asset)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def _card(self, picture: Id) -> QFrame:
        context = self.context
        record = context.document.get(Picture, picture)
        frame = QFrame()
        frame.setProperty("kind", "item")
        there = record.asset in context.session.assets
        image = label(context.tr("The picture cannot be shown.") if there else context.tr("The picture is missing."))
        image.setAccessibleName(record.alternative_text or context.tr("Photo"))
        pixmap = asset_pixmap(context, record.asset, WIDTH, HEIGHT)
        if pixmap is not None:
            image.setPixmap(pixmap)
        words = BoundField(context, Picture, "alternative_text", labelled=False)
        set_tooltip(words.editor, context.tr("For those who cannot see it."))
        words.show_record(picture)
        if self.captions:
            words = BoundField(context, Picture, "caption")
            words.editor.setAccessibleName(context.tr("Caption"))
            words.show_record(picture)
        delete = tool(context, "close", context.tr("Remove the photo"), lambda: self._remove(picture))
        box = column(frame, image, spacing=4)
        box.setContentsMargins(8, 8, 4, 8)
        if self.captions:
            box.addWidget(words)
            under = row(None, -1, spacing=4)
            for icon, name, by in (("arrow_left", context.tr("Move the photo forwards"), -1),
                                   ("arrow_right", context.tr("Move the photo backwards"), 1)):  # fmt: skip
                under.addWidget(tool(context, icon, name, partial(self.shift, picture, by)))
            under.addWidget(delete)
        else:
            under = row(None, words, delete, spacing=4)
        under.setAlignment(delete, Qt.AlignmentFlag.AlignTop)
        box.addLayout(under)
        return frame

    def _remove(self, picture: Id) -> None:
        with self.context.session.transaction(N_("Remove a photo")) as draft:
            remove_records(draft, [picture])

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Picture):
            self.show_record(self.about)
