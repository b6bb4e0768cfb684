"""Pictures of a record: thumbnails to add by file or by dropping, to describe and to remove."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from cxstudio.edits import add_picture, remove_records
from cxstudio.model import Id, Picture
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.asset_editors import asset_pixmap
from ui.forms.bound_field import BoundField
from ui.forms.picture_intake import PICTURE_FILTER, Kept, PictureIntake
from ui.forms.record_row import tool
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row

WIDTH, HEIGHT = 264, 160


class PictureList(QWidget):
    """Pictures pinned to one record."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.about: Id | None = None
        self.cards: dict[Id, QFrame] = {}
        self._intake = PictureIntake(context, self)
        self.setAcceptDrops(not context.session.read_only)
        self._body = column(None, spacing=8)
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
        for gone in [i for i in self.cards if i not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for picture in wanted:
            if picture not in self.cards:
                self.cards[picture] = self._card(picture)
                self._body.addWidget(self.cards[picture])

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
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take_file(Path(url.toLocalFile()))
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
        delete = tool(context, "close", context.tr("Remove the photo"), lambda: self._remove(picture))
        box = column(frame, image, spacing=4)
        box.setContentsMargins(8, 8, 4, 8)
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
