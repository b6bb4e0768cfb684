"""The money of a plan as laws over documents: what is worked out of items of cost, and how it is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.money.cost_items import doing_nothing, item_cost, saved
from cxstudio.analysis.money.estimate import Estimate, exactly
from cxstudio.analysis.money.plan_money import measure_money, plan_total
from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_cost_item, add_saving, remove_records
from cxstudio.model import CostItem, Document, Journey, Measure, MeasureSaving, Stage, Touchpoint
from cxstudio.model.kinds import CountedAs, Evidence, MeasureStatus
from cxstudio.store import Draft
from cxstudio.wording import texts
from cxstudio.wording.findings.money_findings import benefit_basis, money_headline
from cxstudio.wording.plan.money_sentences import item_line, payback_text, saving_text, summed_money

amounts = st.one_of(st.none(), st.integers(0, 10**5).map(float))
evidence = st.sampled_from([None, Evidence.ASSUMPTION, Evidence.FIGURE])
items = st.builds(
    CostItem, id=st.just("i"), about=st.just("t"), title=st.just("calls"), cases=amounts, cases_to=amounts,
    cases_evidence=evidence, counted_as=st.sampled_from(CountedAs), share=amounts, share_to=amounts,
    unit_cost=amounts, unit_cost_to=amounts, unit_cost_evidence=evidence,
)  # fmt: skip
PLACES = (Journey(id="j", title=""), Stage(id="s", journey="j", name=""), Touchpoint(id="t", stage="s", name="Hotline"))


def document(item: CostItem, *savings: MeasureSaving, status: MeasureStatus = MeasureStatus.PROPOSED) -> Document:
    measures = [Measure(id=m, title=m, cost_once=100.0, status=status) for m in ("a", "b")]
    return Document([*PLACES, item, *measures, *savings])


@given(items, amounts, amounts, evidence)
def test_a_saving_is_never_more_than_its_item_costs(
    item: CostItem, less: float | None, to: float | None, known: Evidence | None
) -> None:
    one = MeasureSaving(id="x", measure="a", item="i", less=less, less_to=to, evidence=known)
    found, cost, whole = saved(document(item, one), one), item_cost(item), doing_nothing(document(item, one), "j")
    assert whole.total == cost and bool(whole.open) == (cost is None)
    if found is not None and cost is not None and item.cases_to is None and item.unit_cost_to is None:
        assert found.high <= cost.high * (1 + 1e-9) or item.share is None
        assert found.assumed or not (known is Evidence.ASSUMPTION or cost.assumed) or item.share_evidence is not None
    for language in ("de", "en"):
        said = texts(language)
        assert item_line(item, said) and saving_text(document(item, one), one, said)
        if cost is not None and cost.assumed:
            assert item_line(item, said).endswith("(A)")


@given(items, st.integers(1, 9), st.integers(1, 9), st.booleans())
def test_what_is_contained_in_another_measure_adds_nothing(item: CostItem, a: int, b: int, contained: bool) -> None:
    first = MeasureSaving(id="x", measure="a", item="i", less=float(a))
    second = MeasureSaving(id="y", measure="b", item="i", less=float(b), counted_in="a" if contained else None)
    found = document(item, first, second)
    both, alone = plan_total(found, found.all(Measure)), [measure_money(found, m) for m in found.all(Measure)]
    if both.benefit is None:
        return
    parts = [one.benefit for one in alone if one.benefit is not None]
    assert both.benefit.high <= sum(p.high for p in parts) * (1 + 1e-9)
    if contained:
        assert both.benefit.high == pytest.approx(max(p.high for p in parts))
        assert alone[1].counted_in == ("a",) and alone[1].payback is None
    assert plan_total(document(item, first, second, status=MeasureStatus.DROPPED), ()).benefit is None


def test_the_sample_is_told_as_it_is_worked_out() -> None:
    german, english = sample("lindenfurt", "de").document, sample("lindenfurt", "en").document
    de, en = texts("de"), texts("en")
    told = [item_line(item, de).replace("\N{NO-BREAK SPACE}", " ") for item in german.all(CostItem)]
    assert told == [
        "6.400 Umzüge × 0,9 Anrufe (A) × 7,50 € (A) = 43.200 € (A)",
        "4.800 Formulare (A) × 38 % × 12 € (A) = rund 21.900 € (A)",
    ]
    lines = [saving_text(english, one, en).replace("\N{NO-BREAK SPACE}", " ") for one in english.all(MeasureSaving)]
    assert "4,800 forms (A) × 18 percentage points fewer (A) = 864 drop-outs × €12 = about €10,400 (A)" in lines
    asked = [m for m in german.all(Measure) if m.status is MeasureStatus.PROPOSED]
    assert benefit_basis(german, asked, de).replace("\N{NO-BREAK SPACE}", " ") == (
        "2.560 Anrufe × 7,50 € + 864 Abbrüche × 12 €; mit Annahmen des Teams"
    )
    assert money_headline(german, german.all(Measure), de).replace("\N{NO-BREAK SPACE}", " ") == (
        "Die drei Maßnahmen zur Freigabe kosten 32.000 € einmalig und 6.900 € im Jahr. "
        "Treffen die Annahmen zu, ist das nach 17 Monaten bezahlt."
    )
    whole = plan_total(german, german.all(Measure))
    assert whole.payback is None, "three of six have no benefit in numbers"
    assert payback_text(plan_total(german, asked).payback, de) == "17\N{NO-BREAK SPACE}Monate\N{NO-BREAK SPACE}(A)"


def test_ranges_stay_ranges_and_are_never_more_exact_than_what_was_entered() -> None:
    item = CostItem(id="i", about="t", title="calls", cases=1000, unit_cost=5, unit_cost_to=8)
    found = item_cost(item)
    assert found == Estimate(5000, 8000) and summed_money(found, texts("en")) == "€5,000–8,000"
    space = "\N{NO-BREAK SPACE}"
    assert summed_money(Estimate(5049, 8000), texts("de")) == f"rund{space}5.000–8.000{space}€"
    assert summed_money(exactly(-1250), texts("en")) == f"about{space}€−1,300"


def test_cases_come_from_the_touchpoint_and_items_go_with_it() -> None:
    point = Touchpoint(id="t", stage="s", name="Hotline", cases_per_month=50)
    draft = Draft(Document([*PLACES[:2], point, Measure(id="a", title="a", touchpoints=("t",))]))
    assert add_saving(draft, "a") is None, "there is nothing to save of yet"
    elsewhere = add_cost_item(draft, "j", "letters")
    item = add_cost_item(draft, "t", "calls", unit_cost=2)
    assert draft.document.get(CostItem, item).cases == 600
    saving = add_saving(draft, "a", less=10)
    assert saving is not None and draft.document.get(MeasureSaving, saving).item == item
    other = add_saving(draft, "a")
    assert other is not None and draft.document.get(MeasureSaving, other).item == elsewhere
    remove_records(draft, ["t"])
    assert not draft.document.having(MeasureSaving, "item", item) and item not in draft.document
