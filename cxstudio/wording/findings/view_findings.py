"""Two views of one journey in words: where they differ, and where not."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.round.employees_against_customers import Seen, ViewsCompared
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Document, Round
from cxstudio.model.kinds import View
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.findings.finding import Finding, lowest_named, named
from cxstudio.wording.texts import N_, Texts

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
    """One touchpoint in both views: "“Final bill”: experience 0.6 points worse in the customers’ view (2.6, …) …"."""
    values = {
        "name": named(document, one.touchpoint, texts),
        "by": texts.number(abs(one.difference), 1),
        "theirs": texts.number(one.theirs, 1),
        "n_theirs": texts.number(one.n_theirs),
        "ours": texts.number(one.ours, 1),
        "n_ours": texts.number(one.n_ours),
    }
    employees = document.get(Round, compared.ours).view is View.EMPLOYEES
    if one.difference > 0 and employees:
        return texts.tr(
            "{name}: experience {by} points worse in the customers’ view ({theirs}, n = {n_theirs}) than in "
            "the employees’ view ({ours}, n = {n_ours}).",
            **values,
        )
    if one.difference > 0:
        return texts.tr(
            "{name}: experience {by} points worse in the customers’ view ({theirs}, n = {n_theirs}) than in "
            "the experts’ view ({ours}, n = {n_ours}).",
            **values,
        )
    if employees:
        return texts.tr(
            "{name}: experience {by} points better in the customers’ view ({theirs}, n = {n_theirs}) than in "
            "the employees’ view ({ours}, n = {n_ours}).",
            **values,
        )
    return texts.tr(
        "{name}: experience {by} points better in the customers’ view ({theirs}, n = {n_theirs}) than in "
        "the experts’ view ({ours}, n = {n_ours}).",
        **values,
    )


def views_headline(document: Document, compared: ViewsCompared, texts: Texts) -> str:
    """At how many touchpoints the other view misjudges what customers say."""
    apart, everything = sum(one.misjudged for one in compared.touchpoints), len(compared.touchpoints)
    employees = document.get(Round, compared.ours).view is View.EMPLOYEES
    if not apart:
        return texts.tr(N_("Employees’ and customers’ view do not clearly differ") if employees
                        else N_("Experts’ and customers’ view do not clearly differ"))  # fmt: skip
    wrong = texts.number(apart)
    if employees:
        return texts.trn(
            "The employees’ view misjudges {wrong} of {n} touchpoint",
            "The employees’ view misjudges {wrong} of {n} touchpoints",
            everything,
            wrong=wrong,
        )
    return texts.trn(
        "The experts’ view misjudges {wrong} of {n} touchpoint",
        "The experts’ view misjudges {wrong} of {n} touchpoints",
        everything,
        wrong=wrong,
    )


def worst_sentence(document: Document, compared: ViewsCompared, texts: Texts) -> str:
    """Where the experience lies lowest in each view; empty where that can be told in neither, or of one touchpoint."""
    ours, theirs = compared.our_worst, compared.their_worst
    if len(compared.touchpoints) < 2 or not (ours or theirs):
        return ""
    round_ = document.get(Round, compared.ours)
    values = {
        "ours": lowest_named(document, ours, texts, survey=is_survey(round_)),
        "theirs": lowest_named(document, theirs, texts, survey=is_survey(document.get(Round, compared.theirs))),
        "view": texts.tr(choice_label(round_.view)),
        "other": texts.tr(choice_label(View.CUSTOMERS)),
    }
    if ours == theirs:
        return texts.tr("Where both views rated, the experience is lowest at {ours} in both.",
                        **values)  # fmt: skip
    if not theirs:
        return texts.tr("Where both views rated, the experience is lowest at {ours} "
                        "({view}); {other}: none is clearly lowest.", **values)  # fmt: skip
    if not ours:
        return texts.tr("Where both views rated, the experience is lowest at {theirs} "
                        "({other}); {view}: none is clearly lowest.", **values)  # fmt: skip
    return texts.tr("Where both views rated, the experience is lowest at {ours} ({view}) and "
                    "{theirs} ({other}).", **values)  # fmt: skip


def _worst(document: Document, compared: ViewsCompared, texts: Texts) -> list[Finding]:
    said = worst_sentence(document, compared, texts)
    return [Finding(said, tuple(dict.fromkeys((*compared.our_worst, *compared.their_worst))))] if said else []
