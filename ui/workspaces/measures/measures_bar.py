"""The bar above the plan: which view, which measures, put together how, and what to do with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.model import Department, Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording import N_
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.plan.measure_group_names import GROUPINGS
from cxstudio.wording.plan.plan_columns import LISTED_COLUMNS, MEASURE_COLUMNS, Source
from ui.context.context import Context
from ui.widgets.basics import button, row
from ui.widgets.fitting.fitting_bar import Fitting, FoldingSegments
from ui.widgets.menus import entry, open_below
from ui.workspaces.measures.measure_views import LIST, VIEWS
from ui.workspaces.measures.plan_exports import export_menu


class MeasuresBar(QWidget):
    """One row of 48 pixels; says less where there is little room."""

    view_chosen = Signal(str)
    filter_chosen = Signal(object)
    grouping_chosen = Signal(object)
    columns_chosen = Signal(object)
    """Keys of the columns wanted; empty for the usual ones."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._filter, self._by = Filter(), Grouping.NONE
        self._said: tuple[object, ...] | None = None
        """What is said as chosen; fitting it takes time."""
        self.setObjectName("workbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        choices = [(page.id, context.tr(page.text)) for page in VIEWS]
        self.views = FoldingSegments(choices, context.tr("View"))
        self.views.set_value(LIST)
        self.views.chosen.connect(lambda view: self.view_chosen.emit(str(view)))
        self.departments = self._opener(lambda: self._wishes("departments"))
        self.states = self._opener(lambda: self._wishes("states"))
        self.groups = self._opener(self._groupings)
        self.columns = button(context.tr("Columns") + "  ▾", kind="ghost", name=context.tr("Columns of the list"))
        self.columns.clicked.connect(lambda: open_below(self.columns_menu(), self.columns))
        self.shown_columns: tuple[str, ...] = ()
        self.hand_on = button(context.tr("Export") + "  ▾")
        self.hand_on.clicked.connect(lambda: open_below(self.export_menu(), self.hand_on))
        self.add = button(context.tr("+ Measure"), lambda: context.commands.run("measures.add"), "primary")
        self.add.setEnabled(not context.session.read_only)
        box = row(self, self.views, self.departments, self.states, self.groups, self.columns, -1, self.hand_on,
                  self.add, spacing=8)  # fmt: skip
        box.setContentsMargins(16, 0, 16, 0)
        self._fitting = Fitting(self, box)
        self._fitting.add(self._shorten, self.views.fold, self.views.tighten)
        parts = (self.hand_on, self.columns, self.groups, self.states, self.departments)
        self._fitting.fold_into_menu(context.tr("More"), *parts)
        self._short = False

    def show_choices(self, view: str, wanted: Filter, by: Grouping) -> None:
        """Say what is chosen."""
        departments = self._choices("departments")
        if (said := (view, wanted, by, departments)) == self._said:
            return
        self._said = said
        self._filter, self._by = wanted, by
        self.views.set_value(view)
        self.columns.setVisible(view == LIST)
        self.groups.setVisible(view in (LIST, "schedule"))
        self._say()
        self._fitting.fit()

    def export_menu(self) -> QMenu:
        """Files of the view shown, then the action plan."""
        return export_menu(self, self.context, str(self.views.value))

    def columns_menu(self) -> QMenu:
        """Every column there is, and back to the usual ones."""
        menu, source, shown = QMenu(self), Source(self.context.document, self.context.texts), self.shown_columns
        for column in MEASURE_COLUMNS:
            if column not in LISTED_COLUMNS[:2]:
                on = column.key in shown
                wanted = [key for key in shown if key != column.key] if on else [*shown, column.key]
                entry(menu, source.heading(Measure, column), partial(self.columns_chosen.emit, wanted), chosen=on)
        menu.addSeparator()
        entry(menu, self.context.tr("Usual columns"), partial(self.columns_chosen.emit, []))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fitting.fit()

    def _opener(self, menu: Callable[[], QMenu]) -> QPushButton:
        made = button("", lambda: open_below(menu(), made))
        return made

    def _shorten(self, on: bool) -> None:
        self._short = on
        self._say()

    def _say(self) -> None:
        tr = self.context.tr
        for wish, made, short in (
            ("departments", self.departments, N_("Department")),
            ("states", self.states, N_("Status")),
        ):
            everything, choices = self._choices(wish)
            chosen = [name for value, name in choices if value in getattr(self._filter, wish)]
            text = ", ".join(chosen) or everything
            made.setText((text if chosen or not self._short else tr(short)) + "  ▾")
            made.setAccessibleName(tr("Filter: {what}", what=text))
        grouping = tr(dict(GROUPINGS)[self._by])
        less = self._short and self._by is Grouping.NONE
        self.groups.setText((tr("Grouping") if less else grouping) + "  ▾")
        self.groups.setAccessibleName(tr("Grouping: {what}", what=grouping))

    def _choices(self, wish: str) -> tuple[str, list[tuple[str, str]]]:
        """What stands for everything of a kind of wish, and its values with their names."""
        if wish == "departments":
            departments = (d for d in self.context.document.all(Department) if d.merged_into is None)
            return self.context.tr("All departments"), [(d.id, d.name) for d in departments]
        return self.context.tr("All statuses"), [(s, choice_text(self.context.texts, s)) for s in MeasureStatus]

    def _wishes(self, wish: str) -> QMenu:
        menu, wanted = QMenu(self), self._filter
        everything, choices = self._choices(wish)
        entry(menu, everything, partial(self.filter_chosen.emit, wanted.only(wish)))
        for value, name in choices:
            entry(menu, name, partial(self.filter_chosen.emit, wanted.only(wish, value)),
                  chosen=value in getattr(wanted, wish))  # fmt: skip
        return menu

    def _groupings(self) -> QMenu:
        menu = QMenu(self)
        for by, text in GROUPINGS:
            entry(menu, self.context.tr(text), partial(self.grouping_chosen.emit, by), chosen=by is self._by)
        return menu
