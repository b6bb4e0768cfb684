"""Sorting notes: the list, what is listed, and the buckets they are dragged to or sent to by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from cxstudio.analysis.journeys.unsorted_notes import notes_without_place, parked_notes, unsorted_notes
from cxstudio.edits import remove_records
from cxstudio.model import Document, Id, Idea, Note, Touchpoint
from cxstudio.wording import N_
from ui.context.context import Context
from ui.notes.note_list import ID, NoteList
from ui.notes.note_targets import BUCKETS, MIME, Bucket, sort
from ui.notes.topic_bar import TopicBar
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import PlainButton, set_tooltip
from ui.widgets.basics import button, column, label
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fitting.wrapping_row import FlowBox

Records = Callable[[Document], tuple[Note, ...] | tuple[Idea, ...]]
LISTED: tuple[tuple[str, str, Records], ...] = (
    ("unsorted", N_("Unsorted"), unsorted_notes),
    ("without_place", N_("Not assigned"), notes_without_place),
    ("parked", N_("Parking lot"), parked_notes),
    ("ideas", N_("Ideas"), lambda document: document.all(Idea)),
)


class BucketButton(PlainButton):
    """A press or a drop sorts."""

    def __init__(self, text: str, act: Callable[[], object], drop: Callable[[list[Id]], object]) -> None:
        super().__init__(text)
        self.setProperty("kind", "tag")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.clicked.connect(lambda *_: act())
        self._drop = drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(MIME))
        self.setDown(event.isAccepted())

    def dragLeaveEvent(self, event: object) -> None:
        self.setDown(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.setDown(False)
        event.acceptProposedAction()
        self._drop(bytes(event.mimeData().data(MIME).data()).decode().splitlines())


class NoteSorter(QWidget):
    """One component for both places; `on_map` where what is selected on the map is what notes go to."""

    def __init__(self, context: Context, *, on_map: bool) -> None:
        super().__init__()
        self._context, self._on_map = context, on_map
        self._listed = LISTED[0][0]
        self.list = NoteList(context)
        self.list.setAccessibleName(context.tr("Notes from the room"))
        self.list.sort_wanted.connect(self.sort)
        self.list.remove_wanted.connect(self.remove)
        self.tabs: dict[str, QPushButton] = {}
        tabs = FlowBox(4)
        for key, text, _ in LISTED:
            tab = self.tabs[key] = button("", partial(self.show_listed, key), "chip", name=context.tr(text))
            tab.setCheckable(True)
            hear_as(tab, "choice")
            tabs.flow.addWidget(tab)
        self.topics = None if on_map else TopicBar(context, lambda: self.list.chosen)
        """Topics of what is listed; beside the map there is no room for them."""
        if self.topics is not None:
            self.topics.filtered.connect(self.refresh)
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.empty.setContentsMargins(12, 24, 12, 0)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self.target = ElidedLabel("", "small")
        self.buckets: dict[str, BucketButton] = {}
        self._keys = self._bucket_row()
        take = button(context.tr("Take a note"), lambda: context.commands.run("frame.note"), "add")
        set_tooltip(take, context.commands.tooltip(context.commands.rows["frame.note"]))
        box = column(self, tabs, spacing=8)
        if self.topics is not None:
            box.addWidget(self.topics)
        box.addWidget(self.pages, 1)
        for part in (self.target, self._keys, take):
            box.addWidget(part)
        box.setAlignment(take, Qt.AlignmentFlag.AlignLeft)
        take.setVisible(on_map)
        context.bridge.changed.connect(self._changed)
        if on_map:
            context.selection.changed.connect(self._say_target)
        self.refresh()

    @property
    def touchpoint(self) -> Id | None:
        """The touchpoint sorted notes go to; None means: without a place."""
        found = self._context.selection.of(Touchpoint) if self._on_map else None
        return found.id if found is not None else None

    @property
    def listed(self) -> str:
        """What is listed."""
        return self._listed

    def show_listed(self, key: str) -> None:
        """List other notes."""
        self._listed = key
        self.list.clear()
        self.refresh()

    def view_state(self) -> tuple[str, list[Id], int]:
        """What is listed, the notes chosen, and the row of the cursor."""
        return self._listed, [str(item.data(ID)) for item in self.list.selectedItems()], self.list.currentRow()

    def restore_view_state(self, state: tuple[str, list[Id], int]) -> None:
        """List and choose the same."""
        self.show_listed(state[0])
        self.list.choose(state[1], state[2])

    def refresh(self) -> None:
        """Read the notes again."""
        document, texts = self._context.document, self._context.texts
        for key, text, records in LISTED:
            count, tab = len(records(document)), self.tabs[key]
            tab.setText(f"{texts.tr(text)}  {texts.number(count)}" if count else texts.tr(text))
            tab.setChecked(key == self._listed)
        shown: Sequence[Note | Idea] = next(records(document) for key, _, records in LISTED if key == self._listed)
        if self.topics is not None:
            self.topics.show_notes(tuple(record for record in shown if isinstance(record, Note)))
            shown = tuple(r for r in shown if not isinstance(r, Note) or self.topics.keeps(r))
        self.list.show_records(shown, with_kind=self._listed == "without_place")
        self.pages.setCurrentIndex(0 if shown else 1)
        self.empty.setText(self._nothing())
        self._keys.setVisible(self._listed != "ideas" and not self._context.session.read_only)
        self._say_target()

    def sort(self, bucket: Bucket) -> None:
        """Send the chosen notes to a bucket; the next one is chosen then."""
        if self._listed != "ideas":
            sort(self._context, self.list.chosen, bucket, self.touchpoint)

    def remove(self) -> None:
        """Remove what is chosen."""
        ids = [i for i in self.list.chosen if i in self._context.document]
        if ids and not self._context.session.read_only:
            with self._context.session.transaction(N_("Remove")) as draft:
                remove_records(draft, ids)

    def _bucket_row(self) -> FlowBox:
        made = FlowBox(6)
        language = self._context.texts.language
        for bucket in BUCKETS:
            said = self._context.tr(bucket.text)
            part = BucketButton(
                f"{bucket.letter(language)}  {said}", partial(self.sort, bucket), partial(self._drop, bucket)
            )
            part.setAccessibleName(said)
            set_tooltip(part, self._context.tr("Key {letter}, or drag a note here", letter=bucket.letter(language)))
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.buckets[bucket.text] = part
            made.flow.addWidget(part)
        return made

    def _drop(self, bucket: Bucket, notes: list[Id]) -> None:
        sort(self._context, notes, bucket, self.touchpoint)

    def _say_target(self) -> None:
        context = self._context
        found = context.document.find(self.touchpoint)
        if not self._on_map:
            said = context.tr(
                "Sorted, but not assigned to a touchpoint. You can assign it next to the map under Journey."
            )
        elif isinstance(found, Touchpoint):
            said = context.tr(
                "Sorted to: {touchpoint}", touchpoint=" ".join(found.name.split()) or context.tr("Untitled")
            )
        else:
            said = context.tr("Not assigned yet. Choose with ← →.")
        self.target.set_text(said)
        self.target.setVisible(self._keys.isVisibleTo(self))

    def _nothing(self) -> str:
        tr = self._context.tr
        return {
            "unsorted": tr("No unsorted notes. Press the full stop key anywhere to open the note line."),
            "without_place": tr("All sorted notes are assigned."),
            "parked": tr("The parking lot is empty."),
            "ideas": tr("No ideas yet. Notes can become ideas."),
        }[self._listed]

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()
