"""One method card to read, with the button that opens its tool."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.catalogue.agendas import block_from_card
from cxstudio.catalogue.methods import MethodCard, methods
from cxstudio.errors import UserError
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.findings.method_sentences import minutes_said, people_said
from ui.context.context import Context
from ui.widgets.basics import button, column, label, restyle, row, rule
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.vertical_scroll_area import VerticalScrollArea

_WIDE = 380


class MethodSheet(QWidget):
    """The card beside the others: when, how, pitfalls, material, what comes next; below it, what can be done."""

    planned = Signal(str)
    """A block of the agenda is wanted for the card of this id."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setFixedWidth(_WIDE)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card: MethodCard | None = None
        tr = context.tr
        self.tool = button(tr("Open the tool"), self.open_tool, "primary")
        self.timer = button(tr("Start the timer"), self.start_timer, "primary")
        self.timer.setEnabled(not context.session.read_only)
        self.plan = button(tr("Into the agenda"), self._plan)
        self.plan.setEnabled(not context.session.read_only)
        self.print = button(tr("Print …"), self._print)
        self.opens = label("", "small", wrap=True)
        self._area = VerticalScrollArea(by_keys=True)
        self._area.setAccessibleName(tr("Method card"))
        foot = column(None, self.opens, spacing=8)
        foot.addLayout(row(None, self.tool, self.timer, self.plan, self.print, -1, spacing=8))
        foot.setContentsMargins(20, 10, 20, 12)
        column(self, self._area, rule(), spacing=0).addLayout(foot)
        context.bridge.state_changed.connect(self._offer)

    def show_card(self, card: MethodCard) -> None:
        """Read another card."""
        if card is self.card:
            return
        self.card = card
        before = self._area.takeWidget()
        if before is not None:  # a button in it may be what opens the next card
            if before.isAncestorOf(self.focusWidget() or self):
                self._area.setFocus()
            before.hide()
            before.deleteLater()
        self._area.setWidget(self._content(card))
        self._area.verticalScrollBar().setValue(0)
        self._offer()

    def open_tool(self) -> None:
        """What the card's method is done with."""
        if self.card is not None and self.card.command:
            command = self.context.commands.rows[self.card.command]
            if command.run.receiver.brought_by:
                self.context.commands.run(command.run.receiver.brought_by)
            self.context.commands.run(command.id)

    def start_timer(self) -> None:
        """Time the method, as long as its card says, and look at the timer."""
        if self.card is None:
            return
        try:
            self.context.run.run_method(block_from_card(self.card, self.context.texts.language))
        except UserError as error:
            self.context.messages.say(sentence(error, self.context.texts))
            return
        self.context.commands.run("ideas.show_agenda")

    def _plan(self) -> None:
        if self.card is not None:
            self.planned.emit(self.card.id)

    def _print(self) -> None:
        from cxstudio.outputs.table import BY_ID
        from cxstudio.outputs.workshop_outputs import MethodDetails
        from ui.dialogs.save_export import hand_on, ordered

        if self.card is not None:
            order = replace(ordered(self.context), details=MethodDetails((self.card.id,)))
            hand_on(self, self.context, BY_ID["method_cards"], self.card.name.say(self.context.texts.language), order)

    def _offer(self) -> None:
        """Whether the tool can be opened now."""
        commands, tr = self.context.commands, self.context.tr
        row_ = commands.rows.get(self.card.command) if self.card is not None else None
        self.tool.setVisible(row_ is not None)
        self.timer.setVisible(row_ is None)
        self.tool.setEnabled(row_ is not None and commands.can(row_))
        said = tr("Tool: {command}", command=commands.label(row_)) if row_ else tr("This method needs no tool.")
        self.opens.setText(said)

    def _content(self, card: MethodCard) -> QWidget:
        language, texts, tr = self.context.texts.language, self.context.texts, self.context.tr
        made = QWidget()
        phase = label(methods().phase_of(card).name.say(language), "chip", tone="accent")
        box = column(made, spacing=6)
        box.addLayout(row(None, phase, -1))
        box.addWidget(label(card.name.say(language), "title", wrap=True))
        box.addWidget(label(card.about.say(language), "muted", wrap=True))
        box.addSpacing(4)
        box.addWidget(self._figures(minutes_said(card.minutes, texts), people_said(card.people, texts)))
        box.addSpacing(6)
        self._part(box, tr("When"), label(card.when.say(language), wrap=True))
        steps = [self._step(n, step.say(language)) for n, step in enumerate(card.steps, 1)]
        self._part(box, tr("How it works"), *steps)
        self._part(box, tr("Pitfalls"), label(card.pitfalls.say(language), wrap=True))
        self._part(box, tr("Material"), label(card.material.say(language), wrap=True))
        onward = FlowBox(6)
        for following in (methods().find(i) for i in card.next):
            assert following is not None
            open_it = partial(self.context.selection.set_method, following.id)
            onward.flow.addWidget(button(following.name.say(language), open_it, "tag"))
        self._part(box, tr("Next"), onward)
        box.addStretch(1)
        box.setContentsMargins(20, 16, 20, 16)
        return made

    def _part(self, box: object, title: str, *parts: QWidget) -> None:
        for part in (label(title, "caption"), *parts):
            box.addWidget(part)  # type: ignore[attr-defined]
        box.addSpacing(8)  # type: ignore[attr-defined]

    def _step(self, number: int, text: str) -> QWidget:
        made = QWidget()
        mark = label(str(number), "chip", tone="accent")
        said = label(text, wrap=True)
        box = row(made, mark, said, spacing=10)
        box.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        box.setStretch(1, 1)
        return made

    def _figures(self, *said: str) -> QFrame:
        made = QFrame()
        made.setProperty("kind", "card")
        box = row(made, *(label(text, "strong") for text in said), spacing=24)
        box.addStretch(1)
        box.setContentsMargins(14, 10, 14, 10)
        restyle(made)
        return made
