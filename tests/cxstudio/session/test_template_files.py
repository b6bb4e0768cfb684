"""Templates and entries of one's own in their folders."""

from pathlib import Path

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.catalogue.touchpoints import catalogue
from cxstudio.errors import UserError
from cxstudio.files.saving import save
from cxstudio.model import Measure, Touchpoint, TouchpointRatings
from cxstudio.session import Folders
from cxstudio.session.own_catalogue import begin_own_entries, stamp
from cxstudio.session.templates import begin_from, own_templates, save_template, stage_names, template_choices


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path)


def test_a_kept_project_is_offered_with_its_counts_and_gives_its_structure(folders: Folders) -> None:
    document = sample("lindenfurt", "de").document
    path = save_template(document, folders, "Umzug: Haus/Wohnung")
    assert path.parent == folders.templates and path.name == "Umzug- Haus-Wohnung.cxs"
    (choice,), problems = own_templates(folders)
    assert (choice.name, choice.stages, choice.touchpoints, choice.own) == ("Umzug- Haus-Wohnung", 6, 14, True)
    assert problems == []
    made = begin_from(choice.id, "en")
    assert [name for _, name in stage_names(made)][:2] == ["Informieren", "Anmelden"]
    assert len(made.all(Touchpoint)) == 14
    assert made.all(TouchpointRatings) == () and made.all(Measure) == ()


def test_keeping_twice_replaces_nothing(folders: Folders) -> None:
    document = sample("lindenfurt", "de").document
    first, second = (save_template(document, folders, "Umzug") for _ in range(2))
    assert (first.name, second.name) == ("Umzug.cxs", "Umzug 2.cxs")
    assert save_template(document, folders, "…/..").parent == folders.templates
    assert save_template(document, folders, "\x00").name == "CX Studio.cxs"


def test_any_project_file_can_be_begun_from_and_stays_as_it_was(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "theirs.cxs"
    save(path, sample("lindenfurt", "en").document)
    before = path.read_bytes()
    assert len(begin_from(str(path), "de").all(Touchpoint)) == 14
    assert path.read_bytes() == before


def test_what_is_no_template_is_said_and_the_others_are_offered(folders: Folders, tmp_path: Path) -> None:
    save_template(sample("lindenfurt", "de").document, folders, "Gut")
    (folders.templates / "Kaputt.cxs").write_bytes(b"PK\x03\x04 no zip at all")
    (folders.templates / "Notiz.txt").write_text("not a project")
    found, problems = own_templates(folders)
    assert [c.name for c in found] == ["Gut"]
    assert len(problems) == 1 and isinstance(problems[0], UserError)
    for wrong in ("nowhere", str(tmp_path / "gone.cxs"), str(folders.templates / "Kaputt.cxs")):
        with pytest.raises(UserError):
            begin_from(wrong, "de")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(UserError):
        save_template(sample("lindenfurt", "de").document, Folders.below(tmp_path), "Umzug")
    with pytest.raises(UserError):
        begin_own_entries(Folders.below(tmp_path), "de")
    assert own_templates(Folders.below(tmp_path)) == ([], [])


def test_the_own_file_is_begun_once_and_never_written_over(folders: Folders) -> None:
    assert stamp(folders) is None
    path = begin_own_entries(folders, "de")
    assert path.read_text(encoding="utf-8-sig").startswith("# Eigene Kontaktpunkte")
    first = stamp(folders)
    path.write_text("stage;name_de\npay;Meine eigene Zeile\n", encoding="utf-8")
    assert stamp(folders) != first
    assert begin_own_entries(folders, "en").read_text(encoding="utf-8").endswith("Meine eigene Zeile\n")
    assert [e.name.de for e in catalogue(folders.catalogue).entries if e.own] == ["Meine eigene Zeile"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_chooser_tells_what_each_brings(language: str) -> None:
    choices = template_choices(language)
    assert choices[0].touchpoints == 0
    assert all(c.name and c.about and c.stages >= 6 for c in choices)
    assert all(c.touchpoints >= 25 for c in choices[1:])
