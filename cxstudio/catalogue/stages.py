"""Stages proposed for a new journey."""

from __future__ import annotations

_PROPOSED: dict[str, tuple[str, ...]] = {
    "de": ("Aufmerksam werden", "Informieren", "Entscheiden", "Bekommen", "Nutzen", "Bleiben"),
    "en": ("Become aware", "Find out", "Decide", "Receive", "Use", "Stay"),
}


def proposed_stages(language: str) -> tuple[str, ...]:
    """Names of six stages that fit most journeys, in a language ("de" or "en")."""
    return _PROPOSED[language]
