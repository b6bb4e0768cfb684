"""What each column of a survey is read as by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cxstudio.exchange.survey.proposal.column_look import ColumnLook
from cxstudio.exchange.survey.proposal.number_scales import is_code, mostly_on_scale, own_scale
from cxstudio.exchange.survey.proposal.word_columns import WordReading
from cxstudio.exchange.survey.survey_mapping import JOURNEY_FIGURES, SIGNED_ROLES, TOUCHPOINT_ROLES, Role
from cxstudio.exchange.survey.word_scales import kano_scale, promise_scale
from cxstudio.model.questions import PROMISE, SIGNED

_MOST_SEGMENTS: Final = 20
_MOSTLY: Final = 0.5
_NPS_GROUPS: Final = {"promoter", "passive", "detractor", "promoters", "passives", "detractors"}


@dataclass(frozen=True, slots=True)
class ColumnRole:
    """A column with the role it is proposed for."""

    look: ColumnLook
    role: Role
    kano: Mapping[str, int] = field(default_factory=dict, hash=False)
    reading: WordReading | None = None
    """How its words are read, where it is answered in words."""
    item: str = ""
    """What ties it to other columns of the same touchpoint."""
    name: str = ""
    """The touchpoint's name where the heading alone does not give it."""
    slider: bool = False
    """Whether it was answered from 0 to 100."""


def role_of(look: ColumnLook, reading: WordReading | None) -> ColumnRole | None:
    """The role a column suggests; None where nothing speaks for anything."""
    if not look.filled:
        return None
    if look.named is Role.PROMISE and (kept := _promise_role(look)) is not None:
        return kept
    return _words_role(look, reading) if look.numeric < _MOSTLY else _numbers_role(look)


def _promise_role(look: ColumnLook) -> ColumnRole | None:
    """Whether a promise was kept, in words, or in numbers whose heading says which end is the good one."""
    if not look.numbers:
        scale = promise_scale(look.words)
        read = None if scale is None else WordReading((look.index,), (scale,), sure=True)
        return None if read is None else ColumnRole(look, Role.PROMISE, reading=read)
    lowest, highest = PROMISE
    told = look.legend.best_is_lowest is not None and not look.words
    fits = lowest <= min(look.numbers) and max(look.numbers) <= highest
    return ColumnRole(look, Role.PROMISE) if told and fits else None


def names_nps_groups(look: ColumnLook) -> bool:
    """Whether a column says promoter, passive, detractor: then another one holds the answers from 0 to 10."""
    return bool(look.words) and {word.casefold() for word in look.words} <= _NPS_GROUPS


def _words_role(look: ColumnLook, reading: WordReading | None) -> ColumnRole | None:
    kano = kano_scale(look.words)
    if kano is not None:
        return ColumnRole(look, Role.KANO_FUNCTIONAL, kano)
    if reading is not None and look.named not in {Role.SEGMENT, Role.PERSONA, Role.COMMENT} and not look.about_people:
        allowed = TOUCHPOINT_ROLES - SIGNED_ROLES - {Role.PROMISE} | JOURNEY_FIGURES - {Role.NPS}
        role = look.named if look.named in allowed else Role.EXPERIENCE
        return ColumnRole(look, role, reading=reading)
    if look.dates:
        return ColumnRole(look, Role.DATE)
    if look.named in {Role.PERSONA, Role.SEGMENT} and len(look.words) < _MOST_SEGMENTS and not look.many:
        return ColumnRole(look, look.named)
    if look.named is Role.COMMENT and (look.letters > 8 or " " in "".join(look.words)):
        return ColumnRole(look, Role.COMMENT)
    if look.named is Role.RESPONDENT and look.many and look.letters < 40:
        return ColumnRole(look, Role.RESPONDENT)
    if look.letters > 25 and look.many and any(" " in word for word in look.words):
        return ColumnRole(look, Role.COMMENT)
    return None


def _numbers_role(look: ColumnLook) -> ColumnRole | None:
    if look.named is Role.RESPONDENT or (look.index == 0 and look.many and look.named is None and look.counting):
        return ColumnRole(look, Role.RESPONDENT)
    if look.named in {Role.COMMENT, Role.DATE, Role.SEGMENT, Role.PERSONA} or look.about_people or not look.numbers:
        return None
    ends = _ends(look)
    if ends is None:
        return None
    low, high = ends
    lowest, highest = SIGNED
    if look.named in SIGNED_ROLES and low >= lowest and high <= highest - lowest + 1:
        return ColumnRole(look, look.named)
    if look.named in {Role.RECOMMEND, Role.NPS} and high > 7 and low >= 0:
        return ColumnRole(look, Role.NPS)
    if look.named is Role.NPS:
        return ColumnRole(look, Role.RECOMMEND) if low >= 1 else None
    if look.named in JOURNEY_FIGURES and 1 < high <= 10 and low >= 0:
        return ColumnRole(look, look.named)
    if not _rated(look, low, high):
        return None
    return ColumnRole(look, look.named if look.named in TOUCHPOINT_ROLES - {Role.PROMISE} else Role.EXPERIENCE)


def _ends(look: ColumnLook) -> tuple[int, int] | None:
    if look.legend.lowest is not None and look.legend.highest is not None:
        return look.legend.lowest, look.legend.highest
    if look.most is not None:
        return 1, look.most
    return own_scale(look.numbers) or (own_scale(mostly_on_scale(look.numbers)) if look.named is not None else None)


def _rated(look: ColumnLook, low: int, high: int) -> bool:
    """Whether numbers look like points of a scale: a step or two only where the heading or the cells say so."""
    steps = sum(1 for value in look.numbers if not is_code(value))
    told = look.named is not None or look.most is not None or look.legend.highest is not None or look.asked is not None
    return (
        low >= -5 and 2 <= high <= 10 and (steps >= 3 or told or (steps == 2 and low >= 2) or (steps == 1 and low > 2))
    )
