"""The bar above the map: for whom, which round, as whom one rates, which lanes, and the button for a new touchpoint."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from cxstudio.analysis.comparison.overlaid_rounds import kindred_rounds
from cxstudio.analysis.journeys.unsorted_notes import unsorted_notes
from cxstudio.model import GROUP_VOICE, Journey, Note, Participant, Round
from cxstudio.model.kinds import JourneyKind
from cxstudio.wording import N_
from cxstudio.wording.figures.round_names import numbered_name, round_status
from cxstudio.wording.figures.voice_sentences import is_target, voice_here, voice_name
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, label, row
from ui.widgets.fitting.fitting_bar import Fitting, FoldingSegments
from ui.widgets.lazy_pages import PageRow
from ui.widgets.menus import chooser, entry
from ui.widgets.text_slot import ARROW, say_in_slot, slot_of
from ui.workspaces.journey.actions.journey_actions import JourneyActions
from ui.workspaces.journey.journey_views import COMPARE, MAP
from ui.workspaces.journey.lane_labels.lanes_menu import lanes_in_use, lanes_menu
from ui.workspaces.journey.map_model.map_model import MapModel, journey_of
from ui.workspaces.journey.map_model.round_overlays import over_menu
from ui.workspaces.journey.persona_chip import PersonaChip

_KINDS = (
    (JourneyKind.AS_IS, N_("As-is journey")),
    (JourneyKind.TO_BE, N_("To-be journey")),
    (COMPARE, N_("Comparison")),
)
_PERSONA, _VOICE, _ROUND = ("Jana Brandt, 34", "Jana"), "Johanna", "Workshop 12. March"
"""Words the changing parts of the bar have room for: longer ones are shortened. Of a persona with more and less."""

_MANY_NOTES = "99+"
_ROOMY, _TIGHT = (8, 16), (2, 8)
"""Pixels between the parts and at both ends, with room and without."""
_ICON = 36
"""Width in pixels of a button that is an icon alone."""


class Toolbar(QWidget):
    """One row of 46 pixels. What cannot be chosen is not offered."""

    round_chosen = Signal(str)
    view_chosen = Signal(str)
    panel_wanted = Signal(str)
    _counted: tuple[tuple[Note, ...], int] | None = None
    """All notes, and how many of them wait."""
    _behind = False
    """Whether something changed while it was out of view."""
    _sized = False
    """Whether it has the width it is shown in."""
    _fitted: tuple[object, ...] | None = None
    """What it said in which width when it was last made to fit."""

    def __init__(
        self,
        context: Context,
        model: MapModel,
        journeys: JourneyActions,
        views: Sequence[PageRow],
        panels: Sequence[PageRow],
    ) -> None:
        super().__init__()
        self.setObjectName("workbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(46)
        self._context, self._model, self._journeys = context, model, journeys
        self.persona = PersonaChip(context)
        self._useful: list[QWidget] = []  # parts that have a place, shown or not
        self._said: dict[QPushButton, tuple[str, str]] = {}
        """Button → what it says with room, and with less."""
        self._slots: dict[QPushButton, tuple[int, int]] = {}
        """Button → how wide it is then, whatever it says."""
        self._filter_icon, self._plus_icon = context.theme.icon("filter"), context.theme.icon("plus")
        self._kind = FoldingSegments([(kind, context.tr(text)) for kind, text in _KINDS], context.tr("As-is or to-be"))
        self._kind.chosen.connect(journeys.go)
        shown = [(r.id, context.tr(r.text)) for r in views if r.id != COMPARE]
        self._views = FoldingSegments(shown, context.tr("View"))
        self._views.set_value(MAP)
        self._views.chosen.connect(lambda view: self.view_chosen.emit(str(view)))
        self._view = MAP
        self.panels = {r.id: self._panel_button(r) for r in panels}
        self._round = chooser(context.tr("Round whose figures are shown"), self._round_menu, "ghost")
        self._voice = chooser(context.tr("As whom you rate"), self._voice_menu, "ghost")
        self._lanes = chooser(context.tr("Lanes"), lambda: lanes_menu(context, model, self), "ghost")
        self.filter_button = button(
            context.tr("Filter") + "  ▾",
            lambda: context.commands.run("looking.filter"),
            "ghost",
            name=context.tr("Filter touchpoints"),
        )
        set_tooltip(self.filter_button, context.commands.tooltip(context.commands.rows["looking.filter"]))
        command = context.commands.rows["journey.new_touchpoint"]
        self._new = button(
            context.tr("+ Touchpoint"), lambda: context.commands.run(command.id), name=context.tr(command.text)
        )
        _with_key(self._new, context.commands.keys_text(command))
        set_tooltip(self._new, context.commands.tooltip(command))
        self._box = self._laid_out()
        self._fitting = Fitting(self, self._box)
        self._add_steps()
        for signal in (context.bridge.changed, context.selection.voice_changed, context.selection.journey_changed):
            signal.connect(self._follow)
        self._measure()
        self.refresh()

    def _add_steps(self) -> None:
        """What the bar does without, one after the other, where there is too little room."""
        self._fitting.add(
            lambda less: self._say(self._voice, less),
            lambda less: self._say(self._round, less),
            lambda less: self._say(self._lanes, less),
            lambda less: _only_icon(self.filter_button, self._filter_icon, self._context.tr("Filter") + "  ▾", less),
            self._name_less,
            self._closer,
            self._name_least,
            self._views.fold,
            lambda less: _only_icon(self._new, self._plus_icon, self._context.tr("+ Touchpoint"), less),
            self._kind.fold,
            self._name_none,
            self._kind.tighten,
            self._views.tighten,
        )
        parts = (*self.panels.values(), self.filter_button, self._lanes, self._round, self._voice)
        self._fitting.fold_into_menu(self._context.tr("More"), *parts)

    def _laid_out(self) -> QHBoxLayout:
        box = row(self, self.persona, spacing=_ROOMY[0])
        box.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self._views, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.panels.values():
            box.addWidget(part)
        box.addStretch(1)
        for part in (self._voice, self._round, self.filter_button, self._lanes, self._new):
            box.addWidget(part)
        box.setContentsMargins(_ROOMY[1], 0, _ROOMY[1], 0)
        return box

    def _measure(self) -> None:
        """How wide the parts are whose words change with journey, persona, person and round."""
        tr = self._context.tr
        words = {
            self._voice: (tr("Rating as: {voice}", voice=_VOICE), _VOICE),
            self._round: (_ROUND, max(tr("Group value"), tr("Target values"), key=len)),
            self._lanes: (tr("Lanes {shown}/{all}", shown=20, all=20), tr("Lanes")),
        }
        self._least_name = slot_of(self.persona, _PERSONA[1])
        invitation = slot_of(self.persona, tr("For whom?"))
        self._slots[self.persona] = slot_of(self.persona, _PERSONA[0]), max(self._least_name, invitation)
        for part, (more, less) in words.items():
            self._slots[part] = slot_of(part, more + ARROW), slot_of(part, less + ARROW)
        for panel, part in self.panels.items():
            part.setFixedWidth(slot_of(part, _MANY_NOTES) if panel == "notes" else _ICON)

    def show_view(self, view: str) -> None:
        """Say which view is shown."""
        self._view = view
        self._views.set_value(None if view == COMPARE else view)
        self.refresh()

    def show_panel(self, panel: str) -> None:
        """Say which panel is open."""
        for known, part in self.panels.items():
            part.setChecked(known == panel)

    def _panel_button(self, panel: PageRow) -> QPushButton:
        made = button("", lambda: self.panel_wanted.emit(panel.id), "ghost", name=self._context.tr(panel.text))
        made.setIcon(self._context.theme.icon(panel.icon))
        made.setCheckable(True)
        set_tooltip(made, self._context.commands.tooltip(self._context.commands.rows[f"journey.panel_{panel.id}"]))
        return made

    def _follow(self) -> None:
        self._behind = not self.isVisible()
        if not self._behind:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._follow()

    def refresh(self) -> None:
        """Read everything again."""
        context = self._context
        document, texts = context.document, context.texts
        journey = journey_of(document, self._model.journey)
        self.persona.show_journey(journey)
        self._show(self.persona, here=True, useful=journey is not None)
        self._refresh_kinds(journey)
        waiting = self._waiting_notes()
        many = waiting > 99
        self.panels["notes"].setText((_MANY_NOTES if many else texts.number(waiting)) if waiting else "")
        shown = context.bridge.shown_round(self._model.journey)
        name = numbered_name(document, shown, texts) if shown is not None else texts.tr("No round yet")
        self._said[self._round] = name, name
        set_tooltip(self._round, f"{self._round.accessibleName()}: {name}")
        here = self._view != COMPARE
        self._show(self._round, here, useful=journey is not None and bool(kindred_rounds(document, journey.id)))
        who = voice_here(document, context.selection.voice, shown, texts)
        self._said[self._voice] = texts.tr("Rating as: {voice}", voice=who), who
        set_tooltip(self._voice, texts.tr("Rating as: {voice}", voice=who))
        self._show(self._voice, here, useful=bool(document.all(Participant)) or is_target(shown))
        used, known = lanes_in_use(document, self._model.journey)
        self._said[self._lanes] = texts.tr("Lanes {shown}/{all}", shown=used, all=known), texts.tr("Lanes")
        writable = not context.session.read_only
        staged = journey is not None and bool(document.stages(journey.id))
        self._show(self._lanes, self._view == MAP, useful=writable and staged)
        self._show(self.filter_button, here, useful=staged)
        self._show(self._new, here, useful=writable)
        self._fit()

    def _waiting_notes(self) -> int:
        """How many notes nobody has given a kind; counted when another note is there."""
        document = self._context.document
        notes = document.all(Note)
        if self._counted is None or self._counted[0] is not notes:
            self._counted = notes, len(unsorted_notes(document))
        return self._counted[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sized = True
        self._fit()

    def _show(self, part: QWidget, here: bool, *, useful: bool) -> None:
        """Show a part where it is useful; its place stays in any case, and nothing beside it moves."""
        _keep_place(part)
        part.setVisible(useful and here)
        if part not in self._useful:
            self._useful.append(part)

    def _fit(self) -> None:
        """As much in words as there is room for if every part were here: so it is the same in each view.

        Which room there is, is known once it is shown.
        """
        if not self._sized:
            return
        away = [part for part in self._useful if part.isHidden()]
        said = (
            self.width(),
            self.persona.said,
            tuple(self._said.values()),
            tuple(away),
            self._views.value,
            self._kind.value,
        )
        if said == self._fitted and self.isVisible() and self._fitting.fits:
            return
        self._fitted = said
        for part in away:
            part.setVisible(True)
        self._fitting.fit()
        for part in away:
            part.setVisible(False)

    def _say(self, part: QPushButton, less: bool) -> None:
        text, width = self._said.get(part, ("", ""))[less], self._slots.get(part, (0, 0))[less]
        say_in_slot(part, text, width)

    def _name_less(self, less: bool) -> None:
        """The persona's name as far as there is room: without her age, her first name, the beginning of it."""
        self._say_name(self._slots.get(self.persona, (0, 0))[less])

    def _say_name(self, wide: int) -> None:
        say_in_slot(self.persona, self.persona.said[0], wide, "", shorter=self.persona.said[1:])

    def _closer(self, less: bool) -> None:
        """Less between the parts, before the name goes."""
        spacing, margin = _TIGHT if less else _ROOMY
        self._box.setSpacing(spacing)
        self._box.setContentsMargins(margin, 0, margin, 0)

    def _name_least(self, less: bool) -> None:
        if less:
            self._say_name(self._least_name)

    def _name_none(self, less: bool) -> None:
        if less:
            say_in_slot(self.persona, "", slot_of(self.persona, ""), "")

    def _refresh_kinds(self, journey: Journey | None) -> None:
        """As-is, to-be and comparison."""
        self._show(self._kind, here=True, useful=journey is not None)
        self._kind.set_value(self._journeys.where)

    def _rounds(self) -> tuple[Round, ...]:
        journey = self._model.journey
        return self._context.document.having(Round, "journey", journey) if journey is not None else ()

    def _round_menu(self) -> QMenu:
        context = self._context
        shown = context.bridge.shown_round(self._model.journey)
        menu = QMenu(self)
        for known in self._rounds():
            said = round_status(context.document, known, 0, context.texts)
            line = entry(menu, said, partial(self.round_chosen.emit, known.id), chosen=known is shown)
            line.setEnabled(known is shown or not context.session.read_only)
        journey = self._model.journey
        over = over_menu(context, journey, menu) if journey is not None else None
        if over is not None:
            menu.addSeparator()
            menu.addMenu(over)
        menu.addSeparator()
        menu.addAction(context.commands.action("journey.enter_group_value"))
        menu.addAction(context.commands.action("journeys.set_targets"))
        return menu

    def _voice_menu(self) -> QMenu:
        context = self._context
        menu = QMenu(self)
        for voice in (GROUP_VOICE, *(p.id for p in context.document.all(Participant))):
            said = voice_name(context.document, voice, context.texts)
            entry(menu, said, partial(context.selection.set_voice, voice), chosen=voice == context.selection.voice)
        return menu


def _keep_place(part: QWidget) -> None:
    """Its place stays where it is hidden."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    part.setSizePolicy(policy)


def _only_icon(part: QPushButton, icon: QIcon, text: str, less: bool) -> None:
    """A button as its icon alone, or as its words with the key beside them."""
    part.setText("" if less else text)
    part.setIcon(icon if less else QIcon())
    for key in part.findChildren(QLabel):
        key.setVisible(not less)
    least = part.property("least") or 0
    part.setMinimumWidth(_ICON if less else int(least))


def _with_key(made: QPushButton, keys: str) -> None:
    """Show a button's key in a little frame at its right end."""
    if not keys:
        return
    sign = label(keys, "key")
    sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    sign.setFixedHeight(19)
    box = row(made, -1)
    box.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
    box.setContentsMargins(0, 0, 9, 0)
    made.setProperty("kind", "keyed")
    made.setProperty("least", made.sizeHint().width() + sign.sizeHint().width() + 14)
    made.setMinimumWidth(int(made.property("least")))
