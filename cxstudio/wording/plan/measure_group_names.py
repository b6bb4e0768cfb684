"""What groups of measures are called."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.model import Department, Document, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.texts import N_, Texts

GROUPINGS: Final = (
    (Grouping.NONE, N_("Not grouped")),
    (Grouping.DEPARTMENT, N_("By department")),
    (Grouping.OWNER, N_("By owner")),
    (Grouping.TOUCHPOINT, N_("By touchpoint")),
    (Grouping.STATUS, N_("By status")),
)
"""Every way of grouping, with the message id of what it is called."""
_NONE: Final = {
    Grouping.DEPARTMENT: N_("Without a department"),
    Grouping.OWNER: N_("Without an owner"),
    Grouping.TOUCHPOINT: N_("Without a touchpoint"),
}


def group_name(document: Document, by: Grouping, key: str, texts: Texts) -> str:
    """What stands above a group; empty where measures are not grouped."""
    if by is Grouping.NONE:
        return ""
    if not key:
        return texts.tr(_NONE[by])
    if by is Grouping.STATUS:
        return capital(texts.tr(choice_label(MeasureStatus(key))))
    record = document.find(key)
    return record.name if isinstance(record, Department | Touchpoint) else key
