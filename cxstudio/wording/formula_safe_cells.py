"""Text cells of tables that other programs will open: no text may become a formula there."""

from __future__ import annotations

import re
from typing import Final

CELL_LIMIT: Final = 32_767
"""Characters a workbook's cell holds."""

_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_cell(text: str) -> str:
    """The text without characters a table cannot hold, lines ending in one, cut with an ellipsis at a cell's limit."""
    text = _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1] + "…"


def may_be_formula(text: str) -> bool:
    """Whether a spreadsheet could read the text as a formula or a command, leading blanks aside."""
    return text.startswith(_STARTS_FORMULA) or text.lstrip(" \N{NO-BREAK SPACE}").startswith(_STARTS_FORMULA)


def safe_cell(text: str) -> str:
    """The text for a CSV cell, with an apostrophe ahead where it could be read as a formula."""
    text = plain_cell(text)
    return "'" + text if may_be_formula(text) else text
