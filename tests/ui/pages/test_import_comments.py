"""Comments of a survey go to the unsorted notes; those ticked on the import page become quotes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from cxstudio.model import Note, Touchpoint
from cxstudio.model.kinds import NoteKind
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.pages.import_comments import ImportComments
from ui.pages.import_page import ImportPage

SAID = ("The invoice was late", "Two invoices came", "An invoice nobody understands", "Ms Sample was kind", "Fine")
SURVEY = "Id,Site expectation,Site experience,Site comment\n" + "".join(
    f"P{n},{n % 3 + 5},{n % 5 + 2},{text}\n" for n, text in enumerate(SAID)
)


def opened(window: MainWindow, path: Path) -> tuple[ImportPage, ImportComments]:
    path.write_text(SURVEY, encoding="utf-8")
    window.import_file(path)
    page = window.shell.pages.currentWidget()
    assert isinstance(page, ImportPage)
    return page, comments(page)


def comments(page: ImportPage) -> ImportComments:
    return page.findChildren(ImportComments)[-1]


def tick(part: ImportComments, text: str) -> None:
    (item,) = part.list.findItems(text, Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked)


def test_only_the_comments_ticked_become_quotes(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    page, part = opened(window, tmp_path / "survey.csv")
    assert part.list.count() == len(SAID) and not part.chosen
    assert not part.list.findItems("Sample", Qt.MatchFlag.MatchContains), "a name is covered before it is seen"
    tick(part, "Two invoices came")
    page.start_project()
    document = window.context.document
    kinds = {note.text: note.kind for note in document.all(Note)}
    assert len(kinds) == len(SAID)
    assert [text for text, kind in kinds.items() if kind is NoteKind.QUOTE] == ["Two invoices came"]
    assert {kind for text, kind in kinds.items() if text != "Two invoices came"} == {NoteKind.UNSORTED}
    (site,) = document.all(Touchpoint)
    assert all(note.about == site.id for note in document.all(Note))


def test_ticks_stay_while_the_table_is_read_anew_and_in_another_language(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    page, part = opened(window, tmp_path / "survey.csv")
    tick(part, "Two invoices came")
    page._decide("black-out", False)
    part = comments(page)
    assert part.chosen == {"Two invoices came"}
    assert part.list.findItems("Sample", Qt.MatchFlag.MatchContains)
    page.restore_view_state(page.view_state())
    assert comments(page).chosen == {"Two invoices came"}


def test_words_comments_share_are_counted_and_list_them_alone(open_window: OpenWindow, tmp_path: Path) -> None:
    _, part = opened(open_window(), tmp_path / "survey.csv")
    assert list(part.words) == ["Invoice"] and part.words["Invoice"].text().endswith("3")
    part.words["Invoice"].click()
    shown = [part.list.item(n).text() for n in range(part.list.count()) if not part.list.item(n).isHidden()]
    assert shown == list(SAID[:3])
    part.words["Invoice"].click()
    assert not any(part.list.item(n).isHidden() for n in range(part.list.count()))
