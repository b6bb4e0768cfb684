"""The menus of the bar above the grid: rounds, voices, filters. Made anew each time they open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.edits.rating.voices import Rater
from cxstudio.model import GROUP_VOICE, Department, Id, Participant, Round
from cxstudio.model.kinds import RoundState
from cxstudio.wording import N_
from cxstudio.wording.figures.figure_sentences import view_words
from cxstudio.wording.figures.round_names import numbered_name
from cxstudio.wording.figures.voice_sentences import voice_name
from ui.context.context import Context
from ui.widgets.menus import entry

_MARKS: Final = {
    Mark.CRITICAL: (N_("Critical only"), N_("critical")),
    Mark.UNMET_BASIC: (N_("Basic requirements not met"), N_("basics not met")),
    Mark.OVERRULED: (N_("Decided against the rule"), N_("against the rule")),
    Mark.UNRATED: (N_("Not yet rated"), N_("not yet rated")),
    Mark.SHORTLISTED: (N_("Shortlist only"), N_("shortlist")),
}
"""What the table can be narrowed to: as the menu offers it, and in a few words."""
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


def filter_menu(parent: QWidget, context: Context, now: Filter, change: Callable[[Filter], object]) -> QMenu:
    """What else can be left out."""
    menu, tr = QMenu(parent), context.tr
    everything = Filter(text=now.text)
    entry(menu, tr("All touchpoints"), partial(change, everything), chosen=now == everything)
    menu.addSeparator()
    for mark, (text, _) in _MARKS.items():
        entry(menu, tr(text), partial(change, now.toggled("marks", mark)), chosen=mark in now.marks)
    departments = [d for d in context.document.all(Department) if d.merged_into is None]
    if departments:
        menu.addSeparator()
    for each in departments:
        on = each.id in now.departments
        only = now.only("departments", *(() if on else (each.id,)))
        entry(menu, each.name, partial(change, only), chosen=on)
    return menu


def filter_words(context: Context, now: Filter) -> str:
    """What is left out, in a few words."""
    departments = (d.name for d in context.document.all(Department) if d.id in now.departments)
    return ", ".join((*(context.tr(words) for mark, (_, words) in _MARKS.items() if mark in now.marks), *departments))
