"""A round that has begun: what may still be changed about it, and how its questions are asked."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from cxstudio.edits import has_answers, rescale_round, set_fields
from cxstudio.model import Id, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.model.questions import FIGURES
from cxstudio.model.rounds import is_counted
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.figures.rating_questions import question
from ui.context.context import Context
from ui.forms.form import Form
from ui.forms.text_boxes import GrowingText
from ui.widgets.basics import button, column, label, row
from ui.widgets.popup_sheet import Overlay
from ui.widgets.segmented_choice import Segments
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.rate.rounds.new_round_sheet import SCALES

_WIDTH = 420
_FIELDS: Final = (
    "title",
    "kind",
    "view",
    "persona",
    "day",
    "minimum_group",
    "single_answers",
    "asked",
    "raters_knew_measures",
)
QUESTIONS: Final = N_("Change the wording of a question")
RESCALE: Final = N_("Change the scale")


class RoundSheet(Overlay):
    """Every change is written at once and can be undone; the scale only until somebody has answered."""

    command = "rate.edit_round"

    def __init__(self, context: Context, anchor: QWidget, round_id: Id) -> None:
        super().__init__(anchor)
        self.context, self.round_id = context, round_id
        self.setAccessibleName(context.tr("This round"))
        self.setFixedWidth(_WIDTH)
        counted = is_counted(context.document, round_id)
        self.form = Form(context, Round, (*_FIELDS, *(("respondents",) if counted else ()), "source"), spacing=8)
        self.form.show_record(round_id)
        self.first = self.form.fields["title"].editor
        self.scale = Segments([(n, f"1–{n}") for n in SCALES], context.tr("Points of the scale"))
        self.scale.chosen.connect(self._rescale)
        self.scale_note = label("", "small", wrap=True)
        self.questions = Questions(context, round_id)
        inside = QWidget()
        box = column(inside, label(context.tr("This round"), "name"), self.form, spacing=8)
        box.setContentsMargins(18, 16, 18, 16)
        box.addWidget(label(context.tr("Scale"), "field"))
        box.addLayout(row(None, self.scale, -1))
        box.addWidget(self.scale_note)
        box.addWidget(self.questions)
        box.addLayout(row(None, -1, button(context.tr("Close"), self.dismiss, "primary")))
        area = VerticalScrollArea(inside, by_keys=True)
        column(self, area).setContentsMargins(1, 1, 1, 1)
        context.bridge.changed.connect(self._changed)
        self._show()
        room = anchor.window().height() - 2 * 60
        self.setFixedHeight(min(inside.sizeHint().height() + 4, max(240, room)))

    def dismiss(self) -> None:
        """What is still being typed is kept."""
        self.form.commit()
        self.questions.commit()
        super().dismiss()

    def _changed(self, changes: ChangeSet) -> None:
        if self.round_id not in self.context.document:
            self.close()
        elif self.isVisible():
            self._show()

    def _show(self) -> None:
        shown, tr = self.context.document.get(Round, self.round_id), self.context.tr
        answered = has_answers(self.context.document, self.round_id)
        self.scale.set_value(shown.scale)
        for points in SCALES:
            self.scale.set_enabled(points, not answered or points == shown.scale)
        self.scale_note.setText(
            tr("People have answered: the round keeps its scale.")
            if answered
            else tr("Can be changed until somebody has answered.")
        )
        self.form.fields["asked"].setVisible(shown.kind in (RoundKind.SURVEY, RoundKind.INTERVIEW))
        self.questions.refresh()

    def _rescale(self, points: object) -> None:
        if isinstance(points, int) and not has_answers(self.context.document, self.round_id):
            with self.context.session.transaction(RESCALE) as draft:
                rescale_round(draft, self.round_id, points)


class Questions(QWidget):
    """The questions as they are asked; an empty box takes the usual wording, which stands in it as a hint."""

    def __init__(self, context: Context, round_id: Id) -> None:
        super().__init__()
        self.context, self.round_id = context, round_id
        self.boxes: dict[str, GrowingText] = {}
        box = column(self, spacing=4)
        box.addWidget(label(context.tr("Questions as asked"), "strong"))
        for figure in FIGURES:
            made = self.boxes[figure] = GrowingText()
            made.left.connect(self.commit)
            made.done.connect(self.commit)
            made.escaped.connect(self.refresh)
            name = question(figure, context.document, None, context.texts).name
            made.setAccessibleName(name)
            box.addWidget(label(name, "field"))
            box.addWidget(made)
        self.setEnabled(not context.session.read_only)

    def refresh(self) -> None:
        """Show what the round says."""
        shown = self.context.document.get(Round, self.round_id)
        usual = shown.model_copy(update={"wording": {}})
        for figure, box in self.boxes.items():
            if not box.hasFocus():
                box.put(shown.wording.get(figure, ""))
            box.setPlaceholderText(question(figure, self.context.document, usual, self.context.texts).text)

    def commit(self) -> None:
        """Write what was typed, as one step."""
        shown = self.context.document.find(self.round_id)
        if not isinstance(shown, Round):
            return
        typed = {figure: box.toPlainText().strip() for figure, box in self.boxes.items()}
        rest = {key: text for key, text in shown.wording.items() if key not in typed}
        wording = {**rest, **{figure: text for figure, text in typed.items() if text}}
        if wording != dict(shown.wording):
            with self.context.session.transaction(QUESTIONS) as draft:
                set_fields(draft, Round, self.round_id, wording=wording)
