"""Options of a report as a file: written from a project, read for it and for another one, refused with a sentence."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.catalogue.samples import sample
from cxstudio.cli import main
from cxstudio.documents.report.report_options import KIND, options_from_json, options_json
from cxstudio.documents.report.section_table import SECTIONS
from cxstudio.edits import report_settings
from cxstudio.errors import UserError
from cxstudio.files.saving import save
from cxstudio.model import Document, Journey, Persona, ReportSettings
from cxstudio.model.kinds import Anonymised, Language, PaperSize, ReportPreset
from cxstudio.outputs.option_files import read_report_options
from cxstudio.store import Draft


def chosen(**values: object) -> Document:
    draft = Draft(sample("lindenfurt", "de").document)
    report_settings(draft, **values)
    return draft.document


@given(
    st.sampled_from(list(ReportPreset)), st.sampled_from(list(PaperSize)), st.booleans(),
    st.sampled_from([None, *Language]), st.lists(st.sampled_from([row.name for row in SECTIONS]), unique=True),
    st.lists(st.sampled_from(list(Anonymised)), unique=True), st.text(max_size=40),
    st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)  # fmt: skip
def test_everything_chosen_comes_back(preset, paper, portrait, language, sections, anonymised, words, day) -> None:  # type: ignore[no-untyped-def]
    words = words.encode("utf-8", "replace").decode()
    before = chosen(preset=preset, paper=paper, portrait=portrait, language=language, sections=tuple(sections),
                    anonymised=tuple(anonymised), decision=words, decision_until=day, next_control=day,
                    about_people=portrait, pictures=("importance|middle",))  # fmt: skip
    again = options_from_json(options_json(before), before, "o.json")
    assert again == before.all(ReportSettings)[0]


def test_titles_stand_for_journey_and_persona_so_that_another_project_fits() -> None:
    before = chosen(journey="journey1") if "journey1" in sample("lindenfurt", "de").document else chosen()
    journey = before.all(Journey)[0]
    before = chosen(journey=journey.id, persona=before.all(Persona)[0].id)
    written = json.loads(options_json(before))
    assert written["journey"] == journey.title and written["persona"] == before.all(Persona)[0].name
    other = before.evolve([journey.model_copy(update={"title": journey.title.upper()})])
    assert options_from_json(options_json(before), other, "o.json").journey == journey.id
    gone = other.evolve([journey.model_copy(update={"title": "Something else"})])
    with pytest.raises(UserError, match="names “" + journey.title):
        options_from_json(options_json(before), gone, "o.json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"), ("[1, 2]", "holds no report options"), ('{"kind": "other"}', "holds no report options"),
        ('{"kind": "report options", "format": 99}', "newer version"),
        ('{"kind": "report options", "format": "1"}', "newer version"),
        ('{"kind": "report options", "format": 1, "colour": "red"}', "there is no option “colour”"),
        ('{"kind": "report options", "format": 1, "paper": "a9"}', "“paper” cannot be a9"),
        ('{"kind": "report options", "format": 1, "portrait": {"a": [1]}}', "“portrait” cannot be"),
        ('{"kind": "report options", "format": 1, "sections": ["weather"]}', "“sections” cannot be weather"),
        ('{"kind": "report options", "format": 1, "pictures": ["nothing||"]}', "“pictures” cannot be nothing"),
        ('{"kind": "report options", "format": 1, "journey": 7}', "“journey” names"),
        ('{"kind": "report options", "format": 1, "decision_until": "soon"}', "“decision_until” cannot be soon"),
    ],
)  # fmt: skip
def test_bad_options_are_refused_in_one_sentence(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "o.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        read_report_options(path, sample("lindenfurt", "de").document)
    from cxstudio.wording import texts
    from cxstudio.wording.error_sentences import sentence

    assert said in sentence(error.value, texts("en")) and "Nothing was applied." in sentence(error.value, texts("en"))
    assert "Traceback" not in sentence(error.value, texts("de"))


def test_a_file_that_is_gone_or_far_too_large_is_said(tmp_path: Path) -> None:
    document = sample("lindenfurt", "de").document
    with pytest.raises(UserError):
        read_report_options(tmp_path / "gone.json", document)
    (tmp_path / "big.json").write_bytes(b" " * 300_000)
    with pytest.raises(UserError, match="too large"):
        read_report_options(tmp_path / "big.json", document)


def test_the_command_line_follows_a_file_and_its_own_options_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = sample("lindenfurt", "de").document
    project, options = tmp_path / "move.cxs", tmp_path / "o.json"
    save(project, document, {})
    made = {"kind": KIND, "format": 1, "language": "en", "sections": ["measures"]}
    options.write_text(json.dumps(made), encoding="utf-8")
    target = tmp_path / "r.md"
    assert main(["report", str(project), "-o", str(target), "--options", str(options)]) == 0
    told = target.read_text(encoding="utf-8")
    assert "measures" in told and "Maßnahmen" not in told and told.count("\n## ") <= 1
    assert main(["report", str(project), "-o", str(target), "--options", str(options), "--lang", "de"]) == 0
    assert "Maßnahmen" in target.read_text(encoding="utf-8")
    assert main(["report", str(project), "-o", str(target), "--options", str(options), "--preset", "decision"]) == 0
    assert target.read_text(encoding="utf-8").count("\n## ") > 1, "a kind of report has sections of its own"
    options.write_text("nothing", encoding="utf-8")
    capsys.readouterr()
    before = target.read_bytes()
    assert main(["report", str(project), "-o", str(target), "--options", str(options)]) == 1
    assert capsys.readouterr().err.count("\n") == 1 and target.read_bytes() == before
