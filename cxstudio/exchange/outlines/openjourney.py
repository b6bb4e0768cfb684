"""OpenJourney files (.ojf): stages across, lanes down, and cards where they cross. Read leniently."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cxstudio.errors import UserError
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json
from cxstudio.model.kinds import NoteKind
from cxstudio.wording.texts import N_

_MOST: Final = 5_000
_POINTS: Final = re.compile(r"touch\s?-?point|action|aktion|step|schritt|activit|aktivit|doing|handlung|kontakt")
_KINDS: Final = (
    (NoteKind.HURDLE, re.compile(r"pain|hurdle|h[uü]rde|problem|frustrat|barrier|issue|schmerz")),
    (NoteKind.OPPORTUNITY, re.compile(r"opportunit|chance|idea|idee|improve|verbesser|gain")),
    (NoteKind.THOUGHT, re.compile(r"think|thought|denk|gedanke|feel|f[uü]hl|emotion|sentiment|mood|stimmung")),
    (NoteKind.QUOTE, re.compile(r"quote|zitat|said|o-ton|voice")),
    (NoteKind.NEED, re.compile(r"need|bed[uü]rf|goal|ziel|expect|erwart")),
)
_EMOTION: Final = re.compile(r"emotion|feel|f[uü]hl|mood|stimmung|sentiment|experience|erleb|satisf|zufried")


@dataclass(slots=True)
class Card:
    """One card of the map."""

    title: str
    text: str = ""
    lane: str = ""
    kind: NoteKind | None = None
    """What kind of note it is; None for a touchpoint."""
    score: float = 0.0
    """−5 to 5; 0 where nobody gave one."""
    decisive: bool = False


@dataclass(slots=True)
class OpenJourney:
    """A map as it is in the file."""

    title: str
    persona: str
    stages: list[tuple[str, list[Card]]] = field(default_factory=list)
    lost: int = 0
    """Cards of a stage there is not."""


def looks_like_openjourney(text: str) -> bool:
    """Whether a text is an OpenJourney map."""
    start = text.lstrip()
    return start.startswith("{") and '"stages"' in text and '"nodes"' in text and '"swimlanes"' in text


def read_openjourney(text: str, name: str) -> OpenJourney:
    """The map. Raises UserError for what is none."""
    try:
        root = read_json(text.encode("utf-8", "surrogatepass"))
    except DamagedJson as error:
        raise _refused(name) from error
    if isinstance(root, Mapping) and isinstance(root.get("ojf_data"), Mapping):
        root = {**root["ojf_data"], "title": root.get("title", "")}
    if not isinstance(root, Mapping) or not isinstance(root.get("stages"), list | tuple):
        raise _refused(name)
    stages, lanes = _named(root.get("stages")), _named(root.get("swimlanes") or root.get("lanes"))
    title = _text(root, "title", "name", "pointOfView")
    found = OpenJourney(title, _text(root, "persona"), [(label, []) for label in stages.values()])
    places = {key: at for at, key in enumerate(stages)}
    nodes = root.get("nodes")
    given = [node for node in nodes if isinstance(node, Mapping)] if isinstance(nodes, list | tuple) else []
    for node in given[:_MOST]:
        at = places.get(_text(node, "stageId", "stage", "stage_id", "column"))
        card = _card(node, lanes)
        if at is None or not card.title:
            found.lost += 1
        else:
            found.stages[at][1].append(card)
    found.lost += len(given[_MOST:])
    return found


def _named(values: object) -> dict[str, str]:
    """Id → name; things without an id go by their name or place."""
    found: dict[str, str] = {}
    for at, value in enumerate(values if isinstance(values, list | tuple) else ()):
        if isinstance(value, Mapping):
            label = _text(value, "name", "title", "label")
            found[_text(value, "id", "key") or label or str(at)] = label
        else:
            found[str(value)] = str(value)
    return found


def _card(node: Mapping[str, Any], lanes: Mapping[str, str]) -> Card:
    key = _text(node, "swimlaneId", "swimlane", "laneId", "lane", "row")
    lane = lanes.get(key, key)
    title, text = _text(node, "title", "name", "label"), _text(node, "description", "text", "content", "notes")
    score = node.get("score")
    return Card(
        title or text,
        text if title else "",
        lane,
        _kind(_text(node, "purpose").casefold(), lane.casefold()),
        float(score) if isinstance(score, int | float) and -5 <= score <= 5 else 0.0,
        bool(node.get("isMomentOfTruth")),
    )


def _kind(purpose: str, lane: str) -> NoteKind | None:
    for words in (purpose, lane):
        if words and _POINTS.search(words):
            return None
        kind = next((kind for kind, said in _KINDS if words and said.search(words)), None)
        if kind is not None:
            return kind
    return NoteKind.UNSORTED if lane else None


def is_curve(lane: str) -> bool:
    """Whether the scores of a lane tell how people felt."""
    return _EMOTION.search(lane.casefold()) is not None


def _text(value: Mapping[str, Any], *names: str) -> str:
    found: Sequence[object] = [value[name] for name in names if isinstance(value.get(name), str | int | float)]
    return " ".join(str(found[0]).split()) if found else ""


def _refused(name: str) -> UserError:
    return UserError(N_("{name} is not an OpenJourney map."), N_("Nothing was imported."), name=name or "JSON")
