"""Copy, cut and paste on the map: within it, between two windows, from a spreadsheet, pictures, and nonsense."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.exchange.clipboard.clipboard_format import MIME
from cxstudio.exchange.clipboard.record_placing import MOST_TOUCHPOINTS
from cxstudio.files.pictures import kind_of
from cxstudio.model import Department, Document, Journey, Note, Picture, Stage, Touchpoint, TouchpointRatings
from cxstudio.session import Folders, Session
from tests.hostile.heic import HEIC
from tests.hostile.pictures import encoded
from tests.ui.conftest import OpenWindow
from tests.ui.journey_desk import LEFT, NONE, Desk
from ui.context.messages import Notice
from ui.workspaces.journey.clipboard.clipboard_actions import AT_ONCE
from ui.workspaces.journey.clipboard.paste_preview import PasteSheet

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CELLS = "Phase\tKontaktpunkt\tKanal\tKosten\nInformieren\tAnruf\tTelefon\t3\n\tBrief\tPost\t4\nDanach\tBesuch\t\t5\n"


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path, sample("lindenfurt", "de").document)


def lay_in(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def paste(desk: Desk, after: str) -> None:
    desk.context.selection.select(after)
    desk.workspace.take_focus()
    desk.key(Key.Key_V, CONTROL)


def told(desk: Desk) -> list[Notice]:
    notices: list[Notice] = []
    desk.context.messages.posted.connect(notices.append)
    return notices


def image(colour: str = "teal") -> QImage:
    made = QImage(40, 30, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def test_copied_touchpoints_are_pasted_behind_the_selected_one(desk: Desk) -> None:
    start = desk.document
    desk.context.selection.select("t07", "t08")
    desk.key(Key.Key_C, CONTROL)
    paste(desk, "t01")
    made = desk.context.selection.ids
    assert [t.id for t in desk.document.touchpoints("stage1")] == ["t01", *made, "t02", "t03"]
    assert [desk.document.get(Touchpoint, i).name for i in made] == [
        start.get(Touchpoint, i).name for i in ("t07", "t08")
    ]
    assert len(desk.document.having(Note, "about", made[1])) == len(start.having(Note, "about", "t08")) > 0
    assert desk.session.undo() is not None
    assert desk.document == start


def test_cut_and_paste_is_a_move_that_keeps_the_ratings(desk: Desk) -> None:
    before = desk.document.having(TouchpointRatings, "touchpoint", "t08")
    desk.context.selection.select("t08")
    desk.key(Key.Key_X, CONTROL)
    assert "t08" not in desk.document
    paste(desk, "t02")
    assert desk.document.having(TouchpointRatings, "touchpoint", "t08") == before
    assert [t.id for t in desk.document.touchpoints("stage1")] == ["t01", "t02", "t08", "t03"]
    desk.key(Key.Key_V, CONTROL)
    assert len(desk.document.journey_touchpoints(desk.journey)) == 15, "pasted again it is a copy"
    assert len(desk.document.having(TouchpointRatings, "touchpoint", desk.context.selection.id or "")) == 0


def test_cut_and_pasted_at_once_everything_stands_as_before(desk: Desk) -> None:
    start = desk.names
    desk.context.selection.select("t05", "t06")
    desk.key(Key.Key_X, CONTROL)
    assert desk.context.selection.ids == ("t04",)
    desk.key(Key.Key_V, CONTROL)
    assert desk.names == start and desk.context.selection.ids == ("t05", "t06")


def test_stages_are_copied_whole(desk: Desk) -> None:
    header = desk.workspace.area.header
    rect = header.stage_rect("stage2")
    assert rect is not None
    QTest.mouseClick(header, LEFT, NONE, rect.center().toPoint())
    desk.key(Key.Key_C, CONTROL)
    desk.key(Key.Key_V, CONTROL)
    stages = desk.document.stages(desk.journey)
    assert [s.name for s in stages[1:3]] == [stages[1].name] * 2
    assert desk.names[1] == desk.names[2]


def test_another_program_gets_a_table(desk: Desk) -> None:
    desk.context.selection.select("t01", "t02")
    desk.key(Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Phase\tKontaktpunkt\t") and len(lines) == 3


def test_between_two_windows_with_departments_found_by_name(
    open_window: OpenWindow, tmp_path: Path, folders: Folders
) -> None:
    made = sample("lindenfurt", "en")
    first = open_window(Session.new(folders, made.document, made.assets))
    journey, stage = Journey(id="j", title="Elsewhere"), Stage(id="s", journey="j", name="Before")
    other = Document([journey, stage, Department(id="d", name="Customer Service")])
    second = open_window(Session.new(Folders.below(tmp_path / "somebody else"), other))
    names = [t.name for t in first.context.document.journey_touchpoints(first.context.selection.journey or "")]
    for window in (first, second):
        window.context.commands.run("go.journey")
        window.context.commands.run("journey.select_all")
        window.context.commands.run("journey.copy" if window is first else "journey.paste")
    assert [t.name for t in second.context.document.touchpoints("s")] == names
    departments = [d.name.casefold() for d in second.context.document.all(Department)]
    assert len(departments) == len(set(departments)) > 1
    assert second.context.session.undo() is not None
    assert second.context.document == other


def test_pictures_travel_along_to_another_project(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setImage(image())
    paste(desk, "t03")
    (picture,) = desk.document.having(Picture, "about", "t03")
    desk.key(Key.Key_C, CONTROL)
    other = Desk(
        qtbot, tmp_path / "other", Document([Journey(id="j", title="J"), Stage(id="s", journey="j", name="S")])
    )
    other.context.commands.run("journey.paste")
    (copied,) = other.document.all(Picture)
    assert other.session.assets[copied.asset] == desk.session.assets[picture.asset]
    other.context.commands.run("journey.paste")
    assert len({p.asset for p in other.document.all(Picture)}) == 1, "kept once, shown twice"


def test_a_few_plain_lines_are_pasted_at_once_with_undo_beside(desk: Desk) -> None:
    start, notices = desk.document, told(desk)
    lay_in("\n".join(f"Zeile {n}" for n in range(AT_ONCE)))
    paste(desk, "t01")
    assert desk.workspace.hands.sheet is None
    assert len(desk.document.journey_touchpoints(desk.journey)) == 14 + AT_ONCE
    notices[-1].choices[0].act()
    assert desk.document == start


def sheet_of(desk: Desk) -> PasteSheet:
    sheet = desk.workspace.hands.sheet
    assert isinstance(sheet, PasteSheet) and sheet.isVisible()
    return sheet


def test_cells_are_shown_first_and_enter_takes_them(desk: Desk) -> None:
    start = desk.document
    lay_in(CELLS)
    paste(desk, "t02")
    sheet = sheet_of(desk)
    assert [combo.currentText() for combo in sheet.combos] == ["Phase", "Kontaktpunkt", "Kanal", "– auslassen –"]
    assert "Kosten" in sheet._told.text()
    assert desk.document is start
    desk.key(Key.Key_Return)
    assert desk.names[0][-2:] == ["Anruf", "Brief"], "a stage of that name is there already"
    assert desk.names[-1] == ["Besuch"]
    assert desk.session.undo() is not None
    assert desk.document == start


def test_the_meaning_of_a_column_can_be_changed_and_escape_drops_it(desk: Desk) -> None:
    start = desk.document
    lay_in(CELLS)
    paste(desk, "t02")
    sheet = sheet_of(desk)
    sheet.combos[3].setCurrentIndex(sheet.combos[3].findData("cases_per_month"))
    sheet.combos[3].activated.emit(0)
    assert sheet.pasted is not None
    made = [r for r in sheet.pasted.plan.records if isinstance(r, Touchpoint)]
    assert [t.cases_per_month for t in made] == [3, 4, 5]
    sheet.combos[1].setCurrentIndex(0)
    sheet.combos[1].activated.emit(0)
    assert not sheet.do.isEnabled(), "without a column of touchpoints there is nothing to take"
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Escape)
    assert desk.document is start


def test_all_that_is_left_out_can_be_read(desk: Desk) -> None:
    more = [f"Spalte {letter}" for letter in "ABCDEFGH"]
    lay_in("\n".join("\t".join(row) for row in (["Phase", "Touchpoint", *more], ["Nutzen", "Anruf", *["x"] * 8])))
    paste(desk, "t02")
    sheet = sheet_of(desk)
    assert "Spalte H" not in sheet._told.text() and sheet.more.text() == "und 4 weitere Stellen"
    QTest.mouseClick(sheet.more, Qt.MouseButton.LeftButton)
    assert all(name in sheet._told.text() for name in more) and not sheet.more.isVisible()
    desk.key(Key.Key_Return)
    assert "Anruf" in {name for names in desk.names for name in names}


def test_twenty_thousand_lines_say_what_is_not_taken(desk: Desk) -> None:
    start = desk.document
    lay_in("\n".join(f"Kontaktpunkt {n}" for n in range(20_000)))
    paste(desk, "t02")
    sheet = sheet_of(desk)
    assert "5.000" in sheet._told.text() or "5000" in sheet._told.text()
    sheet.take()
    assert len(desk.document.journey_touchpoints(desk.journey)) == MOST_TOUCHPOINTS
    assert len(desk.workspace.model.folded) == len(desk.document.stages(desk.journey)), "too many to be seen"
    assert desk.session.undo() is not None
    assert desk.document == start


@pytest.mark.parametrize("data", [b"", b"nonsense", b'{"cxstudio": 1}\nPK\x03\x04', b'{"cxstudio": 7}\n'])
def test_a_hostile_clipboard_is_refused_in_a_sentence(desk: Desk, data: bytes) -> None:
    start, notices = desk.document, told(desk)
    mime = QMimeData()
    mime.setData(MIME, QByteArray(data))
    QGuiApplication.clipboard().setMimeData(mime)
    paste(desk, "t02")
    assert desk.document is start
    assert len(notices) == 1 and "nichts eingefügt" in notices[0].text


def test_a_picture_is_pasted_onto_the_selected_card(desk: Desk) -> None:
    QGuiApplication.clipboard().setImage(image())
    paste(desk, "t03")
    (picture,) = desk.document.having(Picture, "about", "t03")
    assert picture.asset in desk.session.assets
    said: list[str] = []
    desk.context.messages.said.connect(said.append)
    desk.context.selection.clear()
    desk.key(Key.Key_V, CONTROL)
    assert len(desk.document.all(Picture)) == 1 and said, "it needs a touchpoint"


@pytest.mark.parametrize(
    ("text", "html", "pictures", "added"),
    [
        ("Anruf\n", "<table><tr><td>Anruf</td></tr></table>", 0, 1),
        ("Anruf", "<b>Anruf</b>", 0, 1),
        ("https://example.org/flur.png", "<img src='https://example.org/flur.png'>", 1, 0),
        ("", "<img src='https://example.org/flur.png'>", 1, 0),
    ],
    ids=["a spreadsheet's cell", "a text program", "a browser with the address", "a browser"],
)
def test_a_picture_beside_words_is_told_from_words_beside_a_picture(
    desk: Desk, text: str, html: str, pictures: int, added: int
) -> None:
    data = QMimeData()
    data.setImageData(image())
    data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    paste(desk, "t03")
    assert len(desk.document.all(Picture)) == pictures
    assert len(desk.document.journey_touchpoints(desk.journey)) == 14 + added


def test_while_a_text_is_edited_the_clipboard_is_the_fields_own(desk: Desk) -> None:
    lay_in("Zeile")
    desk.context.selection.select("t02")
    desk.key(Key.Key_F2)
    for key in (Key.Key_A, Key.Key_V):
        desk.key(key, CONTROL)
    desk.key(Key.Key_Return)
    assert desk.document.get(Touchpoint, "t02").name == "Zeile"
    assert desk.context.selection.ids == ("t02",)
    assert len(desk.document.journey_touchpoints(desk.journey)) == 14


def drop(desk: Desk, data: QMimeData, touchpoint: str) -> None:
    viewport, copy = desk.workspace.view.viewport(), Qt.DropAction.CopyAction
    spot = desk.card(touchpoint)
    enter = QDragEnterEvent(spot, copy, data, LEFT, NONE)
    QApplication.sendEvent(viewport, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(viewport, QDropEvent(spot.toPointF(), copy, data, LEFT, NONE))
    desk.settle()


def test_a_browser_drops_the_picture_or_only_its_address(desk: Desk) -> None:
    notices = told(desk)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/flur.png")])
    drop(desk, data, "t03")
    assert not desk.document.all(Picture)
    assert "Adresse" in notices[-1].text
    data.setImageData(image())
    drop(desk, data, "t03")
    assert len(desk.document.having(Picture, "about", "t03")) == 1


def enormous_png() -> bytes:
    """A PNG that says it has 60,000 × 60,000 pixels."""
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "content", "word"),
    [
        ("image/png", enormous_png(), "Pixel"),
        ("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("image/png", b"\x89PNG broken", "lesbar"),
        ("image/jpeg", b"\xff\xd8\xff\xe0 broken", "lesbar"),
    ],
)
def test_pictures_that_cannot_be_taken_are_refused(desk: Desk, kind: str, content: bytes, word: str) -> None:
    start, notices = desk.document, told(desk)
    data = QMimeData()
    data.setData(kind, QByteArray(content))
    QGuiApplication.clipboard().setMimeData(data)
    paste(desk, "t03")
    assert desk.document is start
    assert len(notices) == 1 and word in notices[0].text


def test_large_pictures_are_cleaned_beside_the_window(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    import os

    noise = QImage(os.urandom(900 * 900 * 4), 900, 900, QImage.Format.Format_RGB32)
    path = tmp_path / "Rauschen.png"
    assert noise.save(str(path)) and path.stat().st_size > 1_000_000
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(desk, data, "t04")
    assert desk.workspace.hands.pinning.busy and not desk.document.all(Picture)
    qtbot.waitUntil(lambda: bool(desk.document.having(Picture, "about", "t04")), timeout=30_000)
    assert desk.document.having(Picture, "about", "t04")[0].alternative_text == "Rauschen"


def test_other_formats_are_converted_beside_the_window(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """The project gets PNG and JPEG only; what cannot be read is told, and the others come all the same."""
    kinds = {"gif": "GIF", "webp": "WEBP", "bmp": "BMP", "tiff": "TIFF", "heic": ""}
    (tmp_path / "Foto.heif").write_bytes(b"\0\0\0\x18ftypheic" + bytes(90))
    for ending, kind in kinds.items():
        content = encoded(Image.new("RGB", (60, 40), "teal"), kind) if kind else HEIC
        (tmp_path / f"Foto.{ending}").write_bytes(content)
    notices = told(desk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / f"Foto.{ending}")) for ending in (*kinds, "heif")])
    drop(desk, data, "t04")
    qtbot.waitUntil(lambda: len(notices) > 0, timeout=30_000)
    pictures = desk.document.having(Picture, "about", "t04")
    assert len(pictures) == (5 if find_spec("pi_heif") else 4)
    assert all(kind_of(desk.session.assets[picture.asset]) for picture in pictures)
    assert ("kein lesbares Bild" if find_spec("pi_heif") else "HEIC") in notices[-1].text


def test_names_in_the_menu_and_the_empty_map(qtbot: QtBot, tmp_path: Path) -> None:
    """An empty map offers pasting too: a stage and a journey come with it."""
    desk = Desk(qtbot, tmp_path, Document([]))
    lay_in("Erster\nZweiter")
    desk.context.commands.run("journey.paste")
    assert desk.names == [["Erster", "Zweiter"]]
