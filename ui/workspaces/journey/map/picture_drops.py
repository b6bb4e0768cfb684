"""Pictures dropped on a card or pasted: read with a cap, cleaned, pinned to the touchpoint as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from cxstudio.edits import add_picture, set_lane
from cxstudio.errors import UserError
from cxstudio.model import Id, Touchpoint
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.lanes import journey_lanes
from cxstudio.wording import N_
from ui.context.last_step import while_done
from ui.context.messages import Choice, Notice, Tone
from ui.forms.picture_data import pictures_in
from ui.forms.picture_intake import Found, Kept, PictureIntake

if TYPE_CHECKING:
    from ui.context.context import Context


class Pinning(QObject):
    """Takes pictures and pins them to touchpoints; large ones are cleaned beside the window."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._intake = PictureIntake(context, self)

    @property
    def busy(self) -> bool:
        """Whether pictures are being cleaned."""
        return self._intake.busy

    def take_from(self, touchpoint: Id, data: QMimeData) -> None:
        """Pin what was dropped on or pasted to a touchpoint."""
        try:
            found = pictures_in(data)
        except UserError as error:
            self._context.messages.error(error, "pictures")
            return
        self.take(touchpoint, found)

    def take(self, touchpoint: Id, found: Sequence[Found]) -> None:
        """Pin these pictures."""
        self._intake.take(found, lambda kept: self._pin(touchpoint, kept))

    def _pin(self, touchpoint: Id, kept: Sequence[Kept]) -> None:
        if touchpoint in self._context.document:
            with self._context.session.transaction(N_("Add a photo")) as draft:
                for picture in kept:
                    add_picture(draft, touchpoint, picture.asset, picture.name)
            self._tell(touchpoint, self._context.texts.trn("{n} photo added.", "{n} photos added.", len(kept)))

    def _tell(self, touchpoint: Id, said: str) -> None:
        """Say that pictures came; where their lane is not shown, offer to show it."""
        context = self._context
        journey = context.document.journey_of(context.document.get(Touchpoint, touchpoint)).id
        lane = next((x for x in journey_lanes(context.document, journey) if x.kind is LaneKind.PICTURES), None)
        if lane is None or lane.shown:
            context.messages.say(said)
            return

        def show() -> None:
            if journey in context.document:
                with context.session.transaction(N_("Change the lanes")) as draft:
                    set_lane(draft, journey, LaneKind.PICTURES, shown=True)

        offer = Choice(context.tr("Show the photos"), show, primary=True)
        holds = while_done(context)
        context.messages.post(Notice("pictures", said, Tone.GOOD, (offer,), passing=True, holds=holds))
