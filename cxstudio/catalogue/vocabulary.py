"""The words the catalogue is sorted by: stages, industries and channels, in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cxstudio.model.bilingual import Bilingual
from cxstudio.model.known_channels import known_channels
from cxstudio.resources import resource_values


@dataclass(frozen=True, slots=True)
class CatalogueStage:
    """A stage of any journey, as the catalogue knows it."""

    id: str
    name: Bilingual
    hints: tuple[str, ...]
    """Beginnings of words (folded) by which a stage of somebody's own is recognised."""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    stages: tuple[CatalogueStage, ...]
    synonyms: tuple[str, ...]
    industries: dict[str, Bilingual]


_READ: Final = resource_values(_Vocabulary, "catalogue", "vocabulary.toml")
STAGES: Final = _READ.stages
CHANNELS: Final = known_channels()
INDUSTRIES: Final = tuple(_READ.industries.items())
SYNONYMS: Final = _READ.synonyms
"""Words that mean the same when one searches, a row each."""
STAGE_BY_ID: Final = {stage.id: stage for stage in STAGES}
CHANNEL_BY_ID: Final = {channel.id: channel for channel in CHANNELS}


def industry_name(industry: str, language: str) -> str:
    """What an industry is called; one of somebody's own by its own word."""
    known = _READ.industries.get(industry)
    return known.say(language) if known is not None else industry


def channel_name(channel: str, language: str) -> str:
    """What a channel is called; one of somebody's own by its own word."""
    known = CHANNEL_BY_ID.get(channel)
    return known.name.say(language) if known is not None else channel
