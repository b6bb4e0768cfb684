"""Real surveys from file to figures and report, by command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from cxstudio.cli import main
from cxstudio.look.fonts import PLACEHOLDER, FontBook
from tests.cxstudio.cli.told import Run

NANUM = Path("/usr/share/fonts/truetype/nanum")


@pytest.fixture(scope="session")
def kiosk(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The K-SERVQUAL survey, imported in one command."""
    path = tmp_path_factory.mktemp("kiosk") / "kiosk.cxs"
    source = real_data / "surveys" / "kservqual_kiosk_cp949_dev.csv"
    assert main(["import", str(source), "-o", str(path), "--mapping", "kservqual"]) == 0
    return path


def test_the_kiosk_survey_gives_the_expected_means(run: Run, kiosk: Path, expected: Any) -> None:
    printed = json.loads(run("figures", kiosk, "--json").out)
    touchpoints = printed["journeys"][0]["rounds"][0]["touchpoints"]
    assert len(touchpoints) == 24
    wanted = expected["surveys/kservqual_kiosk_cp949_dev.csv"]["gaps"]
    for found, item in zip(touchpoints, sorted(wanted, key=int), strict=True):
        gap = wanted[item]
        assert found["n"] == gap["n"] == 138
        assert found["expectation"]["mean"] == pytest.approx(gap["expectation"], abs=5e-4)
        assert found["experience"]["mean"] == pytest.approx(gap["perception"], abs=5e-4)
        assert found["delta"]["mean"] == pytest.approx(gap["gap"], abs=5e-4)
        low, high = found["delta"]["interval"]
        assert low < found["delta"]["mean"] < high
        assert "키오스크" in found["name"]


def test_the_airline_survey_gives_the_expected_means(run: Run, real_data: Path, expected: Any, tmp_path: Path) -> None:
    source = real_data / "surveys" / "airline_satisfaction_dev.csv"
    assert run("import", source, "-o", tmp_path / "a.cxs", "--mapping", "airline").code == 0
    printed = json.loads(run("figures", tmp_path / "a.cxs", "--json").out)
    found = {t["name"]: t for t in printed["journeys"][0]["rounds"][0]["touchpoints"]}
    wanted = expected["surveys/airline_satisfaction_dev.csv"]["touchpoints"]
    assert set(found) == set(wanted)
    for name, figures in wanted.items():
        assert found[name]["experience"]["mean"] == pytest.approx(figures["mean_without_zero"], abs=5e-4)
        assert found[name]["experience"]["n"] == figures["n_rated"]


@pytest.mark.skipif(not NANUM.is_dir(), reason="fonts-nanum is not installed")
def test_the_kiosk_report_has_its_hangul_embedded(run: Run, kiosk: Path, tmp_path: Path) -> None:
    told = run("report", kiosk, "-o", tmp_path / "r.pdf")
    assert told.code == 0 and told.err == ""
    reader = PdfReader(tmp_path / "r.pdf")
    assert "키오스크" in reader.pages[0].extract_text()
    fonts = [f.get_object() for p in reader.pages for f in p["/Resources"].get_object()["/Font"].values()]
    hangul = [f for f in fonts if "Nanum" in str(f["/BaseFont"])]
    assert hangul and all("/FontFile2" in f["/FontDescriptor"].get_object() for f in hangul)


def test_without_a_hangul_font_the_report_says_so(run: Run, kiosk: Path, tmp_path: Path,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("cxstudio.documents.report.making.font_book", lambda: FontBook([]))
    told = run("report", kiosk, "-o", tmp_path / "r.pdf")
    assert told.code == 0 and told.err.count("\n") == 1 and "U+" in told.err
    assert PLACEHOLDER in PdfReader(tmp_path / "r.pdf").pages[0].extract_text()
