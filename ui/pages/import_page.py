"""The import page: what would be taken over, how it is read, what was left out; nothing changes until one says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from cxstudio.edits import add_records
from cxstudio.errors import UserError
from cxstudio.exchange.import_reading import Reading, read_import
from cxstudio.exchange.mapping_files import mapping_from_json, reader_of, save_mapping
from cxstudio.exchange.plan.chosen_comments import comments_of, with_quotes
from cxstudio.exchange.plan.column_mapping import Mapping
from cxstudio.exchange.plan.further_round import Joining, joining
from cxstudio.exchange.plan.import_into_project import arriving
from cxstudio.exchange.plan.import_plan import Choice, Doubt, ImportPlan, ImportRequest
from cxstudio.exchange.quick_files import is_quick
from cxstudio.exchange.survey.survey_mapping import SurveyMapping
from cxstudio.model import Journey
from cxstudio.session import Folders, Session
from cxstudio.session.kept_mappings import keep_mapping, kept_mapping
from cxstudio.session.tasks import BoundedTask
from cxstudio.store import Origin
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.context.messages import Notice, Tone, always
from ui.dialogs import file_choosers as choosers
from ui.pages.bounded_reading import BOUNDS, not_imported
from ui.pages.import_columns import TOUCHPOINT, Columns, columns_view
from ui.pages.import_comments import ImportComments
from ui.pages.import_doubts import Answered, ImportDoubts
from ui.pages.import_settings import ImportSettings
from ui.pages.import_summary import LeftOut, added_notice, figures, further_round, preview, repairs
from ui.pages.import_table import import_table, is_mappable
from ui.pages.import_words import AnswerWords
from ui.pages.page_frame import Page
from ui.widgets.basics import button, card, label, row
from ui.widgets.fitting.turning_box import fix_width, turn

_DOUBTS_WIDTH = 372
_ROOMY = 760
"""So wide the page has to be for things to stand side by side, in pixels."""
_MOST_LINES = 18
"""Lines of the table that are seen without scrolling in it."""
_MOST_ANSWERS = 200
"""Questions one source may ask."""


class ImportPage(Page):
    """Reads again with every change of encoding, meaning or repair."""

    def __init__(self, context: Context, folders: Folders, take: Callable[[Session], object]) -> None:
        super().__init__(context, width=1240)
        self._folders, self._take = folders, take
        self._reading: Reading | None = None
        self._request = ImportRequest()
        self._joining: Joining | None = None
        self._join: bool | None = None
        """What was chosen about joining; None follows the proposal."""
        self._answered: tuple[Answered, ...] = ()
        self._asked = ""
        self._accepting = False
        """Whether the proposals of all questions are being taken."""
        self._doubts: ImportDoubts | None = None
        self._words: AnswerWords | None = None
        self._comments: ImportComments | None = None
        self._quotes: frozenset[str] = frozenset()
        """Texts of the comments that become quotes."""
        self._runner: TaskRunner[Reading] = TaskRunner(self)
        self._title = label("", "display")
        self._busy = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._busy.setAccessibleName(context.tr("Reading the file"))
        self._runner.changed.connect(lambda: self._busy.setVisible(self._runner.busy))
        self._error = label("", "muted", wrap=True)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        head = row(None, self._title, -1, spacing=8)
        head.addLayout(self._buttons())
        turn(head, self, _ROOMY)
        self.body.addLayout(head)
        self.body.addWidget(
            label(context.tr("This is a proposal. Nothing is imported until you confirm."), "muted", wrap=True)
        )
        self.body.addWidget(self._busy)
        self.body.addWidget(self._error)
        self.body.addSpacing(8)
        self.body.addLayout(self._parts)
        self.body.addStretch(1)
        self._busy.hide()
        self._error.hide()

    @property
    def reading(self) -> Reading | None:
        """What was read last."""
        return self._reading

    def view_state(self) -> tuple[ImportRequest, Reading | None, bool | None, frozenset[str]]:
        """How the file is read, what was read so far, what was chosen about joining, and which quotes."""
        return self._request, None if self._runner.busy else self._reading, self._join, self._quoted()

    def restore_view_state(self, state: tuple[ImportRequest, Reading | None, bool | None, frozenset[str]]) -> None:
        """Show the same; it is read anew only for another language, or where nothing had been read."""
        request, reading, self._join, self._quotes = state
        language = self.context.texts.language
        self._title.setText(request.name)
        if reading is not None and request.language == language:
            self._request = request
            self._show(reading)
        else:
            self.read_again(replace(request, language=language))

    def read(self, path: Path) -> None:
        """Read a file."""
        self._title.setText(path.name)
        self._quotes, self._comments = frozenset(), None
        self.read_again(ImportRequest(path=path, language=self.context.texts.language))

    def read_again(self, request: ImportRequest) -> None:
        """Read with another encoding, mapping or decision."""
        self._request = request
        self._error.hide()
        if request.path is None or is_quick(request.path):
            try:
                self._show(read_import(request))
            except UserError as error:
                self._failed(error)
            return
        self.new.setEnabled(False)
        task = BoundedTask(BOUNDS, not_imported(request.name), read_import, request)
        self._runner.run(task, self._show, self._failed)

    def _buttons(self) -> QHBoxLayout:
        tr = self.context.tr
        self.new = button(tr("Create project"), self.start_project, "primary")
        self.add = button(tr("Add to the open project"), self.add_to_project)
        self.keep = button(tr("Save mapping …"), self._keep_mapping, "ghost")
        back = button(tr("Back"), lambda: self.context.commands.run("project.close"), "ghost")
        self._offer()
        return row(None, back, self.keep, self.add, self.new)

    def _offer(self) -> None:
        ready = self._reading is not None and bool(self._reading.plan.records)
        self.new.setEnabled(ready)
        self.add.setEnabled(ready and not self.context.session.read_only)
        self.add.setVisible(len(self.context.document) > 0)
        self.keep.setVisible(self._reading is not None and self._reading.plan.mapping is not None)

    def _show(self, reading: Reading) -> None:
        self._quotes, self._comments = self._quoted(), None
        self._reading = reading
        plan = reading.plan
        keyboard = self._accepting or self._asks()  # before the questions go: with them goes the keyboard
        self._clear()
        if self._accepting and plan.doubts and len(self._answered) < _MOST_ANSWERS:
            self._answer(plan.doubts[0], plan.doubts[0].choices[0])
            return
        self._accepting = False
        columns = Columns(self.context, self)
        columns.show(reading)
        columns.mapping_changed.connect(self._remap)
        earlier = self._earlier(reading)
        if earlier is not None:
            self._parts.addWidget(earlier)
        self._parts.addWidget(card(ImportSettings(self.context, plan, self._chosen), margin=16))
        if plan.preview.counts or plan.left_out:
            self._parts.addWidget(figures(self.context, plan))
        self._parts.addWidget(self._upper(reading, columns, keyboard))
        journey = self.context.selection.journey
        self._joining = joining(plan, self.context.document, journey)
        if self._joining is not None:
            join = self._joining.likely if self._join is None else self._join
            self._parts.addWidget(further_round(self.context, self._joining, join, self.set_joining))
        self._parts.addWidget(preview(self.context, plan))
        comments = comments_of(plan)
        if comments:
            self._comments = ImportComments(self.context, comments, self._quotes)
            self._parts.addWidget(self._comments)
        if is_mappable(reading):
            self._parts.addWidget(self._columns(reading, columns))
        chosen = self._words.chosen if self._words is not None else None
        self._words = None
        if reading.words and isinstance(plan.mapping, SurveyMapping):
            self._words = AnswerWords(self.context, reading.words, plan.mapping, self._remap, chosen)
            self._parts.addWidget(self._words)
        fixes = repairs(self.context, plan, self._decide)
        if fixes is not None:
            self._parts.addWidget(fixes)
        if plan.left_out:
            self._parts.addWidget(LeftOut(self.context, plan))
        self._offer()

    def _asks(self) -> bool:
        """Whether the keyboard is in the questions."""
        return self._doubts is not None and self._doubts.isAncestorOf(self.focusWidget() or self)

    def _upper(self, reading: Reading, columns: Columns, keyboard: bool) -> QWidget:
        """The questions beside the table they are about; who answers by keyboard goes on with the next, then to the
        button that imports."""
        made, plan = QWidget(), reading.plan
        beside = row(made, spacing=12)
        self._doubts = None
        if plan.doubts or self._answered:
            self._doubts = doubts = ImportDoubts(
                self.context,
                plan,
                self._answer,
                answered=self._answered,
                reopen=self._reopen,
                accept_all=self._accept_all,
                asked=self._asked,
            )
            beside.addWidget(doubts)
            turn(beside, made, _ROOMY, lambda roomy: fix_width(doubts, _DOUBTS_WIDTH if roomy else None))
            if plan.doubts and (keyboard or not self._answered):
                QTimer.singleShot(0, self._doubts, self._doubts.take_keyboard)
            elif keyboard:
                QTimer.singleShot(0, self.new, self._to_the_end)
        if reading.rows:
            view = import_table(self.context, reading, columns, self)
            view.setMinimumHeight(min(len(reading.rows) + 2, _MOST_LINES) * 28 + 100)
            beside.addWidget(card(view, margin=1), 1)
        return made

    def _to_the_end(self) -> None:
        self.new.setFocus(Qt.FocusReason.TabFocusReason)

    def _answer(self, doubt: Doubt, choice: Choice) -> None:
        self._answered = (*self._answered, Answered(doubt, choice, self._request))
        self._remap(choice.mapping)

    def _reopen(self, before: ImportRequest) -> None:
        """Ask a question again; what was answered after it is asked again, too."""
        at = next((at for at, done in enumerate(self._answered) if done.before is before), len(self._answered))
        self._asked = self._answered[at].doubt.id if at < len(self._answered) else ""
        self._answered = self._answered[:at]
        self.read_again(before)

    def _accept_all(self) -> None:
        if self._reading is not None and self._reading.plan.doubts:
            self._accepting = True
            self._show(self._reading)

    def _chosen(self, request: ImportRequest) -> None:
        """Read in another way; without the mapping that was, its questions are asked anew."""
        if request.mapping is None:
            self._answered = ()
        self.read_again(request)

    def _columns(self, reading: Reading, model: Columns) -> QWidget:
        view = columns_view(self.context, model, self)
        view.setColumnHidden(TOUCHPOINT, not isinstance(reading.plan.mapping, SurveyMapping))
        view.setFixedHeight(min(len(reading.header), 9) * 34 + 40)
        return card(label(self.context.tr("Columns"), "strong"), view, margin=16)

    def _remap(self, mapping: Mapping) -> None:
        self.read_again(replace(self._request, mapping=mapping, reader=reader_of(mapping)))

    def set_joining(self, on: bool) -> None:
        """Whether a survey joins the open journey as a further round, or comes with a journey of its own."""
        self._join = on

    def _decide(self, repair: str, accepted: bool) -> None:
        self.read_again(self._request.deciding(repair, accepted))

    def _failed(self, error: Exception) -> None:
        words = self.context.tr("The file could not be read. Nothing was imported.")
        self._error.setText(sentence(error, self.context.texts) if isinstance(error, UserError) else words)
        self._error.show()
        if self._reading is None:
            self._clear()
            nothing = ImportPlan("", (), request=self._request)
            self._parts.addWidget(card(ImportSettings(self.context, nothing, self._chosen), margin=16))
        self._offer()

    def _clear(self) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _earlier(self, reading: Reading) -> QWidget | None:
        """Offers how a table with the same headings was read before; None where that was the same, or never."""
        kept = kept_mapping(self._folders, reading.header) if is_mappable(reading) else None
        if kept is None or self._answered or self._request.mapping is not None:
            return None
        try:
            mapping = mapping_from_json(kept.mapping, kept.name)
        except UserError:
            return None
        if mapping == reading.plan.mapping:
            return None
        day = self.context.texts.date(date.fromisoformat(kept.day))
        said = self.context.tr(
            "A table with these headings was imported before: “{name}”, {day}.", name=kept.name, day=day
        )
        use = button(self.context.tr("Read it as last time"), lambda: self._remap(mapping))
        made = card(margin=12)
        line = QWidget()
        row(line, label(said, wrap=True), use).setStretch(0, 1)
        body = made.layout()
        assert body is not None
        body.addWidget(line)
        return made

    def _remember(self) -> None:
        """Keep how the table was read, for the next one with the same headings."""
        reading = self._reading
        if reading is not None and is_mappable(reading) and reading.plan.mapping is not None:
            name = self._request.name or reading.plan.title
            keep_mapping(self._folders, reading.header, name, reading.plan.mapping.to_json(), date.today())

    def _quoted(self) -> frozenset[str]:
        """Texts of the comments that become quotes, as far as they are ticked now."""
        return self._quotes if self._comments is None else self._comments.chosen

    def start_project(self) -> None:
        """A project of its own from what was read."""
        if self._reading is not None:
            self._remember()
            plan = with_quotes(self._reading.plan, self._quoted())
            self._take(Session.new(self._folders, plan.document(), keep=True))

    def add_to_project(self) -> None:
        """Add what was read to the open project, as one step."""
        if self._reading is None:
            return
        self._remember()
        name = self._request.name or self._reading.plan.title
        plan, found = with_quotes(self._reading.plan, self._quoted()), self._joining
        join = found is not None and (found.likely if self._join is None else self._join)
        with self.context.session.transaction(N_("Import {name}"), Origin.IMPORT, name=name) as draft:
            found = joining(plan, draft.document, found.journey.id) if found is not None and join else None
            records = arriving(plan if found is None else found.plan, draft.document)
            add_records(draft, records)
        new = next((r.id for r in records if isinstance(r, Journey)), None)
        journey = found.journey.id if found is not None else new
        self.context.selection.clear()
        if journey is not None:
            self.context.selection.set_journey(journey)
        self.context.commands.run("go.journey")
        self.context.messages.post(added_notice(self.context, name, records))

    def _keep_mapping(self) -> None:
        if self._reading is None or self._reading.plan.mapping is None:
            return
        tr = self.context.tr
        proposal = (self._request.path or Path.home() / "survey").with_suffix(".json")
        path = choosers.name_to_save(self, tr("Save mapping"), proposal, tr("Survey mappings") + " (*.json)")
        if path is None:
            return
        try:
            save_mapping(self._reading.plan.mapping, path)
        except UserError as error:
            self.context.messages.error(error, "mapping")
            return
        self.context.messages.worked("mapping")
        text = tr("The mapping was saved as “{name}” and can be used again.", name=path.name)
        self.context.messages.post(Notice("mapping", text, Tone.GOOD, passing=True, holds=always))
