"""Settings: language, palette, single-letter keys. Each works at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

import cxstudio
from cxstudio.session.settings import LANGUAGE, LETTER_KEYS, PALETTE, SETTINGS
from ui.context.context import Context
from ui.pages.page_frame import Page
from ui.theme.plain_texts import PlainCheckBox
from ui.widgets.basics import button, card, column, label, row, rule
from ui.widgets.segmented_choice import Segments

_SETTINGS = {setting.name: setting for setting in SETTINGS}


class SettingsPage(Page):
    """A few lines; `changed` lets the window put them into effect."""

    def __init__(self, context: Context, changed: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__(context, width=640)
        self._changed = changed
        tr = context.tr
        self.language = self._choice(LANGUAGE)
        self.palette_choice = self._choice(PALETTE)
        self.letters = PlainCheckBox(tr(_SETTINGS[LETTER_KEYS].label))
        self.letters.setChecked(bool(context.settings[LETTER_KEYS]))
        self.letters.toggled.connect(lambda on: self._set(LETTER_KEYS, on))
        about_letters = tr("N, K, E, X, digits, full stop … as commands. Turn them off if you use voice control.")
        self.body.addWidget(label(tr("Settings"), "display"))
        self.body.addSpacing(10)
        self.body.addWidget(
            card(
                self._line(tr(_SETTINGS[LANGUAGE].label), "", self.language),
                rule(),
                self._line(tr(_SETTINGS[PALETTE].label), "", self.palette_choice),
                rule(),
                self._line("", about_letters, self.letters, first=True),
                margin=20,
                spacing=14,
            )
        )
        self.body.addSpacing(10)
        self.body.addLayout(row(None, button(tr("Done"), back, "primary"), -1))
        self.body.addSpacing(16)
        version = tr("CX Studio {version}", version=cxstudio.__version__)
        plain = tr("Project files are not encrypted: store them where only authorised people can read them.")
        self.body.addWidget(label(f"{version}. {plain}", "small", wrap=True))
        self.body.addStretch(1)
        self.setFocusProxy(self.language)

    def _choice(self, name: str) -> Segments:
        setting, tr = _SETTINGS[name], self.context.tr
        made = Segments([(value, tr(text)) for value, text in setting.choices], tr(setting.label))
        made.set_value(self.context.settings[name])
        made.chosen.connect(lambda value: self._set(name, value))
        return made

    def _line(self, title: str, text: str, control: QWidget, *, first: bool = False) -> QWidget:
        made = QWidget()
        if first:
            column(made, control, label(text, "small", wrap=True), spacing=2)
        else:
            row(made, label(title, "strong"), -1, control)
        return made

    def _set(self, name: str, value: object) -> None:
        self.context.settings[name] = value
        self._changed()
