"""Figures that follow from counts of answers alone: means, lowest and highest answer, how many answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cxstudio.documents.report.answer_counts import COUNTED
from cxstudio.documents.report.figure_list import FigureList
from cxstudio.documents.report.printed_figures import Figured
from cxstudio.documents.setting.printed_lines import numbers
from cxstudio.wording import N_, Texts
from cxstudio.wording import texts as texts_in

_COLUMNS: Final = {"expectation": N_("Expectation"), "experience": N_("Experience"), "delta": N_("Delta")}
"""Figure → heading of the columns that show it."""


def from_counts(listed: FigureList) -> dict[str, str]:
    """Key → text, of everything the attached counts say."""
    texts = texts_in(listed.origin.language)
    headings = {texts.tr(_COLUMNS[name]): name for name in COUNTED}
    found: dict[str, str] = {}
    for one in listed.figures:
        name = headings.get(one.figure, "delta" if _is_delta_bar(one) else "")
        counts = listed.counts.get(one.about, {}).get(name)
        if counts:
            found[one.key] = _said(one, name, counts, texts)
    return found


def _is_delta_bar(one: Figured) -> bool:
    """A row of the chart of deltas: the touchpoint's name and its mean."""
    return one.section == "deltas" and one.figure == "drawing"


def _said(one: Figured, name: str, counts: Mapping[str, int], texts: Texts) -> str:
    """What the counts make of a printed text: its last numbers are the mean and, where it has them, the ends."""
    values = sorted((int(value), many) for value, many in counts.items())
    n = sum(many for _, many in values)
    mean = sum(value * many for value, many in values) / max(n, 1)
    shown = texts.signed(mean) if name == "delta" else texts.number(mean, 1)
    printed = numbers(one.text)
    own = [shown]
    if name != "delta" and len(printed) > 1:
        low, high = values[0][0], values[-1][0]
        own += [str(low)] if low == high else [str(low), str(high)]
    before = printed[: len(printed) - len(own)]
    return " ".join([*before, *own])
