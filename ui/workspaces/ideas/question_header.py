"""The question the workspace is about, with the touchpoints it was made from and their figures."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from cxstudio.edits import ideas_on
from cxstudio.model import Idea, Participant, Touchpoint
from cxstudio.wording.fields.record_names import record_name
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.menus import chooser, entry
from ui.workspaces.ideas.ideas_model import IdeasModel, wall_questions

_MOST = 3
"""So many touchpoints are named."""


class QuestionHeader(QFrame):
    """A click on a touchpoint leads to it; the chooser shows another question."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.setProperty("kind", "card")
        self._chips = row(None, spacing=6)
        self.text = ElidedLabel("", "project")
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.count = label("", "small")
        self.others = chooser(context.tr("Another question"), self._menu, "ghost")
        self.others.setText("▾")
        box = row(self, spacing=10)
        box.addLayout(self._chips)
        for part in (self.text, self.count, self.others):
            box.addWidget(part)
        box.setStretch(1, 1)
        box.setContentsMargins(14, 8, 8, 8)
        self._made: list[QWidget] = []
        self._said: tuple[tuple[str, str, str], ...] = ()
        """The chips in view: touchpoint, words and tone."""
        model.changed.connect(self.refresh)
        context.bridge.figured.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Say what is in view now."""
        context, model, texts = self.context, self.model, self.context.texts
        asked = model.asked
        self.text.set_text(asked.text if asked is not None else context.tr("Ideas without a question"))
        ideas = model.ideas
        people = len({i.author for i in ideas if i.author is not None}) or len(
            [p for p in context.document.all(Participant) if p.name or p.role]
        )
        counts = [texts.trn("{n} idea", "{n} ideas", len(ideas))]
        if people:
            counts.append(texts.trn("{n} person", "{n} people", people))
        self.count.setText(" · ".join(counts))
        found = [context.document.find(i) for i in (asked.touchpoints if asked is not None else ())]
        touchpoints = [t for t in found if isinstance(t, Touchpoint)][:_MOST]
        said = tuple((t.id, model.short_figure(t), model.tone(t)) for t in touchpoints)
        if said == self._said:
            return
        self._said = said
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made = []
        for touchpoint in touchpoints:
            chip = button(model.short_figure(touchpoint), partial(show_record, context, touchpoint.id), "tag")
            chip.setProperty("tone", model.tone(touchpoint))
            chip.setAccessibleName(context.tr("Show the touchpoint {name}", name=touchpoint.name))
            set_tooltip(chip, touchpoint.name)
            self._chips.addWidget(chip)
            self._made.append(chip)

    def _menu(self) -> QMenu:
        menu, document = QMenu(self), self.context.document
        for question in wall_questions(document):
            entry(menu, record_name(question, self.context.texts), partial(self.model.show_question, question.id),
                  chosen=question.id == self.model.question)  # fmt: skip
        if ideas_on(document, None) and document.all(Idea):
            entry(menu, self.context.tr("Ideas without a question"), partial(self.model.show_question, None),
                  chosen=self.model.question is None)  # fmt: skip
        menu.addSeparator()
        menu.addAction(self.context.commands.action("ideas.ask"))
        return menu
