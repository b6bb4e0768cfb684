"""Which scale the ratings of a list were given on: told by its headings or its mapping, else asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cxstudio.exchange.lists.list_mapping import ListMapping
from cxstudio.exchange.plan.import_plan import Choice, Doubt, Message, Names, say
from cxstudio.exchange.survey.answer_reading import scale_said
from cxstudio.exchange.survey.heading_legends import legend_of
from cxstudio.exchange.survey.proposal.decisions import EMOTION_SCALE
from cxstudio.exchange.survey.proposal.doubts import EMOTION_ASKED, emotion_choice
from cxstudio.exchange.survey.proposal.number_scales import USUAL, common_scale
from cxstudio.exchange.survey.proposal.signed_scales import has_neutral, signed_scales
from cxstudio.exchange.tables.table import column_place, short
from cxstudio.model.questions import LONGEST_SCALE
from cxstudio.wording.texts import N_

SCALE: Final = "scale"
"""Id of the question how far the scale reaches."""
_ENOUGH: Final = 30
"""Ratings from which on an end of the scale nobody gave is unlikely."""
_MOST_CHOICES: Final = 5
LOWEST: Final = -5
"""Lowest end of a scale that is read."""
HIGHEST: Final = 10
"""Highest end of a scale that is read."""


@dataclass(frozen=True, slots=True)
class ListScale:
    """A scale as the list writes it; its lowest step becomes 1."""

    lowest: int
    highest: int
    doubts: tuple[Doubt, ...] = ()

    @property
    def points(self) -> int:
        """How many steps it has, 3 to 11."""
        return self.highest - self.lowest + 1

    def said(self) -> Message:
        """What the ratings were read as."""
        return scale_said(self.lowest, self.highest)


def list_scale(names: Sequence[str], columns: Sequence[Mapping[int, int]], mapping: ListMapping) -> ListScale | None:
    """The scale of a list's ratings; None without numbers.

    `names` are the headings of the columns, `columns` how often each number stands in them. Nothing is asked where
    the mapping or a heading names the scale, or where there are many ratings and they use a usual one to its end.
    """
    numbers = [column for column in columns if column]
    found = common_scale(numbers)
    if found is None:
        return None
    if mapping.highest is not None:
        lowest = 1 if mapping.lowest is None else mapping.lowest
        if _possible(lowest, mapping.highest):
            return ListScale(lowest, mapping.highest)
    told = {
        (legend.lowest, legend.highest)
        for legend in map(legend_of, names)
        if legend.lowest is not None and legend.highest is not None and _possible(legend.lowest, legend.highest)
    }
    if len(told) == 1:
        return ListScale(*told.pop())
    values = [value for column in numbers for value in column if LOWEST <= value <= HIGHEST]
    seen, lowest = max(values), min(*values, 1)
    given = sum(sum(column.values()) for column in numbers)
    if lowest == 1 and seen in USUAL and found.sure and given >= _ENOUGH:
        return ListScale(1, seen)
    ends = list(dict.fromkeys(_likely(lowest, seen)))[:_MOST_CHOICES]
    question = say(N_("How far does the scale reach? The highest rating is {seen}."), seen=seen)
    choices = tuple(_choice(low, high, mapping) for low, high in ends)
    return ListScale(*ends[0], (Doubt(SCALE, _place(names), question, choices),))


def _likely(lowest: int, seen: int) -> list[tuple[int, int]]:
    """Scales these ratings may lie on, the likeliest first."""
    usual = [points for points in USUAL if seen <= points <= HIGHEST]
    if lowest == 1:
        found = [(1, top) for top in (*usual[:1], seen, *usual[1:])]
    elif lowest == 0:
        found = [(0, top) for top in (*usual[-1:], seen, *usual[:-1])] + [(1, top) for top in usual]
    else:
        end = max(-lowest, seen)
        found = [(-end, end), (lowest, seen)]
    return [ends for ends in found if _possible(*ends)] or [(1, 7)]


def _possible(lowest: int, highest: int) -> bool:
    return LOWEST <= lowest <= 1 and highest <= HIGHEST and 3 <= highest - lowest + 1 <= LONGEST_SCALE


def _choice(lowest: int, highest: int, mapping: ListMapping) -> Choice:
    label = say(N_("{lowest} to {highest}"), lowest=lowest, highest=highest)
    changed = mapping.model_copy(update={"lowest": lowest, "highest": highest})
    return Choice(label, changed, f"--scale {lowest}..{highest}")


def _place(names: Sequence[str]) -> Message:
    """Where the ratings stand."""
    shown = [short(name, 40) for name in names]
    return column_place(shown[0]) if len(shown) == 1 else say(N_("Columns {columns}"), columns=Names(tuple(shown)))


class ListEmotionScale(NamedTuple):
    """The scale emotion of a list was given on; its neutral step becomes 0."""

    ends: tuple[int, int] | None
    """None where no scale with a neutral step holds them."""
    doubts: tuple[Doubt, ...] = ()


def list_emotion_scale(heading: str, numbers: Mapping[int, int], mapping: ListMapping) -> ListEmotionScale:
    """The scale the mapping or the heading names, or the numbers tell; else asked."""
    if mapping.emotion_scale is not None and has_neutral(*mapping.emotion_scale):
        return ListEmotionScale(mapping.emotion_scale)
    legend = legend_of(heading)
    told = None if legend.lowest is None or legend.highest is None else (legend.lowest, legend.highest)
    scales = signed_scales(numbers, told)
    if len(scales) < 2:
        return ListEmotionScale(scales[0] if scales else None)
    choices = tuple(emotion_choice(ends, mapping.model_copy(update={"emotion_scale": ends})) for ends in scales)
    return ListEmotionScale(scales[0], (Doubt(EMOTION_SCALE, _place([heading]), say(EMOTION_ASKED), choices),))
