"""The bar above the workspace Ideas: its pages, and what can be done on the one in view."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.documents.wall_templates.wall_details import WallDetails
from cxstudio.wording import N_
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip, submenu
from ui.widgets.basics import button, row
from ui.widgets.fitting.fitting_bar import Fitting, FoldingSegments
from ui.widgets.menus import entry, open_below
from ui.workspaces.ideas.ideas_views import (
    AGENDA,
    METHODS,
    MINUTES,
    NOTES,
    PRIORITIES,
    QUESTIONS,
    TRIALS,
    VIEWS,
    VOTE,
    WALL,
)

_MAIN = {
    NOTES: "frame.note",
    QUESTIONS: "ideas.ask",
    WALL: "ideas.add",
    VOTE: "ideas.vote",
    PRIORITIES: "ideas.add",
    TRIALS: "ideas.test",
}
"""Page → the command of the button on the right."""
_WALLS = (
    ("wall_journey", N_("Print an empty journey")),
    ("wall_empathy", N_("Print an empty empathy map")),
    ("wall_ideas", N_("Print an empty idea wall")),
)
_PRINTS = (
    (N_("on A3"), "a3", ""),
    (N_("A3, glued together from A4 sheets"), "a3", "a4"),
    (N_("on A0"), "a0", ""),
    (N_("A0, glued together from A3 sheets"), "a0", "a3"),
    (N_("A0, glued together from A4 sheets"), "a0", "a4"),
)
"""What a wall template can be printed on: text, finished size, and sheets."""
_MORE = ("silent", "similar", "merge", "part", "ungroup", "shuffle", "cover_here", "zoom_all")


class IdeasBar(QWidget):
    """Buttons of the wall are there while the wall is."""

    view_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("workbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        tr = context.tr
        self.views = FoldingSegments([(page.id, tr(page.text)) for page in VIEWS], tr("View"))
        self.views.chosen.connect(lambda view: self.view_chosen.emit(str(view)))
        run = context.commands.run
        self.group = button(tr("Group ideas"), lambda: run("ideas.group"))
        self.lasso = button(tr("Lasso"), lambda: run("ideas.lasso"))
        set_tooltip(self.lasso, tr("Draw a line around ideas to group them (Alt and a drag do the same)"))
        self.tidy = button(tr("Tidy up"), lambda: run("ideas.tidy"))
        self.more = button(tr("More") + "  ▾", name=tr("More about the wall"))
        self.more.clicked.connect(lambda: open_below(self.more_menu(), self.more))
        self.main = button("", self._main, "primary")
        self.templates = button(
            tr("Template") + "  ▾", lambda: run("agenda.template"), name=tr("Begin with a template")
        )
        self.plan_pdf = button(tr("Agenda as PDF"), lambda: run("export.agenda"))
        self._view = NOTES
        self._inner = ((self.lasso, "lasso"), (self.group, "group"), (self.tidy, "tidy"))
        """Buttons of the wall that stand in its menu where there is no room for them, with their commands."""
        self._away: set[QWidget] = set()
        parts = (self.lasso, self.group, self.tidy, self.more, self.templates, self.plan_pdf, self.main)
        box = row(self, self.views, -1, *parts, spacing=8)
        box.setContentsMargins(16, 0, 16, 0)
        self._fitting = Fitting(self, box)
        self._fitting.add(*(partial(self._put_away, part) for part in (self.tidy, self.lasso, self.group)),
                          self.views.fold, self.views.tighten)  # fmt: skip
        self.show_view(NOTES)

    def show_view(self, view: str) -> None:
        """Offer what belongs to a page."""
        self._view = view
        self.views.set_value(view)
        tr = self.context.tr
        texts = {
            NOTES: tr("Take a note"), QUESTIONS: tr("+ Question"), WALL: tr("+ Idea"), PRIORITIES: tr("+ Idea"),
            TRIALS: tr("+ Test"), VOTE: tr("New vote"),
        }  # fmt: skip
        self.main.setVisible(view not in (METHODS, AGENDA, MINUTES))
        self.templates.setVisible(view == AGENDA)
        self.plan_pdf.setVisible(view == AGENDA)
        self.main.setText(texts.get(view, ""))
        self.main.setAccessibleName(texts.get(view, ""))
        self.main.setEnabled(not self.context.session.read_only)
        for part in (self.lasso, self.group, self.tidy, self.more):
            part.setVisible(view == WALL)
        self._fitting.fit()

    def more_menu(self) -> QMenu:
        """What is done less often with the wall."""
        menu = QMenu(self)
        away = [name for part, name in self._inner if part in self._away]
        if away:
            menu.addActions([self.context.commands.action(f"ideas.{name}") for name in away])
            menu.addSeparator()
        menu.addActions([self.context.commands.action(f"ideas.{name}") for name in _MORE])
        menu.addSeparator()
        for output, text in _WALLS:
            inner = submenu(menu, self.context.tr(text))
            for words, size, tiles in _PRINTS:
                entry(inner, self.context.tr(words), partial(self._print, output, WallDetails(size, tiles)))
        return menu

    def _put_away(self, part: QWidget, on: bool) -> None:
        """Have a button of the wall in the menu instead of in the bar."""
        (self._away.add if on else self._away.discard)(part)
        part.setVisible(self._view == WALL and not on)

    def _print(self, output: str, details: WallDetails) -> None:
        from cxstudio.outputs.table import BY_ID
        from ui.dialogs.save_export import hand_on, ordered

        row = BY_ID[output]
        hand_on(self.window(), self.context, row, self.context.tr(row.title),
                replace(ordered(self.context), details=details))  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fitting.fit()

    def _main(self) -> None:
        self.context.commands.run(_MAIN[self._view])
