"""What is copied on the map as plain text: rows and columns for a spreadsheet, the mere name of a single touchpoint."""

from __future__ import annotations

from cxstudio.exchange.clipboard.clipboard_format import Clipping
from cxstudio.exchange.clipboard.spreadsheet_cells import as_lines
from cxstudio.exchange.lists.list_columns import CASES, CHANNEL, DEPARTMENT, DESCRIPTION, LABELS, STAGE, TOUCHPOINT
from cxstudio.model import Channel, Department, Document, Id, Stage, Touchpoint
from cxstudio.wording.texts import Texts

_COLUMNS = (STAGE, TOUCHPOINT, CHANNEL, DEPARTMENT, CASES, DESCRIPTION)


def as_text(clipping: Clipping, texts: Texts) -> str:
    """Tab-separated lines with headings; columns in which nothing stands are left out."""
    touchpoints = clipping.touchpoints
    if len(touchpoints) == 1 and not clipping.stages:
        return touchpoints[0].name
    document = clipping.document
    rows = [_row(document, touchpoint) for touchpoint in touchpoints]
    filled = {t.stage for t in touchpoints}
    rows += [[s.name, *[""] * (len(_COLUMNS) - 1)] for s in document.all(Stage) if s.id not in filled]
    used = [i for i, meaning in enumerate(_COLUMNS) if i < 2 or any(row[i] for row in rows)]
    heading = [texts.tr(LABELS[meaning]) for meaning in _COLUMNS]
    return as_lines([row[i] for i in used] for row in (heading, *rows))


def _row(document: Document, touchpoint: Touchpoint) -> list[str]:
    cases = touchpoint.cases_per_month
    return [
        document.get(Stage, touchpoint.stage).name,
        touchpoint.name,
        _names(document, touchpoint.channels),
        _names(document, touchpoint.departments),
        "" if cases is None else f"{cases:.15g}",
        touchpoint.description,
    ]


def _names(document: Document, ids: tuple[Id, ...]) -> str:
    found = (document.find(i) for i in ids)
    return ", ".join(r.name for r in found if isinstance(r, Channel | Department))
