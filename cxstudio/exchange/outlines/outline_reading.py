"""An outline of any kind made into a plan: journeys, stages, touchpoints, and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from cxstudio.errors import UserError
from cxstudio.exchange.outlines.openjourney import OpenJourney, is_curve, looks_like_openjourney, read_openjourney
from cxstudio.exchange.outlines.opml_outline import looks_like_opml, read_opml
from cxstudio.exchange.outlines.outline import Item, OutlinedJourney, journeys_of
from cxstudio.exchange.outlines.text_outline import looks_like_outline as text_looks_like_outline
from cxstudio.exchange.outlines.text_outline import outline_of
from cxstudio.exchange.plan.import_plan import (
    ImportPlan,
    ImportRequest,
    LeftOut,
    Message,
    Preview,
    Repair,
    Source,
    plain,
    say,
    trn,
)
from cxstudio.exchange.tables.table import short
from cxstudio.exchange.tables.text_sources import text_of
from cxstudio.model import (
    GROUP_VOICE,
    FrozenMap,
    Id,
    Journey,
    Note,
    Persona,
    Record,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
    new_id,
)
from cxstudio.model.kinds import CriticalMark, NoteKind, RoundKind, View
from cxstudio.model.questions import SIGNED
from cxstudio.store.order import key_between, keys_between
from cxstudio.wording.texts import LANGUAGES, N_, texts

_MOST_TOUCHPOINTS: Final = 5_000
_MOST_JOURNEYS: Final = 20
_SHOWN: Final = 8
_STRONGEST: Final = 5


def looks_like_outline(text: str) -> bool:
    """Whether a text is an outline of any kind that is read here."""
    return looks_like_opml(text) or looks_like_openjourney(text) or text_looks_like_outline(text)


def read_outline(request: ImportRequest) -> ImportPlan:
    """The plan of an outline. Raises UserError where there are no touchpoints in it."""
    text, source = text_of(request)
    said = texts(request.language if request.language in LANGUAGES else "en")
    title = Path(request.name).stem or said.tr("Customer journey")
    if looks_like_openjourney(text) or request.name.casefold().endswith(".ojf"):
        return _map_plan(read_openjourney(text, request.name), title, said.tr("Touchpoints"), request, source)
    if looks_like_opml(text):
        told, items = read_opml(text, request.name)
        title = told or title
    else:
        items = outline_of(text)
    return _outline_plan(journeys_of(items, title), said.tr("Touchpoints"), request, source)


def _outline_plan(found: Sequence[OutlinedJourney], usual: str, request: ImportRequest, source: Source) -> ImportPlan:
    found = [each for each in found if each.touchpoints]
    if not found or sum(each.touchpoints for each in found) > _MOST_TOUCHPOINTS:
        raise UserError(
            N_("No stages and touchpoints were found in the outline.")
            if not found
            else N_("The outline holds too many touchpoints."),
            N_("Nothing was imported."),
            N_("Stages are headings or items, and touchpoints stand below them."),
        )
    alone = next((at for at in range(len(found)) if request.decided(f"journey-{at + 1}")), None)
    chosen = found if alone is None else [found[alone]]
    records: list[Record] = []
    orders = keys_between(None, None, len(chosen))
    for each, order in zip(chosen, orders, strict=True):
        records += _records(each, usual, order)
    return ImportPlan(
        title=chosen[0].title,
        records=tuple(records),
        preview=_preview(records),
        repairs=tuple(_alone(found, alone)),
        source=source,
        request=request,
    )


def _alone(found: Sequence[OutlinedJourney], alone: int | None) -> Iterable[Repair]:
    """Of several journeys all are read, and each may be read by itself."""
    for at, each in enumerate(found[:_MOST_JOURNEYS] if len(found) > 1 else ()):
        problem = say(N_("The file holds several journeys, one of them “{title}”."), title=short(each.title))
        proposal = say(N_("Read only this one."))
        yield Repair(f"journey-{at + 1}", plain(short(each.title)), problem, proposal, at == alone)


def _records(journey: OutlinedJourney, usual: str, order: str) -> list[Record]:
    way = Journey(id=new_id(), title=journey.title, order=order)
    records: list[Record] = [way]
    keys = keys_between(None, None, len(journey.stages))
    for (name, points), key in zip(journey.stages, keys, strict=True):
        stage = Stage(id=new_id(), journey=way.id, name=name or usual, order=key)
        records.append(stage)
        for point, place in zip(points, keys_between(None, None, len(points)), strict=True):
            said = "\n".join([*point.said, *(line for child in point.children for line in _lines(child))])
            records.append(Touchpoint(id=new_id(), stage=stage.id, name=point.text, order=place, description=said))
    return records


def _lines(item: Item) -> list[str]:
    """An item below a touchpoint, and all below it, as lines of its description."""
    return [item.text, *item.said, *(line for child in item.children for line in _lines(child))]


def _map_plan(found: OpenJourney, title: str, usual: str, request: ImportRequest, source: Source) -> ImportPlan:
    way = Journey(id=new_id(), title=found.title or title)
    records: list[Record] = [way]
    if found.persona:
        records.append(Persona(id=new_id(), name=short(found.persona, 80)))
    felt: dict[Id, int] = {}
    last: str | None = None
    keys = keys_between(None, None, len(found.stages))
    for (name, cards), key in zip(found.stages, keys, strict=True):
        stage = Stage(id=new_id(), journey=way.id, name=name or usual, order=key)
        points = [card for card in cards if card.kind is None]
        made = [
            Touchpoint(
                id=new_id(),
                stage=stage.id,
                name=card.title,
                description=card.text,
                order=place,
                critical=CriticalMark.YES if card.decisive else CriticalMark.BY_RULE,
            )
            for card, place in zip(points, keys_between(None, None, len(points)), strict=True)
        ]
        records += [stage, *made]
        felt.update({point.id: _felt(card.score) for card, point in zip(points, made, strict=True) if card.score})
        about = made[0].id if len(made) == 1 else way.id
        for card in (card for card in cards if card.kind is not None):
            if card.score and is_curve(card.lane) and len(made) == 1:
                felt[about] = _felt(card.score)
            last = key_between(last, None)
            records.append(_note(card.title, card.text, card.kind, card.lane, about, last))
    notes = _with_round(records, way, felt, request) if felt else ()
    lost = trn("{n} card", "{n} cards", found.lost)
    told = (LeftOut(say(N_("The map")), lost, say(N_("it stands in no stage, or says nothing")), found.lost),)
    if not any(isinstance(record, Touchpoint | Note) for record in records):
        raise UserError(N_("There is no card in the map."), N_("Nothing was imported."))
    return ImportPlan(
        title=way.title,
        records=tuple(records),
        preview=_preview(records),
        left_out=told if found.lost else (),
        notes=notes,
        source=source,
        request=request,
    )


def _note(title: str, text: str, kind: NoteKind | None, lane: str, about: Id, order: str) -> Note:
    """A card that is no touchpoint; without a single touchpoint to stand at it waits in the pile."""
    words = f"{title}: {text}" if text else title
    return Note(id=new_id(), text=words, kind=kind or NoteKind.UNSORTED, about=about, theme=lane, order=order)


def _felt(score: float) -> int:
    """A score from −5 to 5 on our scale of emotions, the sign kept."""
    lowest, highest = SIGNED
    value = round(abs(score) * highest / _STRONGEST)
    return max(lowest, min(highest, int(value if score > 0 else -value) or (1 if score > 0 else -1)))


def _with_round(
    records: list[Record], way: Journey, felt: dict[Id, int], request: ImportRequest
) -> tuple[Message, ...]:
    round_ = Round(id=new_id(), journey=way.id, title=way.title, kind=RoundKind.GROUP, view=View.EMPLOYEES,
                   source=request.name)  # fmt: skip
    records.append(round_)
    for point, value in felt.items():
        answers = FrozenMap({GROUP_VOICE: value})
        records.append(TouchpointRatings(id=new_id(), round=round_.id, touchpoint=point, emotion=answers))
    return (say(N_("Scores from −5 to 5 are read as emotions from −3 to 3, as the group’s values.")),)


def _preview(records: Sequence[Record]) -> Preview:
    stages = {record.id: record.name for record in records if isinstance(record, Stage)}
    points = [record for record in records if isinstance(record, Touchpoint)]
    journeys, noted = (sum(isinstance(record, kind) for record in records) for kind in (Journey, Note))
    counts = [
        trn("{n} stage", "{n} stages", len(stages)),
        trn("{n} touchpoint", "{n} touchpoints", len(points)),
    ]
    if journeys > 1:
        counts.insert(0, trn("{n} journey", "{n} journeys", journeys))
    if noted:
        counts.append(trn("{n} note", "{n} notes", noted))
    rows = tuple((stages[point.stage], point.name) for point in points[:_SHOWN])
    return Preview(tuple(counts), (say(N_("Stage")), say(N_("Touchpoint"))), rows)
