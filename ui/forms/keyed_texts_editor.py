"""An editor for texts that each have a key: the questions of a round as they were asked."""

from __future__ import annotations

from typing import Any, Final

from cxstudio.model import FrozenMap
from cxstudio.model.questions import FIGURES
from cxstudio.wording.fields.field_table import Field, figure_label
from ui.context.context import Context
from ui.forms.field_editor import FieldEditor
from ui.forms.text_boxes import GrowingText
from ui.widgets.basics import column, label

WORDED: Final[dict[str, tuple[str, ...]]] = {"Round": FIGURES}
"""Kind of record → keys its texts can have."""


class WordsEditor(FieldEditor):
    """One text per key; an empty one means the usual wording."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.boxes: dict[str, GrowingText] = {}
        box = column(self, spacing=4)
        for key in WORDED.get(field.kind, ()):
            name = context.tr(figure_label(key))
            made = self.boxes[key] = GrowingText()
            made.setAccessibleName(f"{self.name}: {name}")
            made.setPlaceholderText(context.tr("usual wording"))
            made.left.connect(self._left)
            made.done.connect(self.finished)
            made.escaped.connect(self._left)
            made.textChanged.connect(self._typed)
            box.addWidget(label(name, "field"))
            box.addWidget(made)

    @property
    def touched(self) -> bool:
        return any(box.toPlainText() != (self.shown or {}).get(key, "") for key, box in self.boxes.items())

    def read(self) -> Any:
        words = {key: box.toPlainText().strip() for key, box in self.boxes.items()}
        rest = {key: text for key, text in (self.shown or {}).items() if key not in words}
        return FrozenMap({**rest, **{key: text for key, text in words.items() if text}})

    def _display(self, value: Any) -> None:
        for key, box in self.boxes.items():
            box.put((value or {}).get(key, ""))
