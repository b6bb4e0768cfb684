"""The page of versions: what is kept on the left; beside it the chosen one, or another copy being merged."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLineEdit, QProgressBar, QStackedWidget, QWidget

from cxstudio.errors import UserError
from cxstudio.files.errors import Damaged
from cxstudio.merging.conflicts import Place, Side
from cxstudio.session import Session
from cxstudio.session.reading import ReaderBeside
from cxstudio.session.versions.kept import ReadVersion, name_version, reading_all, versions_of
from cxstudio.session.versions.merging import Comparison, comparing
from cxstudio.steps import Steps
from cxstudio.wording.error_sentences import sentence
from ui.background.awaited import Awaited
from ui.context.context import Context
from ui.context.last_step import undo_last, while_done
from ui.context.messages import Notice, Tone
from ui.pages.versions.merge_panel import MergePanel
from ui.pages.versions.version_detail import VersionDetail
from ui.pages.versions.version_list import WIDTH, VersionList
from ui.widgets.basics import button, column, label, row, rule

_REFRESH_MS = 150


class VersionsPage(QWidget):
    """Reads the versions beside the window; each is verified by that."""

    def __init__(self, context: Context, show: Callable[[Session], object], back: Callable[[], object],
                 rescue: Callable[[Path], object]) -> None:  # fmt: skip
        """`rescue` shows what can be read of a damaged project."""
        super().__init__()
        tr = context.tr
        self._context, self._show = context, show
        self._told: list[ReadVersion] = []
        self._reading: Awaited[None] | None = None
        self._comparing: Awaited[Comparison | UserError] | None = None
        self.panel: MergePanel | None = None
        """The copy being merged, if one is."""
        self.list = VersionList(context)
        self.list.chosen.connect(self._chosen)
        self.detail = VersionDetail(context)
        self.detail.restore.connect(self._restore)
        self.detail.open_copy.connect(self._open_copy)
        self.detail.named.connect(self._name)
        self.detail.rescue.connect(rescue)
        self._count = label("", "small", wrap=True)
        self._busy = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._busy.setAccessibleName(tr("Reading the versions"))
        self.cancel = button(tr("Cancel merging"), self.cancel_merge, "link")
        self.name = QLineEdit()
        left = self._left(back)
        self._error = label("", "", wrap=True)
        self._damaged: Path | None = None
        """The copy that could not be merged because it is damaged."""
        self.rescue = button(tr("Rescue what is readable"), lambda: rescue(self._damaged or Path()), "primary")
        self._not_merged = QWidget()
        told = column(self._not_merged, self._error, spacing=12)
        told.addLayout(row(None, self.rescue, -1))
        told.addStretch(1)
        told.setContentsMargins(24, 20, 24, 20)
        self._right = QStackedWidget()
        self._right.addWidget(self.detail)
        self._right.addWidget(self._not_merged)
        box = row(self, left, self._right, spacing=0)
        box.setStretch(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.read)
        context.bridge.settled.connect(self._look_again)
        self.read()

    def _left(self, back: Callable[[], object]) -> QFrame:
        """The list with what stands above and below it."""
        context, tr = self._context, self._context.tr
        head = QWidget()
        head_box = column(head, spacing=4)
        head_box.setContentsMargins(20, 16, 20, 8)
        head_box.addLayout(row(None, label(tr("Versions"), "title"), -1, button(tr("Back"), back, "ghost")))
        words = tr("One is kept when you save. Each is read again and verified.")
        head_box.addWidget(label(words, "muted", wrap=True))
        merge = button(tr("Merge a copy …"), lambda: context.commands.run("project.merge"))
        merge.setEnabled(not context.session.read_only)
        head_box.addSpacing(4)
        head_box.addLayout(row(None, merge, self.cancel, -1, spacing=8))
        self.cancel.hide()
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(tr("Name this version, so that it stays"))
        self.name.setAccessibleName(tr("Name of a version to be kept now"))
        self.name.returnPressed.connect(self.keep)
        self.name.setEnabled(context.session.path is not None and not context.session.read_only)
        head_box.addWidget(self.name)
        foot = label(
            tr("All of a day stay, then one a day for 30 days, one a week for a year, one a month. Named ones stay."),
            "small", wrap=True,
        )  # fmt: skip
        foot.setContentsMargins(20, 8, 20, 12)
        self._count.setContentsMargins(20, 8, 20, 0)
        left = QFrame()
        left.setObjectName("side_panels")
        column(left, head, self._busy, self.list, rule(), self._count, foot, spacing=0)
        left.setFixedWidth(WIDTH)
        return left

    @property
    def busy(self) -> bool:
        """Whether versions or a copy are being read."""
        return any(each is not None and not each.over for each in (self._reading, self._comparing))

    def read(self) -> None:
        """Read the versions anew."""
        session = self._context.session
        self._told = []
        self._busy.show()
        steps = reading_all(
            versions_of(session.path, session.folders), session.document, ReaderBeside(), told := self._told
        )
        self._reading = Awaited(self, steps, lambda _: self._read(told))

    def merge(self, path: Path) -> None:
        """Compare another copy with the project; what it says is shown, nothing is changed."""
        session = self._context.session
        self._busy.show()
        self.cancel.show()
        own = session.path, session.file.digest
        steps = _caught(comparing(session.own_copy_soon(), path, session.folders, own, ReaderBeside()))
        self._comparing = Awaited(self, steps, partial(self._compared, path))

    def ask_name(self) -> None:
        """Ready to type the name of a version to be kept now."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the project as it stands under the name typed."""
        name, context = self.name.text().strip(), self._context
        if not name:
            return
        try:
            context.session.keep_version(name)
        except UserError as error:
            context.messages.error(error, "version")
            return
        context.messages.worked("version")
        context.messages.say(context.tr("Version “{name}” is kept.", name=name))
        self.name.clear()
        self.read()

    def view_state(self) -> tuple[Comparison, dict[Place, Side]] | None:
        """The copy being merged and what was decided; versions are read anew."""
        return None if self.panel is None else (self.panel.comparison, self.panel.decisions)

    def restore_view_state(self, state: tuple[Comparison, dict[Place, Side]] | None) -> None:
        """Show the same."""
        if state is not None:
            self._show_panel(*state)

    def _read(self, told: list[ReadVersion]) -> None:
        if told is not self._told:
            return
        self._busy.hide()
        chosen = self.detail.read.version.path if self.detail.read is not None else None
        self.list.show_versions(told)
        n = len(told) - 1
        texts = self._context.texts
        if n:
            oldest = texts.long_date(told[0].version.made_at)
            said = texts.trn("{n} version, from {day}", "{n} versions, the oldest from {day}", n, day=oldest)
        else:
            said = self._context.tr("No version yet: one is kept the next time you save.")
        self._count.setText(said)
        again = next((each for each in told if each.version.path == chosen), told[-1])
        if self.panel is None:
            self.list.choose(again)

    def _chosen(self, read: ReadVersion) -> None:
        self._drop_panel()
        self.detail.show_version(read, self._context.document, now=read is self._told[-1])
        self._right.setCurrentWidget(self.detail)

    def cancel_merge(self) -> None:
        """Read no further; nothing was changed."""
        if self._comparing is not None and not self._comparing.over:
            self._comparing.cancel()
            self.cancel.hide()
            self._busy.setVisible(self.busy)

    def _compared(self, path: Path, found: Comparison | UserError) -> None:
        self._busy.hide()
        self.cancel.hide()
        self._drop_panel()
        if isinstance(found, UserError):
            self._error.setText(sentence(found, self._context.texts))
            self._damaged = path if isinstance(found, Damaged) else None
            self.rescue.setVisible(self._damaged is not None)
            self._right.setCurrentWidget(self._not_merged)
            self.list.choose(None)
            return
        self._show_panel(found, {})

    def _show_panel(self, found: Comparison, decisions: dict[Place, Side]) -> None:
        self.list.choose(None)
        self.panel = MergePanel(self._context, found, lambda: self.merge(found.path), decisions,
                                self._told[:-1])  # fmt: skip
        self.panel.finished.connect(self._merged)
        self._right.addWidget(self.panel)
        self._right.setCurrentWidget(self.panel)
        self.panel.take_focus()

    def _merged(self) -> None:
        self._drop_panel()
        QTimer.singleShot(0, self, self.read)  # what was merged is seen first

    def _drop_panel(self) -> None:
        if self.panel is not None:
            self._right.removeWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None

    def _look_again(self) -> None:
        if self.isVisible() and self.panel is None:
            self._soon.start()

    def _restore(self, read: ReadVersion) -> None:
        context = self._context
        assert read.loaded is not None
        when = _when(context, read)
        try:
            context.session.restore(read.loaded, when)
        except UserError as error:
            context.messages.error(error, "restore")
            return
        context.messages.worked("restore")
        said = context.tr("The project is as it was on {when}.", when=when)
        undo = undo_last(context)
        context.messages.post(Notice("restore", said, Tone.GOOD, (undo,), passing=True, holds=while_done(context)))

    def _open_copy(self, read: ReadVersion) -> None:
        assert read.loaded is not None
        content = read.loaded.content.document
        self._show(Session.new(self._context.session.folders, content, read.loaded.assets, keep=True))

    def _name(self, read: ReadVersion, name: str) -> None:
        try:
            name_version(read.version, name)
        except UserError as error:
            self._context.messages.error(error, "version")
            return
        self.read()


def _when(context: Context, read: ReadVersion) -> str:
    made = read.version.made_at
    return f"{context.texts.long_date(made)}, {context.texts.time(made)}"


def _caught(steps: Steps[Comparison]) -> Steps[Comparison | UserError]:
    """The same, with an error people are told as the answer."""
    try:
        return (yield from steps)
    except UserError as error:
        return error
