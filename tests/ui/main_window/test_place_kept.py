"""A palette or language switched in the middle of work leaves everything where it was, in every workspace and tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.model import Headline, Persona
from cxstudio.model.kinds import MeasureStatus
from tests.ui.place_desk import (
    LOOKS,
    Work,
    find,
    notes_seen,
    scroll_everything,
    scrolled,
    settle,
    stays_where_it_was,
    touchpoints,
)
from ui.flow_figures.flow_figures_page import FlowTab
from ui.main_window.main_window import MainWindow
from ui.notes.note_sorter import NoteSorter
from ui.workspaces.journey.map.map_view import MapView
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace
from ui.workspaces.rate.charts.charts_page import PicturesPage
from ui.workspaces.rate.charts.employees_customers_page import ViewsPage
from ui.workspaces.rate.kano.kano_page import KanoTab
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.shortlist.shortlist_page import ShortlistPage
from ui.workspaces.rate.table.answer_columns import COLUMN_OF
from ui.workspaces.rate.table.row_order import Sorting
from ui.workspaces.report.pdf_preview import Preview
from ui.workspaces.report.report_workspace import ReportWorkspace
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace


def parked(window: MainWindow) -> None:
    sorter = find(window, NoteSorter)
    sorter.show_listed("parked")
    sorter.list.setCurrentRow(1, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def understand(window: MainWindow) -> None:
    window.context.commands.run("understand.add")
    find(window, UnderstandWorkspace).show_persona(window.context.document.all(Persona)[0].id)


def persona_seen(window: MainWindow) -> object:
    workspace = find(window, UnderstandWorkspace)
    return [row.isChecked() for row in workspace.list.rows.values()], scrolled(workspace._area)


def table(window: MainWindow) -> None:
    rate = find(window, RateWorkspace)
    window.context.selection.set_figure("emotion")
    rate._sort(Sorting(COLUMN_OF["expectation"], descending=False))
    rate.bar.set_filter(Filter(text="e"))
    rate.ask_quick(False)
    rate.view.across = True
    window.context.selection.select(rate.table.touchpoints[4])


def table_seen(window: MainWindow) -> object:
    rate = find(window, RateWorkspace)
    return (
        rate.table.touchpoints, rate.bar.search.text(), rate.view.column, rate.view.touchpoint, rate.view.across,
        scrolled(rate.view), rate.tabs.id, rate.view.hasFocus(),
    )  # fmt: skip


def pile(window: MainWindow) -> None:
    sheet = find(window, RateWorkspace).rounds.begin()
    assert sheet is not None
    sheet.finish()
    window.context.commands.run("rate.next_sheet")


def pile_seen(window: MainWindow) -> object:
    rate = find(window, RateWorkspace)
    return rate.table.numbers, rate.pile.before, "rate.pile" in window.shell.bars.keys, window.context.selection.voice


def shortlist(window: MainWindow) -> None:
    window.context.selection.select(touchpoints(window)[6])


def shortlist_seen(window: MainWindow) -> object:
    page = find(window, ShortlistPage)
    return page.view.currentIndex().row(), scrolled(page.view), page.view.hasFocus()


def charts(window: MainWindow) -> None:
    page = find(window, PicturesPage)
    page.show_chart("ranking" if "ranking" in page.list.entries else list(page.list.entries)[3])
    page.panel.tools.form.set_value(True)
    page.panel.as_list(True)


def chart_variant(window: MainWindow) -> None:
    page = find(window, PicturesPage)
    row = next(r for r in page.list.offered if r.choices)
    page.show_chart(row.id)
    page.panel.choose(row.choices[-1][0])


def charts_seen(window: MainWindow) -> object:
    page = find(window, PicturesPage)
    checked = [name for name, entry in page.list.entries.items() if entry.isChecked()]
    lines = page.panel.told.listing.lines if page.panel.told is not None else ()
    return checked, page.panel.choice, page.panel.list.isVisible(), [line.record for line in lines]


def views(window: MainWindow) -> None:
    page = find(window, ViewsPage)
    page.ours.setCurrentIndex(page.ours.count() - 1)
    page._choose()


def views_seen(window: MainWindow) -> object:
    page = find(window, ViewsPage)
    return page.ours.currentData(), page.theirs.currentData(), page.panel.about


def kano(window: MainWindow) -> None:
    find(window, KanoTab).show_everything(True)
    window.context.selection.select(touchpoints(window)[4])


def kano_seen(window: MainWindow) -> object:
    page = find(window, KanoTab)
    return [line.id for line in page.table.lines.shown], page.table.currentIndex().row(), scrolled(page.table)


def flow_tab_seen(window: MainWindow) -> object:
    return [scrolled(a) for a in find(window, FlowTab).findChildren(QAbstractScrollArea) if a.isVisible()]


def nothing(_: MainWindow) -> None:
    """Only scrolled."""


def bars_seen(window: MainWindow) -> object:
    current = window.shell.view.current
    assert current is not None
    return type(current), [scrolled(a) for a in current.findChildren(QAbstractScrollArea) if a.isVisible()]


def measures(window: MainWindow) -> None:
    workspace = find(window, MeasuresWorkspace)
    workspace.filter_by(Filter(states=frozenset({MeasureStatus.PLANNED})))
    workspace.view.horizontalHeader().setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    workspace.view.setCurrentIndex(workspace.table.index(1, 5))
    workspace.view.setFocus()


def measures_seen(window: MainWindow) -> object:
    view = find(window, MeasuresWorkspace).view
    here, header = view.currentIndex(), view.horizontalHeader()
    rows = [view.table.measure(view.table.index(n, 0)).id for n in range(view.table.rowCount())]  # type: ignore[union-attr]
    return (
        rows, here.row(), here.column(), header.sortIndicatorSection(), header.sortIndicatorOrder(),
        view.selected_measures(), scrolled(view), view.hasFocus(),
    )  # fmt: skip


def report(window: MainWindow) -> None:
    own = window.context.document.all(Headline)
    if own:  # they are said in one language, and another language shows its own
        with window.context.session.transaction("") as draft:
            for headline in own:
                draft.remove(headline.id)
    workspace = find(window, ReportWorkspace)
    while workspace.busy:
        QApplication.processEvents()


def report_seen(window: MainWindow) -> object:
    report(window)
    preview = find(window, Preview)
    return preview.count, scrolled(preview)


WORK = {
    "understand": Work(("go.understand",), understand, persona_seen),
    "rating table": Work(("rate.show_table",), table, table_seen),
    "pile of sheets": Work(("rate.show_table",), pile, pile_seen),
    "shortlist": Work(("rate.show_shortlist",), shortlist, shortlist_seen),
    "charts": Work(("rate.show_pictures",), charts, charts_seen),
    "variant of a chart": Work(("rate.show_pictures",), chart_variant, charts_seen),
    "employees and customers": Work(("rate.show_views",), views, views_seen),
    "flow figures": Work(("rate.show_flow",), nothing, flow_tab_seen),
    "Kano": Work(("rate.show_kano",), kano, kano_seen),
    "journey figures": Work(("rate.show_journey",), nothing, bars_seen),
    "ideas": Work(("go.ideas",), parked, notes_seen),
    "measures": Work(("go.measures",), measures, measures_seen),
    "control": Work(("go.control",), nothing, bars_seen),
    "report": Work(("go.report",), report, report_seen),
}


@pytest.mark.parametrize("name", WORK)
def test_the_place_is_kept(busy_window: MainWindow, name: str) -> None:
    stays_where_it_was(busy_window, WORK[name])


def test_something_is_scrolled_at_all(busy_window: MainWindow) -> None:
    for command in ("go.journey", "rate.show_table", "go.measures", "journey.panel_notes", "journey.show_outline"):
        busy_window.context.commands.run(command)
        settle()
        assert scroll_everything(busy_window), command


def test_workspaces_and_tabs_out_of_view_keep_theirs_until_they_are_seen_again(busy_window: MainWindow) -> None:
    window = busy_window
    window.context.commands.run("go.journey")
    window.context.commands.run("journey.zoom_in")
    settle()
    view = find(window, MapView)
    view.horizontalScrollBar().setValue(333)
    window.context.commands.run("rate.show_pictures")
    charts(window)
    seen = charts_seen(window)
    window.context.commands.run("rate.show_kano")
    window.context.commands.run("go.control")
    for look in (*LOOKS, *LOOKS):
        window.context.commands.run(look)
        settle()
    window.context.commands.run("go.rate")
    assert find(window, RateWorkspace).tabs.id == "kano"
    window.context.commands.run("rate.show_pictures")
    settle()
    assert charts_seen(window) == seen
    window.context.commands.run("go.journey")
    settle()
    view = find(window, MapView)
    assert view.transform().m11() > 1.0 and view.horizontalScrollBar().value() == 333
