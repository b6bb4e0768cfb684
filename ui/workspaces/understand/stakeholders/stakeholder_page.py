"""The page of the stakeholder map: the line to type names in, the map, and what is known beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.edits import add_stakeholders, place_freely, place_stakeholder, relate, remove_records, set_fields
from cxstudio.layout.boards.stakeholder_items import RINGS
from cxstudio.model import Id, Stakeholder, StakeholderRelation
from cxstudio.model.kinds import StakeholderKind
from cxstudio.render.picture_files.board_files import PersonaOrder
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip, submenu
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.turning_box import own_row
from ui.widgets.menus import chooser, entry, open_at, open_below
from ui.widgets.pasting_line import ListLine
from ui.workspaces.understand.board_menu import board_menu
from ui.workspaces.understand.stakeholders.stakeholder_side import StakeholderSide
from ui.workspaces.understand.stakeholders.stakeholder_view import PLACE, RELATE, StakeholderArea
from ui.workspaces.understand.understand_model import UnderstandModel

_ROOMY = 1080


class StakeholderPage(QWidget):
    """What commands of the stakeholder map do."""

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.kind, self.ring = StakeholderKind.EMPLOYEE, 2
        tr = context.tr
        self.area = StakeholderArea(context, model)
        self.area.view.related.connect(self.relate)
        self.area.view.menu_wanted.connect(self.menu)
        self.line = ListLine(
            tr("New stakeholder"), tr("Type who is involved, press Enter, type the next one; or paste a list"), self.add
        )
        self.line.setEnabled(not context.session.read_only)
        self.kinds = chooser(tr("Kind of the next ones"), self._kind_menu)
        self.rings = chooser(tr("Ring of the next ones"), self._ring_menu)
        self.side = StakeholderSide(context, model)
        self.toggle = button(tr("Details"), self._toggle, "chip")
        self.toggle.setCheckable(True)
        set_tooltip(self.toggle, tr("Show what is known of whoever is selected"))
        self._asked: bool | None = None
        """Whether somebody wants the details beside the map; None: where there is room."""
        self.export = button(tr("Export") + "  ▾", name=tr("Export the stakeholder map"))
        self.export.clicked.connect(lambda: open_below(self._export_menu(), self.export))
        self._lay_out()
        self._say_choice()

    def _lay_out(self) -> None:
        head = QWidget()
        above = column(head, spacing=6)
        above.setContentsMargins(16, 12, 16, 4)
        typed = row(None, self.kinds, self.rings, self.line, self.toggle, self.export, spacing=8)
        typed.setStretch(2, 1)
        above.addLayout(typed)
        own_row(self.line, typed, above, head, 620)
        hint = self.context.tr("Drag people to their ring. Alt and a drag from one to another says what flows.")
        above.addWidget(label(hint, "small", wrap=True))
        board, middle = QWidget(), QWidget()
        column(board, self.area, spacing=0).setContentsMargins(16, 4, 8, 12)
        column(middle, head, board, spacing=0).setStretch(1, 1)
        row(self, middle, self.side, spacing=0).setStretch(0, 1)

    @property
    def chosen(self) -> tuple[Id, ...]:
        """Stakeholders and relations that are selected."""
        kinds = Stakeholder | StakeholderRelation
        return tuple(i for i in self.context.selection.ids if isinstance(self.context.document.find(i), kinds))

    def begin(self) -> None:
        """Type names."""
        self.line.setFocus()

    def add(self, names: list[str]) -> bool:
        """Stakeholders of the kind and in the ring that are chosen; False where nothing may be changed."""
        if self.context.session.read_only:
            return False
        with self.context.session.transaction(N_("Add stakeholders")) as draft:
            made = add_stakeholders(draft, names, self.kind, self.ring)
        if made:
            self.context.selection.select(made[-1])
        return True

    def relate(self, source: Id, target: Id) -> None:
        """Say that something flows from one to another; what it is is typed next."""
        with self.context.session.transaction(RELATE) as draft:
            made = relate(draft, source, target)
        self.context.selection.select(made)
        self.area.view.setFocus()
        self.area.view.rename(made)

    def relate_chosen(self) -> None:
        """Relate the two that are selected, the first one to the second."""
        people = [i for i in self.context.selection.ids if self.model.stakeholders.node(i) is not None]
        if len(people) == 2:
            self.relate(people[0], people[1])
        else:
            self.context.messages.say(self.context.tr("Select two people first: the second one with Ctrl."))

    def lay_out_again(self) -> None:
        """Forget what was placed by hand."""
        if any(s.angle is not None for s in self.context.document.all(Stakeholder)):
            with self.context.session.transaction(N_("Lay out the stakeholders")) as draft:
                place_freely(draft)
        else:
            self.context.messages.say(self.context.tr("Nobody was placed by hand."))

    def delete(self) -> None:
        """Remove what is selected; undo brings it back."""
        chosen = self.chosen
        if chosen and not self.context.session.read_only:
            with self.context.session.transaction(N_("Remove from the stakeholder map")) as draft:
                remove_records(draft, chosen)
            self.context.messages.say(self.context.tr("Removed. Undo brings it back."))

    def menu(self, where: QPointF) -> None:
        """What can be done with those selected."""
        menu, context, tr = QMenu(self), self.context, self.context.tr
        people = context.selection.all_of(Stakeholder)
        if people and not context.session.read_only:
            kinds, rings = submenu(menu, tr("Kind")), submenu(menu, tr("Ring"))
            for kind in StakeholderKind:
                entry(kinds, capital(tr(choice_label(kind))), partial(self._set_kind, kind))
            for ring, name in enumerate(RINGS, 1):
                entry(rings, tr(name), partial(self._set_ring, ring))
        if self.chosen and not context.session.read_only:
            menu.addActions([context.commands.action(f"understand.{n}") for n in ("relate", "stakeholder_delete")])
            menu.addSeparator()
        menu.addActions([context.commands.action(f"understand.{n}") for n in ("stakeholder_add", "stakeholder_layout")])
        open_at(menu, where.toPoint())

    def take_focus(self) -> None:
        """The keyboard goes to the map, to the line where it is empty."""
        (self.area.view if len(self.area.view.shown.boxes) > 1 else self.line).setFocus()

    def view_state(self) -> tuple[str, str, int, bool | None]:
        """What is typed, of which kind, in which ring."""
        return self.line.text(), self.kind.value, self.ring, self._asked

    def restore_view_state(self, state: tuple[str, str, int, bool | None]) -> None:
        """Go on typing."""
        self.line.setText(state[0])
        self.kind, self.ring, self._asked = StakeholderKind(state[1]), state[2], state[3]
        self._say_choice()
        self._fit()

    def _set_kind(self, kind: StakeholderKind) -> None:
        with self.context.session.transaction(N_("Change the kind")) as draft:
            for each in self.context.selection.all_of(Stakeholder):
                set_fields(draft, Stakeholder, each.id, kind=kind)

    def _set_ring(self, ring: int) -> None:
        moved, others = self.context.selection.all_of(Stakeholder), self.area.view.shown.loose
        for each in moved:
            others.pop(each.id, None)
        with self.context.session.transaction(PLACE) as draft:
            for each in moved:
                place_stakeholder(draft, each.id, ring, each.angle, others)

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in StakeholderKind:
            entry(menu, capital(self.context.tr(choice_label(kind))), partial(self._choose, kind, self.ring),
                  chosen=kind is self.kind)  # fmt: skip
        return menu

    def _ring_menu(self) -> QMenu:
        menu = QMenu(self)
        for ring, name in enumerate(RINGS, 1):
            entry(menu, self.context.tr(name), partial(self._choose, self.kind, ring), chosen=ring == self.ring)
        return menu

    def _choose(self, kind: StakeholderKind, ring: int) -> None:
        self.kind, self.ring = kind, ring
        self._say_choice()
        self.line.setFocus()

    def _say_choice(self) -> None:
        self.kinds.setText(capital(self.context.tr(choice_label(self.kind))) + "  ▾")
        self.rings.setText(self.context.tr(RINGS[self.ring - 1]) + "  ▾")

    def _export_menu(self) -> QMenu:
        return board_menu(self, self.context, "stakeholders", PersonaOrder(self.model.persona))

    def _toggle(self) -> None:
        self._asked = self.toggle.isChecked()
        self._fit()

    def _fit(self) -> None:
        shown = self._asked if self._asked is not None else self.width() >= _ROOMY
        self.side.setVisible(shown)
        self.toggle.setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
