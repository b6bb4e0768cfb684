"""Pictures on notes: dropped or pasted on one, or on the empty wall as a note of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QPointF

from cxstudio.edits import add_ideas, add_picture
from cxstudio.errors import UserError
from cxstudio.model import Id
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.picture_data import pictures_in
from ui.forms.picture_intake import Kept, PictureIntake
from ui.workspaces.ideas.ideas_model import IdeasModel


class NotePictures(QObject):
    """Each lot is one step; large pictures are made smaller beside the window."""

    def __init__(self, context: Context, model: IdeasModel, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.model = context, model
        self._intake = PictureIntake(context, self)

    @property
    def busy(self) -> bool:
        """Whether pictures are being read."""
        return self._intake.busy

    def take(self, data: QMimeData, idea: Id | None, at: QPointF | None = None) -> None:
        """Pin what was dropped or pasted to an idea, else to new ones, the first of them `at` a place."""
        try:
            found = pictures_in(data)
        except UserError as error:
            self.context.messages.error(error, "pictures")
            return
        self._intake.take(found, partial(self._pin, self.model.question, idea, at))

    def _pin(self, question: Id | None, idea: Id | None, at: QPointF | None, kept: Sequence[Kept]) -> None:
        context = self.context
        if idea is not None and idea not in context.document:
            idea = None
        if question is not None and question not in context.document:
            return
        with context.session.transaction(N_("Add a photo")) as draft:
            abouts = [idea] * len(kept)
            if idea is None:
                names = [picture.name or context.tr("Photo") for picture in kept]
                spot = (at.x(), at.y()) if at is not None else None
                abouts = list(add_ideas(draft, question, names, at=spot))
            for about, picture in zip(abouts, kept, strict=True):
                if about is not None:
                    add_picture(draft, about, picture.asset, picture.name)
        context.messages.say(context.texts.trn("{n} photo added.", "{n} photos added.", len(kept)))
