"""What a column of a table looks like: its numbers, its words, what its heading says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cxstudio.exchange.survey.answer_forms import written_number
from cxstudio.exchange.survey.column_headings import role_in
from cxstudio.exchange.survey.heading_legends import Legend, legend_of
from cxstudio.exchange.survey.shared_questions import AskedAbout
from cxstudio.exchange.survey.survey_comments import day_of
from cxstudio.exchange.survey.survey_mapping import Role
from cxstudio.exchange.survey.word_scales import completes_scale, says_nothing

LOOKED_AT: Final = 2_000
"""Rows that are looked at."""
_MOST_WORDS: Final = 40
_ABOUT_PEOPLE: Final = re.compile(
    r"\balter\b|altersgruppe|\bage\b|age ?(?:group|range)|geschlecht|\bgender\b|\bsex\b|haushalt|"
    r"household|\bkinder\b|\bchildren\b|bildung\b|schulabschluss|\beducation|einkommen|\bincome\b|\bberuf|"
    r"occupation|\bplz\b|postleitzahl|\bzip\b|jahrgang|bundesland|\bstate\b|\bcountry\b|\bland\b|"
    r"\bstadt\b|\bcity\b|\bregion\b|wie alt|how old|wie viele|wieviele|how many|\banzahl\b|number of|"
    r"wie lange|how long|\(jahre\)|\(years\)|vertragsdauer|\bduration\b|\bdauer\b|progress|fortschritt|"
    r"\bstatus\b|finished|\bip\b|collector|latitude|longitude|letzte seite|last ?page|startsprache|"
    r"start-sprache|language|sprache|\bseed\b|zufallsstart|gruppe$|- group$",
)
"""Headings of columns about the person or the interview: their numbers are codes and counts, no answers."""


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """One column as it stands."""

    index: int
    name: str
    named: Role | None
    """The role its heading names."""
    asked: AskedAbout | None
    """Question and thing, where it shares the question with other columns."""
    legend: Legend
    filled: int
    """Cells with an answer."""
    numbers: Mapping[int, int] = field(hash=False)
    """Whole numbers in it, and how often."""
    most: int | None
    """The highest answer its cells name: 5 of “4/5”."""
    words: Mapping[str, int] = field(hash=False)
    """Other cells, and how often; at most a few."""
    many: bool
    """Whether nearly every cell is different."""
    letters: float
    """Average length of its cells."""
    dates: bool
    counting: bool
    """Whether its numbers run 1, 2, 3 …"""

    @property
    def numeric(self) -> float:
        """Share of its filled cells that are numbers."""
        return sum(self.numbers.values()) / self.filled if self.filled else 0.0

    @property
    def about_people(self) -> bool:
        """Whether its heading speaks of the person or the interview."""
        return _ABOUT_PEOPLE.search(self.name.casefold()) is not None and self.named not in {Role.NPS, Role.CSAT}


def look_at(index: int, name: str, cells: Sequence[str], asked: AskedAbout | None) -> ColumnLook:
    """How a column looks, from its first cells."""
    counted = Counter(cell.strip() for cell in cells[:LOOKED_AT])
    given = {
        cell: n for cell, n in counted.items() if not says_nothing(cell) or (cell and completes_scale(cell, counted))
    }
    numbers: Counter[int] = Counter()
    words: Counter[str] = Counter()
    labels: set[tuple[int, str]] = set()
    tops: set[int | None] = set()
    for cell, n in given.items():
        number = written_number(cell)
        if number is None:
            words[cell] += n
            continue
        numbers[number.value] += n
        tops.add(number.most)
        if number.label:
            labels.add((number.value, number.label))
    filled = sum(given.values())
    return ColumnLook(
        index=index,
        name=name,
        named=role_in(asked.question if asked is not None else name) or role_in(name),
        asked=asked,
        legend=legend_of(name, sorted(labels)),
        filled=filled,
        numbers=numbers,
        most=next(iter(tops)) if len(tops) == 1 else None,
        words=dict(words.most_common(_MOST_WORDS)),
        many=filled > 3 and len(given) > 0.9 * filled,
        letters=sum(len(cell) * n for cell, n in given.items()) / filled if filled else 0.0,
        dates=filled > 0 and all(day_of(cell) for cell in list(given)[:50]),
        counting=filled > 1 and [cell.strip() for cell in cells[:filled]] == [str(i + 1) for i in range(filled)],
    )
