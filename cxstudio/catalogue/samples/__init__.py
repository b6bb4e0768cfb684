"""Sample projects, built by code and the same on every machine; what they say lies in resources. No project files: a
sample is made anew each time, and its days follow the day it is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cxstudio.catalogue.samples.dating import STORY_DAY, dated, dated_by_months
from cxstudio.catalogue.samples.held_day import held
from cxstudio.model import Document

NAMES: Final = ("lindenfurt", "control", "large")


@dataclass(frozen=True, slots=True)
class Sample:
    """A project to look at, with its pictures by content hash."""

    document: Document
    assets: dict[str, bytes] = field(default_factory=dict)


def sample(name: str, language: str, touchpoints: int = 400, *, today: date = STORY_DAY) -> Sample:
    """The sample of that name in "de" or "en", told as of `today`; `touchpoints` counts for "large" only.

    "control" is told half a year after "lindenfurt", on its own day where `today` is left out.

    Raises ValueError for a name or language there is none in.
    """
    if language not in ("de", "en"):
        raise ValueError(f"no sample in {language!r}")
    if name == "lindenfurt":
        from cxstudio.catalogue.samples.lindenfurt import lindenfurt
        from cxstudio.catalogue.samples.lindenfurt_facts import FACTS as LINDENFURT

        return Sample(held(dated(lindenfurt(language), today), LINDENFURT.workshop_ran))
    if name == "control":
        from cxstudio.catalogue.samples.lindenfurt_control import FACTS, lindenfurt_control
        from cxstudio.catalogue.samples.lindenfurt_facts import FACTS as LINDENFURT

        told_on = FACTS.told_on if today == STORY_DAY else today
        moved = dated_by_months(lindenfurt_control(language), FACTS.told_on, told_on)
        return Sample(held(moved, LINDENFURT.workshop_ran))
    if name == "large":
        from cxstudio.catalogue.samples.large import large

        return Sample(dated(large(language, touchpoints), today))
    raise ValueError(f"no sample {name!r}")
