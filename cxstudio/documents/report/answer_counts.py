"""What goes into a report's file beside its pages: from what it was made, and on request how many answered what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from cxstudio.analysis.statistics.touchpoint_figures import single_answers_shown
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.origin import Origin
from cxstudio.documents.report.printed_figures import Figured
from cxstudio.documents.report.section_table import chosen_sections
from cxstudio.files.encoding import encode
from cxstudio.model import Document, ReportSettings

COUNTED: Final = ("expectation", "experience", "delta")
"""Figures whose answers are counted: each by itself, so that no answer of a person can be put together."""


def origin_of(material: Material, size: tuple[float, float], project: Document) -> Origin:
    """From what a report on this paper is made; the project is the whole one, before anything is left out of it."""
    return Origin(
        material.texts.language, size, material.day,
        "" if material.journey is None else material.journey.id,
        "" if material.round is None else material.round.id,
        tuple(row.name for row in chosen_sections(material)),
        material.settings.preset.value,
        project_digest(project),
    )  # fmt: skip


def names_of(document: Document, figures: Iterable[Figured]) -> dict[str, str]:
    """Record → what it is called, of everything figures are about."""
    told = {one.about: document.find(one.about) for one in figures if one.about}
    names = {about: getattr(record, "name", "") or getattr(record, "title", "") for about, record in told.items()}
    return {about: " ".join(name.split()) for about, name in names.items() if name}


def project_digest(document: Document) -> str:
    """Stands for everything in a project but what its report holds: another one where anything differs."""
    chosen = [settings.id for settings in document.all(ReportSettings)]
    return hashlib.sha256(encode(document.evolve(drop=chosen))).hexdigest()


def answer_counts(material: Material) -> dict[str, dict[str, dict[str, int]]]:
    """Touchpoint → figure → value → number of answers; only where that may be shown and enough people answered."""
    round_, figures = material.round, material.figures
    if round_ is None or figures is None:
        return {}
    made: dict[str, dict[str, dict[str, int]]] = {}
    for found in figures.touchpoints:
        for name in COUNTED:
            part = getattr(found, name)
            if part is None or part.n < round_.minimum_group or not single_answers_shown(round_, part.n):
                continue
            made.setdefault(found.touchpoint, {})[name] = {str(value): count for value, count in part.counts}
    return made
