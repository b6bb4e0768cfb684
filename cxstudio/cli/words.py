"""The command line's language, found without loading more than gettext: help must appear at once."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence
from typing import Final

from cxstudio.resources import resource_path

DOMAIN: Final = "cxstudio"
LANGUAGES: Final = ("de", "en")
_LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


class Words:
    """Translates message ids into the language of this run."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translations: gettext.NullTranslations = gettext.NullTranslations()
        if language != "en":
            self._translations = gettext.translation(DOMAIN, str(resource_path("locale")), [language], fallback=True)

    def tr(self, message: str, **values: object) -> str:
        """The text in this language, with its {placeholders} filled."""
        text = self._translations.gettext(message) if message else ""
        return text.format(**values) if values else text


def language_of(argv: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """The language asked for by --lang, else the locale's, else English."""
    for place, argument in enumerate(argv):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and place + 1 < len(argv):
            value = argv[place + 1]
        if value in LANGUAGES:
            return value
    known = os.environ if environment is None else environment
    locale = next((known[name] for name in _LOCALE_VARIABLES if known.get(name)), "")
    return "de" if locale.lower().startswith("de") else "en"
