"""A real window in a process of its own, worked in by keys alone, for a listener in another process to hear."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.session import Folders
from cxstudio.session.settings import LANGUAGE, LAST_FOLDER, PALETTE, Settings
from ui.context.messages import Messages
from ui.main_window.application import application
from ui.main_window.main_window import MainWindow

K, CTRL, NONE = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
Press = tuple[Qt.Key | str, Qt.KeyboardModifier]
ENTER: Press = (K.Key_Return, NONE)
ESCAPE: Press = (K.Key_Escape, NONE)


def _command(words: str) -> tuple[Press, ...]:
    """Find a command by its words, and give it."""
    return (K.Key_K, CTRL), (words, NONE), ENTER


STEPS: tuple[tuple[str, tuple[Press, ...]], ...] = (
    ("begin a journey", ((K.Key_N, CTRL), ("Moving home", NONE), ENTER, ("Jana", NONE), ENTER,
                         ("wants to move", NONE), ENTER, ("has moved", NONE), ENTER)),
    ("add three touchpoints", (("n", NONE), ("Website", NONE), ENTER, ("Hotline", NONE), ENTER, ("Invoice", NONE),
                               ENTER, ESCAPE)),
    ("begin a round of the group", ((K.Key_3, CTRL), (K.Key_Tab, NONE), ENTER)),
    ("choose a touchpoint on the map", ((K.Key_2, CTRL), (K.Key_Home, NONE), (K.Key_Right, NONE))),
    ("rate it", (("e", NONE), ("6", NONE), ("x", NONE), ("6", NONE))),
    ("mark it as critical", (("k", NONE),)),
    ("mark it as stardust", (("*", NONE),)),
    ("take that back", ((K.Key_Z, CTRL),)),
    ("take a note", ((".", NONE), ("Nobody calls back", NONE), ENTER, ESCAPE)),
    ("rate in the table", ((K.Key_3, CTRL), (K.Key_Down, NONE), ("5", NONE))),
    ("close the round", _command("close this round")),
    ("plan a measure", (*_command("new measure"), ("Call back within a day", NONE), ENTER)),
    ("look at the follow-up", ((K.Key_6, CTRL),)),
    ("look at the report", ((K.Key_7, CTRL),)),
    ("write the report", ((K.Key_P, CTRL), ("report.pdf", NONE), ENTER)),
    ("go back to the map", ((K.Key_2, CTRL), (K.Key_Home, NONE), (K.Key_Right, NONE))),
)  # fmt: skip
"""The whole job: what is done, and by which keys; a text is typed."""
LOOKED_AT = frozenset(("begin a journey", "take that back", "rate in the table", "plan a measure",
                       "look at the follow-up", "look at the report", "go back to the map"))  # fmt: skip
"""After these steps the listener walks the tree of the window."""
WAITED_FOR = {"look at the report": "The report is ready.", "write the report": "“report.pdf” is ready."}
"""What is said before the next step is begun."""
PAUSE_MS, BETWEEN_MS, LONGEST_MS = 1500, 80, 200_000


def main(place: Path, look: Path) -> int:
    """Stand there and do each step; each is printed.

    For each look round the name of the step is written to the file `look`, which the listener removes after it.
    Each key is given by a timer of its own: a chooser of file names runs a loop of its own meanwhile.
    """
    app = application()
    folders = Folders.below(place)
    settings = Settings(folders)
    settings[LANGUAGE], settings[PALETTE], settings[LAST_FOLDER] = "en", "light", str(place)
    window = MainWindow(folders, settings)
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    QTimer.singleShot(LONGEST_MS, app.quit)
    presses, wanted, said = _presses(), [""], []
    listened_to: list[Messages] = []

    def onward() -> None:
        messages = window.context.messages
        if messages not in listened_to:  # another project brings its own
            listened_to.append(messages)
            for spoken in (messages.said, messages.posted):
                spoken.connect(lambda told: said.append(str(getattr(told, "text", told))))
        if look.exists() or not any(wanted[0] in text for text in ("", *said)):
            QTimer.singleShot(PAUSE_MS, onward)
            return
        press = next(presses, None)
        if press is None:
            print("done", flush=True)
            app.quit()
            return
        begins, ends, key, held = press
        if key is None:
            _ask(look, begins)
        elif begins:
            print(f"step {begins}", flush=True)
            wanted[0] = ""
        QTimer.singleShot(PAUSE_MS if begins else BETWEEN_MS, onward)
        if QApplication.activeWindow() is None:  # what a window manager does once a chooser is closed
            window.activateWindow()
            QApplication.processEvents()
        focus = QApplication.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(focus, key, held)
        elif key is not None:
            QTest.keyClick(focus, key, held)
        if ends:
            wanted[0] = WAITED_FOR.get(ends, "")

    QTimer.singleShot(4000, onward)
    code = app.exec()
    _ask(look, "")
    window.close()
    return code


def _ask(look: Path, step: str) -> None:
    """Let the listener look round after a step, or (none) end; it never sees half a name."""
    half = look.with_suffix(".half")
    half.write_text(step, encoding="utf-8")
    half.rename(look)


def _presses() -> Iterator[tuple[str, str, Qt.Key | str | None, Qt.KeyboardModifier]]:
    """Each key, with the name of the step it begins and that it ends; no key where one looks round after that step."""
    for name, keys in STEPS:
        for at, (key, held) in enumerate(keys):
            yield "" if at else name, name if at == len(keys) - 1 else "", key, held
        if name in LOOKED_AT:
            yield name, "", None, NONE


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
