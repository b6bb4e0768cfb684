"""Whether what a recipe added works: run in the copy it was added to, in German, through the real doors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from cxstudio.catalogue.samples import sample
from cxstudio.cli import main
from cxstudio.edits import set_lane
from cxstudio.exchange.readers import ENDINGS
from cxstudio.files.loading import load
from cxstudio.files.saving import save
from cxstudio.layout.charts.chart_table import BY_ID
from cxstudio.model import Journey, Note, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.session import Folders, Session
from cxstudio.session.settings import LANGUAGE, PALETTE, Settings
from cxstudio.wording.fields.change_sentences import step_name
from cxstudio.wording.texts import texts
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.main_window.main_window import MainWindow
from ui.widgets.folding_section import Section
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.rate.charts.charts_page import PicturesPage


@contextmanager
def open_window(folder: Path) -> Iterator[MainWindow]:
    """The German sample in the window."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    folders, made = Folders.below(folder / "person"), sample("lindenfurt", "de")
    settings = Settings(folders)
    settings[LANGUAGE], settings[PALETTE] = "de", "light"
    window = MainWindow(folders, settings, Session.new(folders, made.document, made.assets))
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    yield window
    window.close()


def run(context: Context, *commands: str) -> None:
    for command in commands:
        context.commands.run(command)
        QApplication.processEvents()


def saved_sample(folder: Path) -> Path:
    made, path = sample("lindenfurt", "de"), folder / "sample.cxs"
    save(path, made.document, made.assets)
    return path


def field(folder: Path) -> None:
    """It is in the inspector, undo says its name, and it is in the file."""
    with open_window(folder) as window:
        session = window.context.session
        about = session.document.all(Touchpoint)[0].id
        window.context.selection.select(about)
        QApplication.processEvents()
        for section in window.findChildren(Section):
            section.fold(False)
        (found,) = (f for f in window.findChildren(BoundField) if f.field.name == "opening_hours")
        assert "Öffnungszeiten" in [label.text() for label in found.findChildren(QLabel)]
        line = found.findChildren(QLineEdit)[0]
        line.setFocus()
        QTest.keyClicks(line, "8 bis 18")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert session.document.get(Touchpoint, about).opening_hours == "8 bis 18"  # type: ignore[attr-defined]
        said = step_name(session.store.history.undoable, texts("de"))
        assert "Öffnungszeiten" in said, said
        session.save_as(folder / "field.cxs")
    known = load(folder / "field.cxs").content.document.get(Touchpoint, about)
    assert known.opening_hours == "8 bis 18"  # type: ignore[attr-defined]


def chart(folder: Path) -> None:
    """It is offered among the pictures, drawn and read aloud."""
    with open_window(folder) as window:
        run(window.context, "go.rate", "rate.show_pictures")
        page = window.shell.view.current.tabs.page  # type: ignore[attr-defined]
        assert isinstance(page, PicturesPage)
        assert page.list.entries["count"].text() == "Wie viele geantwortet haben"
        page.show_chart("count")
        QApplication.processEvents()
        assert page.panel.chart_row is BY_ID["count"]
        assert page.panel.picture.accessibleName() == "Wie viele geantwortet haben"
        assert len(page.panel.picture.listed()) == 14


def command(folder: Path) -> None:
    """It is found by its German name and does what it says."""
    with open_window(folder) as window:
        said: list[str] = []
        window.context.messages.said.connect(said.append)
        row = window.context.commands.rows["measures.count"]
        assert window.context.commands.label(row) == "Die Maßnahmen zählen"
        run(window.context, "measures.count")
        assert said == ["So viele: 6"], said


def lane(folder: Path) -> None:
    """It can be shown, is drawn under its name, and takes in what is typed into it."""
    kind = LaneKind("pains_gains")
    with open_window(folder) as window:
        session = window.context.session
        journey = session.document.all(Journey)[0].id
        with session.transaction("") as draft:
            set_lane(draft, journey, kind, shown=True)
        workspace = window.shell.view.current
        assert isinstance(workspace, JourneyWorkspace)
        QApplication.processEvents()
        layout = workspace.model.layout
        assert layout is not None
        assert "Schmerzpunkte und Wünsche" in [row.title for row in layout.lanes]
        about = session.document.all(Touchpoint)[0].id
        with session.transaction("") as draft:
            draft.create(Note(id="pain", kind=NoteKind.PAIN, about=about, text="Warteschleife"))
        QApplication.processEvents()
        assert workspace.model.layout is not None
        assert any(placed.group.key == "note:pain" for placed in workspace.model.layout.body.flat())


def importer(folder: Path) -> None:
    """The command line and the window read such files; the page of the import names it in German."""
    source, target = folder / "moving.names", folder / "moving.cxs"
    source.write_text("Formular\nHotline\n", encoding="utf-8")
    assert ".names" in ENDINGS
    assert main(["import", str(source), "-o", str(target)]) == 0
    assert [t.name for t in load(target).content.document.all(Touchpoint)] == ["Formular", "Hotline"]
    with open_window(folder) as window:
        window.import_file(source)
        chosen: list[str] = []
        while "Liste von Namen" not in chosen:  # until the file has been read beside the window
            QTest.qWait(20)
            chosen = [box.currentText() for box in window.findChildren(QComboBox)]


def output(folder: Path) -> None:
    """The menu offers it, the command line writes it."""
    target = folder / "measures.txt"
    assert main(["plan", str(saved_sample(folder)), "-o", str(target)]) == 0
    assert len(target.read_text(encoding="utf-8").splitlines()) == 6
    with open_window(folder) as window:
        (row,) = (r for r in window.context.commands.rows.values() if r.text == "Measures as text …")
        assert window.context.commands.label(row) == "Maßnahmen als Text …"
        assert window.context.commands.can(row)


def workspace(folder: Path) -> None:
    """It stands in the rail and comes when it is called."""
    with open_window(folder) as window:
        run(window.context, "go.calm")
        assert window.shell.view.name == "calm"
        said = [label.text() for label in window.shell.view.current.findChildren(QLabel)]
        assert said == ["Hier ist nichts zu tun."]
        assert window.context.commands.label(window.context.commands.rows["go.calm"]) == "Ruhe"


def report_section(folder: Path) -> None:
    """It is printed where a report is made."""
    from pypdf import PdfReader

    target = folder / "report.pdf"
    assert main(["report", str(saved_sample(folder)), "-o", str(target)]) == 0
    words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(target).pages)
    assert "Dank an alle, die geantwortet haben" in words
    assert "So viele haben mitgemacht: 9." in words
