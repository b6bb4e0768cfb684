"""What if a share were another one: typed beside a path in the inspector, said in sentences, kept nowhere."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import Transition
from ui.forms.what_if_line import WhatIfLine
from ui.main_window.main_window import MainWindow


def test_a_share_typed_beside_a_path_says_who_would_arrive_and_what_it_costs(sample_window: MainWindow) -> None:
    context = sample_window.context
    context.commands.run("go.journey")
    context.commands.run("journey.show_flow")
    QApplication.processEvents()
    context.selection.select("way04-out")
    QApplication.processEvents()
    asked = next(iter(sample_window.findChildren(WhatIfLine)), None)
    assert asked is not None
    asked.show_way(context.document.get(Transition, "way04-out"))
    before = context.document
    QTest.keyClicks(asked.line, "15-25")
    said = asked.said.text().replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith(
        "If drop-out here were 15–25% and all else stayed the same, 80–88% would arrive (today 70%)."
    )
    assert "Visits per case: " in said and "a year more." in said
    asked.line.setText("38")
    assert "70% would arrive (today 70%)" in asked.said.text() and "Visits" not in asked.said.text()
    for wrong in ("120", "viel", "5-"):
        asked.line.setText(wrong)
        assert "0 to 100" in asked.said.text()
    asked.show_way(context.document.get(Transition, "way08-07"))
    assert asked.line.text() == "" and context.document is before
