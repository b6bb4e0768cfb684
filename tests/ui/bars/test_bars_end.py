"""Every bar is true as long as it stands: what ends it, and that Undo in it takes back what it names."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxstudio.edits import add_participant, add_touchpoints, set_fields, set_round_state, start_project, start_round
from cxstudio.errors import UserError
from cxstudio.files.errors import NotSaved, saving_failed
from cxstudio.model import GROUP_VOICE, Journey, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.outputs.output import Made
from cxstudio.session import Folders, Session
from cxstudio.session.settings import FILE_NAME
from tests.ui.conftest import OpenWindow
from ui.context.messages import Choice, Notice, always
from ui.main_window.main_window import MainWindow
from ui.shell import toast
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.report.report_workspace import ReportWorkspace

ENDS = {
    "ui/main_window/session_notices.py": "answered, or settled by the session itself",
    "ui/main_window/held_back.py": "a disk takes the work, or it is saved",
    "ui/main_window/saving.py": "the project is saved, or people stay",
    "ui/main_window/application.py": "closed: work of last time stays where it is",
    "ui/main_window/left_work.py": "answered, or another page is in view",
    "ui/main_window/opening.py": "closed: work of last time, and kept work, stays where it is",
    "ui/main_window/damaged_settings.py": "closed: it happened at the start",
    "ui/main_window/own_catalogue_commands.py": "passes: the template is kept",
    "ui/context/messages.py": "errors: the same works; unexpected: closed, and says once the work is secured",
    "ui/main_window/print_commands.py": "answered, or closed, or the next printing begins",
    "ui/dialogs/save_export.py": "passes, or closed: the file is there",
    "ui/workspaces/journey/actions/removal_notice.py": "passes, or what was removed is brought back",
    "ui/presentation/second_screen.py": "the presentation ends, or there is a screen again",
    "ui/pages/import_page.py": "passes: the mapping is kept",
    "ui/pages/returned_plan_page.py": "passes, or the step is taken back; refused: the same works",
    "ui/pages/import_summary.py": "passes, or the import is taken back",
    "ui/pages/versions/versions_page.py": "passes, or the step is taken back",
    "ui/pages/versions/merge_panel.py": "passes, or the merge is taken back; what is missing stays until it is closed",
    "ui/main_window/file_commands.py": "closed: the copy is written, and what it left out is told",
    "ui/workspaces/rate/rounds/round_actions.py": "passes, or the round is brought back",
    "ui/workspaces/rate/table/answer_entry.py": "pasted: taken back; refused: another voice or round, or another page",
    "ui/workspaces/rate/table/paper_entry.py": "the pile is done, or its voice or round is gone",
    "ui/workspaces/report/report_workspace.py": "another report is in view",
    "ui/workspaces/journey/actions/rating_actions.py": "passes, or another voice or round is in view",
    "ui/workspaces/journey/clipboard/clipboard_actions.py": "passes, or what was pasted is taken back",
    "ui/workspaces/journey/map/picture_drops.py": "passes, or the photo is taken back",
}
"""Where bars come from → what ends them."""


@pytest.fixture(autouse=True)
def nothing_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bars that go by themselves stay as long as a slow machine needs."""
    monkeypatch.setattr(toast, "_LEAST_MS", 1_000_000)


def bars(window: MainWindow) -> tuple[str, ...]:
    QApplication.processEvents()
    return window.shell.bars.keys


def said(window: MainWindow) -> str:
    return " ".join(each.text() for each in window.shell.findChildren(QLabel) if each.isVisible())


def button(window: MainWindow, text: str) -> QPushButton | None:
    QApplication.processEvents()
    shown = (b for b in window.shell.findChildren(QPushButton) if b.isVisible() and b.text() == text)
    return next((b for b in shown if b.parentWidget().parentWidget().property("kind") == "notice"), None)


def rename(window: MainWindow, name: str) -> None:
    with window.context.session.transaction("rename") as draft:
        set_fields(draft, Journey, draft.document.all(Journey)[0].id, owner=name)
    QApplication.processEvents()


def failing(*_: object, **__: object) -> Iterator[None]:
    yield from ()
    raise saving_failed(OSError(28, "No space left on device"), "a.cxs")


def test_every_bar_says_what_ends_it() -> None:
    found = set()
    for path in Path("ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Notice":
                assert "holds" in {word.arg for word in node.keywords}, path
                found.add(path.as_posix())
    assert found == set(ENDS)


def test_undo_in_a_bar_is_made_in_one_place() -> None:
    """A button that takes back the last step knows which one it was."""
    makers = set()
    for path in Path("ui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "Choice(" in text and '"edit.undo"' in text:
            makers.add(path.as_posix())
    assert makers == {"ui/context/last_step.py"}


def test_not_saved_goes_when_it_is_saved(
    sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, session = sample_window, sample_window.context.session
    session.save_as(tmp_path / "a.cxs")
    for works in ("the command", "under another name", "by somebody else"):
        rename(window, f"changed, to be saved by {works}")
        with monkeypatch.context() as broken:
            broken.setattr(type(session.saver), "save", failing)
            window.context.commands.run("project.save")
            qtbot.waitUntil(lambda: not session.work.busy, timeout=60_000)
        assert bars(window) == ("error.saving",) and "disk is full" in said(window)
        rename(window, f"still not saved by {works}")
        assert bars(window) == ("error.saving",)
        if works == "the command":
            window.context.commands.run("project.save")
            qtbot.waitUntil(lambda: not session.work.busy, timeout=60_000)
        else:
            session.save_as(tmp_path / f"{works}.cxs")
            window.context.bridge.state_changed.emit()
        assert bars(window) == ()
    assert issubclass(NotSaved, UserError)


def test_an_error_goes_when_the_same_works(sample_window: MainWindow, tmp_path: Path) -> None:
    window, messages = sample_window, sample_window.context.messages
    window.project.open_file(tmp_path / "not there.cxs")
    assert bars(window) == ("error.open",)
    messages.error(UserError("It cannot be written."), "export")
    assert bars(window) == ("error.open", "error.export")
    messages.worked("export")
    assert bars(window) == ("error.open",)
    rename(window, "another")
    assert bars(window) == ("error.open",), "no word of it is wrong yet"


def test_undo_undoes_what_the_bar_names_or_is_gone(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    context.commands.run("go.rate")
    rounds = len(context.document.all(Round))
    context.commands.run("rate.remove_round")
    assert bars(window) == ("rate.round_removed",)
    undo = button(window, "Undo")
    assert undo is not None and "is removed with all its answers" in said(window)
    rename(window, "something else")
    assert button(window, "Undo") is None, "it would take back the name"
    assert "is removed with all its answers" in said(window)
    context.commands.run("edit.undo")
    back = button(window, "Undo")
    assert back is not None, "now it is the last step again"
    back.click()
    assert len(context.document.all(Round)) == rounds and bars(window) == ()


def test_what_was_taken_back_by_key_is_not_announced_any_more(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    workspace = window.shell.view.current
    assert isinstance(workspace, JourneyWorkspace)
    workspace.hands.paste_text("First thing\nSecond thing")
    assert "pasted" in said(window) and button(window, "Undo") is not None
    context.commands.run("edit.undo")
    assert bars(window) == ()
    context.commands.run("edit.redo")
    assert bars(window) == ()


def group_window(open_window: OpenWindow, folders: Folders) -> MainWindow:
    """Three touchpoints rated by people, of whom there is one."""
    session = Session.new(folders)
    with session.transaction("") as draft:
        journey = start_project(draft, title="Moving", stages=("Start",))
        stage = draft.document.stages(journey)[0]
        add_touchpoints(draft, stage.id, ["Website", "Form", "Letter"])
        start_round(draft, journey)
    return open_window(session)


def rate(window: MainWindow) -> RateWorkspace:
    window.context.commands.run("go.rate")
    page = window.shell.view.current
    assert isinstance(page, RateWorkspace)
    return page


def test_a_refusal_goes_with_its_reason(open_window: OpenWindow, folders: Folders) -> None:
    window = group_window(open_window, folders)
    page, context = rate(window), window.context
    with context.session.transaction("somebody") as draft:
        person = add_participant(draft)
    touchpoint = context.document.all(Touchpoint)[0].id
    endings: tuple[Callable[[], object], ...] = (
        lambda: context.selection.set_voice(person),
        lambda: context.commands.run("go.journey"),
        lambda: context.commands.run("rate.show_pictures"),
    )
    for end in endings:
        context.commands.run("go.rate")
        context.commands.run("rate.show_table")
        context.selection.set_voice(GROUP_VOICE)
        page.entry.give(touchpoint, "experience", 3)
        assert bars(window) == ("rate.refused",)
        end()
        assert bars(window) == ()


def test_the_pile_ends_with_its_round_and_its_voice(open_window: OpenWindow, folders: Folders) -> None:
    window = group_window(open_window, folders)
    rate(window)
    context = window.context
    for end in ("undo", "close"):
        context.commands.run("rate.next_sheet")
        assert bars(window) == ("rate.pile",)
        if end == "undo":
            context.commands.run("edit.undo")
        else:
            with context.session.transaction("close") as draft:
                set_round_state(draft, draft.document.all(Round)[0].id, RoundState.CLOSED)
        assert bars(window) == ()


def test_notices_of_a_report_go_with_it(sample_window: MainWindow) -> None:
    window = sample_window
    page = ReportWorkspace(window.context)
    pdf = b"%PDF-1.4"
    shown = [Made(pdf, notices=("One letter has no font.",)), Made(pdf, notices=())]
    page.preview.show_report = lambda made: None  # type: ignore[method-assign]
    document, journey = window.context.document, window.context.document.all(Journey)[0].id
    page._have(shown[0], document, journey)
    assert bars(window) == ("report.0",)
    page._have(shown[1], document, journey)
    window.context.bridge.state_changed.emit()
    assert bars(window) == ()
    page.deleteLater()


def test_not_secured_becomes_secured(sample_window: MainWindow) -> None:
    window = sample_window
    safe = [False]
    window.context.messages.unexpected("a report", lambda: safe[0])
    assert "are not secured" in said(window)
    safe[0] = True
    rename(window, "anything")
    assert bars(window) == ("unexpected",) and "Your work is safe" in said(window)
    assert button(window, "Copy error report") is not None


def test_a_button_goes_alone_where_the_bar_still_holds(sample_window: MainWindow) -> None:
    window, there = sample_window, [True]
    offer = Choice("Do it", lambda: None, holds=lambda: there[0])
    window.context.messages.post(Notice("a", "A fact.", choices=(offer,), holds=always))
    assert button(window, "Do it") is not None
    there[0] = False
    rename(window, "anything")
    assert button(window, "Do it") is None and bars(window) == ("a",)


def test_damaged_settings_are_told_once(open_window: OpenWindow, folders: Folders) -> None:
    folders.config.mkdir(parents=True)
    (folders.config / FILE_NAME).write_text('{"window": "!", "recent_files": [7]}', encoding="utf-8")
    window = open_window()
    assert bars(window) == ("settings",)
    assert "“Recent files” and “Size and place of the window”" in said(window)
    window.close()
    assert bars(open_window()) == ()


def test_the_error_of_what_was_no_picture_goes_with_the_next_one(sample_window: MainWindow, qtbot: QtBot) -> None:
    window = sample_window
    workspace = window.shell.view.current
    assert isinstance(workspace, JourneyWorkspace)
    window.context.messages.error(UserError("That was no picture."), "pictures")
    image, data = QImage(40, 40, QImage.Format.Format_RGB32), QMimeData()
    image.fill(0)
    data.setImageData(image)
    workspace.hands.pinning.take_from(window.context.document.all(Touchpoint)[0].id, data)
    qtbot.waitUntil(lambda: "error.pictures" not in window.shell.bars.keys, timeout=60_000)
