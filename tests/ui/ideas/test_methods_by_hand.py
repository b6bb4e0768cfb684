"""Method cards in the real window: found by Ctrl+K, searched, followed from card to card, their tools opened."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.catalogue.methods import LANGUAGES, methods
from cxstudio.model import Question
from tests.ui.comparing_desk import run
from ui.context.record_workspace import show_method
from ui.main_window.all_commands import COMMANDS as ALL_COMMANDS
from ui.main_window.main_window import MainWindow
from ui.shell.command_palette import Finder
from ui.theme.icons import SHAPES
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.ideas.methods.methods_page import MethodsPage

COMMANDS = sorted({card.command for card in methods().cards if card.command})


def test_each_card_names_a_command_and_an_icon_there_are() -> None:
    assert set(COMMANDS) <= {command.id for command in ALL_COMMANDS}
    assert {card.icon for card in methods().cards} <= set(SHAPES)


def page(window: MainWindow) -> MethodsPage:
    workspace = window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace) and isinstance(workspace.views.page, MethodsPage)
    return workspace.views.page


def shown(cards: MethodsPage) -> list[str]:
    return [i for i, tile in cards.tiles.tiles.items() if tile.isVisible()]


def test_a_card_is_found_read_and_its_tool_opened(sample_window: MainWindow) -> None:
    window = sample_window
    run(window, "frame.find")
    finder = window.shell.overlay(Finder)
    for card in methods().cards:
        for language in LANGUAGES:
            finder.line.setText(card.name.say(language))
            assert card.name.en in [entry.text for entry in finder._found if entry.detail == "Method card"]
    finder.line.clear()
    QTest.keyClicks(finder.line, "affinity")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    cards = page(window)
    assert cards.sheet.card is methods().find("affinity")
    assert cards.tiles.tiles["affinity"].isChecked() and len(shown(cards)) == 44

    cards.line.setFocus()
    QTest.keyClicks(cards.line, "kano")
    QApplication.processEvents()
    assert shown(cards) == ["basics-first"]
    QTest.keyClick(cards.line, Qt.Key.Key_Return)
    assert cards.sheet.card is methods().find("basics-first")
    cards.line.setText("quittenbaum")
    assert not shown(cards)

    onward = next(b for b in cards.sheet.findChildren(QPushButton) if b.text() == "Impact × effort")
    QTest.mouseClick(onward, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert cards.sheet.card is methods().find("impact-effort")
    assert len(shown(cards)) == 44  # what hid it is taken back
    cards.phases.setCurrentRow(1)
    assert shown(cards) == ["check-in", "hopes-and-fears", "ground-rules", "one-two-four-all"]

    commands = window.context.commands
    for card in methods().cards:
        assert not card.command or commands.can(commands.rows[card.command])
    window.context.selection.set_method("check-in")
    assert not cards.sheet.tool.isVisibleTo(cards.sheet)
    window.context.selection.set_method("how-might-we")
    assert cards.sheet.tool.isVisible() and cards.sheet.tool.isEnabled()
    before = len(window.context.document.all(Question))
    QTest.mouseClick(cards.sheet.tool, Qt.MouseButton.LeftButton)
    assert len(window.context.document.all(Question)) == before + 1
    workspace = window.shell.view.current
    assert isinstance(workspace, IdeasWorkspace) and workspace.views.id == "questions"


def test_another_language_keeps_the_card_and_what_is_searched(sample_window: MainWindow) -> None:
    run(sample_window, "go.ideas", "ideas.show_methods")
    sample_window.context.selection.set_method("crazy-eights")
    page(sample_window).line.setText("sketch")
    run(sample_window, "look.language")
    QApplication.processEvents()
    cards = page(sample_window)
    assert cards.sheet.card is methods().find("crazy-eights") and cards.line.text() == "sketch"
    run(sample_window, "ideas.show_notes", "look.language")
    show_method(sample_window.context, "rating")
    QApplication.processEvents()
    cards = page(sample_window)
    assert cards.sheet.card is methods().find("rating") and "rating" in shown(cards)
