"""Texts, numbers and dates in a language passed as argument. Nothing is worked out here."""

from cxstudio.wording.texts import LANGUAGES, N_, Texts, texts

__all__ = ["LANGUAGES", "N_", "Texts", "texts"]
