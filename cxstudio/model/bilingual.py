"""One thing said in German and in English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One thing said in both languages."""

    de: str
    en: str

    def say(self, language: str) -> str:
        """The text in "de" or "en"."""
        return self.de if language == "de" else self.en
