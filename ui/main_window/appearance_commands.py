"""The commands "look.*": palette, language and size of text, switched while working."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cxstudio.session.settings import LANGUAGE, PALETTE, TEXT_SIZE, TEXT_SIZES
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_groups import VIEW
from ui.context.context import Context
from ui.main_window.window import Window
from ui.theme.theme import palette_name

_RELEASED_MS: Final = 120
"""How soon one looks again whether the mouse was let go."""
LOOK_PART: Final[Receiver[LookPart]] = Receiver()


class LookPart(QObject):
    """Changes a setting and dresses the window anew."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        context.commands.serve(LOOK_PART, self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def palette(self) -> None:
        """Light becomes dark, dark light."""
        self._context.settings[PALETTE] = "light" if self._context.theme.dark else "dark"
        self._window.rebuild()

    def language(self) -> None:
        """German becomes English, English German."""
        self._context.settings[LANGUAGE] = "en" if self._context.texts.language == "de" else "de"
        self._window.rebuild()

    def enlarge(self) -> None:
        """The text's next size."""
        self._step(1)

    def reduce(self) -> None:
        """The size before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        sizes, context = [value for value, _ in TEXT_SIZES], self._context
        at = sizes.index(context.settings[TEXT_SIZE]) + by
        if 0 <= at < len(sizes):
            context.settings[TEXT_SIZE] = sizes[at]
            self._window.rebuild()
        else:
            at = min(max(at, 0), len(sizes) - 1)
            context.messages.say(context.tr("Text size: {share}", share=context.texts.share(int(sizes[at]) / 100)))

    def _system_changed(self, *_: object) -> None:
        if self._window.context is not self._context or self._context.settings[PALETTE] != "system":
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:  # something is being dragged
            QTimer.singleShot(_RELEASED_MS, self, self._system_changed)
        elif palette_name("system") != self._context.theme.name:
            self._window.rebuild()


COMMANDS: Final[tuple[Command, ...]] = (
    Command("look.palette", N_("Switch between light and dark"), VIEW, "Ctrl+Shift+L", "contrast",
            N_("theme night dark mode"), run=LOOK_PART.does(LookPart.palette)),
    Command("look.language", N_("Switch between German and English"), VIEW, "", "language",
            N_("Deutsch English Sprache"), run=LOOK_PART.does(LookPart.language)),
    Command("look.enlarge", N_("Enlarge text"), VIEW, "", "zoom_in", N_("text size font bigger larger scale"),
            run=LOOK_PART.does(LookPart.enlarge)),
    Command("look.reduce", N_("Reduce text"), VIEW, "", "zoom_out", N_("text size font smaller scale"),
            run=LOOK_PART.does(LookPart.reduce)),
)  # fmt: skip
