"""Copy, cut and paste on the map, and selecting everything: what goes to the clipboard and what comes from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cxstudio.edits import LAST, in_map_order, remove_records
from cxstudio.exchange.clipboard.clipboard_format import MIME, Clipping, clip, packed, token_of, unpacked
from cxstudio.exchange.clipboard.clipboard_text import as_text
from cxstudio.exchange.clipboard.list_paste import PastedList, place_list, read_pasted
from cxstudio.exchange.clipboard.record_placing import Place, paste, room_for
from cxstudio.exchange.clipboard.spreadsheet_cells import lines_of
from cxstudio.layout.map_scene.map_style import FOLD_ABOVE
from cxstudio.model import Document, Id, Stage, Touchpoint
from cxstudio.wording import N_
from ui.context.last_step import undo_last, while_done
from ui.context.messages import Notice, Tone
from ui.forms.picture_data import is_picture
from ui.workspaces.journey.clipboard.paste_preview import PasteSheet
from ui.workspaces.journey.map.picture_drops import Pinning

if TYPE_CHECKING:
    from ui.canvas.interaction.picking import Picking
    from ui.context.context import Context
    from ui.workspaces.journey.actions.touchpoint_actions import MapActions
    from ui.workspaces.journey.map_model.map_model import MapModel

AT_ONCE = 12
"""Plain lines up to which nothing is asked: they are pasted, and undo stands beside the word about it."""
PASTED = "journey.pasted"


class Hands(QObject):
    """Commands of the clipboard."""

    arrived = Signal(str)
    """The first of what was pasted."""

    def __init__(self, context: Context, model: MapModel, picking: Picking, actions: MapActions, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._model, self._picking, self._actions, self._host = context, model, picking, actions, host
        self.pinning = Pinning(context, self)
        self.sheet: PasteSheet | None = None
        self.last_cut: Clipping | None = None
        """What was cut last: it may come back with its ratings."""

    def select_all(self) -> None:
        """All touchpoints of the journey, or all its stages where a stage is selected."""
        self._picking.everything()

    def copy(self) -> None:
        """The selected touchpoints or stages to the clipboard, as they are and as a table."""
        self._to_clipboard(cut=False)

    def cut(self) -> None:
        """As copying, and they leave the map."""
        clipping = self._to_clipboard(cut=True)
        if clipping is not None:
            ids = [i for i in self._context.selection.ids if isinstance(self._context.document.find(i), Stage)]
            ids = ids or [t.id for t in clipping.touchpoints]
            self.last_cut = clipping
            beside = left_of(self._context.document, ids)
            with self._context.session.transaction(N_("Cut")) as draft:
                remove_records(draft, ids)
            if beside is not None:
                self._context.selection.select(beside)

    def paste(self) -> None:
        """What lies in the clipboard: copied touchpoints, a picture, or lines and cells. Raises UserError."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # None of an empty one on some systems
        touchpoint = self._context.selection.of(Touchpoint)
        if data.hasFormat(MIME):
            self._paste_clipping(bytes(data.data(MIME).data()))
        elif is_picture(data):
            if touchpoint is not None:
                self.pinning.take_from(touchpoint.id, data)
            else:
                self._context.messages.say(self._context.tr("Select the touchpoint the photo belongs to."))
        elif data.hasText() and data.text().strip():
            self.paste_text(lines_of(data.text(), data.html()))
        else:
            self._context.messages.say(self._context.tr("There is nothing in the clipboard that fits on a map."))

    def place(self) -> Place:
        """Where something pasted goes: behind what is selected."""
        stage, after = self._actions.place_for_new()
        return Place(self._model.journey, stage, after)

    def _to_clipboard(self, *, cut: bool) -> Clipping | None:
        context = self._context
        clipping = clip(context.document, context.selection.ids, context.session.assets, cut=cut)
        if clipping is None:
            return None
        data = QMimeData()
        data.setData(MIME, packed(clipping))
        data.setText(as_text(clipping, context.texts))
        QGuiApplication.clipboard().setMimeData(data)
        if not cut:
            count = len(clipping.touchpoints)
            context.messages.say(context.texts.trn("{n} touchpoint copied", "{n} touchpoints copied", count))
        return clipping

    def _paste_clipping(self, data: bytes) -> None:
        cut = self.last_cut
        clipping = cut if cut is not None and cut.token == token_of(data) else unpacked(data)
        place = self.place()
        if clipping.stages:
            place = Place(place.journey, place.stage, LAST)
        room_for(self._context.document, place.journey, len(clipping.touchpoints))
        session = self._context.session
        pictures = {asset: session.take_over_picture(picture) for asset, picture in clipping.pictures.items()}
        with session.transaction(N_("Paste")) as draft:
            made = paste(draft, clipping, place, pictures)
        self._show(made)

    def paste_text(self, text: str) -> None:
        """A few lines become touchpoints at once; of a table a sheet shows first what becomes of it."""
        pasted = read_pasted(text, self._context.texts.language)
        if pasted.plain and pasted.touchpoints <= AT_ONCE:
            self._take(pasted)
            return
        self.sheet = PasteSheet(self._context, self._host, pasted, text, self._take)
        self.sheet.destroyed.connect(self._forget_sheet)
        self.sheet.open_over(self._host)

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _take(self, pasted: PastedList) -> None:
        with self._context.session.transaction(N_("Paste touchpoints")) as draft:
            made = place_list(draft, pasted, self.place())
        self._show(made)
        texts = self._context.texts
        said = texts.trn("{n} touchpoint pasted.", "{n} touchpoints pasted.", len(made))
        undo, holds = undo_last(self._context), while_done(self._context)
        self._context.messages.post(Notice(PASTED, said, Tone.GOOD, (undo,), passing=True, holds=holds))

    def _show(self, made: list[Id]) -> None:
        """Select what came; so many that nobody sees them are folded into their stages."""
        document, journey = self._context.document, self._model.journey
        stages = dict.fromkeys(t.stage for i in made if isinstance(t := document.find(i), Touchpoint))
        if journey is not None and len(made) > FOLD_ABOVE:
            self._model.set_folded(frozenset(s.id for s in document.stages(journey)))
            self._context.selection.select(*stages)
            return
        self._model.set_folded(self._model.folded - stages.keys())
        self._context.selection.select(*made)
        for end in (*made[-1:], *made[:1]):  # all of them where there is room, else the first
            self.arrived.emit(end)


def left_of(document: Document, ids: Sequence[Id]) -> Id | None:
    """What stands to the left of these touchpoints and stays: pasted behind it, they stand where they stood."""
    touchpoints = [i for i in ids if isinstance(document.find(i), Touchpoint)]
    if not touchpoints:
        return None
    first = document.get(Touchpoint, in_map_order(document, touchpoints)[0])
    row = [t.id for t in document.touchpoints(first.stage)]
    ahead = [i for i in row[: row.index(first.id)] if i not in ids]
    return ahead[-1] if ahead else next((i for i in row if i not in ids), first.stage)
