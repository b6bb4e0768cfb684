"""The view of as-is and to-be: a sentence, both journeys, their curves; an invitation where one is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from cxstudio.model import Id, Journey, Record, Round, Stage, Touchpoint
from cxstudio.model.kinds import JourneyKind, RoundKind
from cxstudio.store import ChangeSet
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.round_names import round_status
from cxstudio.wording.findings.comparison_findings import comparison_sentence, figure_sentence
from ui.canvas.interaction.press_machine import speak
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context
from ui.widgets.basics import button, column, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import empty_state
from ui.widgets.menus import chooser, entry, open_at
from ui.widgets.segmented_choice import Segments
from ui.workspaces.journey.comparison.comparison_area import ComparisonArea
from ui.workspaces.journey.comparison.comparison_model import ComparisonModel
from ui.workspaces.journey.comparison.comparison_zoom import ComparisonZoom
from ui.workspaces.journey.context_menus import map_menu
from ui.workspaces.journey.journey_views import JourneyView
from ui.workspaces.journey.map_model.map_model import MapModel, journey_of
from ui.workspaces.workspace_base import Status

FIGURES = ("emotion", "experience")
HEAD = 44


class Comparing(JourneyView):
    """As-is against to-be."""

    zooming: ComparisonZoom

    def __init__(self, context: Context, _: MapModel) -> None:
        super().__init__()
        self._context = context
        self.model = ComparisonModel(context, self)
        self.sentence = ElidedLabel("", "strong")
        self.target = ElidedLabel("", "muted")
        choices = [(f, capital(context.tr(figure_label(f)))) for f in FIGURES]
        self.figure = Segments(choices, context.tr("Curve"))
        self.figure.set_value(self.model.figure)
        self.figure.chosen.connect(lambda value: self.model.set_figure(str(value)))
        self.aim = button(context.tr("Set target values"), lambda: context.commands.run("journeys.set_targets"))
        self.chooser = chooser(context.tr("To-be journey compared"), self._choices, "ghost")
        self.area = ComparisonArea(context, self.model)
        self.view = self.area.view
        self.zooming = ComparisonZoom(context, self.model, self.view)
        self.edit_text = self._edit_on_map
        self.invitation = QWidget()
        self._stack = QStackedWidget()
        self._whole = QWidget()
        column(self._whole, self._head(), self.area, spacing=0).setStretch(1, 1)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.invitation)
        column(self, self._stack, spacing=0)
        self.view.edit_wanted.connect(self._edit)
        self.view.menu_wanted.connect(self._menu)
        self.area.names.edit_wanted.connect(self._edit)
        self.area.names.menu_wanted.connect(self._menu)
        self.model.changed.connect(self._changed)
        context.selection.changed.connect(self._selected)
        self._stale = True

    def _head(self) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "surface")
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = column(None, self.sentence, self.target, spacing=0)
        box = row(made, self.chooser, self.figure, self.aim, spacing=8)
        box.insertLayout(0, words, 1)
        box.setContentsMargins(16, 6, 16, 6)
        made.setFixedHeight(HEAD + 8)
        return made

    @property
    def kinds(self) -> frozenset[type[Record]]:
        """While it only invites, no card can be seen."""
        return frozenset({Journey, Stage, Touchpoint} if self.model.pair is not None else {Journey})

    def journeys(self) -> tuple[Id, ...] | None:
        pair = self.model.pair
        return (pair[0].id, pair[1].id) if pair is not None else None

    def entered(self) -> None:
        """The view comes into sight."""
        self._refresh()

    def view_state(self) -> tuple[Zoom, str, Id | None]:
        """Zoom, figure, and the to-be journey chosen last."""
        return self.model.zoom, self.model.figure, self.model.later

    def restore_view_state(self, state: tuple[Zoom, str, Id | None]) -> None:
        """Show the same."""
        self.model.zoom, self.model.figure, self.model.later = state
        self.figure.set_value(self.model.figure)

    def take_focus(self) -> None:
        """Give the keyboard to the picture, or to the button of the invitation."""
        inviting = self._stack.currentWidget() is self.invitation
        target = self.invitation.findChild(type(self.aim)) if inviting else self.view
        (target or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> Status | None:
        """How many touchpoints stand here, the round behind today's curve, and the zoom."""
        layout, texts = self.model.layout, self._context.texts
        if layout is None:
            return Status()
        kinds = (texts.tr("As-is journey"), texts.tr("To-be journey"))
        counts = [
            sum(1 for match in layout.board.comparison.touchpoints if getattr(match, side.name) is not None)
            for side in layout.board.sides
        ]
        left = tuple(
            "{}: {}".format(kind, texts.trn("{n} touchpoint", "{n} touchpoints", count))
            for kind, count in zip(kinds, counts, strict=True)
        )
        shown, figures = self.model.rounds[0], self.model.figures[0]
        today = () if shown is None else (self._basis(shown, figures.n if figures is not None else 0),)
        return Status(left, (*today, texts.share(self.model.zoom.value)))

    def _basis(self, shown: Round, people: int) -> str:
        return round_status(self._context.document, shown, people, self._context.texts)

    def _edit_on_map(self, record: Id, since: ChangeSet | None, created: bool) -> bool:
        """Texts are edited on the map: go there; the map's own editor takes over."""
        self._context.selection.select(record)
        self._context.commands.run("journey.show_map")
        return False

    # Following

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()
            self._context.selection.look_again()

    def _refresh(self) -> None:
        self._stale = False
        layout, context = self.model.layout, self._context
        if layout is None and self.model.pair is None:
            self._invite()
            return
        self._stack.setCurrentWidget(self._whole)
        if layout is None:
            return
        texts = context.texts
        self.sentence.set_text(comparison_sentence(layout.board.comparison, texts))
        change = self.model.change
        self.target.set_text(figure_sentence(change, texts) if change is not None else self._why_no_target())
        _, later = self.model.rounds
        self.aim.setVisible(not context.session.read_only and (later is None or later.kind is not RoundKind.TARGET))
        pair = self.model.pair
        self.chooser.setVisible(len(self.model.pairs) > 1)
        self.chooser.setText((pair[1].title if pair is not None else "") + "  ▾")
        self.area.refresh()
        self._announce()
        self.status_changed.emit()

    def _why_no_target(self) -> str:
        """Why there is no curve to be."""
        today, later = self.model.rounds
        texts = self._context.texts
        if today is None:
            return texts.tr("Today is not rated yet.")
        if later is None:
            return texts.tr("No target values yet.")
        layout = self.model.layout
        if layout is not None and not layout.board.comparable:
            return texts.tr("Today and target have different scales; their curves are not drawn over each other.")
        return texts.tr("No touchpoint has both a value today and a target.")

    def _invite(self) -> None:
        context = self._context
        held = self.invitation.isAncestorOf(QApplication.focusWidget() or self)
        fresh = _invitation(context)
        self._stack.removeWidget(self.invitation)
        self.invitation.deleteLater()
        self.invitation = fresh
        self._stack.addWidget(fresh)
        self._stack.setCurrentWidget(fresh)
        if held:
            self.take_focus()

    def _selected(self) -> None:
        if self.isVisible():
            self.view.show_marks()
            if not self.view.underMouse() or not self.view.hasFocus():
                self.view.reveal_record(self._context.selection.id)
            self._announce()

    def _announce(self) -> None:
        """Screen readers hear the sentence, and what becomes of the selected touchpoint."""
        layout = self.model.layout
        if layout is None:
            return
        record = self._context.selection.id
        known = record is not None and record in layout.board.comparison.by_touchpoint
        speak(self.view, layout.said(record) if known and record is not None else self.sentence.text())

    def _edit(self, record: Id) -> None:
        self._context.selection.select(record)
        self._context.commands.run("journey.rename")

    def _menu(self, record: str, where: QPointF) -> None:
        open_at(map_menu(self._context, self._context.document.find(record), self), where.toPoint())

    def _choices(self) -> QMenu:
        menu = QMenu(self)
        pair = self.model.pair
        for _, later in self.model.pairs:
            title = later.title or self._context.tr("To-be journey")
            shown = pair is not None and later.id == pair[1].id
            entry(menu, title, partial(self.model.choose, later.id), chosen=shown)
        return menu


def _invitation(context: Context) -> QWidget:
    """What to do where there is nothing to compare."""
    journey = journey_of(context.document, context.selection.journey)
    if journey is not None and journey.kind is JourneyKind.TO_BE:
        return empty_state(
            context.theme,
            "compare",
            context.tr("Which as-is journey did this one come from?"),
            context.tr("Set it in the inspector; both journeys then appear here side by side."),
            button(context.tr("Show it in the inspector"), lambda: _inspect(context, journey), "primary"),
        )
    derive = button(context.tr("Create a to-be journey"), lambda: context.commands.run("journeys.derive"), "primary")
    derive.setEnabled(journey is not None and not context.session.read_only)
    return empty_state(
        context.theme,
        "compare",
        context.tr("How should it be?"),
        context.tr(
            "The to-be journey begins as a copy of the as-is journey. Move, add and remove what you want to "
            "be different; you can compare both at any time."
        ),
        derive,
    )


def _inspect(context: Context, journey: Journey) -> None:
    context.selection.select(journey.id)
