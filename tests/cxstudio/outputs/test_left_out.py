"""What the report's settings leave out is in no byte of anything that is handed on, wherever somebody wrote it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from cxstudio.analysis.measures.plan_scope import PlanScope
from cxstudio.catalogue.samples import sample
from cxstudio.documents.minutes.minutes_details import MinutesDetails
from cxstudio.documents.report.anonymising import OWNERS, SOURCES, anonymised
from cxstudio.documents.report.making import report_pdf
from cxstudio.edits import Rule, add_ideas, derive_journey, open_vote
from cxstudio.layout.charts.chart_request import Wanted
from cxstudio.model import (
    RECORD_TYPES,
    AgendaBlock,
    Benchmark,
    BreakoutGroup,
    CheckIn,
    CostItem,
    CustomerChange,
    Decision,
    Document,
    ExpectationSource,
    Journey,
    Measure,
    MeasuredValue,
    Note,
    Participant,
    Persona,
    Promise,
    ReportSettings,
    Round,
    Stakeholder,
    VoteRound,
    VoteRule,
    Workshop,
)
from cxstudio.model.kinds import Anonymised, ExpectationOrigin, NoteKind, ReportPreset, Tie, VoteKind
from cxstudio.outputs.output import Need, Order
from cxstudio.outputs.table import OUTPUTS, make_output
from cxstudio.render.picture_files.chart_files import ChartOrder
from cxstudio.store import Store

CHART = ChartOrder("journey1", "round1", Wanted("importance"), "de", 720.0, 420.0)
CLIENT, SOURCE, SAID, PROMISED = "Kuxwerke", "Zirpmann", "Wolfquux", "Prozzblatt"
PERSON, SURNAME, ROLE, OWNER, BODY, LEADER, TIE = (
    "Ida Quorvex", "Quorvex", "Leitung Zwickzack", "Bereich Yxyx", "Rat Jupjup", "Moderat Vuvu", "Obmann Gugu",
)  # fmt: skip
KNOWN = {
    Anonymised.CLIENT: (CLIENT,),
    Anonymised.SOURCES: (SOURCE, SAID, PROMISED),
    Anonymised.OWNERS: (SURNAME, ROLE, OWNER, BODY, LEADER, TIE),
}
"""What is left out → words that stand nowhere else."""
ASKED = {"plan": PlanScope(names=True), "minutes": MinutesDetails("workshop1", names=True)}
"""Outputs that name people on request."""


@cache
def project() -> Document:
    """The sample, with a word of its own in each field that names somebody; names stand in texts, too."""
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("more") as draft:
        derive_journey(draft, "journey1")
        open_vote(
            draft, add_ideas(draft, None, ["Ein Name", "Notizen reisen mit"]), "Was?", VoteKind.POINTS, 3, 5, Rule()
        )
    document = store.document
    title, spot = document.project.title, document.journey_touchpoints("journey1")[0]
    measure, journey = document.all(Measure)[0], document.all(Journey)[0]
    notes = [n.model_copy(update={"source": SAID}) for n in document.all(Note)]
    told = f"Mit {PERSON} abgesprochen."
    return document.evolve([
        document.project.model_copy(update={"client": CLIENT, "title": f"{title} {CLIENT}"}),
        *notes,
        *(p.model_copy(update={"source": SOURCE}) for p in document.all(Persona)),
        *(m.model_copy(update={"owner_role": ROLE, "owner_name": f"Bo Zilm, {PERSON}", "notes": told})
          for m in document.all(Measure)),
        journey.model_copy(update={"owner": OWNER}),
        spot.model_copy(update={"staff": told, "description": told}),
        Note(id="n-new", text=f"Frau {SURNAME} rief", kind=NoteKind.QUOTE, about=spot.id, theme=f"Frau {SURNAME}"),
        *(Stakeholder(id=i, name=n, note=told) for i, n in (("sh1", ROLE), ("sh2", PERSON), ("sh3", OWNER))),
        Promise(id="pr1", text="Wir melden uns", source=PROMISED, touchpoints=(spot.id,)),
        ExpectationSource(id="ex1", persona=document.all(Persona)[0].id, origin=ExpectationOrigin.PROMISE, text=told),
        CustomerChange(id="cc1", said="Keine Nachricht", done=told, measure=measure.id),
        CheckIn(id="ci1", measure=measure.id, day=date(2026, 5, 1), text=told),
        Decision(id="de1", body=BODY, day=date(2026, 5, 2), measures=(measure.id,), note=told, condition=told),
        Workshop(id="workshop1", title="Tag", day=date(2026, 5, 3), people=("pa1", "pa2")),
        Participant(id="pa1", name=PERSON, role=ROLE), Participant(id="pa2", name="Emil Ok", role="Netz"),
        AgendaBlock(id="ab1", workshop="workshop1", title="Los", who=LEADER, minutes=30, task=told, goal=told),
        BreakoutGroup(id="bg1", block="ab1", name=ROLE, task=told, people=("pa1",)),
        VoteRound(id="vr1", title="Welche", eligible=4, cast=4, revealed=True), VoteRule(
            id="vu1", vote_round="vr1", tie=Tie.DECIDED, tie_by=TIE, fixed_by=TIE, fixed_at="2026-05-03 10:00"),
    ])  # fmt: skip


def without(*left_out: Anonymised, preset: ReportPreset = ReportPreset.DOCUMENTATION) -> Document:
    document = project()
    chosen = next(iter(document.all(ReportSettings)), ReportSettings(id="report"))
    values: dict[str, Any] = {"anonymised": left_out, "preset": preset, "decision_by": BODY, "about_people": True}
    return document.evolve([chosen.model_copy(update=values)])


def made(output: Any, document: Document) -> bytes:
    details: Any = CHART if output.needs is Need.CHART else ASKED.get(output.command or output.id)
    return make_output(output.id, document, Order("de", "journey1", details=details)).data


def words_of(ending: str, data: bytes) -> str:
    """All that can be read in a file, hidden or not."""
    if ending == ".pdf":
        reader = PdfReader(io.BytesIO(data))
        attached = (b for files in reader.attachments.values() for b in files)
        parts = [str(reader.metadata), *(page.extract_text() for page in reader.pages)]
        return " ".join([*parts, *(b.decode("utf-8", "replace") for b in attached), *_strings(reader)])
    if ending in (".xlsx", ".pptx"):
        return _unzipped(data)
    return data.decode("utf-8-sig", "replace")


def _strings(reader: PdfReader) -> Iterator[str]:
    """Everything that is text in any object: alternative texts, titles, bookmarks."""
    for number in range(1, int(reader.trailer["/Size"])):
        yield str(reader.get_object(number))


def _unzipped(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = [packed.read(name) for name in packed.namelist()]
    inner = [_unzipped(part) for part in parts if part.startswith(b"PK")]
    return " ".join([*(part.decode("utf-8", "replace") for part in parts), *inner])


WRITTEN = [row for row in OUTPUTS if row.ending != ".png" and not row.id.startswith("wall_")]


@pytest.mark.parametrize("row", [row for row in WRITTEN if row.id != "report_options"], ids=lambda row: row.id)
def test_nothing_of_what_is_left_out_is_in_any_output(row: Any) -> None:
    said = " ".join(words_of(row.ending, made(row, without(*Anonymised))).split())
    for words in KNOWN.values():
        for word in words:
            assert word not in said, (row.id, word)


def test_what_is_not_left_out_is_somewhere() -> None:
    shown = [row for row in WRITTEN if row.id in ("report", "plan_xlsx", "agenda", "minutes_pdf", "plan_ics")]
    said = " ".join(" ".join(words_of(row.ending, made(row, without())).split()) for row in shown)
    for word in (word for words in KNOWN.values() for word in words):
        assert word in said, word


@settings(max_examples=8, deadline=None)
@given(st.sets(st.sampled_from(list(Anonymised))))
def test_only_what_is_left_out_is_missing(left_out: set[Anonymised]) -> None:
    """Whatever is chosen, everything else is there as before: nothing is taken out by the way."""
    before, after = without(*left_out), anonymised(without(*left_out))
    text = " ".join(one.model_dump_json() for one in after)
    for what, words in KNOWN.items():
        for word in words:
            assert (word in text) is (what not in left_out), (what, word)
    assert len(after) == len(before) and {one.id for one in after} == {one.id for one in before}
    assert anonymised(after) == after, "what is left out once is left out"


def test_the_role_of_an_owner_is_not_shown_on_the_map_of_stakeholders() -> None:
    left_out = anonymised(without(Anonymised.OWNERS))
    assert [left_out.get(Stakeholder, f"sh{n}").name for n in (1, 2, 3)] == ["■■■", "■■■", "■■■"]
    assert left_out.get(Stakeholder, "sh2").note == "Mit ■■■ abgesprochen."


def test_a_role_within_a_text_stays_and_is_told() -> None:
    document = without(Anonymised.OWNERS, preset=ReportPreset.DECISION)
    asked = document.all(ReportSettings)[0].model_copy(update={"decision": f"Freigabe durch den {BODY} im Mai"})
    report = report_pdf(document.evolve([asked]), {}, "de")
    assert "Rat Jupjup im Mai" in " ".join(PdfReader(io.BytesIO(report.pdf)).pages[0].extract_text().split())
    assert "Wer verantwortlich ist, steht noch auf Seite 1" in " ".join(report.notices)


def test_a_plan_without_those_responsible_has_no_column_for_them_and_comes_back_unchanged() -> None:
    document = without(Anonymised.OWNERS)
    row = next(row for row in OUTPUTS if row.id == "plan_xlsx")
    done = make_output(row.id, document, Order("de", details=PlanScope(names=True)))
    assert done.notices == ("Die Verantwortlichen sind weggelassen, wie für den Bericht gewählt.",)
    book = load_workbook(io.BytesIO(done.data))
    heads = {str(cell.value) for line in book.worksheets[0].iter_rows(max_row=4) for cell in line if cell.value}
    assert "Abteilung" in heads and not [head for head in heads if "erantwortlich" in head]


NAMED_ON_PURPOSE = {
    (Benchmark, "source"), (CostItem, "source"), (MeasuredValue, "source"), (Round, "source"),
}  # fmt: skip
"""Sources of figures: without them nobody can check a figure."""


def test_whoever_adds_a_source_or_somebody_responsible_decides_whether_it_is_left_out() -> None:
    """A field called so is in one of the lists."""
    names = {"source", "owner", "owner_role", "owner_name", "who", "body", "decision_by", "tie_by", "fixed_by"}
    found = {(kind, name) for kind in RECORD_TYPES for name in names & set(kind.model_fields)
             if kind.model_fields[name].annotation is str and not kind.model_fields[name].metadata}  # fmt: skip
    known = {(kind, name) for rows in (SOURCES, OWNERS) for kind, fields in rows.items() for name in fields}
    assert found - known - NAMED_ON_PURPOSE == set()
