"""Below the check-list: where the picked entries will go, said before it happens, and the button that adds them."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.catalogue.placing import Place
from cxstudio.wording import Texts
from ui.context.context import Context
from ui.forms.choice_editors import CalmCombo
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, rule
from ui.widgets.elided_label import ShortenedText
from ui.workspaces.journey.catalogue.checklist import AFTER, FIT, STAGE, Checklist

_NAMED = 4
"""So many stages are named, the rest counted."""


class Footer(QWidget):
    """In view while something is picked."""

    add = Signal()

    def __init__(self, context: Context, checklist: Checklist) -> None:
        super().__init__()
        self._context, self._checklist = context, checklist
        self.where = CalmCombo()
        self.where.setAccessibleName(context.tr("Where the touchpoints go"))
        self.where.activated.connect(self._choose)
        self.goes = ShortenedText(context.texts)
        self.button = button("", self.add.emit, "primary")
        self.button.setMinimumHeight(32)
        column(self, rule(), 2, self.where, self.goes, self.button, spacing=6)

    def tell(self) -> None:
        """Say where they go and how many there are."""
        context, checklist = self._context, self._checklist
        many = len(checklist.picked)
        self.setVisible(bool(many))
        if not many:
            return
        self._offer()
        places = checklist.places()
        self.goes.tell(said_places(context.texts, places), said_places(context.texts, places, whole=True))
        text = context.texts.trn("Add {n} touchpoint", "Add {n} touchpoints", many)
        self.button.setText(text)
        self.button.setAccessibleName(f"{text}: {said_places(context.texts, places)}")
        self.button.setEnabled(not context.session.read_only)

    def _offer(self) -> None:
        tr, quoted = self._context.tr, self._context.texts.quoted
        stage, touchpoint = self._checklist.anchor
        offers = [(tr("Each to the stage that fits"), FIT)]
        if stage is not None:
            offers.append((tr("All to the end of {stage}", stage=quoted(stage.name or "–")), STAGE))
        if touchpoint is not None:
            offers.append((tr("All after {touchpoint}", touchpoint=quoted(touchpoint.name or "–")), AFTER))
        if self._checklist.where not in {value for _, value in offers}:
            self._checklist.where = FIT
        if [self.where.itemText(i) for i in range(self.where.count())] != [text for text, _ in offers]:
            with QSignalBlocker(self.where):
                self.where.clear()
                for text, value in offers:
                    self.where.addItem(text, value)
        self.where.setCurrentIndex(self.where.findData(self._checklist.where))
        set_tooltip(self.where, self.where.currentText())

    def _choose(self, *_: object) -> None:
        self._checklist.where = self.where.currentData()
        self.tell()


def said_places(texts: Texts, places: list[Place], *, whole: bool = False) -> str:
    """How many go to which stage: "2 to “Find out” · 1 to “Pay” · 3 to new stages: “Use”, “Change”".

    The first few stages, `whole`: every one.
    """
    most = len(places) if whole else _NAMED
    counted = Counter(place.stage_name or "–" for place in places if place.stage is not None)
    parts = [
        texts.tr("{n} to {stage}", n=texts.number(count), stage=texts.quoted(name))
        for name, count in list(counted.items())[:most]
    ]
    if len(counted) > most:
        parts.append(texts.trn("{n} more stage", "{n} more stages", len(counted) - most))
    new = [place.stage_name for place in places if place.stage is None]
    if new:
        names = list(dict.fromkeys(new))
        said = ", ".join(texts.quoted(name) for name in names[:most]) + (" …" if len(names) > most else "")
        count = texts.number(len(new))
        parts.append(
            texts.trn(
                "{count} to a new stage: {stages}",
                "{count} to new stages: {stages}",
                len(names),
                count=count,
                stages=said,
            )
        )
    return " · ".join(parts)
