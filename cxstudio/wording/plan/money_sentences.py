"""Money in words: sums, ranges, how they come about, and when a measure has paid for itself.

From 1,000 € on a sum that was worked out is told to the nearest hundred, with "about" where that changed it; what
somebody entered is told as it was entered. Whatever rests on an assumption carries the mark `ASSUMED`.
"""

from __future__ import annotations

import math
from typing import Final

from cxstudio.analysis.money.cost_items import factors, fewer, item_cost, less, saved
from cxstudio.analysis.money.estimate import Estimate
from cxstudio.analysis.money.payback import Payback
from cxstudio.analysis.money.shown_money import shown_sum
from cxstudio.model import CostItem, Document, MeasureSaving
from cxstudio.model.kinds import CountedAs
from cxstudio.wording.texts import Texts

ASSUMED: Final = "(A)"
NONE: Final = "–"
_SPACE: Final = "\N{NO-BREAK SPACE}"


def entered_money(estimate: Estimate | None, texts: Texts) -> str:
    """An amount somebody entered, to the cent: "€12,000", "€10,000–14,000 (A)"."""
    if estimate is None:
        return NONE
    return marked(_money(estimate.low, estimate.high, texts), texts, assumed=estimate.assumed)


def summed_money(estimate: Estimate | None, texts: Texts, *, mark: bool = True) -> str:
    """A sum that was worked out: "€43,200", "about €29,600 (A)"."""
    if estimate is None:
        return NONE
    low, high = shown_sum(estimate.low), shown_sum(estimate.high)
    said = _money(low.value, high.value, texts)
    if low.about or high.about:
        said = texts.tr("about {money}", money=said).replace(" ", _SPACE)
    return marked(said, texts, assumed=mark and estimate.assumed)


def marked(text: str, texts: Texts, *, assumed: bool) -> str:
    """A figure with the mark of an assumption where it rests on one."""
    return f"{text}{_SPACE}{ASSUMED}" if assumed else text


def assumption_note(texts: Texts) -> str:
    """What the mark means."""
    said = texts.tr("{mark} Assumption of the team; every sum with {mark} contains one.", mark=ASSUMED)
    return said.replace(f" {ASSUMED}", f"{_SPACE}{ASSUMED}")


def item_line(item: CostItem, texts: Texts) -> str:
    """How an item of cost comes about: "6,400 moves × 0.9 calls (A) × €7.50 (A) = €43,200 (A)"."""
    known, cost = factors(item), item_cost(item)
    parts = [
        _factor(known.cases, item.cases_name, texts),
        _often(item, known.share, texts),
        "" if known.unit_cost is None else entered_money(known.unit_cost, texts),
    ]
    said = " × ".join(part for part in parts if part)
    if cost is None:
        return said or texts.tr("Not calculated yet")
    return f"{said} = {summed_money(cost, texts)}"


def saving_lines(document: Document, saving: MeasureSaving, texts: Texts) -> tuple[str, str]:
    """What a saving is worked out of: "2,560 calls × €7.50" and "6,400 moves × 0.4 fewer calls"; empty without it."""
    item, often, by = document.find(saving.item), fewer(document, saving), less(saving)
    if not isinstance(item, CostItem) or by is None:
        return "", ""
    known = factors(item)
    falls = _falls(item, by, texts)
    how = " × ".join(part for part in (_factor(known.cases, item.cases_name, texts), falls) if part)
    if often is None or known.unit_cost is None:
        return how, ""
    count = " ".join(part for part in (_number(often, texts), item.title) if part)
    return f"{count} × {_money(known.unit_cost.low, known.unit_cost.high, texts)}", how


def saving_text(document: Document, saving: MeasureSaving, texts: Texts) -> str:
    """A saving in one line, with its sum where it can be worked out."""
    line, how = saving_lines(document, saving, texts)
    amount = saved(document, saving)
    if amount is None:
        return how or line or texts.tr("Not calculated yet")
    return f"{how} = {line} = {summed_money(amount, texts)}"


def payback_text(found: Payback | None, texts: Texts) -> str:
    """After how many months: "17 months", "11–17 months (A)", "does not pay back"."""
    if found is None:
        return NONE
    best, worst = found.best, found.worst
    if best is None:
        said = texts.tr("does not pay back")
    elif worst is None:
        said = texts.trn("{n} month at best, or never", "{n} months at best, or never", shown_months(best))
    elif shown_months(best) == shown_months(worst):
        said = months_text(best, texts)
    else:
        ends = f"{texts.number(shown_months(best))}–{texts.number(shown_months(worst))}"
        said = texts.tr("{ends} months", ends=ends)
    return marked(said.replace(" ", _SPACE) if worst is not None else said, texts, assumed=found.assumed)


def months_text(months: float, texts: Texts) -> str:
    """A number of months; none is "at once"."""
    n = shown_months(months)
    return texts.trn("{n} month", "{n} months", n) if n else texts.tr("at once")


def shown_months(months: float) -> int:
    """Whole months, a half upward; what is not at once takes one at least."""
    return max(1, math.floor(months + 0.5)) if months > 0 else 0


def points_text(by: Estimate, texts: Texts) -> str:
    """By how much a share falls, in percentage points: "18 percentage points"."""
    if by.plain and by.low == 1:
        return texts.tr("1 percentage point")
    return texts.tr("{n} percentage points", n=_number(by, texts))


def _falls(item: CostItem, by: Estimate, texts: Texts) -> str:
    if item.counted_as is CountedAs.PER_CENT:
        said = texts.tr("{points} fewer", points=points_text(by, texts))
    else:
        said = texts.tr("{n} fewer {what}", n=_number(by, texts), what=item.title)
    return marked(said, texts, assumed=by.assumed)


def _often(item: CostItem, share: Estimate | None, texts: Texts) -> str:
    if share is None:
        return ""
    if item.counted_as is CountedAs.TIMES:
        return _factor(share, item.title, texts)
    percent = "%" if texts.language == "en" else f"{_SPACE}%"
    return marked(_number(share, texts) + percent, texts, assumed=share.assumed)


def _factor(estimate: Estimate | None, name: str, texts: Texts) -> str:
    if estimate is None:
        return ""
    said = " ".join(part for part in (_number(estimate, texts), name.strip()) if part)
    return marked(said, texts, assumed=estimate.assumed)


def _number(estimate: Estimate, texts: Texts) -> str:
    ends = [_plain(value, texts) for value in (estimate.low, estimate.high)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _plain(value: float, texts: Texts) -> str:
    """With as many decimals as it has, two at most."""
    decimals = next((n for n in (0, 1) if math.isclose(value, round(value, n), abs_tol=1e-9)), 2)
    return texts.number(value, decimals)


def _money(low: float, high: float, texts: Texts) -> str:
    first, last = texts.money(low), texts.money(high)
    if first == last:
        return first
    return f"{first.removesuffix(f'{_SPACE}€')}–{last.removeprefix('€')}"
