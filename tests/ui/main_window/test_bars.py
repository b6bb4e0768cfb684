"""What the window says when something is in the way: bars, never dialogs."""

import json
import sys
import zipfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from cxstudio.files import load
from cxstudio.model import Journey
from cxstudio.session import Session, pending_work
from ui.context.messages import Notice, Tone, always
from ui.startup.exception_boundary import Boundary


def press(window, text: str) -> None:
    next(b for b in window.shell.bars.findChildren(QPushButton) if b.text() == text).click()


def said(window) -> str:
    return " ".join(each.text() for each in window.shell.bars.findChildren(QLabel))


def saved(window, path):
    window.context.session.save_as(path)
    window.context.bridge.state_changed.emit()
    return path


def test_changed_on_disk_is_asked_in_a_bar_and_both_ways_work(sample_window, folders, tmp_path):
    window, path = sample_window, tmp_path / "shared.cxs"
    saved(window, path)
    journey = window.context.selection.journey
    for answer, theirs, mine in (
        ("Use their version", "Theirs", "Mine"),
        ("Replace their version", "Theirs again", "Mine again"),
    ):
        other = Session.new(folders, window.context.document)
        with other.transaction("x") as draft:
            draft.update(Journey, journey, title=theirs)
        copy = tmp_path / "copy.cxs"
        other.save_as(copy)
        other.close()
        path.write_bytes(copy.read_bytes())
        with window.context.session.transaction("x") as draft:
            draft.update(Journey, journey, title=mine)
        window.context.commands.run("project.save")
        window.context.session.work.finish()
        assert window.shell.bars.keys == ("session.changed_on_disk",)
        press(window, answer)
        window.context.session.work.finish()
        used = answer == "Use their version"
        assert window.context.document.get(Journey, journey).title == (theirs if used else mine)
        assert window.shell.bars.keys == ("session.version_kept",)
        kept = next(Path(str(n.values["place"])) for n in window.context.session.notices)
        assert load(kept).content.document.get(Journey, journey).title == (mine if used else theirs)
        press(window, "OK")


def test_a_newer_format_opens_to_read_only(sample_window, tmp_path, qtbot):
    window, path = sample_window, saved(sample_window, tmp_path / "new.cxs")
    content = {}
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    for member in ("manifest.json", "project.json"):
        values = json.loads(content[member])
        values["format"] = 99
        content[member] = json.dumps(values).encode()
    later = tmp_path / "later.cxs"
    with zipfile.ZipFile(later, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    window.project.open_file(later)
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=60_000)
    assert window.context.session.read_only
    assert "session.newer_format" in window.shell.bars.keys
    assert not window.context.commands.action("frame.note").isEnabled()


def test_a_bar_can_be_replaced_answered_and_closed(sample_window):
    window = sample_window
    window.context.messages.post(Notice("a", "one", holds=always))
    window.context.messages.post(Notice("a", "two", Tone.WARNING, holds=always))
    assert window.shell.bars.keys == ("a",)
    assert "two" in said(window)
    assert "one" not in said(window)
    window.context.messages.withdraw("a")
    assert not window.shell.bars.isVisible()


class Faulty(QObject):
    happened = Signal()

    def fail(self) -> None:
        raise ZeroDivisionError("the project says: secret words")


def test_an_exception_in_a_slot_becomes_a_bar_with_a_report_without_content(sample_window, monkeypatch, folders):
    window, boundary = sample_window, Boundary()
    boundary.show_with(window.tell_unexpected)
    monkeypatch.setattr(sys, "excepthook", boundary.caught)
    faulty = Faulty()
    faulty.happened.connect(faulty.fail)
    faulty.happened.emit()
    assert window.shell.bars.keys == ("unexpected",)
    press(window, "Copy error report")
    report = QApplication.clipboard().text()
    assert "ZeroDivisionError" in report
    assert "secret" not in report
    window.context.commands.run("go.rate")
    assert window.shell.view.name == "rate"


def test_switching_the_language_keeps_the_session_bars(open_window, folders, sample_window, tmp_path):
    window = sample_window
    path = saved(window, tmp_path / "a.cxs")
    with window.context.session.transaction("x") as draft:
        draft.update(Journey, window.context.selection.journey, title="Unsaved")
    window.close()
    again = open_window(Session.open(path, folders))
    assert "session.recovered" in again.shell.bars.keys
    again.context.commands.run("look.language")
    assert "session.recovered" in again.shell.bars.keys
    assert "nicht gespeicherte Änderung" in said(again)
    press(again, "Zurück zum gespeicherten Stand")
    assert again.context.document.get(Journey, again.context.selection.journey).title != "Unsaved"


def test_work_that_never_had_a_file_has_no_saved_version_to_go_back_to(open_window, folders, sample_window):
    window = sample_window
    with window.context.session.transaction("x") as draft:
        draft.update(Journey, window.context.selection.journey, title="Unsaved")
    window.close()
    again = open_window(Session.resume(pending_work(folders)[0], folders))
    assert [b.text() for b in again.shell.bars.findChildren(QPushButton)] == ["OK"]
