"""Options of the report from a file, in the real window: one step, and nothing where the file is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxstudio.documents.chosen import report_settings
from cxstudio.model.kinds import PaperSize
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import make_output
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow


def test_options_of_a_file_apply_in_one_step_and_bad_ones_not_at_all(
    sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, path = sample_window.context, tmp_path / "options.json"
    before = report_settings(context.document)
    monkeypatch.setattr("ui.main_window.report_options_commands.choosers.name_to_open", lambda *_: path)
    path.write_text('{"kind": "report options", "format": 1, "paper": "a3", "sections": ["measures"]}')
    run(sample_window, "report.apply_options")
    chosen = report_settings(context.document)
    assert (chosen.paper, chosen.sections, chosen.decision_by) == (PaperSize.A3, ("measures",), "")
    written = make_output("report_options", context.document, Order("en")).data
    run(sample_window, "edit.undo")
    assert report_settings(context.document) == before
    path.write_bytes(written)
    run(sample_window, "report.apply_options")
    assert report_settings(context.document) == chosen
    told: list[str] = []
    context.messages.posted.connect(lambda notice: told.append(notice.text))
    for bad in (b"nothing", b'{"kind": "report options", "format": 1, "paper": "a9"}'):
        path.write_bytes(bad)
        run(sample_window, "report.apply_options")
        assert report_settings(context.document) == chosen and "options.json" in told[-1]
    monkeypatch.setattr("ui.main_window.report_options_commands.choosers.name_to_open", lambda *_: None)
    run(sample_window, "report.apply_options")
    assert len(told) == 2
