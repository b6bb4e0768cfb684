"""The personas of the project, one below the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cxstudio.model import Id, Journey, Persona
from ui.context.context import Context
from ui.theme.heard_roles import hear_as
from ui.widgets.basics import button, column, label, row
from ui.widgets.card_button import CardButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.lazy_pages import PageRow
from ui.widgets.menus import entry, open_below
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.understand.persona_avatar import Avatar
from ui.workspaces.understand.understand_pages import VIEWS

WIDTH, NARROW = 240, 180
_LEAST_WORDS = 40


def template_menu(parent: QWidget, context: Context, choose: Callable[[str], object]) -> QMenu:
    """The personas there are to begin with."""
    from cxstudio.catalogue.persona_templates import persona_templates

    menu, language = QMenu(parent), context.texts.language
    for template in persona_templates().personas:
        name, about = template.name.say(language), template.occupation.say(language)
        entry(menu, f"{name} – {about}", partial(choose, template.id))
    return menu


class PersonaRow(CardButton):
    """One persona: face, name, and a few words."""

    def __init__(self, context: Context, persona: Id) -> None:
        super().__init__("person")
        self.context, self.persona = context, persona
        self.setCheckable(True)
        hear_as(self, "choice")
        self.avatar = Avatar(context, 36)
        self.name, self.words = ElidedLabel("", "strong"), ElidedLabel("", "small")
        texts = column(None, self.name, self.words, spacing=0)
        box = row(self, self.avatar, spacing=10)
        box.setContentsMargins(12, 10, 8, 10)
        box.addLayout(texts, 1)
        for part in (self.name, self.words):
            part.setMinimumWidth(_LEAST_WORDS)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setMinimumHeight(self.minimumSizeHint().height())  # the style knows of no layout: it would be squeezed

    def refresh(self) -> None:
        """Show the persona as she stands."""
        record = self.context.document.get(Persona, self.persona)
        texts = self.context.texts
        journeys = len(self.context.document.having(Journey, "personas", record.id))
        told = texts.trn("{n} journey", "{n} journeys", journeys) if journeys else ""
        parts = [str(record.age) if record.age is not None else "", told, record.occupation]
        line = " · ".join(p for p in parts if p)
        self.name.set_text(record.name or texts.tr("No name yet"))
        self.words.set_text(line)
        self.setAccessibleName(f"{record.name}, {line}" if line else record.name)
        self.avatar.show_persona(self.persona)


class PersonaList(QWidget):
    """Choose a persona or add one; arrows walk the list."""

    chosen = Signal(str)
    page_chosen = Signal(str)
    template_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.pages: dict[str, QPushButton] = {}
        self.setObjectName("side")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.rows: dict[Id, PersonaRow] = {}
        self._current: Id | None = None
        self._body = column(None, spacing=2)
        self.adder = button(context.tr("+ Persona"), lambda: context.commands.run("understand.add"), "add")
        self.templates = button(context.tr("Templates") + "  ▾", kind="add", name=context.tr("Persona from a template"))
        self.templates.clicked.connect(lambda: open_below(self._template_menu(), self.templates))
        self.templates.setEnabled(not context.session.read_only)
        self.adder.setEnabled(not context.session.read_only)
        inner = QWidget()
        column(self, VerticalScrollArea(inner), spacing=0)
        box = column(inner, spacing=8)
        box.setContentsMargins(8, 16, 8, 16)
        heading = label(context.tr("Personas"), "caption")
        heading.setContentsMargins(8, 0, 0, 0)
        box.addWidget(heading)
        box.addLayout(self._body)
        box.addLayout(row(None, 8, self.adder, self.templates, -1, spacing=8))
        tools = label(context.tr("Tools"), "caption")
        tools.setContentsMargins(8, 12, 0, 0)
        box.addWidget(tools)
        box.addLayout(column(None, *(self._page(each) for each in VIEWS), spacing=2))
        box.addStretch(1)

    def _template_menu(self) -> QMenu:
        return template_menu(self, self.context, self.template_chosen.emit)

    def show_page(self, page: str) -> None:
        """Mark the page in view."""
        for each, made in self.pages.items():
            made.setChecked(each == page)

    def _page(self, page: PageRow) -> QPushButton:
        made = button(self.context.tr(page.text), partial(self.page_chosen.emit, page.id), "tool_row")
        made.setCheckable(True)
        hear_as(made, "choice")
        self.pages[page.id] = made
        return made

    def refresh(self, current: Id | None) -> None:
        """Show the personas in order and mark the one in view."""
        wanted = [p.id for p in self.context.document.all(Persona)]
        for gone in [i for i in self.rows if i not in wanted]:
            made = self.rows.pop(gone)
            made.hide()
            made.deleteLater()
        for place, persona in enumerate(wanted):
            if persona not in self.rows:
                made = self.rows[persona] = PersonaRow(self.context, persona)
                made.clicked.connect(lambda _=False, i=persona: self.chosen.emit(i))
            if self._body.indexOf(self.rows[persona]) != place:
                self._body.insertWidget(place, self.rows[persona])
            self.rows[persona].refresh()
            self.rows[persona].setChecked(persona == current)
        self._current = current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        ids = [p.id for p in self.context.document.all(Persona)]
        if step is None or self._current not in ids:
            super().keyPressEvent(event)
            return
        target = ids[max(0, min(len(ids) - 1, ids.index(self._current) + step))]
        self.chosen.emit(target)
        self.rows[target].setFocus()
