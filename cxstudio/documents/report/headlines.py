"""Headlines of the sections: what somebody wrote, else what the figures say, else what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cxstudio.documents.report.material import Material
from cxstudio.wording.figures.figure_sentences import people_words, view_words
from cxstudio.wording.findings import report_headlines as written


def headline(material: Material, section: str) -> str:
    """The sentence a section begins with."""
    return material.own_headline(section) or _WRITTEN[section](material)


def lead(material: Material, section: str) -> str:
    """One or two sentences below the headline; may be empty."""
    found = _LEADS.get(section)
    return material.own_headline(f"{section}_lead") or (found(material) if found else "")


def _finding(material: Material) -> str:
    if not material.touchpoints:
        return material.texts.tr("This customer journey has no touchpoints yet.")
    return written.finding(material.document, material.figures, material.texts)


def _map(material: Material) -> str:
    fallback = material.journey.title if material.journey else material.texts.tr("There is no customer journey yet")
    return written.map_headline(material.document, material.figures, material.texts, fallback)


def _deltas(material: Material) -> str:
    return written.deltas_headline(material.figures, material.texts)


def _deltas_lead(material: Material) -> str:
    round_, figures, tr = material.round, material.figures, material.texts.tr
    if round_ is None or figures is None:
        return ""
    people = people_words(material.document, round_, figures.n, material.texts)
    basis = tr("{view}: {people}, scale 1–{top}.", view=view_words(round_.view, material.texts), people=people,
               top=round_.scale)  # fmt: skip
    if any(t.delta is not None and t.delta.interval is not None for t in figures.touchpoints):
        return (
            basis + " " + tr("Bars: mean of the deltas; line: 95% interval; circles: the answers, the larger the more.")
        )
    return basis + " " + tr("Bars: mean of the deltas; dots: every single answer; ≠: the answers disagree.")


def _pictures(material: Material) -> str:
    return material.texts.tr("What the figures look like")


def _critical(material: Material) -> str:
    return written.critical_headline(len(material.critical), material.texts)


def _critical_lead(material: Material) -> str:
    if not material.critical:
        return material.texts.tr(
            "A touchpoint is critical when the group says so; a rule proposes it from the figures."
        )
    return material.texts.tr(
        "The rule proposes, the group decides. Need for action: importance times shortfall, 0 to 100."
    )


def _measures(material: Material) -> str:
    return written.measures_headline(material.measures, material.texts)


def _measures_lead(material: Material) -> str:
    tr = material.texts.tr
    if not material.measures:
        return tr("Every critical touchpoint leads to a measure with an owner, a date and a target.")
    return tr("Impact and effort: the team’s estimate, 1 to 7.")


def _notes(material: Material) -> str:
    return material.texts.tr("What customers say, what hinders, what helps")


def _notes_lead(material: Material) -> str:
    return material.texts.tr("Every statement with its evidence. An assumption is what nobody has checked yet.")


def _method(material: Material) -> str:
    return material.texts.tr("How these figures came about")


_WRITTEN: Final[dict[str, Callable[[Material], str]]] = {
    "decision": _finding,
    "map": _map,
    "deltas": _deltas,
    "pictures": _pictures,
    "critical": _critical,
    "measures": _measures,
    "notes": _notes,
    "method": _method,
}
_LEADS: Final[dict[str, Callable[[Material], str]]] = {
    "deltas": _deltas_lead,
    "critical": _critical_lead,
    "measures": _measures_lead,
    "notes": _notes_lead,
}
