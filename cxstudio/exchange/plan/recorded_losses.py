"""What an import left out, kept with the round or the journey it made: the method note of a report names it.

Only how many of what kind and why. Nothing of what stood there: a cell may hold a name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from cxstudio.exchange.plan.import_plan import Figure, ImportPlan, Message, Numbers
from cxstudio.model import Journey, Record, Round
from cxstudio.wording import N_
from cxstudio.wording import texts as texts_in
from cxstudio.wording.texts import Texts

_OTHER = Message(N_("other reasons"))
MOST_KINDS = 12
"""Reasons named one by one; the rest is counted together."""


def with_losses_recorded(plan: ImportPlan) -> ImportPlan:
    """The plan with its losses in its rounds, or in its journeys where it has no round."""
    if not plan.left_out:
        return plan
    kind: type[Record] = Round if any(isinstance(record, Round) for record in plan.records) else Journey
    said = losses_text(plan, texts_in(plan.request.language or "de"))
    records = [record.model_copy(update={"left_out": said}) if isinstance(record, kind) else record
               for record in plan.records]  # fmt: skip
    return replace(plan, records=tuple(records))


def losses_text(plan: ImportPlan, texts: Texts) -> str:
    """Each reason with how often it applied, the most frequent first."""
    found: Counter[Message] = Counter()
    for entry in plan.left_out:
        found[_plain(entry.why)] += entry.count
    listed = found.most_common()
    rest = sum(n for _, n in listed[MOST_KINDS:])
    counted = [(why, n) for why, n in listed[:MOST_KINDS] if why != _OTHER]
    rest += found[_OTHER] if any(why == _OTHER for why, _ in listed[:MOST_KINDS]) else 0
    counted += [(_OTHER, rest)] if rest else []
    return "; ".join(texts.tr("{n} × {why}", n=texts.number(n), why=why.said(texts).rstrip(".")) for why, n in counted)


def _plain(why: Message) -> Message:
    """The reason where it quotes nothing of the source."""
    return why if _quotes_nothing(why) else _OTHER


def _quotes_nothing(message: Message) -> bool:
    return all(
        isinstance(value, Figure | Numbers) or (isinstance(value, Message) and _quotes_nothing(value))
        for _, value in message.values
    )
