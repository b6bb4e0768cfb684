"""The command line through its door: exit codes, one sentence per error, nothing half written."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.cli import Window, main
from cxstudio.cli.table import COMMANDS, READER_IDS
from cxstudio.cli.words import language_of
from cxstudio.exchange.readers import READERS
from cxstudio.files.loading import load
from cxstudio.files.saving import save
from cxstudio.look.fonts import PLACEHOLDER, FontBook
from cxstudio.model import Document, Picture, Touchpoint

NANUM = Path("/usr/share/fonts/truetype/nanum")
PROGRAM = [sys.executable, "-m", "ui"]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sample") / "sample.cxs"
    made = sample("lindenfurt", "de")
    save(path, made.document, made.assets)
    return path.read_bytes()


@pytest.fixture
def project(tmp_path: Path, sample_bytes: bytes) -> Path:
    path = tmp_path / "move.cxs"
    path.write_bytes(sample_bytes)
    return path


class Told:
    """One run inside this process: exit code and what was said."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        capsys.readouterr()
        self.code = main([str(a) for a in arguments])
        self.out, self.err = capsys.readouterr()

    def one_sentence(self) -> str:
        assert self.err.count("\n") == 1 and self.err.startswith("cxstudio: "), self.err
        assert "Traceback" not in self.err and "went wrong" not in self.err, self.err
        return self.err


Run = Callable[..., Told]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: Told(capsys, *arguments)


def files_in(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file() and "xdg" not in p.parts}


# Help, version, usage


@pytest.mark.parametrize("language", ["en", "de"])
def test_help_explains_every_command_with_examples(run: Run, language: str) -> None:
    told = run("--help", "--lang", language)
    assert told.code == 0 and all(command.name in told.out for command in COMMANDS)
    assert {"en": "Examples:", "de": "Beispiele:"}[language] in told.out
    for command in COMMANDS:
        told = run(command.name, "--help", "--lang", language)
        assert told.code == 0 and told.err == ""
        assert command.examples[0] in told.out
        assert {"en": "Usage:", "de": "Aufruf:"}[language] in told.out
        for argument in command.arguments:
            assert argument.names[-1] in told.out or argument.options.get("metavar", "?") in told.out


def test_german_help_holds_no_english_sentences(run: Run) -> None:
    for command in COMMANDS:
        text = run(command.name, "--help", "--lang", "de").out
        for english in ("the project", "usage", "options:", "show this help", "language:"):
            assert english not in text, (command.name, english)


def test_the_locale_chooses_the_language() -> None:
    assert language_of([], {"LANG": "de_AT.UTF-8"}) == "de"
    assert language_of([], {"LC_ALL": "C", "LANG": "de_DE"}) == "en"
    assert language_of(["report", "--lang=de"], {"LANG": "en_GB"}) == "de"
    assert language_of([], {}) == "en"


def test_version(run: Run) -> None:
    told = run("--version")
    assert told.code == 0 and told.out.startswith("CX Studio ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["report"],
        ["report", "x.cxs"],
        ["report", "x.cxs", "-o"],
        ["report", "x.cxs", "-o", "r.docx"],
        ["plan", "x.cxs", "-o", "p.pdf"],
        ["export", "x.cxs", "-o", "m"],
        ["import", "s.csv"],
        ["import", "s.csv", "-o", "p.zip"],
        ["figures"],
        ["check", "x.cxs", "--colour"],
        ["report", "x.cxs", "-o", "r.pdf", "--lang", "fr"],
        ["--nonsense"],
        ["x.cxs", "report"],
        ["repot", "x.cxs", "-o", "r.pdf"],
    ],
)
def test_bad_usage_is_one_sentence_and_two(run: Run, arguments: list[str], tmp_path: Path,
                                           monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    told = run(*arguments)
    assert told.code == 2 and told.out == ""
    told.one_sentence()
    assert files_in(tmp_path) == set()


def test_exit_codes_of_the_real_program(project: Path) -> None:
    def code(*arguments: str) -> tuple[int, str]:
        done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        return done.returncode, done.stderr

    assert code("check", str(project)) == (0, "")
    assert code("check", str(project.with_name("gone.cxs")))[0] == 1
    assert code("nonsense", "x", "-o", "y")[0] == 2


def test_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom cxstudio.cli import main\nmain(['--help'])\n"
        "heavy = {'pydantic', 'reportlab', 'babel', 'openpyxl', 'PySide6', 'networkx', 'xlsxwriter'}\n"
        "sys.stderr.write(','.join(sorted(heavy & set(sys.modules))))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""


# The window is asked for, not opened


def test_a_file_or_nothing_asks_for_the_window() -> None:
    asked: list[Window] = []

    def open_window(window: Window) -> int:
        asked.append(window)
        return 7

    assert main([], open_window) == 7
    assert main(["move.cxs", "--lang", "de"], open_window) == 7
    assert main(["demo"], open_window) == 7
    assert asked == [Window(), Window(Path("move.cxs"), language="de"), Window(demo=True)]


def test_without_a_window_one_sentence(run: Run) -> None:
    told = run()
    assert told.code == 1
    told.one_sentence()


def test_demo_renders_the_sample(run: Run, tmp_path: Path) -> None:
    told = run("demo", "--render", tmp_path / "demo", "--lang", "en")
    assert told.code == 0
    assert files_in(tmp_path / "demo") == {"report.pdf", "plan.xlsx", "map.pdf", "map.png", "map.svg"}
    assert (tmp_path / "demo" / "map.png").read_bytes().startswith(b"\x89PNG")


# Documents


def test_report_in_the_projects_language_and_in_the_other(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("report", project, "-o", tmp_path / "r.pdf").code == 0
    assert run("report", project, "-o", tmp_path / "e.pdf", "--lang", "en").code == 0
    assert "Grundlage" in PdfReader(tmp_path / "r.pdf").pages[0].extract_text()
    assert "Basis of the figures" in PdfReader(tmp_path / "e.pdf").pages[0].extract_text()


def test_plan_as_workbook_and_as_csv(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("plan", project, "-o", tmp_path / "p.xlsx").code == 0
    assert run("plan", project, "-o", tmp_path / "p.csv", "--lang", "en").code == 0
    assert load_workbook(tmp_path / "p.xlsx").worksheets[0].max_row == 7
    assert (tmp_path / "p.csv").read_text(encoding="utf-8-sig").startswith("No.,")


@pytest.mark.parametrize(
    ("ending", "begins"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG"), ("mmd", b"journey")]
)
def test_export(run: Run, project: Path, tmp_path: Path, ending: str, begins: bytes) -> None:
    target = tmp_path / f"m.{ending}"
    told = run("export", project, "-o", target)
    assert told.code == 0
    assert target.read_bytes().lstrip().startswith(begins)
    assert bool(told.err) == (ending == "mmd"), "what Mermaid cannot hold is said"


def test_export_of_a_journey_that_is_not_there(run: Run, project: Path, tmp_path: Path) -> None:
    told = run("export", project, "-o", tmp_path / "m.svg", "--journey", "Nirgendwo")
    assert told.code == 1 and "Nirgendwo" in told.one_sentence()


def test_check_says_what_is_in_it(run: Run, project: Path) -> None:
    told = run("check", project)
    assert told.code == 0 and "14 touchpoints" in told.out and "6 measures" in told.out


def test_check_names_what_is_missing(run: Run, tmp_path: Path) -> None:
    made = sample("lindenfurt", "de")
    pinned = Picture(id="pic", about=made.document.all(Touchpoint)[0].id, asset="0" * 64)
    save(tmp_path / "x.cxs", made.document.evolve((pinned,)))
    told = run("check", tmp_path / "x.cxs", "--lang", "de")
    assert told.code == 1 and "! Das Bild" in told.out


def test_a_project_without_a_journey(run: Run, tmp_path: Path) -> None:
    save(tmp_path / "x.cxs", Document())
    told = run("export", tmp_path / "x.cxs", "-o", tmp_path / "m.svg")
    assert told.code == 1
    told.one_sentence()
    assert "no figures" in run("figures", tmp_path / "x.cxs").out
    assert run("report", tmp_path / "x.cxs", "-o", tmp_path / "r.pdf").code == 0
    assert files_in(tmp_path) == {"x.cxs", "r.pdf"}


def test_figures_as_a_table_and_as_json(run: Run, project: Path, tmp_path: Path) -> None:
    table = run("figures", project, "--lang", "de")
    assert table.code == 0 and "−3,6" in table.out
    printed = json.loads(run("figures", project, "--json").out)
    assert run("figures", project, "-o", tmp_path / "f.json").code == 0
    assert json.loads((tmp_path / "f.json").read_text(encoding="utf-8")) == printed
    hotline = next(t for t in printed["journeys"][0]["rounds"][0]["touchpoints"] if "Hotline" in t["name"])
    assert round(hotline["delta"]["mean"], 1) == -3.6 and hotline["delta"]["n"] == 9


def test_the_source_is_never_the_output(run: Run, tmp_path: Path, sample_bytes: bytes) -> None:
    project = tmp_path / "x.pdf"
    project.write_bytes(sample_bytes)
    link = tmp_path / "link.pdf"
    link.symlink_to(project)
    for output in (project, link):
        told = run("report", project, "-o", output)
        assert told.code == 2
        told.one_sentence()
    assert project.read_bytes() == sample_bytes


# Imports


def test_a_journey_comes_in_and_goes_out(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "day.mmd"
    source.write_text("journey\n title My day\n section Morning\n  Tea: 5: Me\n  Bus: 2: Me, Cat\n", encoding="utf-8")
    told = run("import", source, "-o", tmp_path / "day.cxs")
    assert told.code == 0 and "2 touchpoints" in told.out
    document = load(tmp_path / "day.cxs").content.document
    assert document.project.title == "My day"
    assert run("export", tmp_path / "day.cxs", "-o", tmp_path / "again.mmd").code == 0
    assert "Tea: 5" in (tmp_path / "again.mmd").read_text(encoding="utf-8")


def test_an_event_log_is_read_and_folded_as_said(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "log.csv"
    ways = [("Call", "Form")] * 8 + [("Call", "Letter")] * 2
    rows = [f"c{n},{name},2026-01-{n + 1:02} 0{at}:00" for n, way in enumerate(ways) for at, name in enumerate(way)]
    source.write_text("\n".join(["Case ID,Activity,Timestamp", *rows]), encoding="utf-8")
    for fold, touchpoints in (("0", 3), ("20 %", 2)):
        told = run("import", source, "-o", tmp_path / "log.cxs", "--fold", fold, "--force", "--lang", "en")
        assert told.code == 0 and "10 cases" in told.out
        assert len(load(tmp_path / "log.cxs").content.document.all(Touchpoint)) == touchpoints
    assert run("import", source, "--dry-run", "--fold", "51").code == 2
    assert run("import", source, "--dry-run", "--reader", "nothing-of-the-kind").code == 2
    source.write_text("Activity,Timestamp\nCall,2026-01-05\n", encoding="utf-8")
    told = run("import", source, "--dry-run", "--reader", "event_log", "--lang", "en")
    assert told.code == 1 and "No column says which case" in told.one_sentence()


def test_the_readers_named_on_the_command_line_are_there() -> None:
    assert set(READER_IDS) == {reader.id for reader in READERS} - {"table"}


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "day.mmd"
    source.write_text("journey\n section Morning\n  Tea: 5: Me\n", encoding="utf-8")
    assert run("import", source, "--dry-run").code == 0
    assert files_in(tmp_path) == {"day.mmd"}


def test_repairs_are_proposed_and_accepted(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "day.mmd"
    source.write_text("journey\n section Morning\n  Tea: 9: Me\n  Bus: 3: Me\n", encoding="utf-8")
    proposed = run("import", source, "--dry-run")
    assert "? " in proposed.out and "--accept" in proposed.out
    told = run("import", source, "-o", tmp_path / "day.cxs", "--accept", "all")
    assert told.code == 0 and "[repaired]" in told.out
    assert run("import", source, "--dry-run", "--accept", "nothing-of-the-kind").code == 2


def test_a_project_that_is_there_is_not_replaced_unasked(run: Run, project: Path, tmp_path: Path) -> None:
    before = project.read_bytes()
    source = tmp_path / "day.mmd"
    source.write_text("journey\n section Morning\n  Tea: 5: Me\n", encoding="utf-8")
    told = run("import", source, "-o", project)
    assert told.code == 1 and "--force" in told.one_sentence()
    assert project.read_bytes() == before
    assert run("import", source, "-o", project, "--force").code == 0
    assert project.read_bytes() != before


# Bad input: one clear sentence each, nothing written


def _newer(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in ("project.json", "manifest.json"):
                fields = json.loads(content)
                fields["format"] = 999
                content = json.dumps(fields).encode()
            new.writestr(name, content)
    return out.getvalue()


BAD_PROJECTS: dict[str, Callable[[bytes], bytes]] = {
    "not a project": lambda _: b"%PDF-1.4 something else",
    "empty": lambda _: b"",
    "another zip": lambda _: b"PK\x05\x06" + bytes(18),
    "truncated": lambda data: data[: len(data) // 2],
    "last bytes gone": lambda data: data[:-40],
    "newer format": _newer,
}


@pytest.mark.parametrize("kind", BAD_PROJECTS)
@pytest.mark.parametrize("command", ["report", "plan", "export", "figures", "check"])
def test_bad_projects(run: Run, tmp_path: Path, sample_bytes: bytes, kind: str, command: str) -> None:
    project = tmp_path / "bad.cxs"
    project.write_bytes(BAD_PROJECTS[kind](sample_bytes))
    output = {"report": ["-o", tmp_path / "o.pdf"], "plan": ["-o", tmp_path / "o.csv"],
              "export": ["-o", tmp_path / "o.svg"]}.get(command, [])  # fmt: skip
    before = project.read_bytes()
    told = run(command, project, *output)
    assert told.code == 1 and "bad.cxs" in told.one_sentence()
    assert files_in(tmp_path) == {"bad.cxs"} and project.read_bytes() == before


def test_a_newer_format_is_named(run: Run, tmp_path: Path, sample_bytes: bytes) -> None:
    project = tmp_path / "new.cxs"
    project.write_bytes(_newer(sample_bytes))
    assert "999" in run("report", project, "-o", tmp_path / "o.pdf").one_sentence()


@pytest.mark.parametrize(
    "arguments", [("report", "{}", "-o", "o.pdf"), ("import", "{}", "-o", "o.cxs"), ("check", "{}"), ("figures", "{}")]
)
@pytest.mark.parametrize("name", ["a folder", "gone.cxs"])
def test_a_folder_or_nothing_instead_of_a_file(run: Run, tmp_path: Path, arguments: tuple[str, ...], name: str,
                                               monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a folder").mkdir()
    told = run(*(a.format(tmp_path / name) for a in arguments))
    assert told.code == 1 and name in told.one_sentence()
    assert files_in(tmp_path) == set()


def test_an_encoding_nobody_knows(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_text("Hotline;Form\n5;4\n", encoding="utf-8")
    told = run("import", source, "-o", tmp_path / "o.cxs", "--encoding", "klingon-8")
    assert told.code == 1 and "klingon-8" in told.one_sentence()
    assert files_in(tmp_path) == {"s.csv"}


def test_a_binary_file_is_no_table(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_bytes(bytes(range(256)) * 64)
    told = run("import", source, "-o", tmp_path / "o.cxs")
    assert told.code == 1
    told.one_sentence()
    assert files_in(tmp_path) == {"s.csv"}


def test_a_table_without_the_mapped_column(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_text("Hotline,Form\n5,4\n", encoding="utf-8")
    told = run("import", source, "-o", tmp_path / "o.cxs", "--mapping", "airline")
    assert told.code == 1
    told.one_sentence()
    assert files_in(tmp_path) == {"s.csv"}


def test_a_mapping_that_is_none(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_text("Hotline,Form\n5,4\n", encoding="utf-8")
    broken = tmp_path / "m.json"
    broken.write_text("{", encoding="utf-8")
    for mapping in (broken, tmp_path / "gone.json", "no-such-name"):
        told = run("import", source, "-o", tmp_path / "o.cxs", "--mapping", mapping)
        assert told.code == 1
        told.one_sentence()
    assert files_in(tmp_path) == {"s.csv", "m.json"}


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the administrator, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are something else there")
def test_no_permission_to_read_or_write(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("report", project, "-o", tmp_path / "warm.pdf").code == 0
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o555)
    project.chmod(0o444)
    with as_nobody():
        told = run("report", project, "-o", shut / "r.pdf")
    assert told.code == 1 and "permission" in told.one_sentence()
    project.chmod(0o000)
    with as_nobody():
        told = run("check", project)
    assert told.code == 1 and "permission" in told.one_sentence()
    shut.chmod(0o755)
    assert files_in(tmp_path) == {"move.cxs", "warm.pdf"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk(run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    old = tmp_path / "r.pdf"
    old.write_bytes(b"the report of last week")

    def full(handle: int, data: Any) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "write", full)
    told = run("report", project, "-o", old)
    monkeypatch.undo()
    assert told.code == 1 and "disk is full" in told.one_sentence()
    assert old.read_bytes() == b"the report of last week"
    assert files_in(tmp_path) == {"move.cxs", "r.pdf"}


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limit there")
def test_a_disk_that_takes_no_large_file(project: Path, tmp_path: Path) -> None:
    import resource

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run([*PROGRAM, "report", str(project), "-o", str(tmp_path / "r.pdf")], capture_output=True,
                          text=True, check=False, preexec_fn=limited,
                          env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})  # fmt: skip
    assert done.returncode == 1 and done.stderr.count("\n") == 1, done.stderr
    assert files_in(tmp_path) == {"move.cxs"}


def test_something_unforeseen_is_one_sentence_too(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("inside")

    monkeypatch.setattr("cxstudio.files.loading.load", broken)
    told = run("check", project)
    assert told.code == 1 and told.err.count("\n") == 1 and "KeyError" in told.err


# Real data that nobody here wrote


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
