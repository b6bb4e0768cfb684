"""The size of the text somebody wants, beside the system's scale: everything in the window grows with it.

Every size of the window, of a text as of a row, a sign or a margin, is in Qt's pixels. So one factor on those lets all
of it grow alike, down to what is painted; zoom of canvases is multiplied on top and stays what it was.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.session.settings import TEXT_SIZE, Settings

SCALE: Final = "QT_SCALE_FACTOR"
"""Read by Qt once, when the application is made; it multiplies what the system says."""
_SETTER: Final = "_ZN15QHighDpiScaling15setGlobalFactorEd"
_WINDOWS_SETTER: Final = "?setGlobalFactor@QHighDpiScaling@@SAXN@Z"
"""`QHighDpiScaling::setGlobalFactor(double)`: how Qt itself applies the factor, by a name that says what it takes."""


class TextSize:
    """The size the window wears, as a factor, and the way to another one."""

    def __init__(self, settings: Settings, surroundings: MutableMapping[str, str] = os.environ) -> None:
        """What is set is what was worn when the application was made."""
        self._settings, self._surroundings = settings, surroundings
        self.worn = _wanted(settings)

    @property
    def differs(self) -> bool:
        """Whether something else is wanted than what is worn."""
        return _wanted(self._settings) != self.worn

    def change(self) -> bool:
        """Wear what is wanted, with every window standing where it was; False where this Qt only does so at its start.

        Not within an event of a window: each is taken off the screen and put there again.
        """
        setter = _setter()
        if setter is None:
            return False
        wanted = _wanted(self._settings)
        by, base = wanted / self.worn, _factor(self._surroundings) / self.worn
        with_window = [part for part in QApplication.topLevelWidgets() if part.testAttribute(_CREATED)]
        again = [_standing(part, by) for part in with_window if part.isVisible()]
        for part in with_window:
            part.destroy(True, True)
        setter(base * wanted)
        self._surroundings[SCALE] = f"{base * wanted:g}"
        self.worn = wanted
        for stand in again:
            stand()
        return True


def wear_text_size(settings: Settings, surroundings: MutableMapping[str, str]) -> float:
    """Let what is drawn from now on have the size of text that is set; before the application is made. Returns it."""
    wanted = _wanted(settings)
    if wanted != 1.0:
        surroundings[SCALE] = f"{_factor(surroundings) * wanted:g}"
    return wanted


_CREATED: Final = Qt.WidgetAttribute.WA_WState_Created


def _wanted(settings: Settings) -> float:
    return int(settings[TEXT_SIZE]) / 100


def _factor(surroundings: MutableMapping[str, str]) -> float:
    try:
        return float(surroundings.get(SCALE, "1"))
    except ValueError:
        return 1.0


def _setter() -> Callable[[float], object] | None:
    """What Qt's library has for it; None where it cannot be found."""
    try:
        if sys.platform == "win32":
            found = ctypes.CDLL("Qt6Gui.dll")[_WINDOWS_SETTER]
        else:
            found = ctypes.CDLL(_library(), mode=os.RTLD_NOW | os.RTLD_NOLOAD)[_SETTER]  # the one that is loaded
    except (OSError, AttributeError):
        return None
    found.argtypes, found.restype = [ctypes.c_double], None
    return found


def _library() -> str:
    if sys.platform == "darwin":
        return str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath), "QtGui.framework", "QtGui"))
    return "libQt6Gui.so.6"


def _standing(part: QWidget, by: float) -> Callable[[], None]:
    """What puts a window where it stands now, as large as it is, once everything has grown by a factor."""
    state, screen, box = part.windowState(), part.screen(), part.normalGeometry()
    if box.isEmpty():
        box = part.geometry()
    away = box.topLeft() - screen.geometry().topLeft()

    def stand() -> None:
        room = screen.availableGeometry()
        size = (box.size() / by).boundedTo(room.size()).expandedTo(part.minimumSize())
        place = QRect(screen.geometry().topLeft() + away / by, size)
        place.moveRight(min(place.right(), max(room.right(), room.left() + size.width() - 1)))
        place.moveBottom(min(place.bottom(), max(room.bottom(), room.top() + size.height() - 1)))
        part.setGeometry(place)
        part.setWindowState(state)
        part.show()

    return stand
