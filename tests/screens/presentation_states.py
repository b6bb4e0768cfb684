"""States worth a picture that lie over or beside the window: the presentation, and what answers “why?”."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cxstudio.model import Id
from ui.main_window.main_window import MainWindow
from ui.widgets.popup_sheet import Overlay

Shoot = Callable[[str], str]
_STEPS: Final = ((0, "overview"), (5, "stage"), (6, "touchpoint"))
_SCREENS: Final = ((QSize(1920, 1080), ""), (QSize(1280, 720), "-small"))


def presentation_states(window: MainWindow, shoot: Shoot, folder: Path, kind: str) -> Iterator[str]:
    """What the room sees on a large screen and on a small one, and the window beside it."""
    presentation, run = window.shell.presentation, window.context.commands.run
    presentation.place = lambda shown: (shown.screen(), False)
    run("frame.present")
    projector, show = presentation.projector, presentation.show_
    assert projector is not None and show is not None
    projector.showNormal()
    for size, suffix in _SCREENS:
        projector.resize(size)
        for number, name in _STEPS:
            show.first()
            show.go(number)
            _settle()
            projector.grab().save(str(folder / f"{kind}-presenting-{name}{suffix}.png"))
            yield f"{kind}-presenting-{name}{suffix}"
    yield shoot(f"{kind}-presenting-beside")
    run("present.end")


def why_states(window: MainWindow, shoot: Shoot, touchpoint: Id, kind: str) -> Iterator[str]:
    """Every place that answers “why?”."""
    run, why = window.context.commands.run, window.context.tr("Why?")
    window.context.selection.select(touchpoint)
    places = (
        ("touchpoint", ("go.journey",)),
        ("table", ("go.rate", "rate.show_table")),
        ("pictures", ("rate.show_pictures",)),
        ("flow", ("rate.show_flow",)),
        ("figures", ("rate.show_journey",)),
    )
    for place, commands in places:
        for command in commands:
            run(command)
        _settle()
        page = window.shell.view.current
        opener = next((b for b in _pressable(page if place != "touchpoint" else window) if b.text() == why), None)
        if opener is None:
            continue
        opener.click()
        yield shoot(f"{kind}-why-{place}")
        for sheet in window.findChildren(Overlay):
            if sheet.isVisible():
                sheet.dismiss()
    run("rate.show_table")
    run("go.journey")


def _pressable(place: QWidget | None) -> list[QPushButton]:
    """Buttons in view somewhere."""
    buttons = place.findChildren(QPushButton) if place is not None else []
    return [b for b in buttons if b.isVisible() and b.isEnabled()]


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()
