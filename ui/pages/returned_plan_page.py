"""An edited plan before anything of it is applied: every change beside what stands here, and a tick for each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from cxstudio.edits.measures.measure_edits import take_returned
from cxstudio.errors import UserError
from cxstudio.exchange.action_plan.plan_changes import CellEdit, NewRow, ReturnedPlan, decided
from cxstudio.exchange.action_plan.returned_plan import compare
from cxstudio.exchange.action_plan.returned_table import ReturnedTable, read_returned
from cxstudio.exchange.plan.import_plan import Message
from cxstudio.session.tasks import BoundedTask
from cxstudio.store import Origin
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.context.last_step import undo_last, while_done
from ui.context.messages import Notice, Tone
from ui.pages.bounded_reading import BOUNDS, not_imported
from ui.pages.page_frame import Page
from ui.pages.returned_choices import ChoiceRow, ReturnedChoices
from ui.widgets.basics import button, card, label, row

Ticks = frozenset[Hashable]


class ReturnedPlanPage(Page):
    """Shows what would change; only "Apply" changes anything, as one step."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, width=1080)
        tr = context.tr
        self._table: ReturnedTable | None = None
        self.plan: ReturnedPlan | None = None
        """What was found."""
        self._ticks: Ticks | None = None
        """What was ticked before the page was made anew."""
        self.parts: dict[str, ReturnedChoices] = {}
        self._runner: TaskRunner[ReturnedTable] = TaskRunner(self)
        self._title = label("", "display")
        self._busy = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._busy.setAccessibleName(tr("Reading the file"))
        self._runner.changed.connect(lambda: self._busy.setVisible(self._runner.busy))
        self._error = label("", "muted", wrap=True)
        self.apply = button(tr("Apply"), self.take, "primary")
        back = button(tr("Back"), lambda: context.commands.run("go.measures"), "ghost")
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        head = row(None, self._title, -1, back, self.apply, spacing=8)
        self.body.addLayout(head)
        self.body.addWidget(label(tr("Nothing changes until you apply it. One undo takes everything back."), "muted"))
        self.body.addWidget(self._busy)
        self.body.addWidget(self._error)
        self.body.addSpacing(8)
        self.body.addLayout(self._parts)
        self.body.addStretch(1)
        self._busy.hide()
        self._error.hide()
        self._count()

    def view_state(self) -> tuple[ReturnedTable | None, Ticks, str]:
        """What was read and what is ticked."""
        return self._table, self._ticked(), self._title.text()

    def restore_view_state(self, state: tuple[ReturnedTable | None, Ticks, str]) -> None:
        """Show the same."""
        table, self._ticks, title = state
        self._title.setText(title)
        if table is not None:
            self._compare(table)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._runner.busy

    def read(self, path: Path) -> None:
        """Read a file that came back, in a process of its own: even a short workbook takes a second."""
        self._title.setText(path.name)
        self._runner.run(BoundedTask(BOUNDS, not_imported(path.name), read_returned, path), self._read, self._failed)

    def take(self) -> None:
        """Apply what is ticked, as one step. Where the plan changed since it was compared, look again first."""
        plan, table, context = self.plan, self._table, self.context
        if plan is None or table is None or context.session.read_only:
            return
        now = compare(table, context.document, context.texts)
        if now != plan:
            self._ticks = self._ticked()
            self._show(now)
            context.messages.say(context.tr("The plan changed meanwhile. Please look at it again."))
            return
        ticked = self._ticked()
        edits = [edit for edit in plan.edits if (edit.record, edit.key) in ticked]
        new = [each for each in plan.new if each.place in ticked]
        gone = [each.record for each in plan.missing if ("gone", each.record) in ticked]
        try:
            with context.session.transaction(N_("Import {name}"), Origin.IMPORT, name=plan.name) as draft:
                take_returned(draft, decided(edits), [each.record for each in new], gone)
        except UserError as error:
            context.messages.error(error, "returned")
            return
        context.commands.run("go.measures")
        trn = context.texts.trn
        counts = (trn("{n} change", "{n} changes", len(edits)) if edits else "",
                  trn("{n} new row", "{n} new rows", len(new)) if new else "",
                  trn("{n} row deleted", "{n} rows deleted", len(gone)) if gone else "")  # fmt: skip
        said = context.tr("Applied from “{name}”: {what}.", name=plan.name, what=", ".join(c for c in counts if c))
        undo = undo_last(context)
        context.messages.post(Notice("returned", said, Tone.GOOD, (undo,), passing=True, holds=while_done(context)))

    def _read(self, table: ReturnedTable) -> None:
        try:
            self._compare(table)
        except UserError as error:
            self._failed(error)

    def _compare(self, table: ReturnedTable) -> None:
        """Raises UserError."""
        plan = compare(table, self.context.document, self.context.texts)
        self._table = table
        self._error.hide()
        self._show(plan)

    def _failed(self, error: Exception) -> None:
        words = self.context.tr("The file could not be read. Nothing was imported.")
        self._error.setText(sentence(error, self.context.texts) if isinstance(error, UserError) else words)
        self._error.show()
        self._count()

    def _show(self, plan: ReturnedPlan) -> None:
        self.plan = plan
        self._clear()
        tr, trn = self.context.tr, self.context.texts.trn
        conflicts = [edit for edit in plan.edits if edit.conflict]
        edits = [edit for edit in plan.edits if not edit.conflict]
        if plan.says_nothing and not plan.problems:
            self._parts.addWidget(card(label(tr("The table says the same as the plan."), wrap=True), margin=16))
        self._choices(
            "conflicts", trn("{n} cell changed on both sides", "{n} cells changed on both sides", len(conflicts)),
            tr("Tick to apply what the table says. What is not ticked stays as it is here."),
            (N_("Measure"), N_("Field"), N_("As exported"), N_("Here now"), N_("In the table")),
            [self._edit(e, e.given) for e in conflicts],
        )  # fmt: skip
        self._choices(
            "edits", trn("{n} change", "{n} changes", len(edits)),
            tr("Changed in the table only. What is not ticked stays as it is here."),
            (N_("Measure"), N_("Field"), N_("Here now"), N_("In the table")),
            [self._edit(e) for e in edits], usual=[(e.record, e.key) for e in edits],
        )  # fmt: skip
        self._choices(
            "new", trn("{n} new row", "{n} new rows", len(plan.new)), tr("Tick those that are to be added."),
            (N_("Title"), N_("In the table")), [self._new(each) for each in plan.new],
        )  # fmt: skip
        self._choices(
            "missing", trn("{n} row is missing", "{n} rows are missing", len(plan.missing)),
            tr("They were in the table when it was exported and are missing now. "
               "Tick those that are to be deleted here."),
            (N_("Measure"), N_("Missing on")),
            [ChoiceRow(("gone", m.record), m.title, (", ".join(m.sheets),)) for m in plan.missing],
        )  # fmt: skip
        self._sentences(tr("Not read"), plan.problems)
        self._sentences(tr("Notes"), plan.notes)
        self._ticks = None
        self._count()

    def _edit(self, edit: CellEdit, *given: str) -> ChoiceRow:
        said = self.context.texts
        note = edit.hint.said(said) if edit.hint is not None else ""
        cells = (edit.heading, *given, edit.here, edit.there)
        return ChoiceRow((edit.record, edit.key), edit.title, cells, edit.where.said(said), note)

    def _new(self, new: NewRow) -> ChoiceRow:
        said = self.context.texts
        note = new.hint.said(said) if new.hint is not None else ""
        return ChoiceRow(new.place, new.title, (new.about,), new.where.said(said), note, new.measure_at)

    def _choices(self, name: str, heading: str, help_text: str, titles: tuple[str, ...], rows: list[ChoiceRow],
                 usual: Iterable[Hashable] = ()) -> None:  # fmt: skip
        """A card of what can be ticked, if there is any; `usual` is ticked where nobody has said anything yet."""
        if not rows:
            return
        keys = {each.key for each in rows}
        ticked = frozenset(keys & self._ticks) if self._ticks is not None else frozenset(usual)
        said = [self.context.tr(title) for title in titles]
        part = ReturnedChoices(self.context, heading, help_text, said, rows, ticked)
        part.changed.connect(self._count)
        self.parts[name] = part
        self._parts.addWidget(part)

    def _sentences(self, heading: str, messages: tuple[Message, ...]) -> None:
        if messages:
            lines = [label(m.said(self.context.texts), "small", wrap=True) for m in messages]
            self._parts.addWidget(card(label(heading, "strong"), *lines, margin=16, spacing=4))

    def _ticked(self) -> Ticks:
        return frozenset(key for part in self.parts.values() for key in part.ticked)

    def _count(self) -> None:
        number = len(self._ticked())
        self.apply.setText(self.context.texts.trn("Apply {n} change", "Apply {n} changes", number))
        self.apply.setAccessibleName(self.apply.text())
        self.apply.setEnabled(number > 0 and not self.context.session.read_only)

    def _clear(self) -> None:
        self.parts = {}
        while (item := self._parts.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
