"""Text for a cell of somebody's spreadsheet: what a person typed must never be taken for a formula."""

from __future__ import annotations

import re

_FORMULA_STARTS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""Plain and full-width signs with which spreadsheets begin a formula. The real minus sign (−) is not one of them."""
_NOT_FOR_CELLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_767
"""What Excel holds in one cell."""


def safe_cell(text: str) -> str:
    """The text as a spreadsheet may be given it: an apostrophe ahead of what would start a formula,
    no characters that workbooks cannot hold, cut where Excel would refuse it.

    Numbers are written as numbers and need no help; this is for words.
    """
    clean = _NOT_FOR_CELLS.sub("", text)
    first = clean.lstrip()[:1]
    if clean[:1] in {"\t", "\r"} or first in _FORMULA_STARTS:
        clean = "'" + clean
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - 1] + "…"
