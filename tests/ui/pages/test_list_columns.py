"""The columns of a list are named in the window, also where no proposal was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from cxstudio.exchange.lists.list_mapping import ListMapping
from cxstudio.model import Measure, Stage, Touchpoint
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.pages.import_columns import ROLE, Columns
from ui.pages.import_page import ImportPage
from ui.pages.import_table import Heads


def opened(window: MainWindow, path: Path, text: str) -> ImportPage:
    path.write_text(text, encoding="utf-8")
    window.import_file(path)
    page = window.shell.pages.currentWidget()
    assert isinstance(page, ImportPage) and page.reading is not None
    return page


def columns(page: ImportPage) -> Columns:
    return page.findChildren(Columns)[-1]


def read_as(page: ImportPage, reader: str) -> None:
    box = next(box for box in page.findChildren(QComboBox) if box.accessibleName() == "Read as" and box.isEnabled())
    at = box.findData(reader)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_the_heads_of_a_list_show_and_change_what_its_columns_hold(open_window: OpenWindow, tmp_path: Path) -> None:
    text = "Phase;Kontaktpunkt;Ansprache\nVorher;Website;Web\nKauf;Filiale;vor Ort\n"
    window = open_window()
    page = opened(window, tmp_path / "list.csv", text)
    model = columns(page)
    roles = [model.data(model.index(at, ROLE)) for at in range(3)]
    assert roles == ["Stage", "Touchpoint", "–"]
    heads = page.findChildren(Heads)[-1]
    said = [action.text() for action in heads.menu(2).actions() if not action.isSeparator()]
    assert {"leave out", "Stage", "Channel", "Experience"} <= set(said)
    next(action for action in heads.menu(2).actions() if action.text() == "Channel").trigger()
    reading = page.reading
    assert reading is not None and not any("Ansprache" in str(entry.where) for entry in reading.plan.left_out)
    model = columns(page)
    assert model.setData(model.index(1, ROLE), "stage")
    assert page.reading is not None and not page.reading.plan.records and not page.new.isEnabled()
    assert columns(page).data(columns(page).index(0, ROLE)) == "–"
    model = columns(page)
    model.setData(model.index(0, ROLE), "touchpoint")
    page.start_project()
    document = window.context.document
    assert [t.name for t in document.all(Touchpoint)] == ["Vorher", "Kauf"]
    assert [s.name for s in document.all(Stage)] == ["Website", "Filiale"]


@pytest.mark.parametrize("reader", ["measures", "touchpoints", "personas"])
def test_another_kind_can_be_chosen_and_its_columns_named(reader: str, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    page = opened(window, tmp_path / "list.csv", "Was;Wer macht es;Nr\nRückruf;Service;1\nBrief;Post;2\n")
    read_as(page, reader)
    assert page.reading is not None
    mapping = page.reading.plan.mapping
    assert isinstance(mapping, ListMapping) and mapping.reader == reader
    if reader != "measures":
        return
    assert not page.reading.plan.records
    model = columns(page)
    model.setData(model.index(0, ROLE), "title")
    page.start_project()
    assert [m.title for m in window.context.document.all(Measure)] == ["Rückruf", "Brief"]


def test_a_list_with_the_same_headings_is_offered_as_last_time(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    text = "Was;Wo\nRechnung;Nachher\nWebsite;Vorher\n"
    for again in (False, True):
        page = opened(window, tmp_path / "list.csv", text)
        if not again:
            model = columns(page)
            model.setData(model.index(0, ROLE), "touchpoint")
            model = columns(page)
            model.setData(model.index(1, ROLE), "stage")
            page.start_project()
        else:
            assert page._earlier(page.reading) is not None  # type: ignore[arg-type]
