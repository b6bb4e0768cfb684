"""How a source is read: kind, encoding, delimiter, sheet; for surveys the scale, for event logs what is folded away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from cxstudio.exchange.event_logs.log_mapping import LogMapping
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import NAMED
from cxstudio.exchange.survey.proposal.decisions import best_is_lowest, turned, without_scale
from cxstudio.exchange.survey.survey_mapping import SurveyMapping
from cxstudio.exchange.tables.text_encoding import ENCODINGS
from cxstudio.model.questions import LONGEST_SCALE
from cxstudio.wording import N_
from ui.context.context import Context
from ui.theme.plain_texts import PlainCheckBox
from ui.widgets.basics import column, label
from ui.widgets.fitting.wrapping_row import Flow

_DELIMITERS = (
    ("", N_("detected automatically")),
    (",", N_("comma")),
    (";", N_("semicolon")),
    ("\t", N_("tab")),
    ("|", "|"),
)
_SCALES = range(2, LONGEST_SCALE + 1)
_FOLDS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)


class ImportSettings(QWidget):
    """Each choice reads the source anew through `again`."""

    def __init__(self, context: Context, plan: ImportPlan, again: Callable[[ImportRequest], object]) -> None:
        super().__init__()
        self._context, self._plan, self._again = context, plan, again
        tr, source, request = context.tr, plan.source, plan.request
        box = Flow(self, gap=14)
        kinds = [(r.id, tr(r.label)) for r in NAMED]
        box.addWidget(self._choice(tr("Read as"), kinds, source.reader or request.reader, "reader"))
        if source.encoding and request.path is not None:
            sure = "" if source.encoding_confidence >= 0.99 else " ?"
            known = [(name, name + (sure if name == source.encoding else "")) for name in ENCODINGS]
            if source.encoding not in ENCODINGS:
                known.insert(0, (source.encoding, source.encoding + sure))
            box.addWidget(self._choice(tr("Encoding"), known, source.encoding, "encoding"))
        if source.delimiter:
            marks = [(mark, tr(name)) for mark, name in _DELIMITERS if mark]
            box.addWidget(self._choice(tr("Separator"), marks, source.delimiter, "delimiter"))
        if len(source.sheets) > 1:
            sheets = [(name, name) for name in source.sheets]
            box.addWidget(self._choice(tr("Sheet"), sheets, source.sheet, "sheet"))
        if isinstance(plan.mapping, SurveyMapping):
            self._survey(box, plan.mapping)
        elif isinstance(plan.mapping, LogMapping):
            self._log(box, plan.mapping)

    def _log(self, box: Flow, mapping: LogMapping) -> None:
        tr, texts = self._context.tr, self._context.texts
        fold = QComboBox()
        for most in sorted({*_FOLDS, mapping.fold}):
            name = tr("at most {share} of the cases", share=texts.share(most)) if most else tr("nothing")
            fold.addItem(name, most)
        fold.setCurrentIndex(fold.findData(mapping.fold))
        fold.activated.connect(lambda *_: self._map(fold=fold.currentData()))
        box.addWidget(self._named(tr("Leave out rare variants"), fold))

    def _survey(self, box: Flow, mapping: SurveyMapping) -> None:
        tr = self._context.tr
        scale = QComboBox()
        for points in _SCALES:
            scale.addItem(tr("1 to {points}", points=points), points)
        scale.setCurrentIndex(scale.findData(mapping.scale))
        scale.activated.connect(lambda *_: self._map(scale=scale.currentData(), open=without_scale(mapping)))
        box.addWidget(self._named(tr("Scale"), scale))
        none = QLineEdit("; ".join(mapping.not_applicable))
        none.setPlaceholderText(tr("none"))
        none.setMaximumWidth(140)
        none.editingFinished.connect(
            lambda: self._map(not_applicable=tuple(w.strip() for w in none.text().split(";") if w.strip()))
        )
        box.addWidget(self._named(tr("Counts as “no answer”"), none))
        marks = PlainCheckBox(tr("1 is best"))
        marks.setChecked(best_is_lowest(mapping))
        marks.toggled.connect(lambda on: self._again(replace(self._plan.request, mapping=turned(mapping, on))))
        box.addWidget(self._named(" ", marks))

    def _choice(self, name: str, choices: list[tuple[str, str]], value: str, field: str) -> QWidget:
        made = QComboBox()
        for key, text in choices:
            made.addItem(text, key)
        made.setCurrentIndex(made.findData(value))
        made.activated.connect(lambda *_: self._set(field, str(made.currentData()), value))
        return self._named(name, made)

    def _named(self, name: str, field: QWidget) -> QWidget:
        made = QWidget()
        if name.strip():
            field.setAccessibleName(name)
        column(made, label(name, "small"), field, spacing=4)
        return made

    def _set(self, field: str, value: str, before: str) -> None:
        if value != before:
            wanted: dict[str, Any] = {field: value}
            changed = replace(self._plan.request, **wanted)
            self._again(replace(changed, mapping=None) if field != "encoding" else changed)

    def _map(self, **values: object) -> None:
        assert self._plan.mapping is not None
        mapping = self._plan.mapping.model_copy(update=values)
        if mapping != self._plan.mapping:
            self._again(replace(self._plan.request, mapping=mapping))
