"""`cxstudio new`."""

from pathlib import Path

import pytest

from cxstudio.files.loading import load
from cxstudio.model import Journey, Measure, Touchpoint
from cxstudio.model.kinds import Language
from tests.cxstudio.cli.told import Run


@pytest.mark.parametrize(("template", "touchpoints"), [("empty", 0), ("energy", 34), ("bank", 31)])
def test_a_template_becomes_a_project(run: Run, tmp_path: Path, template: str, touchpoints: int) -> None:
    told = run("new", tmp_path / "new.cxs", "--template", template, "--title", "Umzug", "--lang", "de")
    assert told.code == 0 and told.err == ""
    document = load(tmp_path / "new.cxs").content.document
    assert document.project.title == "Umzug"
    assert document.project.language is Language.GERMAN
    assert [j.title for j in document.all(Journey)] == ["Umzug"]
    assert len(document.all(Touchpoint)) == touchpoints
    assert run("check", tmp_path / "new.cxs").code == 0


def test_the_structure_of_a_project_becomes_a_project(run: Run, tmp_path: Path, project: Path) -> None:
    assert run("new", tmp_path / "new.cxs", "--template", project).code == 0
    document = load(tmp_path / "new.cxs").content.document
    assert len(document.all(Touchpoint)) == 14
    assert document.all(Measure) == ()
    assert document.project.client == ""


def test_the_templates_are_named(run: Run) -> None:
    told = run("new", "--list", "--lang", "de")
    assert told.code == 0
    assert "energy" in told.out and "34 Kontaktpunkte" in told.out


def test_nothing_is_replaced_unless_told_to(run: Run, tmp_path: Path, project: Path) -> None:
    before = project.read_bytes()
    told = run("new", project)
    assert told.code == 1 and "--force" in told.one_sentence()
    assert project.read_bytes() == before
    told = run("new", project, "--force", "--lang", "en")
    assert told.code == 0 and project.read_bytes() != before
    kept = told.out.split("kept in ")[1].splitlines()[0].removesuffix(".")
    assert Path(kept).read_bytes() == before, "what was there can be had again"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["new"], 2), (["new", "a.txt"], 2), (["new", "a.cxs", "--template", "nope"], 1)],
)
def test_what_cannot_be_begun_is_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run(*arguments)
    assert told.code == code
    told.one_sentence()
    assert list(tmp_path.iterdir()) == []
