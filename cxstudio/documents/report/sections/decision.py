"""The decision asked for: what it costs, what it brings, and on what that rests."""

from __future__ import annotations

from cxstudio.analysis.search.unanswered import coverage
from cxstudio.documents.content import Decision, Fact
from cxstudio.documents.report.material import Material
from cxstudio.model.kinds import CostState
from cxstudio.wording import Texts
from cxstudio.wording.findings.money_findings import benefit_basis
from cxstudio.wording.findings.report_headlines import approval_gap
from cxstudio.wording.plan.money_sentences import NONE, entered_money, summed_money

OTHERWISE = "without_decision"
"""Field of the settings that says what happens if nothing is done."""
MOST_NUMBERS = 8
"""Measures named by number; more are counted."""


def decision(material: Material) -> Decision:
    """What is asked for, by whom and until when; that nothing is, where that is so."""
    tr = material.texts.tr
    asked = _request(material)
    if asked:
        gap = approval_gap(coverage(material.critical, material.asked_for), material.texts)
        request = " ".join(filter(None, (asked, gap)))
        return Decision(tr("Decision we ask for"), request, _addressee(material), _facts(material), asked)
    missing = tr("As soon as measures are proposed, they appear here with their cost and benefit.")
    if material.measures:
        missing = tr("No measure is up for approval yet.")
    return Decision(tr("No decision requested yet"), missing)


def _request(material: Material) -> str:
    """The decision in one sentence; empty where nothing is asked for."""
    if material.settings.decision.strip():
        return material.settings.decision.strip()
    texts, asked = material.texts, material.asked_for
    if not asked:
        return ""
    if len(asked) == 1:
        measure = asked[0]
        return texts.tr(
            "Approval of measure {number}, {title}.",
            number=material.numbers[measure.id],
            title=texts.quoted(measure.title),
        )
    if len(asked) > MOST_NUMBERS:
        return texts.tr("Approval of {n} measures.", n=len(asked))
    numbers = texts.listed([str(material.numbers[m.id]) for m in asked])
    return texts.tr("Approval of measures {numbers}.", numbers=numbers)


def _addressee(material: Material) -> str:
    """By whom and until when, in brackets; empty where neither is known."""
    settings, texts = material.settings, material.texts
    until = texts.tr("by {date}", date=texts.long_date(settings.decision_until)) if settings.decision_until else ""
    known = [part for part in (settings.decision_by, until) if part]
    return f"({', '.join(known)})" if known else ""


def _facts(material: Material) -> tuple[Fact, ...]:
    """Cost once, cost per year, benefit with its basis, and what happens otherwise."""
    texts, tr, whole, state = material.texts, material.texts.tr, material.decided, _cost_state(material)
    basis = benefit_basis(material.document, material.asked_for, texts)
    return (
        _fact(tr("One-off cost"), entered_money(whole.once, texts), state, 0.15, texts),
        _fact(tr("Cost per year"), entered_money(whole.per_year, texts), state, 0.15, texts),
        _fact(tr("Expected benefit per year"), summed_money(whole.benefit, texts, mark=False), basis, 0.38, texts),
        _otherwise(material),
    )


def _otherwise(material: Material) -> Fact:
    """What happens if nothing is done, in euros where cases and cost are known."""
    texts, cost = material.texts, material.doing_nothing.total
    label, sentence = texts.tr("If nothing is done"), material.settings.without_decision.strip()
    if cost is None:
        return Fact(label, sentence=sentence, unknown=texts.tr("not described yet"), share=0.32, field=OTHERWISE,
                    written=sentence)  # fmt: skip
    yearly = texts.tr("a year, with assumptions of the team") if cost.assumed else texts.tr("a year")
    note = ". ".join(part for part in (yearly, sentence) if part)
    return Fact(label, summed_money(cost, texts, mark=False), note, share=0.32, field=OTHERWISE, written=sentence)


def _fact(label: str, money: str, note: str, share: float, texts: Texts) -> Fact:
    """What measures cost or bring together, as far as it was estimated."""
    if money == NONE:
        return Fact(label, unknown=texts.tr("not estimated"), share=share)
    return Fact(label, money, note, share=share)


def _cost_state(material: Material) -> str:
    """Whether the money is planned or already spent."""
    texts = material.texts
    spent = [m for m in material.asked_for if m.cost_state is CostState.SPENT]
    if not spent:
        return texts.tr("planned")
    if len(spent) == len(material.asked_for):
        return texts.tr("spent")
    amount = sum((m.cost_once or 0.0) + (m.cost_per_year or 0.0) for m in spent)
    return texts.tr("planned; {money} of it spent", money=texts.money(amount))
