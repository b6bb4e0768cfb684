"""Words of the field that stand in this report, and what each means; those that do not occur are left out."""

from __future__ import annotations

import re
from typing import Final

from cxstudio.documents.content import Column, Missing, Row, Section, Spacing, Style, Table, cell
from cxstudio.documents.report.material import Material
from cxstudio.wording import N_

_TERMS: Final = (
    (N_("touchpoint"), N_("A moment in which customers meet us: a call, a letter, a page, a person.")),
    (N_("stage"), N_("A part of the journey: touchpoints that belong together in time.")),
    (N_("persona"), N_("A typical customer, described from what is known, for whom the journey is told.")),
    (N_("employees’ view"), N_("What employees who know the customers think that customers experience.")),
    (N_("customers’ view"), N_("What customers who were asked said themselves.")),
    (N_("basic requirement"), N_("Customers take it for granted: it annoys when it is missing, and pleases nobody when "
                                 "it is there.")),
    (N_("expectation"), N_("What customers count on before they come to a touchpoint.")),
    (N_("emotion"), N_("How a touchpoint feels, from very bad to very good.")),
    (N_("handover"), N_("Here another department takes over; what is not passed on, customers have to tell again.")),
    (N_("hurdle"), N_("What makes it hard for customers here.")),
    (N_("opportunity"), N_("What could make it better here.")),
    (N_("quick win"), N_("A measure with much impact for little effort.")),
    (N_("round"), N_("One rating by one group, on one scale. Rounds are compared and never mixed.")),
)  # fmt: skip


def content(material: Material, words: str = "") -> Section | Missing:
    """`words` are those on all other pages."""
    tr, there = material.texts.tr, words.casefold()
    found = [(tr(term), tr(text)) for term, text in _TERMS if _occurs(tr(term), there)]
    if not found:
        return Missing()
    found.sort(key=lambda pair: material.texts.sort_key(pair[0]))
    rows = tuple(Row((cell(term, Style.STRONG), cell(text))) for term, text in found)
    table = Table((Column(tr("Term"), 0.24), Column(tr("Meaning"))), rows, spacing=Spacing.CLOSE)
    headline = material.texts.trn(
        "What {n} term of this report means", "What {n} terms of this report mean", len(found)
    )
    return Section(headline, (table,), note=tr("Glossary"))


def _occurs(term: str, words: str) -> bool:
    """Whether a word begins with the term: its plural and its cases count too."""
    return re.search(rf"\b{re.escape(term.casefold())}", words) is not None
