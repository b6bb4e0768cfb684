"""Which lanes are shown, folded or hidden: the menu of the bar and of each lane's label."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.edits import set_lane, set_lane_order
from cxstudio.layout.lanes import LANES
from cxstudio.model import Document, Id, LaneSetting
from cxstudio.model.journey import implied_lane_order
from cxstudio.model.kinds import LaneKind
from cxstudio.wording import N_
from cxstudio.wording.fields import choice_label

if TYPE_CHECKING:
    from ui.context import Context
    from ui.workspaces.journey.map_model import MapModel

_STEP = 32.0


def lane_settings(document: Document, journey: Id | None) -> dict[LaneKind, LaneSetting]:
    """Settings of a journey's lanes, where there are any."""
    found = document.having(LaneSetting, "journey", journey) if journey is not None else ()
    return {setting.kind: setting for setting in found}


def lane_order(document: Document, journey: Id | None) -> list[LaneKind]:
    """All kinds of lanes in the order of the map."""
    settings = lane_settings(document, journey)
    return sorted(LANES, key=lambda k: settings[k].order if k in settings else implied_lane_order(k))


def lanes_in_use(document: Document, journey: Id | None) -> tuple[int, int]:
    """How many lanes are shown, and how many there are."""
    settings = lane_settings(document, journey)
    hidden = [k for k in LANES if k in settings and not settings[k].shown]
    return len(LANES) - len(hidden), len(LANES)


def lanes_menu(context: Context, model: MapModel, parent: QWidget) -> QMenu:
    """Every lane with a tick where it is shown."""
    menu = QMenu(parent)
    settings = lane_settings(context.document, model.journey)
    for kind in lane_order(context.document, model.journey):
        setting = settings.get(kind)
        shown = setting is None or setting.shown
        title = (setting.title if setting is not None else "") or context.tr(choice_label(kind))
        entry = menu.addAction(title)
        entry.setCheckable(True)
        entry.setChecked(shown)
        entry.setEnabled(kind is not LaneKind.TOUCHPOINTS)
        _does(entry, context, model, kind, shown=not shown)
    menu.addSeparator()
    everything = menu.addAction(context.tr("Show all lanes"))
    hidden = [kind for kind, setting in settings.items() if not setting.shown]
    everything.setEnabled(bool(hidden))
    everything.triggered.connect(lambda *_: _show(context, model, hidden))
    return menu


def lane_menu(context: Context, model: MapModel, key: str, parent: QWidget) -> QMenu | None:
    """What can be done with one lane; None where the label names none."""
    layout = model.layout
    row = next((lane for lane in layout.lanes if lane.key == key), None) if layout is not None else None
    if row is None or context.session.read_only:
        return None
    menu = QMenu(parent)
    _does(menu.addAction(context.tr("Unfold") if row.collapsed else context.tr("Fold")), context, model, row.kind,
          collapsed=not row.collapsed)  # fmt: skip
    if row.kind is not LaneKind.TOUCHPOINTS:
        _does(menu.addAction(context.tr("Hide")), context, model, row.kind, shown=False)
    menu.addSeparator()
    _does(menu.addAction(context.tr("Higher")), context, model, row.kind, height=row.height + _STEP)
    lower = menu.addAction(context.tr("Lower"))
    lower.setEnabled(row.height > 2 * _STEP)
    _does(lower, context, model, row.kind, height=max(_STEP, row.height - _STEP))
    _does(menu.addAction(context.tr("Height as needed")), context, model, row.kind, height=None)
    menu.addSeparator()
    for text, step in ((N_("Move up"), -1), (N_("Move down"), 1)):
        entry = menu.addAction(context.tr(text))
        entry.setEnabled(_moved(context, model, row.kind, step) is not None)
        entry.triggered.connect(lambda _=False, s=step: _move(context, model, row.kind, s))
    menu.addSeparator()
    menu.addMenu(lanes_menu(context, model, menu)).setText(context.tr("Lanes"))
    return menu


def toggle_collapsed(context: Context, model: MapModel, key: str) -> None:
    """Fold a lane to its title, or unfold it."""
    layout = model.layout
    row = next((lane for lane in layout.lanes if lane.key == key), None) if layout is not None else None
    if row is not None and not context.session.read_only:
        _setter(context, model, row.kind, collapsed=not row.collapsed)()


def _does(entry: QAction, context: Context, model: MapModel, kind: LaneKind, **values: Any) -> None:
    entry.triggered.connect(lambda *_: _setter(context, model, kind, **values)())


def _setter(context: Context, model: MapModel, kind: LaneKind, **values: Any) -> Callable[[], None]:
    def act() -> None:
        if model.journey is not None:
            with context.session.transaction(N_("Change the lanes")) as draft:
                set_lane(draft, model.journey, kind, **values)

    return act


def _show(context: Context, model: MapModel, kinds: list[LaneKind]) -> None:
    if model.journey is not None:
        with context.session.transaction(N_("Change the lanes")) as draft:
            for kind in kinds:
                set_lane(draft, model.journey, kind, shown=True)


def _moved(context: Context, model: MapModel, kind: LaneKind, step: int) -> list[LaneKind] | None:
    """All lanes with one of them a shown place further; None at the ends."""
    settings = lane_settings(context.document, model.journey)
    shown = [k for k in lane_order(context.document, model.journey) if k not in settings or settings[k].shown]
    place = shown.index(kind) + step
    if not 0 <= place < len(shown):
        return None
    shown.remove(kind)
    shown.insert(place, kind)
    return shown


def _move(context: Context, model: MapModel, kind: LaneKind, step: int) -> None:
    order = _moved(context, model, kind, step)
    if order is not None and model.journey is not None:
        with context.session.transaction(N_("Change the lanes")) as draft:
            set_lane_order(draft, model.journey, order)
