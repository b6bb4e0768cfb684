"""Anchors first: the ideas with most and least effort and impact are placed before all others are, beside them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from cxstudio.edits import weigh_idea
from cxstudio.layout.boards.effort_impact import HIGH, LOW
from cxstudio.model import Id, Idea
from cxstudio.plain_text import first_words
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import idea_words
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.menus import chooser, entry
from ui.workspaces.ideas.ideas_model import IdeasModel

_MIDDLE: Final = (LOW + HIGH) // 2
_SHORT: Final = 26
_LEAST_IDEAS: Final = 3
"""With fewer ideas nothing is gained by anchors."""
SLOTS: Final = (
    ("effort", LOW, N_("Least effort")),
    ("effort", HIGH, N_("Most effort")),
    ("impact", LOW, N_("Least impact")),
    ("impact", HIGH, N_("Most impact")),
)
"""Field of an idea, the points of its anchor, and what is asked."""
PLACE: Final = N_("Place an anchor")


def anchor(ideas: tuple[Idea, ...], field: str, points: int) -> Idea | None:
    """The first idea that stands at an end of an axis."""
    return next((idea for idea in ideas if getattr(idea, field) == points), None)


class AnchorBar(QFrame):
    """Four choices, each an idea at one end of an axis; out of view once all are made, or the group does without."""

    done_without = Signal()

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.setProperty("kind", "card")
        self.without: set[Id | None] = set()
        """Questions whose ideas are placed without anchors."""
        tr = context.tr
        self.said = label("", "small", wrap=True)
        self.skip = button(tr("Without anchors"), self._go_without, "link")
        self.slots: list[QPushButton] = []
        flow = FlowBox(6)
        for field, points, asked in SLOTS:
            slot = chooser(tr(asked), partial(self._menu, field, points))
            self.slots.append(slot)
            flow.flow.addWidget(slot)
        box = column(self, spacing=6)
        line = row(None, label(tr("Anchors first"), "strong"), self.said, self.skip, spacing=10)
        line.setStretch(1, 1)
        box.addLayout(line)
        box.addWidget(flow)
        box.setContentsMargins(14, 8, 14, 8)
        model.changed.connect(self.refresh)
        self.hide()  # whoever gives it a place refreshes it

    @property
    def missing(self) -> int:
        """How many anchors are not placed yet."""
        return sum(anchor(self.model.ideas, field, points) is None for field, points, _ in SLOTS)

    def refresh(self, *_: object) -> None:
        """Show which anchors there are."""
        tr, texts, ideas = self.context.tr, self.context.texts, self.model.ideas
        left = self.missing
        wanted = left > 0 and len(ideas) >= _LEAST_IDEAS and self.model.question not in self.without
        self.setVisible(wanted and not self.context.session.read_only)
        self.said.setText(tr("Agree on the ends of both axes, then place the others beside them.") + " "
                          + texts.trn("{n} anchor is missing.", "{n} anchors are missing.", left))  # fmt: skip
        for slot, (field, points, asked) in zip(self.slots, SLOTS, strict=True):
            found = anchor(ideas, field, points)
            name = first_words(idea_words(found, texts), _SHORT) if found is not None else "–"
            slot.setText(f"{'✓ ' if found is not None else ''}{tr(asked)}: {name}  ▾")
            slot.setAccessibleName(f"{tr(asked)}: {name}")

    def place(self, idea: Id, field: str, points: int) -> None:
        """Put an idea at an end of an axis; on the other one it stays, or stands in the middle until it is placed."""
        record = self.context.document.get(Idea, idea)
        effort, impact = record.effort or _MIDDLE, record.impact or _MIDDLE
        if field == "effort":
            effort = points
        else:
            impact = points
        with self.context.session.transaction(PLACE) as draft:
            weigh_idea(draft, idea, effort, impact)
        self.context.selection.select(idea)

    def _menu(self, field: str, points: int) -> QMenu:
        menu, held = QMenu(self), anchor(self.model.ideas, field, points)
        for idea in self.model.ideas:
            entry(
                menu,
                first_words(idea_words(idea, self.context.texts), 60),
                partial(self.place, idea.id, field, points),
                chosen=held is not None and held.id == idea.id,
            )
        return menu

    def _go_without(self) -> None:
        self.without.add(self.model.question)
        self.refresh()
        self.done_without.emit()
