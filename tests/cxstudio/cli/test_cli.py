"""The command line through its door: what it makes, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.cli import Window, main
from cxstudio.cli.table import COMMANDS
from cxstudio.cli.words import language_of
from cxstudio.edits import derive_journey
from cxstudio.exchange.readers import READERS
from cxstudio.files.loading import load
from cxstudio.files.saving import save
from cxstudio.model import Document, Journey, Measure, Picture, Stage, Touchpoint
from cxstudio.store import Store
from tests.cxstudio.cli.told import PROGRAM, Run, files_in

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
        ["plan", "x.cxs", "-o", "p.docx"],
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


def test_a_file_or_nothing_asks_for_the_window(project: Path) -> None:
    asked: list[Window] = []

    def open_window(window: Window) -> int:
        asked.append(window)
        return 7

    assert main([], open_window) == 7
    assert main([str(project), "--lang", "de"], open_window) == 7
    assert main(["demo"], open_window) == 7
    assert asked == [Window(), Window(project, language="de"), Window(demo=True)]


@pytest.mark.parametrize(
    ("given", "code"), [("frobnicate", 2), ("frob-nicate", 2), ("nix.cxs", 1), ("no/where.cxs", 1)]
)
def test_neither_command_nor_file_opens_no_window(given: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    def open_window(_: Window) -> int:
        raise AssertionError("a window was opened")

    assert main([given], open_window) == code
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and Path(given).name in said


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
    assert "Datengrundlage" in PdfReader(tmp_path / "r.pdf").pages[0].extract_text()
    assert "Basis of the figures" in PdfReader(tmp_path / "e.pdf").pages[0].extract_text()


def test_plan_as_workbook_and_as_csv(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("plan", project, "-o", tmp_path / "p.xlsx").code == 0
    assert run("plan", project, "-o", tmp_path / "p.csv", "--lang", "en").code == 0
    assert run("plan", project, "-o", tmp_path / "p.pdf", "--department", "kundenservice").code == 0
    refused = run("plan", project, "-o", tmp_path / "q.pdf", "--department", "Lager")
    assert refused.code == 1 and "Lager" in refused.err and not (tmp_path / "q.pdf").exists()
    assert load_workbook(tmp_path / "p.xlsx").worksheets[0].max_row == 8
    assert (tmp_path / "p.csv").read_text(encoding="utf-8-sig").startswith("No.,")


def test_an_edited_plan_is_told_and_applied(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("plan", project, "-o", tmp_path / "p.xlsx", "--lang", "en").code == 0
    book = load_workbook(tmp_path / "p.xlsx")
    sheet = book.worksheets[0]
    sheet["B3"], sheet["B9"] = "Another title", "A new measure"
    book.save(tmp_path / "p.xlsx")
    asked = ("plan", project, "--edited", tmp_path / "p.xlsx", "--lang", "en")
    told = run(*asked, "--dry-run")
    assert told.code == 0 and "→ Another title" in told.out and "[--add-new adds it]" in told.out
    assert run(*asked).code == 2 and run("plan", project, "-o", tmp_path / "q.csv", "--add-new").code == 2
    assert run(*asked, "-o", tmp_path / "after.cxs", "--add-new").code == 0
    titles = [m.title for m in load(tmp_path / "after.cxs").content.document.all(Measure)]
    assert titles[0] == "Another title" and titles[-1] == "A new measure" and len(titles) == 7
    assert run(*asked, "-o", tmp_path / "after.cxs").code == 1


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


def test_as_is_and_to_be_of_one_title_are_told_apart(run: Run, tmp_path: Path) -> None:
    store = Store(sample("lindenfurt", "de").document)
    (today,) = store.document.all(Journey)
    with store.transaction("derive") as draft:
        later = derive_journey(draft, today.id, today.title)
        draft.update(Stage, draft.document.stages(later)[0].id, name="Vorfreude")
    save(tmp_path / "two.cxs", store.document)
    for name, there in (
        (today.title, False),
        (f"{today.title} · Ist-Reise", False),
        (f"{today.title} · ziel-reise", True),
    ):
        told = run("export", tmp_path / "two.cxs", "-o", tmp_path / "m.mmd", "--journey", name, "--lang", "de")
        assert told.code == 0
        assert ("Vorfreude" in (tmp_path / "m.mmd").read_text(encoding="utf-8")) == there, name
    told = run("export", tmp_path / "two.cxs", "-o", tmp_path / "m.mmd", "--journey", "Nirgendwo", "--lang", "de")
    assert told.code != 0 and f"„{today.title} · Ziel-Reise“" in told.err


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
    source.write_text(source.read_text(encoding="utf-8") + "c3,Form,soon\n", encoding="utf-8")
    told = run("import", source, "--dry-run", "--fold", "0", "--accept", "leave-out-single-events", "--lang", "en")
    assert "none left out" in told.out and "[repaired]" in told.out
    assert run("import", source, "--dry-run", "--reader", "nothing-of-the-kind").code == 2
    source.write_text("Activity,Timestamp\nCall,2026-01-05\n", encoding="utf-8")
    told = run("import", source, "--dry-run", "--reader", "event_log", "--lang", "en")
    assert told.code == 1 and "No column holds the case" in told.one_sentence()


@pytest.mark.parametrize("language", ["en", "de"])
def test_help_names_every_reader_and_every_ending(run: Run, language: str) -> None:
    said = run("import", "--help", "--lang", language).out
    names = {word.strip(",[]") for word in said.split()}
    named = next(word for word in names if "mermaid|" in word or "|mermaid" in word).split("|")
    assert set(named) == {reader.id for reader in READERS} - {"table"}
    assert {ending for reader in READERS for ending in (*reader.suffixes, *reader.perhaps)} <= names


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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_the_window_is_drawn_without_a_screen(tmp_path: Path) -> None:
    """A picture of the window needs none: a server can make it, too."""
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {**{k: v for k, v in os.environ.items() if k not in without}, "HOME": str(tmp_path)}
    run = subprocess.run(
        [*PROGRAM, "demo", "--render", str(tmp_path / "demo")], env=env, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0 and (tmp_path / "demo" / "window.png").is_file(), run.stderr
