"""Bars above the workspace: questions, errors and news, never in anybody's way."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.context.messages import Choice, Notice, Tone
from ui.shell.toast import Toast, reading_ms
from ui.theme.announcing import announce
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.turning_box import turn
from ui.widgets.fitting.wrapping_row import FlowBox

_ICONS = {
    Tone.NEUTRAL: ("info", Role.ACCENT),
    Tone.GOOD: ("check", Role.DELIGHTING),
    Tone.WARNING: ("warning", Role.STARDUST),
    Tone.ERROR: ("warning", Role.DISAPPOINTING_TEXT),
}
_BESIDE = 760
"""Pixels from which what can be done stands beside what is said."""
_GAP = 6
_RELEASED_MS = 120
"""How soon one looks again whether it was let go."""


class _Acts(FlowBox):
    """What can be done, in one row where it stands beside what is said, else in as many as it takes."""

    def keep_in_one_row(self, on: bool) -> None:
        """Take the width of all that is shown, or wrap."""
        flow = self.flow
        parts = [item.widget() for at in range(flow.count()) if (item := flow.itemAt(at)) is not None]
        wide = [part.sizeHint().width() for part in parts if part is not None and not part.isHidden()]
        self.setMinimumWidth(sum(wide) + _GAP * max(0, len(wide) - 1) if on else 0)


def _dragging() -> bool:
    """Whether the canvas with the keyboard is in the middle of a gesture."""
    return getattr(QApplication.focusWidget(), "gesture", None) is not None


class NoticeBars(QWidget):
    """All bars, the newest at the foot; as high as they need and gone when there is none."""

    def __init__(self, context: Context, foot: QWidget) -> None:
        """`foot` is what passing news are laid over."""
        super().__init__()
        self._foot = foot
        self._context = context
        self._bars: dict[str, QWidget] = {}
        self._shown: dict[str, Notice] = {}
        self._offers: dict[str, list[tuple[Choice, QWidget]]] = {}
        """Bar → its buttons."""
        self._waiting: dict[str, Notice] = {}
        """Bars that came while something was dragged."""
        self._released = QTimer(self, singleShot=True, interval=_RELEASED_MS)
        self._released.timeout.connect(self._post_waiting)
        self._box = column(self, spacing=0)
        context.messages.posted.connect(self.post)
        context.messages.withdrawn.connect(self.withdraw)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        selection = context.selection
        done = (context.bridge.state_changed, selection.changed, selection.voice_changed, selection.journey_changed,
                context.commands.ran)  # fmt: skip
        for signal in done:
            signal.connect(self._look_soon)
        self.setVisible(False)

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the bars in view."""
        return tuple(self._bars)

    def post(self, notice: Notice) -> None:
        """Show a bar, in place of one with the same key; not while something is dragged, or all would move."""
        self.withdraw(notice.key)
        if not notice.passing and _dragging():
            self._waiting[notice.key] = notice
            self._released.start()
            return
        self._shown[notice.key], self._offers[notice.key] = notice, []
        bar = self._bar(notice)
        if notice.passing:
            self._bars[notice.key] = Toast(self._foot, bar, lambda: self.withdraw(notice.key), reading_ms(notice.text))
        else:
            self._bars[notice.key] = bar
            self._box.addWidget(bar)
        self._show_bars()
        QAccessible.updateAccessibility(QAccessibleEvent(bar, QAccessible.Event.Alert))
        announce(bar, notice.text, at_once=notice.tone is Tone.ERROR)

    def _look_soon(self, *_: object) -> None:
        """Something was done: look at the bars once it is over, if there are any."""
        if self._shown or self._waiting:
            self._soon.start()

    def refresh(self) -> None:
        """Something was done: take away what does not hold any more, bars and buttons."""
        for key in [key for key, notice in self._waiting.items() if not notice.holds()]:
            del self._waiting[key]
        for key, notice in list(self._shown.items()):
            if not notice.holds():
                self.withdraw(key)
                if notice.then is not None:
                    self.post(notice.then)
            else:
                for choice, offer in self._offers[key]:
                    offer.setVisible(choice.holds())

    def withdraw(self, key: str) -> None:
        """Take a bar away."""
        self._waiting.pop(key, None)
        self._shown.pop(key, None)
        self._offers.pop(key, None)
        bar = self._bars.pop(key, None)
        if bar is not None:
            self._box.removeWidget(bar)
            bar.hide()
            bar.setParent(None)
            bar.deleteLater()
        self._show_bars()

    def _post_waiting(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for notice in waiting.values():
            self.post(notice)

    def _show_bars(self) -> None:
        self.setVisible(any(not isinstance(bar, Toast) for bar in self._bars.values()))

    def _bar(self, notice: Notice) -> QWidget:
        bar = QWidget()
        bar.setProperty("kind", "notice")
        bar.setProperty("tone", notice.tone.value)
        bar.setAccessibleName(notice.text)
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name, role = _ICONS[notice.tone]
        mark = label("")
        mark.setPixmap(self._context.theme.icon(name, role).pixmap(QSize(18, 18)))
        mark.setFixedWidth(20)
        words = label(notice.text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(notice.text)
        box, acts = row(bar, spacing=10), _Acts(_GAP)
        told = row(None, mark, spacing=10)
        told.addWidget(words, 1)
        box.addLayout(told, 1)
        box.addWidget(acts)
        for choice in notice.choices:
            offer = self._button(notice.key, choice)
            self._offers[notice.key].append((choice, offer))
            acts.flow.addWidget(offer)
        if notice.closable:
            close = PlainToolButton()
            close.setIcon(self._context.theme.icon("close", Role.MUTED))
            close.setAccessibleName(self._context.tr("Close this bar"))
            set_tooltip(close, self._context.tr("Close this bar"))
            close.clicked.connect(lambda: self.withdraw(notice.key))
            acts.flow.addWidget(close)
        if notice.choices:
            turn(box, bar, _BESIDE, lambda beside: self._arrange(box, acts, beside=beside))
        else:
            self._arrange(box, acts, beside=True)
        bar.setMinimumHeight(42)
        return bar

    def _arrange(self, box: QBoxLayout, acts: _Acts, *, beside: bool) -> None:
        """Where what can be done stands below, the bar is no higher than it has to be."""
        acts.keep_in_one_row(beside)
        box.setSpacing(10 if beside else 4)
        box.setContentsMargins(16, 6 if beside else 4, 10, 6 if beside else 4)

    def _button(self, key: str, choice: Choice) -> QWidget:
        def act() -> None:
            if not choice.keeps:
                self.withdraw(key)
            choice.act()

        return button(choice.label, act, "primary" if choice.primary else "")
