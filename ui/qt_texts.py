"""Qt's own words (buttons of choosers, key names) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_NAME = "qt_texts"


def speak(application: QApplication, language: str) -> None:
    """Let Qt speak a language from now on."""
    QLocale.setDefault(QLocale(language))
    known = application.findChild(QTranslator, _NAME)
    if known is not None:
        application.removeTranslator(known)
        known.setParent(None)
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
