"""Personas in the real window: from a template, with a picture that is dropped and cropped, and compared."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxstudio.edits import rate
from cxstudio.model import GROUP_VOICE, Persona, PersonaTrait, Picture, Round
from cxstudio.model.kinds import Evidence, RoundKind, View
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.compare_page import ComparePage
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def wait_for(found: object) -> None:
    for _ in range(200):
        QApplication.processEvents()
        if found():  # type: ignore[operator]
            return
        QTest.qWait(10)
    raise AssertionError("it never came")


def test_a_persona_from_a_template_gets_a_face_and_is_compared(sample_window: MainWindow, tmp_path: Path) -> None:
    window, context = sample_window, sample_window.context
    run(window, "go.understand")
    workspace = window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace)
    workspace.add_from_template("careful")
    made = context.document.all(Persona)[-1]
    assert made.evidence is Evidence.ASSUMPTION and workspace.persona == made.id
    assert len(context.document.having(PersonaTrait, "persona", made.id)) == 4
    assert "are assumptions" in workspace.editor.rests.text()
    # a picture is dropped, moved and made nearer: one step each
    Image.new("RGB", (300, 200), "navy").save(tmp_path / "face.png")
    data, face = QMimeData(), workspace.editor.avatar
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "face.png"))])
    face.dropEvent(QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, data, LEFT, NONE))
    wait_for(lambda: context.document.having(Picture, "about", made.id))
    QApplication.processEvents()
    assert face.has_picture and workspace.editor.nearer.isVisible()
    middle = QPoint(face.width() // 2, face.height() // 2)
    QTest.mousePress(face, LEFT, NONE, middle)
    QTest.mouseMove(face, middle + QPoint(30, 5))
    QTest.mouseRelease(face, LEFT, NONE, middle + QPoint(30, 5))
    moved = context.document.get(Persona, made.id)
    assert moved.face_x < 0.5 and moved.face_y == 0.5, "up and down there is nothing beside a square"
    QTest.keyClick(workspace.editor.nearer, Qt.Key.Key_PageUp)
    assert context.document.get(Persona, made.id).face_zoom > 1
    run(window, "edit.undo", "edit.undo")
    assert context.document.get(Persona, made.id).face_x == 0.5
    # a slider of a trait
    trait = context.document.having(PersonaTrait, "persona", made.id)[0]
    bar = workspace.editor.traits.fields[trait.id]["value"].editor.bar  # type: ignore[attr-defined]
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert context.document.get(PersonaTrait, trait.id).value == (trait.value or 0) + 1
    # compared: never fewer than two, never more than four
    run(window, "understand.show_compare")
    page = workspace.views.page
    assert isinstance(page, ComparePage) and page.personas == ("persona1", "persona2")
    page.chips[made.id].click()
    assert page.personas == ("persona1", "persona2", made.id)
    page.chips["persona2"].click()
    page.chips["persona1"].click()
    assert page.personas == ("persona1", made.id)
    page.chips["persona2"].click()
    with context.session.transaction("rated") as draft:
        for number, persona in ((1, "persona1"), (2, "persona2")):
            draft.create(Round(id=f"g{number}", journey="journey1", persona=persona, kind=RoundKind.GROUP,
                               view=View.EMPLOYEES, scale=7, order=f"b{number}"))  # fmt: skip
            rate(draft, f"g{number}", "t08", GROUP_VOICE, "experience", 2 * number)
    wait_for(lambda: any(x.text().startswith("Rated differently: ") for x in page.findChildren(QLabel)))
    assert {"2.0", "4.0"} <= {x.text() for x in page.findChildren(QLabel)}
