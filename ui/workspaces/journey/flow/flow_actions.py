"""What commands of the journey change in the flow: shares and names where they stand, ways, touchpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF

from cxstudio.edits import add_touchpoint, remove_records, set_fields
from cxstudio.edits.journey.flow import set_share
from cxstudio.layout.flow import WayLine
from cxstudio.model import Id, Touchpoint, Transition
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.number_parsing import parse_number
from ui.workspaces.journey.flow.inline_line import InPlaceLine

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.flow.flow_area import FlowArea
    from ui.workspaces.journey.flow.flow_model import FlowModel


Handed = tuple[str, tuple[Id, ChangeSet | None] | None]
"""What is typed, and for a touchpoint made to be named its id with the last step before it."""


class FlowEdits(QObject):
    """Carries out the journey's commands that change something, while the flow is in view."""

    def __init__(self, context: Context, model: FlowModel, area: FlowArea) -> None:
        super().__init__(area)
        self._context, self._model, self._area = context, model, area
        self.line = InPlaceLine(area.view.viewport())
        self.line.closed.connect(self._named)
        self._before: Id | None = None
        """What was selected before something was made to be named."""
        self._made: tuple[Id, ChangeSet | None] | None = None
        """A touchpoint made to be named, and the last step before it: making and naming it are one."""

    def rename(self) -> None:
        """Type the share of the chosen way, or the name of the selected touchpoint, where it stands."""
        way, layout = self._model.way, self._model.layout
        if layout is None or self._context.session.read_only:
            return
        if way is not None:
            self._edit_share()
            return
        record = self._context.selection.of(Touchpoint)
        card = layout.card_of(record.id) if record is not None else None
        if record is not None and card is not None and card.touchpoint is not None:
            self._area.reveal(card.key)
            box = QRectF(card.x, card.y + 6, max(card.width, 160.0), 32.0)
            name = self._context.tr("Name of the touchpoint")
            self.line.open(self._in_view(box), record.name, name, lambda text: self._rename(record.id, text))

    def hand_over(self) -> Handed | None:
        """Close the line without keeping anything, for another one to go on; None while nothing is typed."""
        if self.line.isHidden():
            return None
        made, self._made = self._made, None
        return self.line.hand_over(), made

    def go_on(self, handed: Handed) -> None:
        """Go on typing."""
        self.rename()
        text, self._made = handed
        self.line.setText(text)

    def remove(self) -> None:
        """Remove the chosen way, else what is selected."""
        way = self._model.way
        if way is not None and way.record is None:
            said = self._context.tr(
                "This path was not drawn; it follows the order of the map. Draw another one instead."
            )
            self._context.messages.say(said)
            return
        ids = [way.record] if way is not None and way.record is not None else list(self._context.selection.ids)
        if ids:
            label = N_("Remove a path") if way is not None else N_("Remove")
            back = way.source if way is not None else None
            self._model.choose_way(None)
            with self._context.session.transaction(label) as draft:
                remove_records(draft, ids)
            if back is not None and back in self._context.document:
                self._context.selection.select(back)

    def new_touchpoint(self) -> None:
        """A touchpoint behind the selected one; its name is typed at once."""
        document, journey = self._context.document, self._model.journey
        stages = document.stages(journey) if journey is not None else ()
        record = self._context.selection.of(Touchpoint)
        if not stages:
            self._context.commands.run("journey.show_map")
            self._context.commands.run("journey.new_touchpoint")
            return
        stage = record.stage if record is not None else stages[-1].id
        family = document.touchpoints(stage)
        after = record.id if record is not None else family[-1].id if family else None
        since = self._context.session.store.history.undoable
        self._before = self._context.selection.id
        with self._context.session.transaction(N_("New touchpoint")) as draft:
            made = add_touchpoint(draft, stage, after=after)
        self._context.selection.select(made)
        self.rename()
        if self.line.isVisible():
            self._made = made, since

    def _named(self) -> None:
        """What was made to be named and got no name goes again, unless something was added to it meanwhile."""
        made, self._made = self._made, None
        record = self._context.document.find(made[0]) if made is not None else None
        if made is None or not isinstance(record, Touchpoint) or any(self._context.document.references_to(record.id)):
            return
        with self._context.commands.held():
            if not record.name:
                with self._context.session.transaction(N_("Remove")) as draft:
                    remove_records(draft, [record.id])
                if self._before is not None and self._before in self._context.document:
                    self._context.selection.select(self._before)
            self._context.session.store.history.join_since(made[1])

    def _rename(self, touchpoint: Id, text: str) -> bool:
        record = self._context.document.find(touchpoint)
        if isinstance(record, Touchpoint) and text != record.name:
            with self._context.session.transaction(N_("Edit the text")) as draft:
                set_fields(draft, Touchpoint, touchpoint, name=text)
        return True

    def _edit_share(self) -> None:
        way, layout, texts = self._model.way, self._model.layout, self._context.texts
        if way is None or layout is None or layout.cards[way.source].touchpoint is None:
            return
        drawn = self._context.document.find(way.record)
        share = drawn.share if isinstance(drawn, Transition) else way.share
        assumed = drawn.assumed if isinstance(drawn, Transition) else True
        known = "" if share is None else texts.number(share * 100)
        said = f"≈ {known}" if known and assumed else known
        x, y, _, high = way.label or (*way.points[0], 0.0, 0.0)
        box = QRectF(x, y + high / 2 - 16, 76.0, 32.0)
        target = layout.cards[way.target].touchpoint if way.target is not None else None
        name = self._context.tr("Share of customers in per cent")
        self.line.open(self._in_view(box), said, name, lambda text: self._keep_share(way.source, target, way, text))

    def _keep_share(self, source: Id, target: Id | None, way: WayLine, text: str) -> bool:
        texts = self._context.texts
        assumed = text.strip().startswith(("≈", "~"))
        try:
            value = parse_number(text.strip().lstrip("≈~"), texts)
        except ValueError:
            value = -1.0
        if value is not None and not 0 <= value <= 100:
            self._context.messages.say(self._context.tr("A share is a number from 0 to 100."))
            return False
        if target is None and not way.drops_out:
            self._context.messages.say(self._context.tr("How many have arrived follows from the other paths."))
            return True
        if source not in self._context.document or (target is not None and target not in self._context.document):
            return True  # removed elsewhere meanwhile
        share = None if value is None else value / 100
        with self._context.session.transaction(N_("Share of customers")) as draft:
            made = set_share(draft, source, target, share, assumed=assumed)
        self._context.selection.select(made)
        return True

    def _in_view(self, box: QRectF) -> QRect:
        """A box of the drawing in the viewport, pushed inside."""
        found = QRect(self._area.view.mapFromScene(box.topLeft()), box.size().toSize())
        room = self._area.view.viewport().rect().adjusted(4, 4, -4, -4)
        x = max(room.left(), min(found.x(), room.right() - found.width()))
        y = max(room.top(), min(found.y(), room.bottom() - found.height()))
        return QRect(QPoint(x, y), found.size())
