"""What a command loads: each module costs time before anything is done, and none is missed where it is not loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

from cxstudio.catalogue.samples import sample
from cxstudio.files.saving import save

HOUSE = Path(__file__).resolve().parents[3]
COMMAND = """
import json, sys
from ui.__main__ import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]))
"""
UNUSED = (
    "PySide6", "reportlab", "networkx", "fontTools", "PIL", "openpyxl", "xlsxwriter", "pypdfium2", "numpy",
    "http", "urllib.request", "ssl", "multiprocessing", "pyphen", "portalocker", "cxstudio.session", "cxstudio.edits",
    "cxstudio.store", "cxstudio.analysis.comparison.as_is_to_be", "cxstudio.documents.report.workshop_record",
    "cxstudio.wording.findings.agenda_sentences",
)  # fmt: skip
"""Nothing of it helps to draw a map."""


def test_a_map_as_svg_is_drawn_without_what_only_others_need(tmp_path: Path) -> None:
    save(tmp_path / "move.cxs", sample("lindenfurt", "de").document)
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "export", "move.cxs", "-o", "map.svg"], cwd=tmp_path, check=True,
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(HOUSE)},
    )  # fmt: skip
    code, loaded = json.loads(done.stdout)
    assert code == 0
    assert (tmp_path / "map.svg").read_bytes().startswith(b"<?xml")
    assert [name for name in UNUSED if name in loaded] == []
    assert "uharfbuzz" in loaded  # the list above says something only where modules are counted at all
