"""Qt's own words (buttons of choosers, key names) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from cxstudio.wording import Texts, texts

_NAME, _KEYS = "qt_texts", "key_names"


_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class KeyNames(QTranslator):
    """Keys are called in menus as everywhere else, arrows by their signs; all other words are Qt's own."""

    def __init__(self, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_KEYS)
        enter = words.tr("Enter")
        paging = {"PgUp": words.tr("Page {arrow}", arrow="↑"), "PgDown": words.tr("Page {arrow}", arrow="↓")}
        self._names = {"Return": enter, "Enter": enter, **_ARROWS, **paging}

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return self._names.get(source) if context == "QShortcut" else None


def speak(application: QApplication, language: str) -> None:
    """Let Qt speak a language from now on."""
    QLocale.setDefault(QLocale(language))
    for name in (_NAME, _KEYS):
        known = application.findChild(QTranslator, name)
        if known is not None:
            application.removeTranslator(known)
            known.setParent(None)
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
    application.installTranslator(KeyNames(texts(language), application))
