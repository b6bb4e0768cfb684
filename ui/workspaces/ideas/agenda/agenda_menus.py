"""Menus of the agenda: templates, methods, workshops."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.catalogue.agendas import AgendaTemplate, agenda_templates
from cxstudio.catalogue.methods import methods
from cxstudio.model import Id, Workshop
from ui.context.context import Context
from ui.widgets.menus import entry


def template_menu(owner: QWidget, context: Context, begin: Callable[[AgendaTemplate], object]) -> QMenu:
    """All templates."""
    menu, language = QMenu(owner), context.texts.language
    for template in agenda_templates():
        text = f"{template.name.say(language)}: {template.about.say(language)}"
        entry(menu, text, partial(begin, template))
    return menu


def method_menu(owner: QWidget, context: Context, add: Callable[[str], object]) -> QMenu:
    """All method cards."""
    menu, language = QMenu(owner), context.texts.language
    for card in methods().cards:
        entry(menu, card.name.say(language), partial(add, card.id))
    return menu


def workshop_menu(owner: QWidget, context: Context, seen: Workshop | None, show: Callable[[Id], object]) -> QMenu:
    """All workshops with their days, the one in view ticked."""
    menu = QMenu(owner)
    for workshop in context.document.all(Workshop):
        day = f" · {context.texts.date(workshop.day)}" if workshop.day is not None else ""
        name = (workshop.title or context.tr("Workshop")) + day
        entry(menu, name, partial(show, workshop.id), chosen=seen is not None and workshop.id == seen.id)
    menu.addSeparator()
    return menu
