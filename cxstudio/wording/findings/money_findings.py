"""What measures cost and bring, in sentences: headline of the money page, basis of the benefit on page one."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.analysis.money.plan_money import PlanTotal, measure_money, plan_total
from cxstudio.model import Document, Id, Measure, MeasureSaving
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.findings.report_headlines import number_word
from cxstudio.wording.plan.money_sentences import entered_money, saving_lines, shown_months
from cxstudio.wording.texts import Texts


def money_headline(document: Document, measures: Sequence[Measure], texts: Texts) -> str:
    """What those up for approval cost (else all that are not dropped), and when together they have paid."""
    asked = [m for m in measures if m.status is MeasureStatus.PROPOSED]
    whole = plan_total(document, asked or measures)
    if not whole.measures:
        return texts.tr("There are no measures yet")
    cost = _cost(whole, texts)
    who = _who(len(whole.measures), bool(asked), texts)
    first = texts.tr("{measures}: cost not estimated yet.", measures=who)
    if cost:
        first = (
            texts.tr("{measures} cost {cost}.", measures=who, cost=cost)
            if len(whole.measures) > 1
            else texts.tr("{measure} costs {cost}.", measure=who, cost=cost)
        )
    return " ".join(part for part in (first, _paid(document, whole, texts)) if part)


def benefit_basis(document: Document, measures: Sequence[Measure], texts: Texts) -> str:
    """How the benefit of several measures was worked out: "a + b; the team’s assumptions"."""
    said: list[str] = []
    for measure in measures:
        money = measure_money(document, measure)
        if money.benefit is not None and not money.counted_in:
            said += benefit_lines(document, measure, texts)
    basis, gain = " + ".join(dict.fromkeys(said)), plan_total(document, measures).benefit
    if basis and gain is not None and gain.assumed:
        return texts.tr("{basis}; with assumptions of the team", basis=basis)
    return basis


def benefit_lines(document: Document, measure: Measure, texts: Texts) -> list[str]:
    """What the benefit of one measure is worked out of, a line per saving; else what somebody wrote about it."""
    savings = document.having(MeasureSaving, "measure", measure.id)
    lines = [line for one in savings if (line := saving_lines(document, one, texts)[0])]
    return lines or ([measure.basis.strip()] if measure.basis.strip() else [])


def counted_in_text(numbers: dict[Id, int], holders: Sequence[Id], texts: Texts) -> str:
    """Where a benefit is counted already: "in 1"."""
    listed = texts.listed([str(numbers[one]) for one in holders if one in numbers])
    return texts.tr("in {numbers}", numbers=listed)


def schedule_headline(measures: Sequence[Measure], overdue: int, texts: Texts) -> str:
    """What is overdue, and when the last measure is due."""
    days = [m.due for m in measures if m.due is not None and m.status is not MeasureStatus.DROPPED]
    last = texts.tr("The last due date is {date}", date=texts.long_date(max(days))) if days else ""
    late = texts.tr("One measure is overdue") if overdue == 1 else ""
    if overdue > 1:
        late = texts.tr("{number} measures are overdue", number=capital(number_word(overdue, texts)))
    return ". ".join(part for part in (late, last) if part) or texts.tr("No measure has a due date yet")


def _who(n: int, asked: bool, texts: Texts) -> str:
    if n == 1:
        return texts.tr("The measure up for approval") if asked else texts.tr("The measure")
    word = number_word(n, texts)
    return (
        texts.tr("The {number} measures up for approval", number=word)
        if asked
        else texts.tr("The {number} measures", number=word)
    )


def _cost(whole: PlanTotal, texts: Texts) -> str:
    parts = []
    if whole.once is not None:
        parts.append(texts.tr("{money} once", money=entered_money(whole.once, texts)))
    if whole.per_year is not None:
        parts.append(texts.tr("{money} a year", money=entered_money(whole.per_year, texts)))
    return texts.listed(parts)


def _paid(document: Document, whole: PlanTotal, texts: Texts) -> str:
    """When they have paid; how many lack a benefit in numbers, so that it cannot be told."""
    found = whole.payback
    if found is None:
        counted = (measure_money(document, document.get(Measure, m)).benefit for m in whole.measures)
        without = sum(gain is None for gain in counted)
        if 0 < without < len(whole.measures):
            return texts.trn("The benefit of {n} of them is not in numbers yet.",
                             "The benefit of {n} of them is not in numbers yet.", without)  # fmt: skip
        return ""
    if found.best is None:
        return texts.tr("At this benefit the cost is never paid back.")
    best = shown_months(found.best)
    if found.worst is None:
        return texts.trn("At best the cost is paid back after {n} month, at worst never.",
                         "At best the cost is paid back after {n} months, at worst never.", best)  # fmt: skip
    worst = shown_months(found.worst)
    if not worst:
        return texts.tr("The benefit is higher than the cost from the start.")
    if best != worst:
        ends = f"{texts.number(best)}–{texts.number(worst)}"
        if found.assumed:
            return texts.tr("If the assumptions are right, the cost is paid back after {ends} months.", ends=ends)
        return texts.tr("The cost is paid back after {ends} months.", ends=ends)
    if found.assumed:
        return texts.trn("If the assumptions are right, the cost is paid back after {n} month.",
                         "If the assumptions are right, the cost is paid back after {n} months.", best)  # fmt: skip
    return texts.trn("The cost is paid back after {n} month.", "The cost is paid back after {n} months.", best)
