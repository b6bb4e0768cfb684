"""A new journey: three lines that may all stay empty, what to begin from, and the stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.catalogue.stages import proposed_stages
from cxstudio.catalogue.templates import EMPTY, template_named
from cxstudio.errors import UserError
from cxstudio.model import Document, Id
from cxstudio.model.kinds import Language
from cxstudio.session.settings import CATALOGUE_INDUSTRY
from cxstudio.session.templates import begin_from, stage_names
from ui.context.context import Context
from ui.pages.page_frame import Page
from ui.pages.stage_fields import Changed, StageFields
from ui.pages.template_chooser import TemplateChooser
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.pasting_line import PastingLine


@dataclass(frozen=True, slots=True)
class FirstJourney:
    """What a person said about a new journey; every line may be empty."""

    about: str
    persona: str
    begins: str
    ends: str
    stages: tuple[tuple[Id | None, str], ...]
    """Id of a stage of `base` (None for a new one) and name."""
    language: Language
    base: Document | None = None
    """The project a template gives; None: nothing but the stages."""


class FirstJourneyPage(Page):
    """Enter goes from line to line and at the end to the map."""

    def __init__(self, context: Context, done: Callable[[FirstJourney], object]) -> None:
        super().__init__(context, width=760)
        self._done = done
        self._base: Document | None = None
        tr = context.tr
        self.about = self._line(tr("What is it about?"), tr("Moving house"))
        self.persona = self._line(tr("For whom?"), tr("Jana Brandt, 34, moving within the city"))
        self.begins = self._line(tr("Where does it begin?"), tr("Lease signed"))
        self.ends = self._line(tr("Where does it end?"), tr("Six weeks after moving in"))
        self.stages = StageFields(context, proposed_stages(context.texts.language))
        self.body.addWidget(label(tr("New customer journey"), "display"))
        self.body.addWidget(label(tr("Skip what you do not know yet. Everything can be changed later."), "muted"))
        self.body.addSpacing(14)
        span = row(None, self._field(self.begins), self._field(self.ends), spacing=14)
        ends = QWidget()
        ends.setLayout(span)
        lines = card(self._field(self.about), self._field(self.persona), ends, spacing=14, margin=20)
        self.body.addWidget(lines)
        self.body.addSpacing(8)
        self.templates = TemplateChooser(context)
        self.templates.chosen.connect(self._begin_from)
        self.body.addWidget(card(label(tr("Begin with"), "strong"), self.templates, margin=20))
        self.body.addSpacing(8)
        proposal = label(tr("A proposal: rename, remove, add."), "small")
        self.body.addWidget(card(label(tr("Stages"), "strong"), proposal, self.stages, margin=20))
        self.body.addSpacing(12)
        back = button(tr("Back"), lambda: context.commands.run("project.close"), "ghost")
        self.start = button(tr("Create map"), self._finish, "primary")
        self.start.setMinimumHeight(36)
        self.body.addLayout(row(None, back, -1, self.start))
        self.body.addStretch(1)
        self._lines = (self.about, self.persona, self.begins, self.ends)
        for here, following in pairwise(self._lines):
            here.returnPressed.connect(following.setFocus)
        self.ends.returnPressed.connect(self._finish)
        self.setFocusProxy(self.about)

    def view_state(self) -> tuple[list[str], str, Changed | None]:
        """What is typed, the template, and what somebody made of its stages."""
        return [line.text() for line in self._lines], self.templates.value, self.stages.changed

    def restore_view_state(self, state: tuple[list[str], str, Changed | None]) -> None:
        """Type and choose it again; what nobody renamed is said in the language of now."""
        texts, template, stages = state
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
        self.templates.choose_again(template)
        if stages is not None:
            self.stages.change(stages)

    def _begin_from(self, template: str) -> None:
        """Show the stages of another template."""
        language = self.context.texts.language
        if template == EMPTY:
            self._base = None
            self.stages.show_stages([(None, name) for name in proposed_stages(language)])
            return
        try:
            self._base = begin_from(template, language)
        except UserError as error:
            self.context.messages.error(error, "template")
            self.templates.choose(EMPTY)
            return
        self.context.messages.worked("template")
        self.stages.show_stages(stage_names(self._base))

    def _line(self, name: str, example: str) -> QLineEdit:
        made = PastingLine()
        made.setProperty("kind", "big")
        made.setAccessibleName(name)
        made.setPlaceholderText(self.context.tr("for example: {example}", example=example))
        made.setMaxLength(400)
        return made

    def _field(self, line: QLineEdit) -> QWidget:
        made = QWidget()
        heading = label(line.accessibleName(), "strong")
        heading.setBuddy(line)
        column(made, heading, line, spacing=5)
        return made

    def _finish(self) -> None:
        template = template_named(self.templates.value)
        if template is not None and template.industry:
            self.context.settings[CATALOGUE_INDUSTRY] = template.industry
        self._done(
            FirstJourney(
                self.about.text().strip(),
                self.persona.text().strip(),
                self.begins.text().strip(),
                self.ends.text().strip(),
                self.stages.stages(),
                Language(self.context.texts.language),
                self._base,
            )
        )
