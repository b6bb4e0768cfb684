"""What stands in the place of the grid while there is nothing to rate, or nobody has begun."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from ui.context.context import Context
from ui.widgets.basics import button
from ui.widgets.empty_state import empty_state


def no_touchpoints(context: Context) -> QWidget:
    """The journey is empty."""
    tr = context.tr
    to_map = button(tr("Go to journey"), lambda: context.commands.run("go.journey"), "primary")
    words = tr("The rating table lists the touchpoints of the journey. Put the first ones on the map.")
    return empty_state(context.theme, "journey", tr("No touchpoints yet"), words, to_map)


def nothing_left(context: Context, show_all: Callable[[], object]) -> QWidget:
    """The filter leaves nothing over."""
    tr = context.tr
    words = tr("No touchpoint matches the filter or the search.")
    every = button(tr("Show all touchpoints"), show_all, "primary")
    return empty_state(context.theme, "filter", tr("Nothing to show"), words, every)


def no_round(context: Context) -> QWidget:
    """Nobody has begun to rate."""
    tr, run = context.tr, context.commands.run
    words = tr(
        "Rate one by one in a round, or let the group agree on one value per question. Expectation, "
        "experience, emotion and importance then appear here side by side."
    )
    buttons: tuple[QPushButton, ...] = (
        button(tr("New round"), lambda: run("rate.new_round"), "primary"),
        button(tr("Rate as the group"), lambda: run("rate.enter_group_value")),
    )
    for each in buttons:
        each.setEnabled(not context.session.read_only)
    return empty_state(context.theme, "bars", tr("No ratings yet"), words, *buttons)
