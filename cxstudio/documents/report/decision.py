"""The decision asked for: what it costs, what it brings, and on what that rests."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.documents.report.material import Material
from cxstudio.model.kinds import CostState
from cxstudio.wording.findings.report_headlines import benefit_basis

MOST_NUMBERS = 8
"""Measures named by number; more are counted."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the decision: a label, a figure or sentence, and what stands below it."""

    label: str
    figure: str = ""
    note: str = ""
    sentence: str = ""
    unknown: str = ""
    """Said instead of the figure where nobody entered one."""


def request(material: Material) -> str:
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


def addressee(material: Material) -> str:
    """By whom and until when, in brackets; empty where neither is known."""
    settings, texts = material.settings, material.texts
    until = texts.tr("by {date}", date=texts.long_date(settings.decision_until)) if settings.decision_until else ""
    known = [part for part in (settings.decision_by, until) if part]
    return f" ({', '.join(known)})" if known else ""


def facts(material: Material) -> list[Fact]:
    """Cost once, cost per year, benefit with its basis, and what happens otherwise."""
    tr, money = material.texts.tr, material.texts.money
    asked = material.asked_for
    once = [m.cost_once for m in asked if m.cost_once is not None]
    yearly = [m.cost_per_year for m in asked if m.cost_per_year is not None]
    gains = [m.benefit_per_year for m in asked if m.benefit_per_year is not None]
    unknown, state = tr("not estimated"), _cost_state(material)
    without = material.settings.without_decision.strip()
    return [
        Fact(tr("Cost once"), money(sum(once)), state) if once else Fact(tr("Cost once"), unknown=unknown),
        Fact(tr("Cost per year"), money(sum(yearly)), state) if yearly else Fact(tr("Cost per year"), unknown=unknown),
        Fact(tr("Expected benefit per year"), money(sum(gains)), benefit_basis(asked, material.texts))
        if gains
        else Fact(tr("Expected benefit per year"), unknown=unknown),
        Fact(tr("If nothing is decided"), sentence=without, unknown="" if without else tr("not described yet")),
    ]


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
