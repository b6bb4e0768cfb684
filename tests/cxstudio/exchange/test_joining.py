"""A second survey about a journey that is there already."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.edits import add_records
from cxstudio.exchange.plan.further_round import joining
from cxstudio.exchange.plan.import_into_project import arriving
from cxstudio.exchange.readers import read
from cxstudio.model import Document, Journey, Note, Persona, Round, Stage, SurveyCounts, Touchpoint
from cxstudio.store import Store
from cxstudio.wording import texts
from tests.examples import examples

FIRST = "Form Erwartung\tForm Erlebnis\tHotline Erwartung\tHotline Erlebnis\n6\t3\t5\t4\n7\t2\t6\t6\n5\t4\t4\t3\n"
SECOND = "hotline Erwartung\thotline Erlebnis\tApp Erwartung\tApp Erlebnis\tKommentar\tPersona\n"
SECOND += "7\t7\t5\t4\tSehr freundliche Leute\tJana\n6\t6\t6\t6\t\tJana\n6\t5\t4\t3\t\tJana\n"


def joined(store: Store, text: str) -> Document:
    (journey,) = store.document.all(Journey)
    found = joining(read(text=text, reader="survey"), store.document, journey.id)
    assert found is not None
    assert all(note.said(texts("de")) for note in found.notes)
    with store.transaction("import") as draft:
        add_records(draft, arriving(found.plan, draft.document))
    return store.document


def test_answers_join_touchpoints_of_the_same_name() -> None:
    store = Store(read(text=FIRST).document())
    document = joined(store, SECOND)
    (journey,) = document.all(Journey)
    assert [point.name for point in document.journey_touchpoints(journey.id)] == ["Form", "Hotline", "App"]
    first, second = document.having(Round, "journey", journey.id)
    assert first.order < second.order and len(document.all(Stage)) == 2
    hotline = document.journey_touchpoints(journey.id)[1]
    counted = {counts.round: dict(counts.pairs) for counts in document.having(SurveyCounts, "touchpoint", hotline.id)}
    assert counted == {first.id: {"5|4": 1, "6|6": 1, "4|3": 1}, second.id: {"7|7": 1, "6|6": 1, "6|5": 1}}
    assert {note.about for note in document.all(Note)} <= {journey.id, hotline.id}
    again = joined(store, SECOND)
    assert len(again.all(Persona)) == 1 and len(again.all(Round)) == 3 and len(again.all(Stage)) == 2
    assert round_figures(again, second.id)


def test_nothing_joins_where_nothing_has_the_same_name() -> None:
    document = read(text=FIRST).document()
    (journey,) = document.all(Journey)
    other = FIRST.replace("Form", "Shop").replace("Hotline", "Till")
    assert joining(read(text=other), document, journey.id) is None
    assert joining(read(text=FIRST), document, None) is None
    assert joining(read(text="Phase\tKontaktpunkt\nStart\tForm\n"), document, journey.id) is None
    found = joining(read(text=FIRST), document, journey.id)
    assert found is not None and found.likely and not found.new
    assert not any(isinstance(record, Stage | Touchpoint | Journey) for record in found.plan.records)


names = st.lists(st.sampled_from(("Form", "form ", "Hotline", "App", "Shop")), min_size=1, max_size=5)


@settings(max_examples=examples(30))
@given(names, names)
def test_whatever_joins_the_project_stays_whole(there: list[str], arrived: list[str]) -> None:
    def survey(found: list[str]) -> str:
        head = "\t".join(f"{name} Erwartung\t{name} Erlebnis" for name in found)
        return "\n".join([head, *("\t".join("4\t5" for _ in found) for _ in range(3))])

    store = Store(read(text=survey(there), reader="survey").document())
    (journey,) = store.document.all(Journey)
    plan = read(text=survey(arrived), reader="survey")
    found = joining(plan, store.document, journey.id)
    if found is None:
        return
    with store.transaction("import") as draft:
        add_records(draft, arriving(found.plan, draft.document))
    document = store.document
    counts = [(record.round, record.touchpoint, record.segment) for record in document.all(SurveyCounts)]
    assert len(counts) == len(set(counts))
    assert all(document.find(touchpoint) is not None for _, touchpoint, _ in counts)
    assert len(found.matched) + len(found.new) == sum(1 for r in plan.records if isinstance(r, Touchpoint))
