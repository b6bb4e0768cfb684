"""Figures, reasons, changes, field names and errors as sentences, in a language passed as argument."""

from cxstudio.wording.texts import LANGUAGES, N_, Texts, texts

__all__ = ["LANGUAGES", "N_", "Texts", "texts"]
