"""Below the list of blocks: begin, go on or plan again, and what can be added."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QPushButton

from cxstudio.analysis.workshops.run_standing import is_running
from cxstudio.model import Workshop
from cxstudio.model.kinds import BlockKind
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, restyle
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.workspaces.ideas.agenda.run_card import shown


class Acting(Protocol):
    """What the row asks of the page."""

    def begin(self) -> None:
        """Begin or go on."""

    def copy_workshop(self) -> None:
        """The same workshop again."""

    def add(self, *, kind: BlockKind = BlockKind.WORK) -> None:
        """Add a block or a break."""

    def offer_methods(self) -> None:
        """The menu of methods."""


class AgendaActions(FlowBox):
    """Of a workshop whose day is over, planning it again comes first."""

    def __init__(self, context: Context, page: Acting) -> None:
        super().__init__(8)
        self.context = context
        tr = context.tr
        self.copy = button(tr("Plan again"), page.copy_workshop, "primary")
        set_tooltip(self.copy, tr("A new workshop with the same agenda, for another day"))
        self.begin = button(tr("Begin now"), page.begin, "primary")
        self.block = button(tr("+ Block"), page.add)
        self.rest = button(tr("+ Break"), partial(page.add, kind=BlockKind.BREAK))
        self.methods = button(tr("+ Method") + "  ▾", page.offer_methods)
        for part in (self.copy, self.begin, self.block, self.rest, self.methods):
            part.setEnabled(not context.session.read_only)
            self.flow.addWidget(part)

    def show_workshop(self, workshop: Workshop, today: date, *, empty: bool) -> None:
        """Offer what makes sense for this workshop."""
        tr, running = self.context.tr, is_running(workshop)
        over = is_over(workshop, today) and not running and not empty
        shown(self.copy, over)
        shown(self.begin, not running)
        self.begin.setEnabled(not empty and not self.context.session.read_only)
        self.begin.setText(tr("Begin now") if not workshop.ended else tr("Reopen") if over else tr("Continue"))
        self.begin.setAccessibleName(self.begin.text())
        _kind(self.begin, "" if over else "primary")


def is_over(workshop: Workshop, today: date) -> bool:
    """Whether its day has passed; without a day, whether it has ended."""
    return workshop.day < today if workshop.day is not None else bool(workshop.ended)


def _kind(part: QPushButton, kind: str) -> None:
    if (part.property("kind") or "") != kind:
        part.setProperty("kind", kind)
        restyle(part)
