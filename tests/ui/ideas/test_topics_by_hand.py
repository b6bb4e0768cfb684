"""Topics of notes: proposed by the words they share, given, counted, and listed alone."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from cxstudio.edits import add_note
from cxstudio.model import Note
from cxstudio.model.kinds import NoteKind
from ui.main_window.main_window import MainWindow
from ui.notes.note_sorter import NoteSorter
from ui.notes.topic_bar import TopicBar
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace

TEXTS = (
    "The invoice came late",
    "I did not understand the invoice",
    "Two invoices for one month",
    "Nobody called back",
)


def sorter(window: MainWindow) -> tuple[NoteSorter, TopicBar, list[str]]:
    with window.context.session.transaction("x") as draft:
        made = [add_note(draft, text) for text in TEXTS]
    window.context.commands.run("ideas.show_notes")
    workspace = window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace)
    found = workspace.notes.sorter
    assert found.topics is not None
    return found, found.topics, made


def test_a_word_notes_share_becomes_their_topic_in_one_step(sample_window: MainWindow) -> None:
    notes, bar, made = sorter(sample_window)
    assert list(bar.proposals) == ["Invoice"] and not bar.topics
    bar.proposals["Invoice"].click()
    document = sample_window.context.document
    assert [document.get(Note, note).theme for note in made] == ["Invoice"] * 3 + [""]
    assert not bar.proposals and list(bar.topics) == ["Invoice", ""]
    assert bar.topics["Invoice"].text().endswith("3") and notes.list.item(0).text().endswith("Invoice")
    sample_window.context.commands.run("edit.undo")
    assert not any(n.theme for n in sample_window.context.document.all(Note) if n.id in made)
    assert list(bar.proposals) == ["Invoice"]


def test_notes_of_one_topic_are_listed_alone_and_become_quotes(sample_window: MainWindow) -> None:
    notes, bar, made = sorter(sample_window)
    bar.proposals["Invoice"].click()
    bar.topics["Invoice"].click()
    assert notes.list.ids == made[:3]
    bar.topics[""].click()
    assert notes.list.ids == made[3:]
    notes.list.begin()
    QTest.keyClick(notes.list, Qt.Key.Key_Q)
    assert sample_window.context.document.get(Note, made[3]).kind is NoteKind.QUOTE
    assert notes.list.ids == made[:3], "no note is left without a topic, so all are listed"


def test_a_topic_is_typed_for_the_notes_selected(sample_window: MainWindow) -> None:
    notes, bar, made = sorter(sample_window)
    notes.list.setCurrentRow(3, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QTest.keyClicks(bar.line, "  Calls  ")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert sample_window.context.document.get(Note, made[3]).theme == "Calls"
    assert not bar.line.text() and bar.topics["Calls"].text().endswith("1")
    notes.list.setCurrentRow(3, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert not sample_window.context.document.get(Note, made[3]).theme
