"""Settings: language, palette, size of text, single-letter keys. Each works at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

import cxstudio
from cxstudio.session.settings import LANGUAGE, LETTER_KEYS, PALETTE, SETTINGS, TEXT_SIZE
from ui.context.context import Context
from ui.pages.page_frame import Page
from ui.theme.plain_texts import PlainCheckBox
from ui.widgets.basics import button, card, column, label, row, rule
from ui.widgets.menus import chooser, entry
from ui.widgets.segmented_choice import Segments
from ui.widgets.text_slot import ARROW

_SETTINGS = {setting.name: setting for setting in SETTINGS}


class SettingsPage(Page):
    """A few lines; `changed` lets the window put them into effect."""

    def __init__(self, context: Context, changed: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__(context, width=640)
        self._changed = changed
        tr = context.tr
        self.language = self._choice(LANGUAGE)
        self.palette_choice = self._choice(PALETTE)
        self.text_size = chooser(tr(_SETTINGS[TEXT_SIZE].label), self._text_sizes)
        self.text_size.setText(self._text_size_words() + ARROW)
        about_size = tr("Beside the scale of your system. Everything in the window grows with it.")
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
                self._line(tr(_SETTINGS[TEXT_SIZE].label), "", self.text_size),
                label(about_size, "small", wrap=True),
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

    def _text_size_words(self) -> str:
        return self.context.texts.share(int(self.context.settings[TEXT_SIZE]) / 100)

    def _text_sizes(self) -> QMenu:
        menu, now = QMenu(self), self.context.settings[TEXT_SIZE]
        for value, _ in _SETTINGS[TEXT_SIZE].choices:
            words = self.context.texts.share(int(value) / 100)
            entry(menu, words, partial(self._set_text_size, value), chosen=value == now)
        return menu

    def _set_text_size(self, value: str) -> None:
        self._set(TEXT_SIZE, value)

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
