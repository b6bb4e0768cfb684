"""What a survey's answers mean is decided by options, and never guessed."""

from pathlib import Path

import pytest

from cxstudio.exchange.survey.row_kinds import REASONS
from cxstudio.files.loading import load
from cxstudio.model import Channel, Department, Round, SurveyCounts, Touchpoint
from tests.cxstudio.cli.told import Run

ROWS = "".join(f"P{n};{v};{w}\n" for n, (v, w) in enumerate([(1, 5), (2, 4), (3, 3), (4, 2), (5, 1), (9, 2)] * 6))
TEXT = "Id;Website;Hotline\n" + ROWS + "Mittelwert;3;3\n"


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def counts(path: Path) -> list[int]:
    return [sum(c.pairs.values()) for c in load(path).content.document.all(SurveyCounts)]


def test_a_doubt_is_an_error_that_names_the_option(run: Run, survey: Path, tmp_path: Path) -> None:
    told = run("import", survey, "-o", tmp_path / "p.cxs", "--lang", "en")
    assert told.code == 1 and not (tmp_path / "p.cxs").exists()
    assert "--leave-out totals --missing 9" in told.one_sentence() and "--accept all" in told.err


def test_each_question_is_answered_by_its_option(run: Run, survey: Path, tmp_path: Path) -> None:
    out, mapping = tmp_path / "p.cxs", tmp_path / "m.json"
    told = run("import", survey, "-o", out, "--leave-out", "totals", "--missing", "9", "--save-mapping", mapping)
    assert told.code == 0, told.err
    assert load(out).content.document.all(Round)[0].scale == 5
    again = run("import", survey, "-o", tmp_path / "q.cxs", "--mapping", mapping)
    assert again.code == 0 and counts(out) == counts(tmp_path / "q.cxs"), again.err


def test_all_proposals_are_accepted_at_once(run: Run, survey: Path, tmp_path: Path) -> None:
    told = run("import", survey, "-o", tmp_path / "p.cxs", "--accept", "all")
    assert told.code == 0, told.err


def test_the_other_answers_can_be_given(run: Run, survey: Path, tmp_path: Path) -> None:
    kept = run("import", survey, "-o", tmp_path / "p.cxs", "--keep", "totals", "--missing", "none", "--scale", "1..10")
    assert kept.code == 0, kept.err
    assert load(tmp_path / "p.cxs").content.document.all(Round)[0].respondents == 37
    turned = run("import", survey, "-o", tmp_path / "q.cxs", "--accept", "all", "--reverse", "Hotline")
    assert turned.code == 0, turned.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--scale", "6"), "--scale takes the lowest and the highest answer"),
        (("--scale", "1..40"), "--scale takes the lowest and the highest answer"),
        (("--reverse", "Bill"), "there is no column “Bill”"),
        (("--leave-out", "everything"), "--leave-out cannot be"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(
    run: Run, survey: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    told = run("import", survey, "-o", tmp_path / "p.cxs", *options, "--lang", "en")
    assert told.code == 2 and said in told.one_sentence()


def test_the_kinds_of_rows_are_the_readers() -> None:
    from cxstudio.cli.table import ROW_KINDS

    assert tuple(REASONS) == ROW_KINDS


def test_columns_of_a_list_are_named(run: Run, tmp_path: Path) -> None:
    source, target = tmp_path / "list.csv", tmp_path / "list.cxs"
    source.write_text("Was;Ort;Wer;Dies\nAnruf;Telefon;Service;x\nBrief;Post;Rechnung;y\n", encoding="utf-8")
    told = run("import", source, "-o", target, "--reader", "touchpoints", "--column", "touchpoint=Was", "--column",
               "Kanal=Ort", "--column", "department=3", "--column", "none=Dies")  # fmt: skip
    assert told.code == 0, told.err
    document = load(target).content.document
    assert [t.name for t in document.all(Touchpoint)] == ["Anruf", "Brief"]
    assert {c.name for c in document.all(Channel)} == {"Telefon", "Post"} or len(document.all(Channel)) == 2
    assert {d.name for d in document.all(Department)} == {"Service", "Rechnung"}
    kept = tmp_path / "m.json"
    told = run("import", source, "--dry-run", "--reader", "touchpoints", "--column", "touchpoint=1", "--save-mapping",
               kept)  # fmt: skip
    assert told.code == 0 and '"touchpoint"' in kept.read_text(encoding="utf-8")
    for wrong in ("weather=1", "touchpoint", "touchpoint=", "=1"):
        told = run("import", source, "--dry-run", "--reader", "touchpoints", "--column", wrong)
        assert told.code == 2 and "a column can hold: stage, touchpoint" in told.one_sentence()
    told = run("import", source, "--dry-run", "--reader", "touchpoints", "--column", "touchpoint=Nope")
    assert told.code == 1 and "Nope" in told.one_sentence()
