"""What must hold on every page and sheet for people who have only keys, see little, or hear the screen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

from ui.main_window.main_window import MainWindow
from ui.presentation.projector_window import Projector
from ui.widgets.focus.tab_order import bring_into_view, stops
from ui.widgets.overlay_panel import Overlay as Panel
from ui.widgets.popup_sheet import Overlay as Sheet

CELLS = 12
"""So often Tab may stay within one control: a table whose cells are filled in goes through those of one row."""
_REGIONS = ("topbar", "rail", "workbar", "inspector", "statusline")
_LONGEST = 600
_SIGNS = re.compile(r"[^\w]+")


def scope_of(window: MainWindow) -> QWidget:
    """Where the keyboard goes round: the sheet in view, else the window."""
    for kind in (Sheet, Panel):
        for part in window.findChildren(kind):
            if part.isVisible():
                return part
    return window.shell


def called(part: QWidget) -> str:
    """A control as a finding names it."""
    text = part.text() if isinstance(part, QAbstractButton | QLabel) else ""
    return f"{type(part).__name__} “{part.accessibleName() or text}” in {type(part.parent()).__name__}"


def wanted(root: QWidget) -> dict[QWidget, set[QWidget]]:
    """What Tab has to reach, not asked of the program: each control in view and enabled, of a group any one."""
    found: dict[QWidget, set[QWidget]] = {}
    groups: dict[object, set[QWidget]] = {}
    for part in root.findChildren(QWidget):
        if not part.isVisible() or not part.isEnabled() or part.window() is not root.window():
            continue
        group = part.group() if isinstance(part, QAbstractButton) and part.isCheckable() else None
        if group is not None:
            groups.setdefault(group, set()).add(part)
        elif (part.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
            found[part] = {part}
    return found | {next(iter(parts)): parts for parts in groups.values()}


def tab_law(window: MainWindow) -> Iterator[str]:
    """Tab reaches everything in view, Shift+Tab the same, both stay in the sheet and come round."""
    window.activateWindow()
    root = scope_of(window)
    expected = wanted(root)
    for key, word in ((Qt.Key.Key_Tab, "Tab"), (Qt.Key.Key_Backtab, "Shift+Tab")):
        seen, complaint = _round(window, key)
        if complaint and not (complaint == "stuck" and len(expected) <= 1):
            yield f"{word}: {complaint}"
        for one, alike in expected.items():
            if not alike & set(seen) and isValid(one) and one.isVisible() and one.isEnabled() and len(expected) > 1:
                yield f"{word} misses {called(one)}"
        for part in seen:
            if isValid(part) and part is not root and not root.isAncestorOf(part):
                yield f"{word} leaves for {called(part)}"


def _round(window: MainWindow, key: Qt.Key) -> tuple[list[QWidget], str]:
    """Press the key until it comes to where it began; what had the keyboard, and what went wrong."""
    shift = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
    seen: list[QWidget] = []
    held = 0
    for _ in range(_LONGEST):
        before = QApplication.focusWidget()
        QTest.keyClick(before or window, key, shift)
        now = QApplication.focusWidget()
        if now is None:
            return seen, "nobody has the keyboard"
        held = held + 1 if now is before else 0
        if held > CELLS:
            return [*seen, now], "stuck"
        if now is before:
            continue
        if len(seen) > 1 and now is seen[0]:
            return seen, ""
        seen.append(now)
    return seen, "never comes round"


def name_law(window: MainWindow) -> Iterator[str]:
    """Every control has a name, none shares it with another, and what can be read on it is part of it."""
    root = scope_of(window)
    if root is not window.shell:
        heard = QAccessible.queryAccessibleInterface(root)
        if heard.role() != QAccessible.Role.Dialog or not heard.text(QAccessible.Text.Name).strip():
            yield f"not heard as a dialog with a name: {called(root)}"
    names: Counter[tuple[str, int, str]] = Counter()
    listed = stops(root)
    for part in listed:
        heard = QAccessible.queryAccessibleInterface(part)
        name = _heard(part)
        if not name.strip():
            yield f"no name: {called(part)}"
        names[_region(part), heard.role().value, name] += 1
        if isinstance(part, QAbstractButton) and not _says(name, part.text()):
            yield f"shown “{part.text()}”, heard “{name}”"
        if (broken := _one_of_several(part)) is not None:
            yield broken
    for (_, _, name), times in names.items():
        if times > 1 and name:
            yield f"{times} are called “{name}”: {[called(p) for p in listed if _heard(p) == name]}"


def _one_of_several(part: QWidget) -> str | None:
    """What is wrong with a button of which one of a group counts: it is a radio button, down or not, to be pressed."""
    if not isinstance(part, QAbstractButton) or (group := part.group()) is None:
        return None
    for one in group.buttons():
        heard = QAccessible.queryAccessibleInterface(one)
        if heard.role() != QAccessible.Role.RadioButton:
            return f"heard as {heard.role().name}: {called(one)}"
        if bool(heard.state().checked) is not one.isChecked() or not heard.state().checkable:
            return f"not heard whether it is chosen: {called(one)}"
        actions = heard.actionInterface()
        if actions is None or QAccessibleActionInterface.pressAction() not in actions.actionNames():
            return f"cannot be pressed by what reads the screen: {called(one)}"
    return None


def _region(part: QWidget) -> str:
    """The part of the window a control stands in; two parts may offer the same."""
    around: QWidget | None = part
    while around is not None and around.objectName() not in _REGIONS:
        around = around.parentWidget()
    return around.objectName() if around is not None else ""


def _heard(part: QWidget) -> str:
    if isinstance(part, QComboBox) and part.accessibleName():  # what is chosen is heard first on this system
        return part.accessibleName()
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def _says(name: str, shown: str) -> bool:
    """Whether the words of a label stand in a name, one after the other; signs do not count."""
    words, heard = (_SIGNS.sub(" ", text).strip().casefold() for text in (shown, name))
    return words in heard or "…" in shown


def stray_windows(window: MainWindow) -> list[str]:
    """Windows nobody asked for: parts shown before they have their place. A presentation was asked for."""
    wanted = QMenu | QLineEdit | QAbstractItemView | Projector
    return [
        called(part)
        for part in QApplication.topLevelWidgets()
        if part.isVisible() and part is not window and not isinstance(part, wanted)
    ]


def ring_law(window: MainWindow, looked_at: set[object]) -> Iterator[str]:
    """Who has the keyboard is seen: pixels that change by 3 : 1 at least, as many as a line of two around it has.

    Only the first control of a kind is looked at.
    """
    window.activateWindow()
    window.ring.hear(keys=True)
    root = scope_of(window)
    listed = stops(root)
    for part in listed:
        look = (type(part).__name__, part.property("kind"), part.property("tone"), _checked(part))
        other = next((one for one in listed if one is not part and not one.isAncestorOf(part)), None)
        if look in looked_at or other is None:
            continue
        looked_at.add(look)
        bring_into_view(part)
        QApplication.processEvents()
        seen = _in_view(part, window)
        if seen.width() < 8 or seen.height() < 8:
            continue
        part.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is not part:
            continue
        window.ring.place()
        frame = seen.adjusted(-4, -4, 4, 4).intersected(window.rect())
        with_ = window.grab(frame).toImage()
        other.setFocus(Qt.FocusReason.TabFocusReason)
        window.ring.place()
        changed = _changed(with_, window.grab(frame).toImage())
        least = 2 * 2 * (seen.width() + seen.height()) * 0.85
        if changed < least:
            yield f"{called(part)}: {changed} of {least:.0f} pixels"


def _in_view(part: QWidget, window: QWidget) -> QRect:
    """What is seen of a control, in its window."""
    seen = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    around = part.parentWidget()
    while around is not None and around is not window:
        seen = seen.intersected(QRect(around.mapTo(window, QPoint(0, 0)), around.size()))
        around = around.parentWidget()
    return seen


def _checked(part: QWidget) -> bool:
    return isinstance(part, QAbstractButton) and part.isChecked()


def _changed(one: QImage, other: QImage) -> int:
    """How many pixels differ by 3 : 1 in luminance."""
    first, second = (_luminances(image) for image in (one, other))
    high, low = np.maximum(first, second), np.minimum(first, second)
    return int(((high + 0.05) / (low + 0.05) >= 3).sum())


def _luminances(image: QImage) -> np.ndarray:
    """Relative luminance of each pixel, 0 … 1, as an array of height × width."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    shares = raw[:, : plain.width(), 2::-1].astype(float) / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])
