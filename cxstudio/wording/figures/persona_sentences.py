"""On what a persona rests, and what personas rated differently, in words."""

from __future__ import annotations

from cxstudio.analysis.journeys.persona_evidence import PersonaEvidence
from cxstudio.wording.texts import Texts


def evidence_words(found: PersonaEvidence, texts: Texts) -> str:
    """ "4 of 9 statements are assumptions, 2 without evidence"; empty where nothing is stated."""
    if not found.statements:
        return ""
    every = texts.number(found.statements)
    parts = []
    if found.assumed:
        parts.append(texts.trn("{n} of {all} statements is an assumption", "{n} of {all} statements are assumptions",
                               found.assumed, all=every))  # fmt: skip
    if found.unsaid:
        parts.append(texts.trn("{n} of {all} statements without evidence", "{n} of {all} statements without evidence",
                               found.unsaid, all=every))  # fmt: skip
    if not parts:
        return texts.trn("{n} statement, with evidence", "{n} statements, all with evidence", found.statements)
    return " · ".join(parts)
