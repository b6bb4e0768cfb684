"""The persona in view: who she is at the left, what shapes and moves her at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from cxstudio.analysis.journeys.persona_evidence import persona_evidence
from cxstudio.catalogue.stages import proposed_stages
from cxstudio.edits import begin_journey
from cxstudio.model import ExpectationSource, Id, Journey, Note, Persona, PersonaTrait, Picture
from cxstudio.outputs.table import BY_ID
from cxstudio.render.picture_files.board_files import PersonaOrder
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import Editor, Field, field_of
from cxstudio.wording.fields.journey_names import journey_name
from cxstudio.wording.figures.persona_sentences import evidence_words
from ui.context.context import Context
from ui.dialogs.save_export import hand_on, ordered
from ui.forms.bound_field import BoundField
from ui.forms.form import Form
from ui.forms.record_row import tool
from ui.forms.text_editors import LinesEditor, OneLineText, TextEditor, bare
from ui.inspector.record_heading import HeadingEditor, heading_field
from ui.inspector.record_pictures import PictureList
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.calm_slider import CalmSlider
from ui.widgets.folding_section import Headed
from ui.workspaces.understand.expectation_sources import SourceGrid
from ui.workspaces.understand.persona_avatar import FaceEditor
from ui.workspaces.understand.persona_traits import TraitGrid

LEFT_NARROW, LEFT_WIDE = 288, 344
_BELOW_EACH_OTHER = 860
"""Pixels below which who somebody is stands above what moves them."""
_ANY = 16_777_215
_PAIRS = (
    ("goals", "frustrations", ("delighting", "disappointing")),
    ("needs", "jobs", ("accent", "accent")),
    ("best_experience", "worst_experience", ("delighting", "disappointing")),
)
"""Fields that stand side by side, and the tone of each."""


class PersonaEditor(QWidget):
    """All fields of one persona as cards."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.persona: Id | None = None
        self.avatar = FaceEditor(context, 96)
        self.nearer = CalmSlider()
        self.nearer.setRange(10, 60)
        self.nearer.setFixedWidth(96)
        self.nearer.setAccessibleName(context.tr("How near the picture is shown"))
        self.nearer.sliderReleased.connect(self._zoom)
        self.nearer.actionTriggered.connect(lambda _: None if self.nearer.isSliderDown() else self._zoom_later())
        self.avatar.changed.connect(self._show_zoom)
        self.rests = label("", "small", wrap=True)
        self.traits = TraitGrid(context)
        self.name = heading_field(context, Persona, "name")
        self.pictures = PictureList(context)
        self.quote = BoundField(context, Persona, "quote", labelled=False, make=_quote)
        self.facts = Form(context, Persona, ("age", "occupation", "facts"))
        self.channels = BoundField(context, Persona, "channels", labelled=False)
        self.basis = Form(context, Persona, ("evidence", "source"))
        self.journeys = column(None, spacing=0)
        self.sources = SourceGrid(context)
        self.lists = {
            name: BoundField(context, Persona, name, labelled=False, make=_bare)
            for name in ("goals", "frustrations", "needs", "jobs", "best_experience", "worst_experience")
        }
        self._box = box = row(self, spacing=16)
        box.setContentsMargins(24, 20, 24, 24)
        left = column(None, self._who(), -1)
        box.addLayout(left, 2)
        box.addLayout(self._what(), 7)
        context.bridge.changed.connect(self.follow)

    def show_record(self, persona: Id) -> None:
        """Show this persona."""
        self.persona = persona
        self.avatar.show_persona(persona)
        for field in (self.name, self.quote, self.channels, *self.lists.values()):
            field.show_record(persona)
        for form in (self.facts, self.basis):
            form.show_record(persona)
        self.pictures.show_record(persona)
        self.sources.show_record(persona)
        self.traits.show_record(persona)
        self._show_journeys()
        self._show_evidence()

    def fit(self, width: int) -> None:
        """Stand beside each other in so many pixels, or below each other."""
        tight = width < _BELOW_EACH_OTHER
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if tight else way.LeftToRight)
        self._who_card.setMaximumWidth(_ANY if tight else LEFT_WIDE)
        margin = 12 if tight else 24
        self._box.setContentsMargins(margin, margin, margin, 24)

    def edit_name(self) -> None:
        """Let the name be typed anew."""
        self.name.editor.setFocus()
        if isinstance(self.name.editor, HeadingEditor):
            self.name.editor.select_all()

    def follow(self, changes: ChangeSet) -> None:
        """The document changed."""
        if self.persona is None or self.persona not in self.context.document:
            return
        if changes.touches(Persona, Picture):
            self.avatar.show_persona(self.persona)
        for field in (self.name, self.quote, self.channels, *self.lists.values()):
            field.follow(changes)
        if changes.touches(Journey):
            self._show_journeys()
        if changes.touches(Persona, ExpectationSource, PersonaTrait, Note):
            self._show_evidence()

    def _who(self) -> QFrame:
        context, run = self.context, self.context.commands.run
        tools = row(None, -1, spacing=0)
        for icon, command in (("arrow_up", "up"), ("arrow_down", "down"), ("copy", "duplicate"), ("trash", "delete")):
            row_ = context.commands.rows[f"understand.{command}"]
            act = tool(context, icon, context.tr(row_.text), partial(run, row_.id))
            act.setEnabled(not context.session.read_only)
            tools.addWidget(act)
        sheet = tool(context, "report", context.tr("Persona as PDF …"), self._export)
        tools.addWidget(sheet)
        journeys = QWidget()
        journeys.setLayout(self.journeys)
        top = column(None, spacing=4)
        top.addLayout(tools)
        top.addLayout(row(None, -1, self.avatar, -1))
        top.addLayout(row(None, -1, self.nearer, -1))
        top.addSpacing(8)
        top.addWidget(self.name)
        top.addWidget(self.quote)
        made = QFrame()
        made.setProperty("kind", "card")
        self._who_card = made
        made.setMinimumWidth(LEFT_NARROW)
        made.setMaximumWidth(LEFT_WIDE)
        box = column(made, spacing=16)
        box.setContentsMargins(20, 12, 20, 20)
        box.addLayout(top)
        for part in (
            self.facts,
            Headed(context.tr("Channels"), self.channels),
            self._headed_journeys(journeys),
            self.basis,
            self.rests,
            Headed(context.tr("Photos"), self.pictures),
        ):
            box.addWidget(part)
        return made

    def _what(self) -> QVBoxLayout:
        title = label(self.context.tr("Where the expectation comes from"), "strong")
        hint = self.context.tr("The provider’s promise is only one of five sources. Weigh what shapes it most.")
        sources = card(title, label(hint, "small"), self.sources, margin=16, spacing=8)
        traits = card(label(self.context.tr("Traits"), "strong"), self.traits, margin=16, spacing=8)
        box = column(None, sources, spacing=16)
        for left, right, tones in _PAIRS:
            pair = row(None, spacing=16)
            pair.addWidget(self._side_card(left, tones[0]), 1)
            pair.addWidget(self._side_card(right, tones[1]), 1)
            box.addLayout(pair)
        box.addWidget(traits)
        box.addStretch(1)
        return box

    def _export(self) -> None:
        hand_on(self.window(), self.context, BY_ID["persona_pdf"], self.context.tr("Persona"),
                replace(ordered(self.context), details=PersonaOrder(self.persona)))  # fmt: skip

    def _zoom(self) -> None:
        self.avatar.zoom(self.nearer.value() / 10)

    def _zoom_later(self) -> None:
        """An arrow key or a click beside the handle: the slider has its new place only after this."""
        self.nearer.setValue(self.nearer.sliderPosition())
        self._zoom()

    def _show_zoom(self) -> None:
        self.nearer.setVisible(self.avatar.has_picture and not self.context.session.read_only)
        self.nearer.setValue(round(self.avatar.face[2] * 10))

    def _show_evidence(self) -> None:
        document = self.context.document
        if self.persona in document and self.persona is not None:
            words = evidence_words(persona_evidence(document, self.persona), self.context.texts)
            self.rests.setText(words)
            self.rests.setVisible(bool(words))

    def _show_journeys(self) -> None:
        while (item := self.journeys.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for journey in self.context.document.having(Journey, "personas", self.persona or ""):
            link = button(journey_name(journey, self.context.texts), partial(self._go, journey.id), "add")
            self.journeys.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if not self.journeys.count():
            self.journeys.addWidget(label(self.context.tr("No journey yet."), "small"))

    def _headed_journeys(self, journeys: QWidget) -> Headed:
        tr = self.context.tr
        made = Headed(tr("Journeys"), journeys, action=tr("+ Journey"), act=self._begin_journey)
        assert made.action is not None
        made.action.setEnabled(not self.context.session.read_only)
        set_tooltip(made.action, tr("Another as-is journey, for this persona."))
        return made

    def _begin_journey(self) -> None:
        """A journey of this persona with the usual stages, in view on the map."""
        context, document = self.context, self.context.document
        persona = document.get(Persona, self.persona or "")
        title = context.tr("Journey of {name}", name=persona.name) if persona.name else context.tr("New journey")
        stages = proposed_stages(document.project.language.value)
        with context.session.transaction(N_("Another as-is journey")) as draft:
            made = begin_journey(draft, title, stages, personas=(persona.id,))
        self._go(made)

    def _go(self, journey: Id) -> None:
        self.context.selection.set_journey(journey)
        self.context.commands.run("go.journey")

    def _side_card(self, name: str, tone: str) -> QFrame:
        title = label(self.context.tr(field_of(Persona, name).label), "strong")
        set_tooltip(title, self.context.tr(field_of(Persona, name).help))
        made = card(title, self.lists[name], margin=16, spacing=8)
        made.setProperty("kind", "sided")
        made.setProperty("tone", tone)
        return made


def _bare(context: Context, field: Field) -> TextEditor:
    made = LinesEditor(context, field) if field.editor is Editor.LINES else TextEditor(context, field)
    return bare(made, context)


def _quote(context: Context, field: Field) -> TextEditor:
    made = bare(OneLineText(context, field), context)
    made.box.setProperty("tone", "quote")
    return made
