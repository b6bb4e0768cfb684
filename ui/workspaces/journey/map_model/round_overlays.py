"""Which rounds are drawn over the one shown: the ticks in the round's menu and in a lane's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cxstudio.analysis.comparison.overlaid_rounds import kindred_rounds, same_axis
from cxstudio.edits import set_lane, show_over
from cxstudio.layout.map_scene.overlaid_values import FIGURES
from cxstudio.model import Id, Journey, LaneSetting, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording import N_
from cxstudio.wording.figures.overlaid_round_names import nothing_to_show, other_scale, over_name
from cxstudio.wording.figures.round_names import round_status
from ui.theme.plain_texts import caption
from ui.widgets.menus import entry

if TYPE_CHECKING:
    from ui.context.context import Context

LANES = tuple(FIGURES)


def over_menu(context: Context, journey: Id, parent: QMenu, lanes: Iterable[LaneKind] = LANES) -> QMenu | None:
    """A menu with a tick per round that is laid over these lanes; None where there is no other round."""
    shown = context.bridge.shown_round(journey)
    others = [r for r in kindred_rounds(context.document, journey) if shown is None or r.id != shown.id]
    if not others:
        return None
    menu = QMenu(caption(context.tr("Show as well")), parent)
    over = rounds_over(context, journey, lanes)
    for known in others:
        line = entry(menu, _named(context, known, journey), chosen=known.id in over)
        line.setEnabled(not context.session.read_only)
        line.triggered.connect(lambda on, i=known.id: lay_over(context, journey, i, lanes, on=on))
    return menu


def rounds_over(context: Context, journey: Id, lanes: Iterable[LaneKind] = LANES) -> frozenset[Id]:
    """Rounds laid over any of these lanes."""
    wanted = tuple(lanes)
    settings = context.document.having(LaneSetting, "journey", journey)
    return frozenset(i for setting in settings if setting.kind in wanted for i in setting.overlaid)


def lay_over(context: Context, journey: Id, over: Id, lanes: Iterable[LaneKind], *, on: bool) -> None:
    """Draw a round over the one shown in these lanes, where that can be done; else say why not."""
    wanted = [kind for kind in lanes if not on or not refusal(context, journey, over, kind)]
    if not wanted:
        context.messages.say(refusal(context, journey, over, next(iter(lanes))))
        return
    with context.session.transaction(N_("Show another round as well") if on else N_("Stop showing a round")) as draft:
        for kind in wanted:
            show_over(draft, set_lane(draft, journey, kind), over, on)


def refusal(context: Context, journey: Id, over: Id, kind: LaneKind) -> str:
    """Why a round cannot be drawn over a lane; empty where it can."""
    document, texts = context.document, context.texts
    shown, record = context.bridge.shown_round(journey), document.get(Round, over)
    if shown is not None and not same_axis(document, shown.id, over, FIGURES[kind]):
        return other_scale(document, record, shown, texts)
    figures = context.bridge.figures(over)
    found = figures.touchpoints if figures is not None else ()
    if not any(getattr(f, FIGURES[kind]) for f in found):
        return nothing_to_show(document, record, shown, texts)
    return ""


def _named(context: Context, known: Round, journey: Id) -> str:
    """The round as menus name it, with its journey where that is another one."""
    document, texts = context.document, context.texts
    if known.kind is RoundKind.TARGET:
        name = over_name(document, known, None, texts)
    else:
        name = round_status(document, known, 0, texts)
    about = document.get(Journey, known.journey)
    kind = {"as_is": texts.tr("As-is journey"), "to_be": texts.tr("To-be journey")}[about.kind.value]
    return name if known.journey == journey else f"{name} · {kind}"


def add_over_menu(context: Context, journey: Id | None, menu: QMenu, kind: LaneKind) -> None:
    """Put the ticks into a lane's menu, where the lane can show another round."""
    found = over_menu(context, journey, menu, (kind,)) if journey is not None and kind in FIGURES else None
    if found is not None:
        menu.addSeparator()
        menu.addMenu(found)
