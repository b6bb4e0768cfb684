"""Texts from strangers in every field: shown as they are written, in every workspace, and handed on as plain text."""

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QWidget,
)

from cxstudio.cli.main import main
from cxstudio.edits import Rule, add_block, add_ideas, add_workshop, open_vote, set_fields
from cxstudio.errors import UserError
from cxstudio.files import load
from cxstudio.files.saving import save
from cxstudio.model import AgendaBlock, Document, Journey, Measure, Persona, Project, Touchpoint, Workshop
from cxstudio.model.kinds import VoteKind
from cxstudio.outputs.output import Need, Order
from cxstudio.outputs.table import OUTPUTS
from cxstudio.plain_text import may_be_formula
from cxstudio.session import Folders, Session
from cxstudio.store import Store
from tests.hostile.files import PROJECTS
from tests.hostile.texts import ESCAPES, HOSTILE, MARKUP, TURNED, poisoned, text_fields
from tests.ui.conftest import OpenWindow
from tests.unmeasured import unmeasured
from ui.theme.plain_texts import PlainLabel, tooltip_text
from ui.workspaces.workspace_table import BY_NAME

FIRST = 40
"""Lines of a list that are looked at."""


LONE = re.compile(r"(?<!&)&(&&)*(?!&)")
"""A sign Qt takes for the mark of a key."""


def trouble_in(window: QWidget) -> list[str]:
    """What in a window Qt would read as markup, or a key: its place and text."""
    found = []
    for part in window.findChildren(QWidget):
        if Gui.mightBeRichText(part.toolTip()):
            found.append(f"tooltip of {part}: {part.toolTip()[:60]}")
        if isinstance(part, QLabel) and part.textFormat() is not Qt.TextFormat.PlainText and part.text():
            found.append(f"label: {part.text()[:60]}")
        if isinstance(part, QLabel) and part.buddy() is not None and LONE.search(QLabel.text(part)):
            found.append(f"label of a field: {part.text()[:60]}")
        if isinstance(part, QAbstractButton) and LONE.search(QAbstractButton.text(part)):
            found.append(f"button: {part.text()[:60]}")
        if isinstance(part, QAbstractItemView) and part.model() is not None:
            found += [f"list {part}: {said[:60]}" for said in _tooltips(part) if Gui.mightBeRichText(said)]
    actions = window.findChildren(QAction)
    found += [f"action: {a.text()[:60]}" for a in actions if LONE.search(a.text())]
    return found + [f"action: {a.toolTip()[:60]}" for a in actions if Gui.mightBeRichText(a.toolTip())]


def _tooltips(view: QAbstractItemView) -> list[str]:
    model = view.model()
    lists = isinstance(model, QAbstractListModel) or isinstance(view, QListView)
    rows, columns = min(FIRST, model.rowCount(QModelIndex())), 1 if lists else model.columnCount(QModelIndex())
    told = [model.index(r, c).data(Qt.ItemDataRole.ToolTipRole) for r in range(rows) for c in range(columns)]
    told += [model.headerData(c, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for c in range(columns)]
    return [said for said in told if isinstance(said, str)]


def look_everywhere(open_window: OpenWindow, folders: Folders, document: Document) -> list[str]:
    """Show every workspace of a document, and every kind of panel, and gather what is read as markup."""
    window = open_window(Session.new(folders, document))
    context, found = window.context, []
    shown = [document.all(kind)[0].id for kind in (Touchpoint, Journey, Persona, Measure) if document.all(kind)]
    with unmeasured():
        for name in BY_NAME:
            if name != "report":  # made by another process
                context.commands.run(f"go.{name}")
                QApplication.processEvents()
                found += trouble_in(window)
        for command in ("go.rate", "rate.show_shortlist", "rate.show_table", "go.journey", "journey.show_outline"):
            context.commands.run(command)
            for record in shown:
                context.selection.select(record)
                QApplication.processEvents()
            found += trouble_in(window)
    return found


def test_the_window_reads_no_markup(open_window: OpenWindow, folders: Folders) -> None:
    assert look_everywhere(open_window, folders, poisoned(MARKUP)) == []


@pytest.mark.torture
@pytest.mark.parametrize("kind", HOSTILE)
def test_the_window_shows_any_text(kind: str, open_window: OpenWindow, folders: Folders) -> None:
    assert look_everywhere(open_window, folders, poisoned(HOSTILE[kind])) == []


def test_a_round_called_q_and_a_reads_so(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(Session.new(folders, poisoned("Q&A round")))
    window.context.commands.run("go.rate")
    QApplication.processEvents()
    said = [part for part in window.findChildren(QPushButton) if "Q&A" in part.text()]
    assert said
    assert all("Q&&A" in QPushButton.text(part) for part in said)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_menu_of_names_says_them_as_they_are(
    open_window: OpenWindow, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What opens below a button: journeys, rounds, people, lanes, filters, statuses."""
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: opened.append(menu))
    window = open_window(Session.new(folders, poisoned("Q&A\tround")))
    seen = set()
    for name in ("understand", "journey", "rate", "measures"):
        window.context.commands.run(f"go.{name}")
        QApplication.processEvents()
        for opener in window.findChildren(QPushButton):
            if opener.isVisible() and opener.isEnabled() and opener.text().endswith("▾"):
                opener.click()
                QApplication.processEvents()
                while opened:
                    menu = opened.pop()
                    texts = [action.text() for action in (*menu.actions(), menu.menuAction())]
                    assert not [text for text in texts if LONE.search(text) or "\t" in text], opener.text()
                    seen.update(texts)
    assert any("Q&&A round" in text for text in seen)


def test_the_caption_of_a_field_is_read_as_it_is(qapp: QApplication) -> None:
    caption, field = PlainLabel("Plan & budget"), QPushButton()
    caption.setBuddy(field)
    assert caption.text() == "Plan & budget" and QLabel.text(caption) == "Plan && budget"
    caption.setText("R&D")
    assert caption.text() == "R&D" and QLabel.text(caption) == "R&&D"


@pytest.mark.parametrize(
    "text", [*HOSTILE.values(), "<b", "a <b> c", "&lt;", "  \n<p>x", "<?xml version='1.0'?>", "x\n<b>y</b>"]
)
def test_no_tooltip_is_markup(text: str) -> None:
    assert not Gui.mightBeRichText(tooltip_text(text))
    shown = tooltip_text(text).replace("\N{WORD JOINER}", "")
    assert shown == text or (len(text) > 2000 and shown[:-1] == text[:1999])


def outputs_of(document: Document) -> dict[str, bytes]:
    """Everything that can be handed on of one journey, without its pictures a second time."""
    store = Store(document)
    with store.transaction("vote") as draft:
        title = document.all(Journey)[0].title
        ideas = add_ideas(draft, None, [title or "One", "Two"])
        open_vote(draft, ideas, title, VoteKind.POINTS, 3, 5, Rule(fixed_by=title))
        add_block(
            draft,
            add_workshop(draft, title, place=title, day=date(2026, 3, 12)),
            title,
            goal=title,
            task=title,
            material=title,
        )
    document, order = store.document, Order("en", document.all(Journey)[0].id)
    wanted = [
        o for o in OUTPUTS if o.needs is not Need.CHART and not o.id.endswith("_png") and "comparison" not in o.id
    ]
    made = {}
    for output in wanted:
        try:
            made[output.id] = output.make(document, order, lambda *_: None).data
        except UserError:  # nothing costs anything there, or there is nobody to tell of
            assert output.id.startswith("money_") or not output.offered(document, None), output.id
    assert all(made.values())
    return made


def plain_outputs(made: dict[str, bytes]) -> None:
    """Raises AssertionError where an output holds an order for another program."""
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(made["map_svg"]).iter()}
    assert tags <= {"svg", "g", "defs", "style", "title", "rect", "path", "text", "linearGradient", "stop", "image"}
    book = zipfile.ZipFile(io.BytesIO(made["plan_xlsx"]))
    sheets = b"".join(book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
    formulas = re.findall(rb"<f>(.*?)</f>", sheets, re.DOTALL)
    assert all(re.fullmatch(rb'SUMIFS\([A-Z$0-9:,]+,"&lt;&gt;\w+"\)', formula) for formula in formulas)
    assert b"hyperlink" not in sheets
    cells = [cell for row in csv.reader(io.StringIO(made["plan_csv"].decode("utf-8-sig"), newline="")) for cell in row]
    assert len(cells) > 50 and not any(may_be_formula(cell) for cell in cells)
    for name in ("report", "map_pdf", "rating_sheet", "vote_slips"):
        assert len(PdfDocument(made[name])) > 0
        objects = re.sub(rb"\bstream\r?\n.*?endstream", b"", made[name], flags=re.DOTALL)  # not what is compressed
        assert len(objects) > 1_000
        assert not re.search(rb"/(JavaScript|JS|Launch|URI|GoToR)\b", objects)
        assert len(re.findall(rb"/EmbeddedFile\b", objects)) == (name == "report")  # its list of figures


@pytest.mark.parametrize("kind", ["markup", pytest.param("long", marks=pytest.mark.torture)])
def test_what_is_handed_on_is_plain(kind: str) -> None:
    with unmeasured():
        plain_outputs(outputs_of(poisoned(HOSTILE[kind])))


@pytest.mark.torture
@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind not in {"markup", "long"}])
def test_any_text_is_handed_on_plain(kind: str) -> None:
    plain_outputs(outputs_of(poisoned(HOSTILE[kind])))


def test_the_terminal_obeys_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "fremd.cxs"
    for text in (ESCAPES, TURNED):
        save(path, poisoned(text))
        for command in ("check", "figures"):
            assert main([command, str(path)]) <= 1  # a picture is missing
            told = capsys.readouterr()
            assert "owned" in told.out or "exe" in told.out
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told.out + told.err)
        assert main(["figures", str(path), "--json"]) == 0
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", capsys.readouterr().out)
    assert main(["check", str(tmp_path / "\x1b[31mred.cxs")]) == 1
    assert "\x1b" not in capsys.readouterr().err


def test_every_kind_with_a_text_is_meant() -> None:
    """The fields are gathered from the records: a new one is in it."""
    fields, document = text_fields(), poisoned(MARKUP)
    assert sum(map(len, fields.values())) > 80
    assert "name" in fields[Touchpoint] and {"goals", "frustrations"} <= set(fields[Persona])
    kept = {(type(r), name) for r in document for name in fields.get(type(r), ()) if MARKUP in str(getattr(r, name))}
    of_a_form = {(Project, "accent")} | {(Workshop, n) for n in ("starts", "ends", "began", "ended", "paused")}
    of_a_form |= {(AgendaBlock, "began"), (AgendaBlock, "ended")}
    assert {(kind, name) for kind, names in fields.items() for name in names} - kept == of_a_form


def test_a_name_in_a_window_title(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(Session.new(folders, poisoned("x")))
    with window.context.session.transaction("title") as draft:
        set_fields(draft, type(draft.document.project), draft.document.project.id, title="a[*]b")
    QApplication.processEvents()
    assert window.windowTitle().startswith("a[*][*]b[*]")


def test_circles_are_shown_and_handed_on(open_window: OpenWindow, folders: Folders, tmp_path: Path) -> None:
    """Records that belong to each other, follow each other or went into each other in circles hold nothing up."""
    path = tmp_path / "kreis.cxs"
    path.write_bytes(PROJECTS["circles"]())
    loaded = load(path)
    assert loaded.problems
    assert look_everywhere(open_window, folders, loaded.content.document) == []
    with unmeasured():
        plain_outputs(outputs_of(loaded.content.document))
