"""Two views of one journey in words: where they differ, and where not."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.round.employees_against_customers import Seen, ViewsCompared
from cxstudio.model import Document, Round
from cxstudio.model.kinds import View
from cxstudio.wording.figures.figure_sentences import view_words
from cxstudio.wording.findings.finding import Finding, named
from cxstudio.wording.texts import Texts

_MOST_TOLD: Final = 5


def views_findings(document: Document, compared: ViewsCompared | None, texts: Texts) -> list[Finding]:
    """Where two views differ most, largest difference first."""
    if compared is None:
        return [Finding(texts.tr("Views cannot be compared: there are no two views of this journey on one scale."))]
    if not compared.touchpoints:
        return [Finding(texts.tr("Views cannot be compared: no touchpoint was rated in both."))]
    said = _worst(document, compared, texts)
    apart = sorted((one for one in compared.touchpoints if one.misjudged), key=lambda one: -abs(one.difference))
    said += [Finding(seen_sentence(document, one, compared, texts), (one.touchpoint,)) for one in apart[:_MOST_TOLD]]
    if not apart:
        said.append(
            Finding(
                texts.trn(
                    "There is no clear difference at the {n} touchpoint rated in both views.",
                    "There is no clear difference at the {n} touchpoints rated in both views.",
                    len(compared.touchpoints),
                )
            )
        )
    if len(apart) > _MOST_TOLD:
        more = apart[_MOST_TOLD:]
        said.append(
            Finding(
                texts.trn("They differ at {n} more touchpoint.", "They differ at {n} more touchpoints.", len(more)),
                tuple(one.touchpoint for one in more),
            )
        )
    if compared.too_few:
        said.append(
            Finding(
                texts.trn(
                    "{n} touchpoint has too few answers in the customers’ view.",
                    "{n} touchpoints have too few answers in the customers’ view.",
                    compared.too_few,
                )
            )
        )
    return said


def seen_sentence(document: Document, one: Seen, compared: ViewsCompared, texts: Texts) -> str:
    """One touchpoint in both views: "“Final bill”: 0.7 points worse in the customers’ view (−3.8, n = 46) …"."""
    values = {
        "name": named(document, one.touchpoint, texts),
        "by": texts.number(abs(one.difference), 1),
        "theirs": texts.signed(one.theirs),
        "n_theirs": texts.number(one.n_theirs),
        "ours": texts.signed(one.ours),
        "n_ours": texts.number(one.n_ours),
    }
    employees = document.get(Round, compared.ours).view is View.EMPLOYEES
    if one.difference > 0 and employees:
        return texts.tr(
            "{name}: {by} points worse in the customers’ view (delta {theirs}, n = {n_theirs}) than in the employees’ "
            "view ({ours}, n = {n_ours}).",
            **values,
        )
    if one.difference > 0:
        return texts.tr(
            "{name}: {by} points worse in the customers’ view (delta {theirs}, n = {n_theirs}) than in the experts’ "
            "view ({ours}, n = {n_ours}).",
            **values,
        )
    if employees:
        return texts.tr(
            "{name}: {by} points better in the customers’ view (delta {theirs}, n = {n_theirs}) than in the employees’ "
            "view ({ours}, n = {n_ours}).",
            **values,
        )
    return texts.tr(
        "{name}: {by} points better in the customers’ view (delta {theirs}, n = {n_theirs}) than in the experts’ "
        "view ({ours}, n = {n_ours}).",
        **values,
    )


def _worst(document: Document, compared: ViewsCompared, texts: Texts) -> list[Finding]:
    """Which touchpoint each view puts last, where it falls short of expectation."""
    ours, theirs = compared.our_worst, compared.their_worst
    short = {one.touchpoint for one in compared.touchpoints if one.ours < 0 and one.theirs < 0}
    if len(compared.touchpoints) < 2 or ours is None or theirs is None or not {ours, theirs} <= short:
        return []
    if ours == theirs:
        said = texts.tr("In both views {name} falls furthest short of expectation.", name=named(document, ours, texts))
        return [Finding(said, (ours,))]
    said = texts.tr(
        "{view}: {ours} falls furthest short of expectation. {other}: {theirs}.",
        view=view_words(document.get(Round, compared.ours).view, texts),
        ours=named(document, ours, texts),
        other=view_words(View.CUSTOMERS, texts),
        theirs=named(document, theirs, texts),
    )
    return [Finding(said, (ours, theirs))]
