"""What was written silently is read nowhere but on the wall of whoever types: not in the window, not in what is
handed on, not in the sentences about steps."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from zipfile import ZipFile

import pytest
from PIL import Image
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QGraphicsView, QWidget

from cxstudio.edits import (
    Rule,
    add_ideas,
    add_picture,
    add_test,
    ask,
    colour_ideas,
    derive_journey,
    hand_in,
    idea_to_measure,
    open_vote,
    remove_records,
    set_fields,
    weigh_idea,
    write_silently,
)
from cxstudio.errors import UserError
from cxstudio.layout.boards.effort_impact import MatrixStyle, lay_out_effort_impact
from cxstudio.layout.boards.idea_plan import plan_of_ideas
from cxstudio.layout.charts.chart_request import Wanted
from cxstudio.layout.charts.chart_table import CHARTS
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.model import Document, Idea, Measure, Record
from cxstudio.model.kinds import NoteColour, VoteKind
from cxstudio.outputs.output import Need, Order, Output
from cxstudio.outputs.table import OUTPUTS, make_output
from cxstudio.render.picture_files.chart_files import ChartOrder, chart_drawing
from cxstudio.wording import texts
from cxstudio.wording.fields.change_sentences import describe, step_name
from tests.pdf_texts import page_texts
from tests.ui.comparing_desk import run
from tests.unmeasured import unmeasured
from ui.boards.record_board import RecordBoard
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.ideas_views import VIEWS, WALL

SECRET = "Quetzalcoatl"
"""A word nothing else in the program says."""
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_SAYS = ("text", "toPlainText", "toolTip", "accessibleName", "accessibleDescription", "placeholderText", "title")


def window_picture(window: MainWindow) -> str:
    """A picture in the project; returns its asset."""
    data = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 30, 160)).save(data, "PNG")
    return window.context.session.assets.put(data.getvalue())


@pytest.fixture
def window(sample_window: MainWindow) -> MainWindow:
    """A silent phase in which one idea is weighed, tested, voted on, merged and linked with a measure."""
    with sample_window.context.session.transaction("Silently") as draft:
        question = ask(draft, "How might we?")
        opened = add_ideas(draft, question, ["Read by everybody", "Read as well"])
        write_silently(draft, question, True)
        covered, other = add_ideas(draft, question, [f"{SECRET} one", f"{SECRET} two"])
        weigh_idea(draft, covered, 2, 5)
        add_test(draft, covered, "They call less")
        add_picture(draft, covered, window_picture(sample_window), f"A sketch of {SECRET}")
        vote = open_vote(draft, [*opened, covered, other], "Which?", VoteKind.POINTS, 3, 2, Rule())
        hand_in(draft, vote, {covered: 3})
        measure = draft.document.all(Measure)[0]
        draft.update(Measure, measure.id, ideas=(covered,))
    return sample_window


def said(widget: QWidget) -> Iterator[str]:
    for name in _SAYS:
        says = getattr(widget, name, None)
        if callable(says):
            yield str(says())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model(), QModelIndex())
    scene = widget.scene() if isinstance(widget, QGraphicsView) else None
    shown = getattr(scene, "display_list", None)
    if isinstance(shown, DisplayList):
        yield from drawn(shown)


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role)) for role in _ROLES)
        yield from _cells(model, model.index(row, 0, parent))


def drawn(shown: DisplayList) -> Iterator[str]:
    for placed in shown.flat():
        yield from (str(getattr(item, "text", "")) for item in placed.group.items)


def everything(window: MainWindow) -> Iterator[tuple[str, str]]:
    for widget in (window, *(w for w in window.findChildren(QWidget) if w.isVisible())):
        for text in said(widget):
            yield type(widget).__name__, text


def test_no_page_reads_it_out(window: MainWindow) -> None:
    context = window.context
    covered = [idea for idea in context.document.all(Idea) if idea.covered]
    run(window, "go.ideas", "ideas.cover_here")
    for page in VIEWS:
        run(window, f"ideas.show_{page.id}")
        for idea in covered:
            context.selection.select(idea.id)
            QApplication.processEvents()
            board = next((v for v in window.findChildren(RecordBoard) if v.isVisible()), None)
            if board is not None:
                QTest.keyClick(board, Qt.Key.Key_F2)
                assert not board.editor.open
            read = [(who, text) for who, text in everything(window) if SECRET in text]
            assert not read, (page.id, read)
    for place in ("go.measures", "go.journey", "go.report"):
        run(window, place)
        context.selection.select(context.document.all(Measure)[0].id)
        QApplication.processEvents()
        assert not [text for _, text in everything(window) if SECRET in text], place
    run(window, "go.ideas", f"ideas.show_{WALL}", "ideas.silent")
    assert any(SECRET in text for _, text in everything(window))


def test_only_the_wall_of_whoever_types_shows_it(window: MainWindow) -> None:
    run(window, "go.ideas", f"ideas.show_{WALL}")
    window.context.selection.clear()
    QApplication.processEvents()
    read = {who for who, text in everything(window) if SECRET in text}
    assert read == {"WallView"}


def handed_on(window: MainWindow, rows: Iterable[Output]) -> None:
    with window.context.session.transaction("To-be") as draft:
        derive_journey(draft, "journey1")
    order = Order("en", "journey1")
    for row in (row for row in rows if row.offered(window.context.document, "journey1")):
        assert SECRET not in _read(make_output(row.id, window.context.document, order).data), row.id


def _is_drawn(row: Output) -> bool:
    """Whether it is drawn from the same display list as an SVG, which is read in the quick test."""
    return row.ending == ".png" or row.id.startswith(("map_a", "map_tiles", "comparison_pdf"))


@pytest.mark.torture
def test_nothing_that_is_handed_on_holds_it(window: MainWindow) -> None:
    handed_on(window, (row for row in OUTPUTS if row.needs is not Need.CHART and not _is_drawn(row)))
    document, made = window.context.document, set()
    for chart in CHARTS:
        wanted = ChartOrder("journey1", "round1", Wanted(chart.id), "en", 900, 600)
        try:
            drawing = chart_drawing(document, wanted)
        except UserError:  # not asked in this round
            continue
        made.add(chart.id)
        assert not any(SECRET in text for text in drawn(drawing.whole)), chart.id
    assert len(made) >= len(CHARTS) - 2
    plan = plan_of_ideas(document, document.all(Idea), texts("de"))
    assert not any(SECRET in text for text in drawn(lay_out_effort_impact(plan, MatrixStyle(900, 600)).body))


@pytest.mark.torture
def test_no_image_and_no_poster_holds_it(window: MainWindow) -> None:
    handed_on(window, (row for row in OUTPUTS if row.needs is not Need.CHART and _is_drawn(row)))


def test_no_sentence_about_a_step_says_it(window: MainWindow) -> None:
    context = window.context
    idea = next(idea for idea in reversed(context.document.all(Idea)) if idea.covered)
    with pytest.raises(UserError, match="covered"), context.session.transaction("No") as draft:
        idea_to_measure(draft, idea.id)
    edits = (lambda d: colour_ideas(d, [idea.id], NoteColour.RED), lambda d: set_fields(d, Idea, idea.id, effort=4),
             lambda d: remove_records(d, [idea.id]))  # fmt: skip
    for edit in edits:
        with context.session.transaction("") as draft:
            edit(draft)
        step = context.session.store.history.undoable
        assert step is not None
        for language in ("de", "en"):
            records: dict[str, Record] = {idea.id: idea}
            named = describe(step, texts(language), records)
            assert SECRET not in step_name(step, texts(language)) + named
    assert "Covered idea" in named or "Verdeckte" in named


@unmeasured()
def _read(data: bytes) -> str:
    """All words of a file: of a page its text, of a packed one every part, of an image what is written beside it."""
    if data.startswith(b"PK"):
        packed = ZipFile(io.BytesIO(data))
        return " ".join(_read(packed.read(name)) for name in packed.namelist())
    if data.startswith(b"%PDF"):
        from pypdf import PdfReader

        return " ".join([str(PdfReader(io.BytesIO(data)).metadata), *page_texts(data)])
    if data.startswith(b"\x89PNG"):
        return str(Image.open(io.BytesIO(data)).info)
    return data.decode("utf-8", "replace")


def test_the_reader_of_files_finds_what_is_not_covered(window: MainWindow) -> None:
    document: Document = window.context.document
    with window.context.session.transaction("Open") as draft:
        opened = next(idea for idea in draft.document.all(Idea) if not idea.covered)
        draft.update(Measure, draft.document.all(Measure)[0].id, ideas=(opened.id,))
    document = window.context.document
    for output in ("report", "report_markdown", "minutes_markdown"):
        assert "Read by everybody" in _read(make_output(output, document, Order("en", "journey1")).data), output
