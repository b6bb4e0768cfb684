"""What has to be in place for an initiative: statements a group rates, and what to do first where one is low."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cxstudio.model.bilingual import Bilingual
from cxstudio.resources import resource_values


@dataclass(frozen=True, slots=True)
class ReadinessItem:
    """One statement."""

    id: str
    name: Bilingual
    statement: Bilingual
    first: Bilingual
    """What to do first where it does not apply."""


@dataclass(frozen=True, slots=True)
class _Items:
    items: tuple[ReadinessItem, ...]


@cache
def readiness_items() -> tuple[ReadinessItem, ...]:
    """The statements in their order."""
    return resource_values(_Items, "catalogue", "readiness.toml").items
