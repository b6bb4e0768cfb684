"""A further section of the report costs two files: its module and a row."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
REPORT = Path("cxstudio/documents/report")
MODULE = '''"""How many touchpoints there are."""

from cxstudio.documents.content import Paragraph, Section
from cxstudio.documents.report.material import Material


def content(material: Material) -> Section:
    """One sentence."""
    return Section("Counted", (Paragraph(f"There are {len(material.touchpoints)} touchpoints."),))
'''
PRINTED = """
import io
from pypdf import PdfReader
from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf

made = sample("lindenfurt", "en")
report = report_pdf(made.document, made.assets, "en")
print(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(report.pdf)).pages))
"""


def test_a_section_is_a_module_and_a_row(tmp_path: Path) -> None:
    for folder in ("cxstudio", "resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / REPORT / "sections" / "counted.py").write_text(MODULE, encoding="utf-8")
    table = tmp_path / REPORT / "section_table.py"
    rows = table.read_text(encoding="utf-8").replace("    critical,\n", "    counted,\n    critical,\n", 1)
    row = '    SectionRow("counted", N_("Counted"), counted.content),\n    SectionRow(METHOD,'
    table.write_text(rows.replace("    SectionRow(METHOD,", row, 1), encoding="utf-8")
    told = subprocess.run([sys.executable, "-c", PRINTED], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Counted" in told.stdout and "There are 14 touchpoints." in told.stdout
