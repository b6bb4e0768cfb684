"""What a page can stand on before a project is loaded: language, colours, settings, and who carries commands out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from cxstudio.session.settings import LANGUAGE, Settings
from cxstudio.wording import LANGUAGES, Texts
from ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Ground:
    """The part of a Context that needs no session."""

    texts: Texts
    theme: Theme
    settings: Settings
    run: Callable[[str], object]
    """Carries out a command by its id."""

    def tr(self, message: str, **values: object) -> str:
        """A text in the window's language."""
        return self.texts.tr(message, **values)


def language_of(settings: Settings) -> str:
    """The language set, or the system's where it is one of ours; German otherwise."""
    chosen = str(settings[LANGUAGE])
    if chosen in LANGUAGES:
        return chosen
    system = QLocale.system().name().partition("_")[0]
    return system if system in LANGUAGES else LANGUAGES[0]
