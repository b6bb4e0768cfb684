"""Qt's own words (buttons of choosers, key names) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from cxstudio.wording import texts

_NAME, _KEYS = "qt_texts", "key_names"


class KeyNames(QTranslator):
    """The key that ends a line is called in menus as everywhere else; all other words are Qt's own."""

    def __init__(self, enter: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_KEYS)
        self._enter = enter

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return self._enter if context == "QShortcut" and source in ("Return", "Enter") else None


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
    application.installTranslator(KeyNames(texts(language).tr("Enter"), application))
