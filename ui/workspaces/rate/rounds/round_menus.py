"""The menus of the bar above the grid: rounds, voices, filters. Made anew each time they open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.edits.voices import Rater
from cxstudio.model import GROUP_VOICE, Department, Id, Participant, Round
from cxstudio.model.kinds import RoundState
from cxstudio.wording.figures.figure_sentences import view_words
from cxstudio.wording.figures.round_names import numbered_name
from cxstudio.wording.figures.voice_sentences import voice_name
from ui.context.context import Context
from ui.widgets.menus import entry
from ui.workspaces.rate.table.row_order import Filter

_ROUND = ("rate.edit_round", "rate.close_round", "rate.reopen_round", "rate.next_round", "rate.remove_round")


def round_menu(parent: QWidget, context: Context, now: Rater | None, choose: Callable[[Id], object]) -> QMenu:
    """Every round of the journey with its view, and what can be done with the one shown."""
    menu, texts = QMenu(parent), context.texts
    if now is not None and now.journey is not None:
        for known in context.document.having(Round, "journey", now.journey):
            parts = [numbered_name(context.document, known, texts), view_words(known.view, texts)]
            if known.day is not None:
                parts.append(texts.date(known.day))
            if known.state is RoundState.CLOSED:
                parts.append(texts.tr("closed"))
            entry(menu, " · ".join(parts), partial(choose, known.id), chosen=known == now.round)
    menu.addSeparator()
    for command in _ROUND:
        if context.commands.can(context.commands.rows[command]):
            menu.addAction(context.commands.action(command))
    menu.addSeparator()
    menu.addAction(context.commands.action("rate.new_round"))
    menu.addAction(context.commands.action("rate.enter_group_value"))
    return menu


def voice_menu(parent: QWidget, context: Context, now: Rater | None) -> QMenu:
    """All together, or one of the participants."""
    menu = QMenu(parent)
    alone = now is not None and now.one_voice
    everybody = context.tr("Group") if alone else context.tr("All participants together")
    together = alone or now is None or now.own is None
    entry(menu, everybody, partial(context.selection.set_voice, GROUP_VOICE), chosen=together)
    if not alone:
        menu.addSeparator()
        for person in context.document.all(Participant):
            name = voice_name(context.document, person.id, context.texts)
            name += f" · {person.role}" if person.role and person.role != name else ""
            own = now is not None and now.own == person.id
            entry(menu, name, partial(context.selection.set_voice, person.id), chosen=own)
    menu.addSeparator()
    for command in ("rate.new_person", "rate.people", "rate.enter_group_value"):
        menu.addAction(context.commands.action(command))
    return menu


def filter_menu(parent: QWidget, context: Context, now: Filter, change: Callable[..., object]) -> QMenu:
    """What else can be left out."""
    menu, tr = QMenu(parent), context.tr
    nothing: dict[str, object] = {"critical": False, "unrated": False, "decided": False, "basics": False}
    nothing |= {"shortlisted": False, "department": None}
    everything = not any(getattr(now, name) for name in nothing)
    entry(menu, tr("All touchpoints"), partial(change, **nothing), chosen=everything)
    menu.addSeparator()
    for name, text in (
        ("critical", tr("Critical only")),
        ("basics", tr("Basic requirements not met")),
        ("decided", tr("Decided against the rule")),
        ("unrated", tr("Not yet rated")),
        ("shortlisted", tr("Shortlist only")),
    ):
        on = getattr(now, name)
        entry(menu, text, partial(change, **{name: not on}), chosen=on)
    departments = context.document.all(Department)
    if departments:
        menu.addSeparator()
    for each in departments:
        on = now.department == each.id
        entry(menu, each.name, partial(change, department=None if on else each.id), chosen=on)
    return menu


def filter_words(context: Context, now: Filter) -> str:
    """What is left out, in a few words."""
    tr = context.tr
    department = context.document.find(now.department)
    parts = [
        tr("critical") if now.critical else "",
        tr("basics not met") if now.basics else "",
        tr("against the rule") if now.decided else "",
        tr("not yet rated") if now.unrated else "",
        tr("shortlist") if now.shortlisted else "",
        department.name if isinstance(department, Department) else "",
    ]
    return ", ".join(p for p in parts if p)
