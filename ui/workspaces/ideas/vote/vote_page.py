"""Voting: rule, slips, reveal, result; the drawing on the left is the one the projector shows."""

from __future__ import annotations

from functools import partial
from random import Random

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QWidget

from cxstudio.analysis.votes.vote_results import VoteResult, hardly_secret, moved_since, result_of, rule_of
from cxstudio.edits import Rule, hand_in, open_vote, reveal_votes, settle_tie
from cxstudio.errors import UserError
from cxstudio.layout.boards.vote_board import VoteStyle, lay_out_vote, spoken_vote
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.look.roles import Role
from cxstudio.model import Id, Idea, Question, VoteRound
from cxstudio.model.kinds import Tie, VoteKind
from cxstudio.plain_text import first_words
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.findings.idea_sentences import (
    cast_words,
    fixed_words,
    moved_words,
    rule_words,
    settled_words,
    tie_words,
)
from ui.canvas.canvas_area import CanvasArea
from ui.canvas.canvas_view import CanvasView
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.card_button import CardButton
from ui.widgets.fitting.turning_box import watch
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.menus import chooser, entry
from ui.widgets.share_bar import ShareBar
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.ideas.idea_measures import make_measures, without_measure
from ui.workspaces.ideas.ideas_model import IdeasModel
from ui.workspaces.ideas.vote.rule_form import RuleForm, value
from ui.workspaces.ideas.vote.slip_entry import SlipEntry
from ui.workspaces.ideas.vote.vote_steps import VoteSteps, steps_of

_SIDE, _NARROW_SIDE = 320, 260
_NARROWEST = 420
_SHORT_NAME = 34
"""Characters of an idea on a button."""
BEGIN, SLIP, REVEAL = N_("Begin a vote"), N_("Hand in slips"), N_("Reveal the vote")
SETTLE = N_("Decide a tie")


class VoteArea(CanvasArea):
    """The ideas that are voted on, drawn."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__(context.theme)
        self.context, self.model = context, model
        self.vote: VoteRound | None = None
        view = CanvasView(self.scene, self)
        view.setAccessibleName(context.tr("Vote"))
        self.put(view)

    def show_vote(self, vote: VoteRound | None) -> None:
        """Draw a vote as it stands."""
        self.vote = vote
        if vote is not None and self.isVisible():
            wide = float(max(self.view.viewport().width() - 1, _NARROWEST))
            body = lay_out_vote(self.context.document, vote, self.context.texts, VoteStyle(wide))
            self.draw(Zoom(), Density.NEAR, body)
            self.view.setAccessibleDescription(spoken_vote(self.context.document, vote, self.context.texts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_vote(self.vote)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_vote(self.vote)


class VotePage(QWidget):
    """To the left the ideas, to the right what is to be done next."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        tr = context.tr
        self.wanted: Id | None = None
        """The vote somebody chose to look at; "" for the form of a new one."""
        self.title = label("", "name", wrap=True)
        self.steps, self.about = VoteSteps(context), label("", "small")
        self.others = chooser(tr("Another vote"), self._menu, "ghost")
        self.others.setText(tr("Votes") + "  ▾")
        self.area = VoteArea(context, model)
        head = card(self.title, margin=14, spacing=8)
        steps = row(None, self.steps, self.about, self.others, spacing=12)
        steps.setStretch(0, 1)
        head.layout().addLayout(steps)  # type: ignore[union-attr]
        watch(head, 380, self.about.setVisible)
        left = QWidget()
        box = column(left, head, spacing=10)
        box.addWidget(self.area, 1)
        box.setContentsMargins(16, 12, 16, 12)
        self.form, self.entry = RuleForm(context, model), SlipEntry(context)
        self.form.wanted.connect(self.begin)
        self.entry.handed_in.connect(self.hand_in)
        self.cast, self.bar = label("", "title"), ShareBar(context.theme)
        self.rule, self.tie, self.fixed = (
            label("", "strong", wrap=True),
            label("", wrap=True),
            label("", "small", wrap=True),
        )
        self.secret = label(
            tr(
                "Until the reveal all slips are one value nobody reads in window, history or report. "
                "This is not encryption. Undo takes all slips back at once."
            ),
            "small",
            wrap=True,
        )
        self.reveal = button("", self.reveal_now, "primary")
        self.result, self.moved = label("", wrap=True), label("", "small", wrap=True)
        self.follow = column(None, spacing=6)
        self._acts: list[QWidget] = []
        self._side = QStackedWidget()
        self._side.addWidget(self._scrolled(self.form))
        self._side.addWidget(self._scrolled(self._running()))
        watch(self, 640, lambda roomy: self._side.setFixedWidth(_SIDE if roomy else _NARROW_SIDE))
        row(self, left, self._side, spacing=0).setStretch(0, 1)
        model.changed.connect(self.refresh)
        self.refresh()

    # What is shown

    @property
    def votes(self) -> list[VoteRound]:
        """Votes on the question in view."""
        return [v for v in self.context.document.all(VoteRound) if v.question == self.model.question]

    @property
    def vote(self) -> VoteRound | None:
        """The vote in view; None while a new one is prepared."""
        if self.wanted == "" or not self.votes:
            return None
        return next((v for v in self.votes if v.id == self.wanted), self.votes[-1])

    def refresh(self, *_: object) -> None:
        """Show how the vote stands."""
        vote, tr = self.vote, self.context.tr
        self.others.setVisible(bool(self.votes))
        self._side.setCurrentIndex(0 if vote is None else 1)
        if vote is None:
            asked = self.model.asked
            self.title.setText(asked.text if isinstance(asked, Question) else tr("Ideas without a question"))
            n = sum(not idea.covered for idea in self.model.ideas)
            self.steps.show_steps(steps_of(None, None, None, self.context.texts))
            self.about.setText(self.context.texts.trn("{n} idea to vote on", "{n} ideas to vote on", n))
            self.area.show_vote(VoteRound(id="", ideas=tuple(idea.id for idea in self.model.ideas if not idea.covered)))
            return
        document, texts = self.context.document, self.context.texts
        rule, result = rule_of(document, vote), result_of(document, vote)
        self.title.setText(vote.title or tr("Vote"))
        self.steps.show_steps(steps_of(vote, rule, result, texts))
        merged = sum(len(document.having(Idea, "merged_into", idea)) for idea in vote.ideas)
        counts = [texts.trn("{n} idea", "{n} ideas", len(vote.ideas))]
        counts += [texts.trn("{n} merged", "{n} merged", merged)] if merged else []
        self.about.setText(" · ".join(counts))
        self.rule.setText(rule_words(vote, rule, texts))
        self.tie.setText(tie_words(rule, vote, texts))
        self.tie.setVisible(bool(self.tie.text()))
        self.fixed.setText(fixed_words(rule, texts))
        self.cast.setText(tr("{cast} of {eligible}", cast=vote.cast, eligible=vote.eligible))
        share = vote.cast / max(vote.eligible, 1)
        self.bar.show_parts([(share, Role.ACCENT)], self.cast.text())
        open_ = result is None
        for part in (self.entry, self.secret, self.reveal, self.print):
            part.setVisible(open_)
        self.entry.show_vote(vote)
        left = vote.eligible - vote.cast
        self.entry.setVisible(open_ and left > 0)
        self.reveal.setText(tr("Reveal") if left <= 0 else texts.trn("Reveal without {n}", "Reveal without {n}", left))
        self.reveal.setEnabled(not self.context.session.read_only and vote.cast > 0)
        told = () if result is None else (cast_words(result, vote, texts), settled_words(document, vote, result, texts))
        self.result.setText(" ".join(part for part in told if part))
        moved = moved_since(document, vote)
        self.moved.setText("" if moved is None else moved_words(moved, texts))
        if result is None and hardly_secret(vote):
            self.moved.setText(tr("With fewer than five people a vote is hardly secret."))
        self.moved.setVisible(bool(self.moved.text()))
        self.result.setVisible(bool(self.result.text()))
        self._offer(vote)
        self.area.show_vote(vote)

    def _offer(self, vote: VoteRound) -> None:
        """What follows from the result."""
        for old in self._acts:
            old.hide()
            old.deleteLater()
        self._acts = []
        document, texts, tr = self.context.document, self.context.texts, self.context.tr
        result = result_of(document, vote)
        if result is None or self.context.session.read_only:
            return
        for idea in result.chosen:
            found = document.find(idea)
            if isinstance(found, Idea):
                self._acts.append(self._chosen(found))
        if not result.chosen and not result.tied:
            self._acts.append(label(tr("The rule chooses no idea."), "strong", wrap=True))
        if result.rule.tie is Tie.DECIDED and (result.tied or vote.settled):
            self._acts += self._deciding(vote, result)
        elif result.tied:
            said = texts.trn("{n} place is open: a run-off decides.", "{n} places are open: a run-off decides.",
                             result.open_places)  # fmt: skip
            self._acts.append(label(said, wrap=True))
            self._acts.append(button(tr("Begin the run-off"), partial(self.run_off, vote.id), "primary"))
        self._acts.append(button(tr("Second vote"), partial(self.again, vote.id)))
        if result.chosen:
            n = len(without_measure(self.context, result.chosen))
            said = texts.trn("Make {n} measure", "Make {n} measures", n) if n else tr("Show the measures")
            self._acts.append(button(said, partial(self.to_measures, result.chosen)))
        for made in self._acts:
            self.follow.addWidget(made)
            made.show()  # at once: the keyboard may go on there

    def _deciding(self, vote: VoteRound, result: VoteResult) -> list[QWidget]:
        """A button for each idea that is tied, for whoever the rule names; and the way back."""
        document, texts, tr = self.context.document, self.context.texts, self.context.tr
        made: list[QWidget] = []
        if result.tied:
            said = texts.trn("{n} place is open, decided by {who}:", "{n} places are open, decided by {who}:",
                             result.open_places, who=result.rule.tie_by)  # fmt: skip
            made.append(label(said, wrap=True))
        for idea in result.tied:
            found = document.find(idea)
            if isinstance(found, Idea):
                name = tr("Choose the idea {name}", name=idea_words(found, texts))
                made.append(button(first_words(idea_words(found, texts), _SHORT_NAME),
                                   partial(self.settle, vote.id, (*vote.settled, idea)), name=name))  # fmt: skip
        if vote.settled:
            made.append(button(tr("Decide the tie again"), partial(self.settle, vote.id, ()), "link"))
        return made

    def settle(self, vote: Id, ideas: tuple[Id, ...]) -> None:
        """Note which of those tied were chosen; none takes it back."""
        self._try(SETTLE, lambda draft: settle_tie(draft, vote, ideas))
        self.take_focus()

    def _chosen(self, idea: Idea) -> QWidget:
        """An idea the rule chose; leads to it, and so to what was made of it."""
        made = CardButton("plainlink")
        made.setAccessibleName(self.context.tr("Show the idea {name}", name=idea.text))
        row(made, label("✓ " + idea.text, "strong", wrap=True)).setContentsMargins(2, 2, 2, 2)
        made.clicked.connect(partial(show_record, self.context, idea.id))
        return made

    # What people do

    def prepare(self) -> None:
        """The form of a new vote."""
        self.wanted = ""
        self.refresh()
        self.form.title.setFocus()

    def take_focus(self) -> None:
        """Where the group goes on: the new rule, the next slip, or what follows."""
        parts = (self.form.title, self.entry.line, self.reveal, *self._acts, self.others)
        first = next((p for p in parts if p.isVisible() and p.isEnabled() and not isinstance(p, QLabel)), self)
        first.setFocus()

    def show_vote(self, vote: Id) -> None:
        """Look at another vote."""
        self.wanted = vote
        self.refresh()

    def begin(self) -> None:
        """Fix the rule and open the vote; ideas stand in a random order."""
        form = self.form
        ideas = [idea.id for idea in self.model.ideas if not idea.covered]
        Random().shuffle(ideas)
        kind = form.vote_kind
        points = max(value(form.points), 1) if kind is VoteKind.POINTS else 1
        self._open(ideas, form.title.text().strip(), kind, points, value(form.people), form.rule(), None)

    def run_off(self, vote: Id) -> None:
        """One point for each person, over those tied at the border."""
        record = self.context.document.get(VoteRound, vote)
        result = result_of(self.context.document, record)
        if result is not None:
            rule = Rule(
                max(result.open_places, 1),
                1,
                75,
                result.rule.tie,
                result.rule.fixed_by,
                self.form.rule().fixed_at,
                result.rule.tie_by,
            )
            title = self.context.tr("Run-off: {title}", title=record.title or self.context.tr("Vote"))
            self._open(list(result.tied), title, VoteKind.POINTS, 1, record.eligible, rule, vote)

    def again(self, vote: Id) -> None:
        """The same vote once more, by the same rule."""
        record = self.context.document.get(VoteRound, vote)
        was = rule_of(self.context.document, record)
        rule = Rule(was.places, was.least, was.share, was.tie, was.fixed_by, self.form.rule().fixed_at, was.tie_by)
        title = self.context.tr("Second vote: {title}", title=record.title or self.context.tr("Vote"))
        self._open(list(record.ideas), title, record.kind, record.points_each, record.eligible, rule, vote)

    def hand_in(self, slip: object, code: str) -> None:
        """Take a slip; where it is refused, what was typed stays."""
        vote = self.vote
        if vote is None or not isinstance(slip, dict):
            return
        try:
            with self.context.session.transaction(SLIP) as draft:
                hand_in(draft, vote.id, slip, code)
        except UserError as error:
            self.entry.refuse(sentence(error, self.context.texts))
            return
        self.entry.done()
        self.take_focus()

    def reveal_now(self) -> None:
        """Show everybody what came of it."""
        vote = self.vote
        if vote is not None:
            self._try(REVEAL, lambda draft: reveal_votes(draft, vote.id))
            self.take_focus()

    def to_measures(self, ideas: tuple[Id, ...]) -> None:
        """A measure of each idea chosen; the last one is shown."""
        make_measures(self.context, ideas)

    def view_state(self) -> Id | None:
        """Which vote is in view."""
        return self.wanted

    def restore_view_state(self, state: Id | None) -> None:
        """Show the same."""
        self.wanted = state
        self.refresh()

    def _open(
        self, ideas: list[Id], title: str, kind: VoteKind, points: int, eligible: int, rule: Rule, follows: Id | None
    ) -> None:  # fmt: skip
        self._try(BEGIN, lambda draft: open_vote(draft, ideas, title, kind, points, eligible, rule, follows))

    def _try(self, step: str, edit: partial[object] | object) -> None:
        try:
            with self.context.session.transaction(step) as draft:
                made = edit(draft)  # type: ignore[operator]
        except UserError as error:
            self.context.messages.say(sentence(error, self.context.texts))
            return
        if isinstance(made, str):
            self.wanted = made
            self.refresh()
            self.entry.line.setFocus()

    def _running(self) -> QWidget:
        made, tr = QWidget(), self.context.tr
        self.print = button(tr("Voting slips as PDF …"), lambda: self.context.commands.run("export.vote_slips"), "link")
        box = column(made, label(tr("Rule, fixed before"), "caption"), self.rule, self.tie, self.fixed, 8,
                     label(tr("Handed in"), "caption"), self.cast, self.bar, self.result, self.moved, self.entry,
                     self.secret, spacing=8)  # fmt: skip
        acts = FlowBox(8)
        for part in (self.reveal, self.print):
            acts.flow.addWidget(part)
        box.addWidget(acts)
        box.addLayout(self.follow)
        box.addStretch(1)
        return made

    def _scrolled(self, inner: QWidget) -> QWidget:
        inner.setContentsMargins(16, 12, 16, 16)
        return VerticalScrollArea(inner)

    def _menu(self) -> QMenu:
        menu, shown = QMenu(self), self.vote
        for vote in reversed(self.votes):
            entry(menu, vote.title or self.context.tr("Vote"), partial(self.show_vote, vote.id),
                  chosen=shown is not None and vote.id == shown.id)  # fmt: skip
        menu.addSeparator()
        entry(menu, self.context.tr("New vote"), self.prepare)
        return menu
