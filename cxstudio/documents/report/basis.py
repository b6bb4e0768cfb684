"""Who was asked, how many, when and whose view: what stands beside every figure and on page one."""

from __future__ import annotations

from cxstudio.documents.report.material import Material
from cxstudio.wording.figures.figure_sentences import basis_line, scale_words
from cxstudio.wording.figures.figure_sentences import short_basis as view_and_number


def basis_sentence(material: Material, *, both: bool = False) -> str:
    """The basis of all figures in two sentences; says so where there is none. `both`: of the other view too."""
    if material.round is None or material.figures is None:
        return material.texts.tr("Nobody has rated this journey yet.")
    rounds = (material.figures, material.other_view if both else None)
    line = ". ".join(basis_line(material.document, found, material.texts) for found in rounds if found is not None)
    scale = scale_words(material.figures, material.round.scale, material.texts)
    return f"{line}. {scale}"


def short_basis(material: Material) -> str:
    """View, number and day for a footer: "Employees’ view, n = 9, 12 Mar 2026"."""
    round_, figures = material.round, material.figures
    if round_ is None or figures is None:
        return ""
    line = view_and_number(round_, figures.n, material.texts, figures)
    return f"{line}, {material.texts.date(round_.day)}" if round_.day else line
