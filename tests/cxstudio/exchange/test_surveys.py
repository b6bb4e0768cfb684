"""Surveys: what becomes of every kind of column, what is proposed, and what is told."""

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.edits import add_records
from cxstudio.errors import UserError
from cxstudio.exchange.mapping_files import (
    fitting_mapping,
    load_mapping,
    mapping_from_json,
    save_mapping,
    shipped_mappings,
)
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.survey.proposal.proposed_mapping import propose
from cxstudio.exchange.survey.survey_mapping import (
    ColumnUse,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.survey.survey_plan import REQUIREMENTS
from cxstudio.exchange.tables.table_reading import read_table
from cxstudio.model import (
    Channel,
    Department,
    Document,
    Journey,
    JourneyFigures,
    Note,
    Persona,
    Record,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
)
from cxstudio.model.kinds import Evidence, NoteKind, RequirementKind
from cxstudio.store import Store
from cxstudio.wording import texts

R = TypeVar("R", bound=Record)
EN = texts("en")


def uses(*columns: tuple[str, str] | tuple[str, str, str], **settings: object) -> SurveyMapping:
    made = [ColumnUse(name=c[0], role=Role(c[1]), touchpoint=c[2] if len(c) > 2 else "") for c in columns]
    return SurveyMapping(columns=tuple(made), **settings)  # type: ignore[arg-type]


def of(plan: ImportPlan, kind: type[R]) -> list[R]:
    return [record for record in plan.records if isinstance(record, kind)]


def said(plan: ImportPlan) -> list[str]:
    return [entry.said(EN) for entry in plan.left_out]


def test_pairs_are_counted_jointly_with_skips() -> None:
    plan = read(
        text="E,X\n6,3\n6,3\n5,\n,4\n7,7\n", mapping=uses(("E", "expectation", "Form"), ("X", "experience", "Form"))
    )
    (counts,) = of(plan, SurveyCounts)
    assert dict(counts.pairs) == {"6|3": 2, "5|-": 1, "-|4": 1, "7|7": 1}
    assert of(plan, Touchpoint)[0].name == "Form" and of(plan, Stage)[0].name == "Kontaktpunkte"
    assert of(plan, Round)[0].respondents == 5 and of(plan, Journey)[0].shown_round == of(plan, Round)[0].id


def test_what_cannot_be_used_is_told_with_its_rows() -> None:
    plan = read(text="X,Y\n5,1\nPoor,2\n9,3\n4.5,4\nPoor,5\nk. A.,6\n", mapping=uses(("X", "experience"), scale=7))
    assert said(plan) == [
        "Row 7: 1 person: none of the mapped questions is answered",
        "Column “X”, Rows 3, 6: “Poor” (2 times): no number is assigned to this word",
        "Column “X”, Row 4: “9” (1 time): off the scale 1–7",
        "Column “X”, Row 5: “4.5” (1 time): between two points of the scale",
        "Column “Y”: the whole column: not assigned",
    ]
    assert dict(of(plan, SurveyCounts)[0].pairs) == {"-|5": 1}


def test_words_labels_and_not_applicable() -> None:
    mapping = uses(("X", "experience"), scale=5, words={"sehr gut": 5}, not_applicable=("0", "betrifft mich nicht"))
    plan = read(text="X\tY\nSehr  gut\t1\n4 - gut\t1\n0\t1\nBetrifft mich nicht\t1\n3,0\t1\n", mapping=mapping)
    counts = of(plan, SurveyCounts)[0].pairs
    assert dict(counts) == {"-|-": 2, "-|3": 1, "-|4": 1, "-|5": 1}
    assert "Counted as “no answer”" in " ".join(n.said(EN) for n in plan.notes)


def test_segments_add_up_to_all() -> None:
    text = "Kind,X\nnew,5\nold,4\nnew,5\n,1\n"
    plan = read(text=text, mapping=uses(("Kind", "segment"), ("X", "experience")))
    found = {c.segment: dict(c.pairs) for c in of(plan, SurveyCounts)}
    assert found == {"new": {"-|5": 2}, "old": {"-|4": 1}, "": {"-|1": 1}}


def test_each_persona_gets_a_round() -> None:
    plan = read(text="Who,X\nJana,5\nWerner,2\nJana,4\n", mapping=uses(("Who", "persona"), ("X", "experience")))
    assert [p.name for p in of(plan, Persona)] == ["Jana", "Werner"]
    assert [(r.title, r.respondents) for r in of(plan, Round)] == [("Jana", 2), ("Werner", 1)]
    assert plan.document()


def test_comments_go_to_the_pile_with_day_and_place() -> None:
    mapping = uses(("X", "experience", "Form"), ("Why", "comment", "Form"), ("Rest", "comment"), ("On", "date"))
    text = "X,Why,Rest,On\n5,Great form,,12.03.2026\n1,12345,All in all bad,2026-04-01 10:00\n"
    plan = read(text=text, mapping=mapping)
    form, rest = of(plan, Note)
    assert (form.text, form.kind, form.evidence, form.said_on) == (
        "Great form",
        NoteKind.UNSORTED,
        Evidence.SURVEY,
        date(2026, 3, 12),
    )
    assert form.about == of(plan, Touchpoint)[0].id and rest.about == of(plan, Journey)[0].id
    assert of(plan, Round)[0].day == date(2026, 4, 1)
    assert "Column “Why”: 1 comment: there are no words in it" in said(plan)


def test_figures_about_the_whole_journey() -> None:
    mapping = uses(("X", "experience"), ("Rec", "nps"), ("Sat", "csat"), scale=5)
    plan = read(text="X,Rec,Sat\n5,10,4\n4,0,2\n3,7,9\n", mapping=mapping)
    figures = {f.figure.value: f for f in of(plan, JourneyFigures)}
    assert dict(figures["nps"].counts) == {"0": 1, "10": 1, "7": 1} and figures["nps"].highest == 10
    assert dict(figures["csat"].counts) == {"2": 1, "4": 1} and figures["csat"].highest == 5


def test_other_scales_are_shifted_or_told() -> None:
    columns = (
        ColumnUse(name="X", role=Role.EXPERIENCE, lowest=0, highest=6),
        ColumnUse(name="M", role=Role.EMOTION, lowest=1, highest=7, touchpoint="X"),
        ColumnUse(name="W", role=Role.IMPORTANCE, lowest=1, highest=5, touchpoint="X"),
    )
    plan = read(text="X,M,W\n0,1,5\n6,7,1\n", mapping=SurveyMapping(columns=columns))
    (counts,) = of(plan, SurveyCounts)
    assert dict(counts.pairs) == {"-|1": 1, "-|7": 1} and dict(counts.emotion) == {"-3": 1, "3": 1}
    assert not counts.importance
    assert said(plan) == ["Column “W”: Importance: its scale 1–5 has another number of points than 1–7"]


def test_school_marks_are_turned_round() -> None:
    mapping = uses(("X", "experience"), scale=6, best_is_lowest=True)
    plan = read(text="X,Y\n1,a\n6,b\n2,c\n", mapping=mapping)
    assert dict(of(plan, SurveyCounts)[0].pairs) == {"-|1": 1, "-|5": 1, "-|6": 1}


def test_kano_answers_propose_the_requirement() -> None:
    mapping = uses(
        ("F", "kano_functional", "Card"),
        ("D", "kano_dysfunctional", "Card"),
        kano_words={"like": 1, "must": 2, "dislike": 5},
    )
    text = "F,D\nmust,dislike\nmust,dislike\nlike,dislike\nwhat,dislike\n"
    plan = read(text=text, mapping=mapping)
    (repair,) = plan.repairs
    assert repair.id == REQUIREMENTS and repair.accepted
    assert of(plan, Touchpoint)[0].requirement is RequirementKind.BASIC
    assert dict(of(plan, SurveyCounts)[0].kano) == {"-|5": 1, "1|5": 1, "2|5": 2}
    declined = read_request(plan.request.deciding(REQUIREMENTS, False))
    assert of(declined, Touchpoint)[0].requirement is None and not declined.repairs[0].accepted


@pytest.mark.parametrize(
    ("use", "words"),
    [
        (ColumnUse(name="Gone", role=Role.EXPERIENCE), "no column “Gone”"),
        (ColumnUse(number=9, role=Role.EXPERIENCE), "ends at column 2, but the mapping names column 9"),
    ],
)
def test_a_mapped_column_that_is_not_there(use: ColumnUse, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read(text="A,B\n1,2\n2,3\n", mapping=SurveyMapping(columns=(use,)))


def test_a_shipped_mapping_on_another_table() -> None:
    text = ",".join(f"c{i}" for i in range(170)) + "\n" + ",".join("5" * 170) + "\n" + ",".join("4" * 170) + "\n"
    with pytest.raises(UserError, match="Column 4 of the table is “c3”"):
        read(text=text, mapping="kservqual")


def test_columns_are_found_by_name_or_number() -> None:
    text = "  A  b ,x\n5,1\n4,2\n"
    by_name = read(text=text, mapping=SurveyMapping(columns=(ColumnUse(name="a B", role=Role.EXPERIENCE),)))
    by_number = read(text=text, mapping=SurveyMapping(columns=(ColumnUse(number=1, role=Role.EXPERIENCE),)))
    assert of(by_name, SurveyCounts)[0].pairs == of(by_number, SurveyCounts)[0].pairs


def test_a_mapping_is_saved_and_used_again(tmp_path: Path) -> None:
    mapping = uses(("E", "expectation", "Büro"), ("X", "experience", "Büro"), scale=5, not_applicable=("0",), title="T")
    path = tmp_path / "m.json"
    save_mapping(mapping, path)
    assert load_mapping(path) == mapping
    assert "Büro" in path.read_text(encoding="utf-8")
    plan = read(text="E,X\n5,4\n0,3\n", mapping=path)
    assert plan.title == "T" and dict(of(plan, SurveyCounts)[0].pairs) == {"5|4": 1, "-|3": 1}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nonsense", "not JSON"),
        ("[1]", "is not a column mapping"),
        ('{"columns": [], "format": 9}', "newer version"),
        ('{"columns": [{"role": "taste"}]}', "columns → 0 → role"),
        ('{"columns": [], "scale": 99}', "scale"),
        ('{"columns": [], "surprise": 1}', "surprise"),
    ],
)
def test_a_broken_mapping_says_what_is_wrong(text: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        mapping_from_json(text, "m.json")


def test_missing_mapping_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no file nowhere\.json"):
        load_mapping(tmp_path / "nowhere.json")
    with pytest.raises(UserError, match="no file unheard-of"):
        load_mapping("unheard-of")


def test_shipped_mappings_are_sound() -> None:
    assert set(shipped_mappings()) >= {"airline", "kservqual"}
    for name, mapping in shipped_mappings().items():
        assert mapping_from_json(mapping.to_json(), name) == mapping
    assert fitting_mapping(("a", "b")) is None


def proposed(text: str) -> list[tuple[str, str]]:
    return [(use.name, use.role.value) for use in propose(read_table(ImportRequest(text=text))).columns]


def test_proposals_from_german_headings() -> None:
    text = (
        "Nr;Datum;Website Erwartung;Website Erlebnis;Hotline Erwartung;Hotline Erlebnis;Weiterempfehlung;Kommentar\n"
        "1;12.03.2026;5;6;7;2;9;Alles gut, danke\n2;13.03.2026;4;4;6;3;10;\n3;14.03.2026;7;1;2;2;0;Nie wieder!\n"
    )
    assert proposed(text) == [
        ("Nr", "respondent"),
        ("Datum", "date"),
        ("Website Erwartung", "expectation"),
        ("Website Erlebnis", "experience"),
        ("Hotline Erwartung", "expectation"),
        ("Hotline Erlebnis", "experience"),
        ("Weiterempfehlung", "nps"),
        ("Kommentar", "comment"),
    ]
    plan = read(text=text)
    assert [t.name for t in of(plan, Touchpoint)] == ["Website", "Hotline"]
    assert dict(of(plan, SurveyCounts)[1].pairs) == {"7|2": 1, "6|3": 1, "2|2": 1}


def test_proposals_from_numbered_pairs() -> None:
    text = "1-1. The site should be fast (expectation),1-2. The site is fast (perception)\n7,3\n6,4\n5,5\n"
    plan = read(text=text)
    assert [t.name for t in of(plan, Touchpoint)] == ["The site is fast"]
    assert sum(of(plan, SurveyCounts)[0].pairs.values()) == 3


def test_proposals_from_words() -> None:
    mapping = propose(
        read_table(ImportRequest(text="Website\tNote\nsehr zufrieden\ta\nunzufrieden\tb\nteils teils\tc\n"))
    )
    assert (mapping.scale, mapping.words) == (5, {"sehr zufrieden": 5, "unzufrieden": 2, "teils teils": 3})


def test_proposals_for_kano_pairs() -> None:
    answers = (
        ("das würde mich sehr freuen", "egal"),
        ("das setze ich voraus", "das würde mich sehr stören"),
        ("egal", "das könnte ich in Kauf nehmen"),
    )
    mapping = propose(read_table(ImportRequest(text="Form da\tForm fehlt\n" + "\n".join(map("\t".join, answers)))))
    assert [use.role for use in mapping.columns] == [Role.KANO_FUNCTIONAL, Role.KANO_DYSFUNCTIONAL]
    assert mapping.kano_words["egal"] == 3
    plan = read(text="Form da\tForm fehlt\n" + "\n".join(map("\t".join, answers)))
    assert dict(of(plan, SurveyCounts)[0].kano) == {"1|3": 1, "2|5": 1, "3|4": 1}


def test_what_is_no_survey_is_a_list_of_touchpoints() -> None:
    text = (
        "Phase\tKontaktpunkt\tKanal\tAbteilung\tFälle\n"
        "Informieren\tWebsite\tWeb\tMarketing\t1.200\n\tRechner\tWeb, App\tVertrieb\tviele\n"
        "Anmelden\tFormular\tPortal\tVertrieb\t\n\t\t\tIT\t\n"
    )
    plan = read(text=text)
    assert plan.source.reader == "touchpoints"
    document = plan.document()
    assert [(s.name, [t.name for t in document.touchpoints(s.id)]) for s in of(plan, Stage)] == [
        ("Informieren", ["Website", "Rechner"]),
        ("Anmelden", ["Formular"]),
    ]
    assert [c.name for c in of(plan, Channel)] == ["Web", "App", "Portal"]
    assert [d.name for d in of(plan, Department)] == ["Marketing", "Vertrieb"]
    assert of(plan, Touchpoint)[0].cases_per_month == 1200
    assert said(plan) == ["Cases per month, Row 3: “viele”: it is not a number", "Row 5: 1 row: no touchpoint is named"]


@pytest.mark.parametrize("cell", ["4.000,50", "4,000.50", "4000,5", "4 000.5", "4’000.50"])
def test_cases_are_read_however_they_are_grouped(cell: str) -> None:
    plan = read(text=f"Phase\tKontaktpunkt\tFälle\nInformieren\tWebsite\t{cell}\nAnmelden\tFormular\t\n")
    assert of(plan, Touchpoint)[0].cases_per_month == 4000.5 and not said(plan)


def test_one_day_shows_how_all_days_of_a_column_are_written() -> None:
    rows = "\n".join(f"{day}\t5\t4\tgut war das {day}" for day in ("03/04/2026", "13/04/2026", "09/04/2026"))
    plan = read(text="Datum\tSite Erwartung\tSite Erlebnis\tKommentar\n" + rows)
    assert of(plan, Round)[0].day == date(2026, 4, 13)
    assert [note.said_on for note in of(plan, Note)] == [date(2026, 4, 3), date(2026, 4, 13), date(2026, 4, 9)]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Website\nHotline\nRechnung", [("Kontaktpunkte", ["Website", "Hotline", "Rechnung"])]),
        ("Info\tWebsite\nInfo\tRechner\nStart\tForm", [("Info", ["Website", "Rechner"]), ("Start", ["Form"])]),
        ("Info\tWebsite\n\tRechner\nStart\tForm", [("Info", ["Website", "Rechner"]), ("Start", ["Form"])]),
    ],
)
def test_lists_without_headings(text: str, stages: list[tuple[str, list[str]]]) -> None:
    document = read(text=text).document()
    journey = document.all(Journey)[0]
    assert [(s.name, [t.name for t in document.touchpoints(s.id)]) for s in document.stages(journey.id)] == stages


def test_a_plan_is_applied_as_one_step() -> None:
    plan = read(text="E,X\n" + "6,3\n7,7\n" * 3, mapping=uses(("E", "expectation", "F"), ("X", "experience", "F")))
    store = Store(Document())
    with store.transaction("import") as draft:
        add_records(draft, plan.records)
    (round_,) = store.document.all(Round)
    figures = round_figures(store.document, round_.id).touchpoints[0]
    assert figures.delta is not None and figures.delta.mean == -1.5 and figures.delta.n == 6
    store.undo()
    assert not store.document.all(Round)


@given(st.lists(st.tuples(st.integers(1, 7) | st.none(), st.integers(1, 7) | st.none()), min_size=2, max_size=40))
def test_counts_are_the_answers(answers: list[tuple[int | None, int | None]]) -> None:
    rows = "\n".join(f"{'' if e is None else e},{'' if x is None else x},z" for e, x in answers)
    mapping = uses(("E", "expectation", "F"), ("X", "experience", "F"))
    given_ = [pair for pair in answers if pair != (None, None)]
    if not given_:
        with pytest.raises(UserError):
            read(text="E,X,Z\n" + rows, mapping=mapping)
        return
    counts = of(read(text="E,X,Z\n" + rows, mapping=mapping), SurveyCounts)[0].pairs
    told = [(e, x) for pair, n in counts.items() for e, x in [pair.split("|")] for _ in range(n)]
    assert sorted(told) == sorted(("-" if e is None else str(e), "-" if x is None else str(x)) for e, x in given_)


def test_well_known_words_need_no_mapping() -> None:
    text = "X,Y\nvery satisfied,a\nneutral,b\nunsatisfied,c\n"
    plan = read(text=text, mapping=uses(("X", "experience"), scale=5))
    assert dict(of(plan, SurveyCounts)[0].pairs) == {"-|2": 1, "-|3": 1, "-|5": 1}
    other = read(text=text, mapping=uses(("X", "experience"), ("Y", "experience"), scale=7)).left_out
    assert any("no number is assigned" in entry.said(EN) for entry in other)


def test_a_table_nobody_can_read_as_a_survey_waits_for_its_columns() -> None:
    plan = read(text="Name,Town\nAnn,Ulm\nBen,Bonn\nCy,Kiel\n", reader="survey")
    assert not plan.records and plan.mapping == SurveyMapping() and plan.notes
    with pytest.raises(UserError, match="No column of the table is read as an answer"):
        read(text="Name,Town\nAnn,Ulm\nBen,Bonn\nCy,Kiel\n", mapping=SurveyMapping())


def test_whether_a_promise_was_kept_is_counted() -> None:
    words = {"yes": 3, "partly": 2, "no": 1}
    use = ColumnUse(name="Kept?", role=Role.PROMISE, touchpoint="Hotline", words=words)
    plan = read(text="Kept?,X\nyes,a\nno,b\npartly,c\nno,d\n,e\nyes,f\n", mapping=SurveyMapping(columns=(use,)))
    (counts,) = of(plan, SurveyCounts)
    assert {answer: n for answer, n in counts.promise.items() if answer != "-"} == {"1": 2, "2": 1, "3": 2}
    document = plan.document()
    (figures,) = round_figures(document, of(plan, Round)[0].id).touchpoints
    assert figures.promise is not None and figures.promise.n == 5
