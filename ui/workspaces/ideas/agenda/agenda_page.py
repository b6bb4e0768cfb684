"""The agenda: blocks on the left, the one that runs or is chosen in the middle, workshop and delays on the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from cxstudio.analysis.workshops.planned_times import people_of
from cxstudio.analysis.workshops.run_standing import RunStanding, is_running, run_standing
from cxstudio.catalogue.agendas import AgendaTemplate, block_from_card
from cxstudio.catalogue.methods import methods
from cxstudio.edits import (
    add_block,
    add_workshop,
    copy_workshop,
    duplicate_block,
    move_record,
    remove_records,
    reset_run,
)
from cxstudio.errors import UserError
from cxstudio.model import AgendaBlock, Id, Workshop
from cxstudio.model.kinds import BlockKind
from cxstudio.model.workshops import moment_of
from cxstudio.store import Draft
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.findings.agenda_sentences import clock_text, plan_text
from ui.context.context import Context
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.menus import entry, open_at, open_below
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.ideas.agenda.agenda_actions import AgendaActions
from ui.workspaces.ideas.agenda.agenda_columns import AgendaColumns
from ui.workspaces.ideas.agenda.agenda_menus import method_menu, template_menu, workshop_menu
from ui.workspaces.ideas.agenda.agenda_model import AgendaTable
from ui.workspaces.ideas.agenda.agenda_start import AgendaStart
from ui.workspaces.ideas.agenda.agenda_view import AgendaView
from ui.workspaces.ideas.agenda.block_pane import BlockPane
from ui.workspaces.ideas.agenda.late_card import LateCard
from ui.workspaces.ideas.agenda.phase_band import PhaseBand
from ui.workspaces.ideas.agenda.run_card import RunCard, shown
from ui.workspaces.ideas.agenda.template_filling import fill_from_template
from ui.workspaces.ideas.agenda.workshop_card import WorkshopCard
from ui.workspaces.ideas.ideas_model import IdeasModel

_BLOCK, _BREAK = 30, 15
"""Minutes of a new block and of a new break."""

_LEAST_HEIGHT = 90
"""Pixels of the list of blocks; where there is less, all beside it scrolls with it."""


class AgendaPage(QWidget):
    """Follows the document; while a workshop runs, also the time."""

    def __init__(self, context: Context, _: IdeasModel) -> None:
        super().__init__()
        self.context = context
        self.wanted: Id | None = None
        self._running: Id | None = None
        self.table = AgendaTable(context, self)
        self.view: AgendaView = AgendaView(context, self.table)
        self.view.chosen.connect(self._chosen)
        self.view.dropped.connect(self.move_to)
        self.run_card, self.pane = RunCard(context), BlockPane(context)
        self.block_card, self.details = self.pane.block_card, self.pane.details
        self.late_card, self.workshop_card = LateCard(context), WorkshopCard(context)
        self.pages = QStackedWidget()
        start = AgendaStart(context, self.from_template, self._templates, self.new_workshop)
        self.begin_button = start.begin
        self.pages.addWidget(start)
        self.columns = self._columns()
        self.pages.addWidget(self.columns)
        column(self, self.pages)
        context.bridge.changed.connect(self.refresh)
        context.run.ticked.connect(self._ticked)
        context.run.signalled.connect(self._announce)
        context.selection.changed.connect(self._follow)
        self.refresh()

    # What is shown

    @property
    def workshop(self) -> Workshop | None:
        """The workshop in view: the one chosen, else the one that runs, else the last."""
        found = self.context.document.find(self.wanted)
        every = self.context.document.all(Workshop)
        if isinstance(found, Workshop):
            return found
        return self.context.run.workshop or (every[-1] if every else None)

    @property
    def block(self) -> Id | None:
        """The block chosen in the list."""
        found = self.table.block(self.view.currentIndex())
        return found.id if found is not None else None

    def standing(self) -> RunStanding | None:
        """How the workshop in view stands where it runs or is over."""
        workshop = self.workshop
        if workshop is None or not workshop.began:
            return None
        if is_running(workshop):
            now = self.context.run.clock.now()
        else:
            now = moment_of(workshop.ended) or self.context.run.clock.now()
        blocks = self.context.document.having(AgendaBlock, "workshop", workshop.id)
        return run_standing(workshop, blocks, now, self.context.run.clock.zone)

    def refresh(self, *_: object) -> None:
        """Read everything again."""
        workshop = self.workshop
        self.pages.setCurrentIndex(0 if workshop is None else 1)
        if workshop is None:
            self.table.show(None, None)
            return
        before = self.block
        self.table.show(workshop, self.standing())
        selected = self.context.selection.of(AgendaBlock)
        keep = selected.id if selected is not None else before
        current = self.table.standing.current if self.table.standing is not None else None
        now = current.block.id if current is not None else None
        if now != self._running:  # another block has begun: it is the one that is looked at
            self._running, keep = now, now or keep
            self.columns.to_top()
            if now is not None and selected is not None and selected.id != now:
                self.context.selection.select(now)
        if self.table.row_of(keep) < 0:
            first = self.table.blocks[0].id if self.table.blocks else None
            keep = current.block.id if current is not None else first
        self.view.choose(keep)
        self.band.show_blocks(self.table.blocks)
        self._head(workshop)
        self._tell_run()
        self.pane.show_block(keep, self.table.standing)
        self.workshop_card.show_workshop(workshop.id)

    def take_focus(self) -> None:
        """The list, or the button that begins one."""
        (self.view if self.workshop is not None else self.begin_button).setFocus()

    def view_state(self) -> Id | None:
        """Which workshop is in view."""
        return self.wanted

    def restore_view_state(self, state: Id | None) -> None:
        """The same."""
        self.wanted = state
        self.refresh()

    # What commands do

    def from_template(self, template: AgendaTemplate) -> None:
        """Fill an empty agenda from a template; else begin a workshop with it. Each of its days is a workshop."""
        language, workshop = self.context.texts.language, self.workshop
        free = workshop if workshop is not None and not self.table.blocks else None
        fill = partial(fill_from_template, template=template, language=language, like=workshop, free=free)
        self.wanted = self._step(N_("Begin with a template"), fill) or self.wanted
        self.refresh()
        self.view.setFocus()

    def new_workshop(self) -> None:
        """An empty workshop today."""
        title = self.context.tr("Workshop")
        self.wanted = self._step(N_("Add a workshop"), lambda d: add_workshop(d, title, day=date.today()))
        self.refresh()
        self.workshop_card.form.fields["title"].editor.setFocus()

    def copy_workshop(self) -> None:
        """The workshop in view once more, for a day that is typed next."""
        workshop = self.workshop
        if workshop is not None:
            self.wanted = self._step(N_("Plan again"), lambda draft: copy_workshop(draft, workshop.id)) or self.wanted
            self.refresh()
            self.workshop_card.form.fields["day"].editor.setFocus()

    def add(self, *, kind: BlockKind = BlockKind.WORK) -> None:
        """A block behind the one chosen; its title is typed next."""
        rest = kind is BlockKind.BREAK
        title = self.context.tr("Break") if rest else self.context.tr("New block")
        fields: dict[str, Any] = {"kind": kind, "minutes": _BREAK if rest else _BLOCK}
        made = self._add(title, fields)
        if made is not None and not rest:
            self.view.edit_title(made)

    def add_method(self, card_id: str) -> None:
        """A block for a method behind the one chosen."""
        card = methods().find(card_id)
        if card is not None:
            fields = block_from_card(card, self.context.texts.language)
            self._add(fields.pop("title"), fields)

    def _add(self, title: str, fields: dict[str, Any]) -> Id | None:
        workshop, after = self.workshop, self.block

        def edit(draft: Draft) -> Id:
            into = workshop.id if workshop is not None else add_workshop(draft, self.context.tr("Workshop"))
            return add_block(draft, into, title, after, **fields)

        made: Id | None = self._step(N_("Add a block"), edit)
        if made is not None:
            self.context.selection.select(made)
            self.refresh()
        return made

    def duplicate(self) -> None:
        """A copy behind the block chosen."""
        block = self.block
        made = self._step(N_("Duplicate the block"), lambda d: duplicate_block(d, block)) if block is not None else None
        if made is not None:
            self.context.selection.select(made)
            self.refresh()

    def delete(self) -> None:
        """Remove the block chosen."""
        block, row_ = self.block, self.view.currentIndex().row()
        if block is None:
            return
        self._step(N_("Remove the block"), lambda draft: remove_records(draft, [block]))
        left = self.table.blocks
        if left:
            self.view.setCurrentIndex(self.table.index(min(row_, len(left) - 1), 2))

    def shift(self, step: int) -> None:
        """Move the block chosen up (−1) or down (1)."""
        block = self.block
        if block is not None:
            self.move_to(block, self.table.row_of(block) + step)

    def move_to(self, block: Id, above: int) -> None:
        """Move a block so that so many of the others stand above it."""
        others = [b.id for b in self.table.blocks if b.id != block]
        if 0 <= above <= len(others) and above != self.table.row_of(block):
            after = others[above - 1] if above else None
            self._step(N_("Move the block"), lambda draft: move_record(draft, AgendaBlock, block, after))
            self.context.selection.select(block)
            self.refresh()

    def remove_workshop(self) -> None:
        """Remove the workshop in view with its blocks."""
        workshop = self.workshop
        if workshop is not None:
            self._step(N_("Remove the workshop"), lambda draft: remove_records(draft, [workshop.id]))
            self.wanted = None
            self.refresh()

    def begin(self) -> None:
        """Begin the workshop in view, go on after its end."""
        workshop = self.workshop
        if workshop is not None:
            self.wanted = workshop.id
            self.context.run.begin(workshop.id)

    def reset(self) -> None:
        """Back to the plan, as if it had never begun."""
        workshop = self.workshop
        if workshop is not None:
            self._step(N_("Back to the plan"), lambda draft: reset_run(draft, workshop.id))

    def _step(self, text: str, edit: Callable[[Draft], Any]) -> Any:
        try:
            with self.context.session.transaction(text) as draft:
                return edit(draft)
        except UserError as error:
            self.context.messages.say(sentence(error, self.context.texts))
            return None

    # Parts

    def _columns(self) -> AgendaColumns:
        tr = self.context.tr
        self.title = button("", lambda: open_below(self._workshops(), self.title), "ghost", name=tr("Workshop in view"))
        self.figures = label("", "muted")
        self.band = PhaseBand(self.context)
        self.total = label("", "small", wrap=True)
        self.acts = AgendaActions(self.context, self)
        self.begin_now = self.acts.begin
        left = QWidget()
        left.setProperty("ground", "surface")
        head = column(None, spacing=8)
        head.addLayout(row(None, self.title, -1, self.figures))
        head.addWidget(self.band)
        head.setContentsMargins(12, 12, 16, 8)
        foot = column(None, self.total, self.acts, spacing=8)
        foot.setContentsMargins(16, 8, 16, 12)
        inner = column(left, spacing=0)
        inner.addLayout(head)
        inner.addWidget(self.view, 1)
        inner.addLayout(foot)
        self.view.setMinimumHeight(_LEAST_HEIGHT)
        return AgendaColumns(VerticalScrollArea(left), self.run_card, self.pane, self.late_card, self.workshop_card)

    def _head(self, workshop: Workshop) -> None:
        texts, tr, plan = self.context.texts, self.context.tr, self.table.plan
        assert plan is not None
        self.title.setText((workshop.title or tr("Workshop"))[:26] + "  ▾")
        span = tr("{start} to {end}", start=clock_text(plan.start, texts), end=clock_text(plan.end, texts))
        people = people_of(workshop)
        known = texts.trn("{n} person", "{n} people", people) if people else ""
        self.figures.setText(" · ".join(part for part in (known, span if self.table.blocks else "") if part))
        nothing = tr("No block yet. Add one, or choose a template.")
        self.total.setText(plan_text(plan, texts) if self.table.blocks else nothing)
        late = (plan.spare or 0) < 0
        kind = "error" if late else "small"
        if self.total.property("kind") != kind:
            self.total.setProperty("kind", kind)
            restyle(self.total)
        self.acts.show_workshop(workshop, self.context.run.clock.today(), empty=not self.table.blocks)

    def _tell_run(self) -> None:
        workshop, standing = self.workshop, self.table.standing
        running = workshop is not None and is_running(workshop) and standing is not None
        shown(self.run_card, running)
        shown(self.late_card, running)
        self.workshop_card.fold_fields(running)
        if running and workshop is not None and standing is not None:
            self.run_card.show_standing(workshop, standing)
            self.late_card.show_standing(standing)

    def _templates(self) -> QMenu:
        return template_menu(self, self.context, self.from_template)

    def offer_methods(self) -> None:
        """The menu of methods."""
        open_below(method_menu(self, self.context, self.add_method), self.acts.methods)

    def offer_templates(self) -> None:
        """The menu of templates."""
        open_at(self._templates(), self.mapToGlobal(self.rect().topRight()) - QPoint(420, 0))

    def _workshops(self) -> QMenu:
        seen, tr = self.workshop, self.context.tr
        menu = workshop_menu(self, self.context, seen, self._show)
        if not self.context.session.read_only:
            entry(menu, tr("New workshop"), self.new_workshop)
            if seen is not None:
                entry(menu, tr("Plan again"), self.copy_workshop)
            entry(menu, tr("Remove this workshop"), self.remove_workshop)
            if seen is not None and seen.began:
                entry(menu, tr("Back to the plan"), self.reset)
        return menu

    def _show(self, workshop: Id) -> None:
        self.wanted = workshop
        self.refresh()

    def _chosen(self, block: str) -> None:
        self.pane.show_block(block, self.table.standing)
        if self.isVisible():
            self.context.selection.select(block)

    def _follow(self) -> None:
        """A block or workshop selected elsewhere comes into view."""
        record = self.context.selection.record
        if isinstance(record, AgendaBlock) and record.id != self.block:
            self.wanted = record.workshop
            self.refresh()
        elif isinstance(record, Workshop) and record.id != self.wanted:
            self._show(record.id)

    def _ticked(self) -> None:
        """Only what the time says."""
        if self.isVisible() and self.workshop is not None:
            self.table.show(self.workshop, self.standing())
            self._tell_run()

    def _announce(self, said: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
