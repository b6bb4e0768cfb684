"""Short wordings only the inspector needs."""

from __future__ import annotations

from cxstudio.model import Channel, Department, Document, Touchpoint
from cxstudio.wording import Texts
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.record_names import name_of


def summary_line(document: Document, touchpoint: Touchpoint, texts: Texts) -> str:
    """Where a touchpoint stands: stage, channels, contact kind, departments."""
    parts = [name_of(document, touchpoint.stage, texts)]
    parts += [document.get(Channel, c).name for c in touchpoint.channels]
    if touchpoint.contact is not None:
        parts.append(texts.tr(choice_label(touchpoint.contact)))
    parts += [document.get(Department, d).name for d in touchpoint.departments]
    return " · ".join(p for p in parts if p)
