"""Two to four personas side by side: what is written of each, their traits, and what each rated differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from cxstudio.analysis.comparison.persona_ratings import personas_rated
from cxstudio.analysis.journeys.persona_evidence import persona_evidence
from cxstudio.model import (
    Channel,
    ExpectationSource,
    Id,
    Journey,
    Note,
    Persona,
    PersonaTrait,
    Round,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.store import ChangeSet
from cxstudio.wording.fields.field_table import choice_label, field_of
from cxstudio.wording.fields.journey_names import journey_name
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.persona_sentences import evidence_words
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.widgets.basics import button, card, column, label
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.understand.persona_avatar import Avatar
from ui.workspaces.understand.trait_lines import TraitLine
from ui.workspaces.understand.understand_model import UnderstandModel

LEAST, MOST = 2, 4
_NAMES = 116
_FIELDS = (
    "occupation", "facts", "quote", "goals", "frustrations", "needs", "jobs", "channels", "best_experience",
    "worst_experience",
)  # fmt: skip
_KINDS = (
    Persona, PersonaTrait, ExpectationSource, Note, Journey, Round, TouchpointRatings, SurveyCounts, Touchpoint,
    Channel,
)  # fmt: skip


class ComparePage(QWidget):
    """Chips choose who is compared; the table reads the document again when something changed."""

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.wanted: tuple[Id, ...] = ()
        """Who is compared; the first ones where nobody chose."""
        self.chips: dict[Id, QPushButton] = {}
        self._chips = FlowBox(6)
        self._table = QWidget()
        self._area = VerticalScrollArea(QWidget(), by_keys=True)
        self._stale = True
        head = QWidget()
        hint = context.tr("Choose two to four personas.")
        above = column(head, label(hint, "small"), self._chips, spacing=6)
        above.setContentsMargins(16, 16, 16, 8)
        column(self, head, self._area, spacing=0).setStretch(1, 1)
        context.bridge.changed.connect(self._changed)
        context.bridge.figured.connect(lambda *_: self._later())
        self.refresh()

    @property
    def personas(self) -> tuple[Id, ...]:
        """Who is compared, in the order of the list."""
        every = [p.id for p in self.context.document.all(Persona)]
        chosen = tuple(i for i in every if i in self.wanted)
        return chosen if len(chosen) >= LEAST else tuple(every[:LEAST])

    def choose(self, persona: Id) -> None:
        """Compare this one too, or no longer; at least two and at most four are compared."""
        chosen = self.personas
        rest = tuple(i for i in chosen if i != persona)
        if persona in chosen and len(rest) >= LEAST:
            self.wanted = rest
        elif persona not in chosen and len(chosen) < MOST:
            self.wanted = (*chosen, persona)
        else:
            self.context.messages.say(self.context.tr("Two to four personas can be compared."))
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        self._stale = False
        self._show_chips()
        table = QWidget()
        box = column(table, spacing=16)
        box.setContentsMargins(16, 4, 16, 24)
        if len(self.personas) < LEAST:
            box.addWidget(label(self.context.tr("There are not two personas to compare yet."), "muted"))
        else:
            box.addWidget(self._written())
            for part in self._rated():
                box.addWidget(part)
        box.addStretch(1)
        self._table = table
        self._area.setWidget(table)

    def take_focus(self) -> None:
        """The keyboard goes to the chips."""
        if self.chips:
            next(iter(self.chips.values())).setFocus()

    def view_state(self) -> tuple[Id, ...]:
        """Who is compared."""
        return self.wanted

    def restore_view_state(self, state: tuple[Id, ...]) -> None:
        """Compare the same."""
        self.wanted = state
        self.refresh()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_KINDS):
            self._later()

    def _later(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _show_chips(self) -> None:
        personas = {p.id: p.name or self.context.tr("No name yet") for p in self.context.document.all(Persona)}
        if [*self.chips] != [*personas]:
            while (item := self._chips.flow.takeAt(0)) is not None:
                if part := item.widget():
                    part.hide()
                    part.deleteLater()
            self.chips = {}
            for persona in personas:
                chip = self.chips[persona] = button("", partial(self.choose, persona), "chip")
                chip.setCheckable(True)
                self._chips.flow.addWidget(chip)
        for persona, name in personas.items():
            self.chips[persona].setText(name)
            self.chips[persona].setAccessibleName(name)
            self.chips[persona].setChecked(persona in self.personas)

    # What is written

    def _written(self) -> QWidget:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, _NAMES)
        for place, persona in enumerate(self.personas, 1):
            grid.setColumnStretch(place, 1)
            face = Avatar(self.context, 48)
            face.show_persona(persona)
            who = self.context.document.get(Persona, persona)
            age = f", {who.age}" if who.age is not None else ""
            name = button((who.name or self.context.tr("No name yet")) + age, partial(self._go, persona), "link")
            grid.addWidget(face, 0, place, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(name, 1, place, Qt.AlignmentFlag.AlignLeft)
        line = 2
        for heading, cells in self._rows():
            if any(cells):
                line = self._row(grid, line, heading, [label(words, wrap=True) for words in cells])
        for heading, values in self._traits():
            line = self._row(grid, line, heading, [TraitLine(self.context, heading, v) for v in values])
        return card(inner, margin=16)

    def _row(self, grid: QGridLayout, line: int, heading: str, cells: Sequence[QWidget]) -> int:
        title = label(heading, "field", wrap=True)
        title.setFixedWidth(_NAMES)
        for place, part in enumerate((title, *cells)):
            if isinstance(part, QLabel):
                part.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(part, line, place)
        return line + 1

    def _rows(self) -> Iterator[tuple[str, list[str]]]:
        """Each field with what is written of each persona."""
        document, texts = self.context.document, self.context.texts
        who = [document.get(Persona, i) for i in self.personas]
        for name in _FIELDS:
            yield texts.tr(field_of(Persona, name).label), [self._words(p, name) for p in who]
        for origin in dict.fromkeys(s.origin for s in document.all(ExpectationSource)):
            said = [
                "\n".join(s.text for s in document.having(ExpectationSource, "persona", p.id)
                          if s.origin is origin and s.text.strip())
                for p in who
            ]  # fmt: skip
            yield capital(texts.tr(choice_label(origin))), said
        journeys = ["\n".join(journey_name(j, texts) for j in document.having(Journey, "personas", p.id)) for p in who]
        yield texts.tr("Journeys"), journeys
        yield texts.tr("Evidence"), [evidence_words(persona_evidence(document, p.id), texts) for p in who]

    def _words(self, persona: Persona, name: str) -> str:
        value = getattr(persona, name)
        if name == "channels":
            found = (self.context.document.find(i) for i in value)
            return ", ".join(c.name for c in found if isinstance(c, Channel))
        if name == "quote" and value.strip():
            return self.context.texts.quoted(value)
        return "\n".join(f"· {line}" for line in value) if isinstance(value, tuple) else str(value)

    def _traits(self) -> Iterator[tuple[str, list[int | None]]]:
        """Each pair of opposites with where each persona stands."""
        document = self.context.document
        held = [document.having(PersonaTrait, "persona", i) for i in self.personas]
        pairs = dict.fromkeys((t.low, t.high) for traits in held for t in traits)
        for low, high in pairs:
            values = [next((t.value for t in traits if (t.low, t.high) == (low, high)), None) for traits in held]
            yield f"{low} – {high}", values

    # What they rated

    def _rated(self) -> Iterator[QWidget]:
        context, texts = self.context, self.context.texts
        found = personas_rated(context.document, self.personas, context.bridge.figures)
        if not found:
            words = texts.tr("They did not rate the same journey yet. A round is rated for one persona.")
            yield card(label(texts.tr("Rated differently"), "strong"), label(words, "small", wrap=True))
        for journey in found:
            record = context.document.get(Journey, journey.journey)
            title = label(texts.tr("Rated differently: {journey}", journey=journey_name(record, texts)), "strong")
            if not journey.differently:
                words = texts.trn("No clear difference at {n} touchpoint that was rated by several.",
                                  "No clear difference at {n} touchpoints that were rated by several.",
                                  journey.compared)  # fmt: skip
                yield card(title, label(words, "small", wrap=True))
                continue
            inner = QWidget()
            grid = QGridLayout(inner)
            grid.setContentsMargins(0, 0, 0, 0)
            for place, persona in enumerate(self.personas, 1):
                name = context.document.get(Persona, persona).name
                grid.addWidget(label(name, "field"), 0, place, Qt.AlignmentFlag.AlignRight)
            for line, row in enumerate(journey.differently, 1):
                name = context.document.get(Touchpoint, row.touchpoint).name
                link = button(name, partial(show_record, context, row.touchpoint), "link")
                grid.addWidget(link, line, 0, Qt.AlignmentFlag.AlignLeft)
                for place, value in enumerate(row.experiences, 1):
                    said = "–" if value is None else texts.number(value, 1)
                    grid.addWidget(label(said), line, place, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(0, 1)
            hint = texts.tr("Experience, from the largest difference. Only rounds of one view and scale.")
            yield card(title, label(hint, "small", wrap=True), inner)

    def _go(self, persona: Id) -> None:
        self.context.commands.run("understand.show_persona")
        self.context.selection.select(persona)
