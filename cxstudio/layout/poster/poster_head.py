"""The title block of a poster: what the journey is, whose it is, where it begins and ends, and the persona."""

from __future__ import annotations

from typing import Final, NamedTuple

from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Frame, Group, Meaning, Picture, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import Document, Id, Journey, Persona
from cxstudio.model.kinds import JourneyKind
from cxstudio.wording.fields.record_names import initials
from cxstudio.wording.texts import Texts

OVERLINE: Final = Type("semibold", 12.0, 17.0)
TITLE: Final = Type("bold", 46.0, 54.0)
QUESTION: Final = Type("regular", 19.0, 25.0)
FINDING: Final = Type("semibold", 15.0, 20.0)
LABEL: Final = Type("regular", 12.0, 16.0)
VALUE: Final = Type("semibold", 12.0, 16.0)
NAME: Final = Type("semibold", 17.0, 23.0)
NOTE: Final = Type("regular", 12.0, 16.0)
QUOTE: Final = Type("italic", 13.0, 17.0)
AGAIN: Final = Type("semibold", 15.0, 20.0)

_USUAL: Final = 1750.0
"""Width up to which the block is set as it stands here; on a wider sheet it is larger."""
_MOST: Final = 2.4
_GAP: Final = 28.0
_BELOW: Final = 18.0
_FACE: Final = 27.0
_BETWEEN_FACTS: Final = 3.5
_LOGO: Final = (150.0, 52.0)
"""Most a logo may take, width and height."""


class Block(NamedTuple):
    """Groups below each other, and their height."""

    groups: tuple[Placed, ...]
    height: float


def head(document: Document, journey: Id, finding: str, texts: Texts, wide: float, fonts: FontBook) -> Frame:
    """The whole block, as wide as the sheet has room; units are those of the map."""
    unit = min(max(wide / _USUAL, 1.0), _MOST)
    facts = _facts(document, journey, texts)
    persona = _persona(document, journey)
    shares = (0.46, 0.23 if facts else 0.0, 0.31 if persona is not None else 0.0)
    room = (wide - unit * _GAP * (sum(share > 0 for share in shares) - 1)) / sum(shares)
    left, middle, right = (share * room for share in shares)
    blocks = [(0.0, _title(document, journey, finding, texts, left, fonts, unit))]
    if facts:
        blocks.append((left + unit * _GAP, _table(facts, middle, fonts, unit)))
    if persona is not None:
        blocks.append((wide - right, _card(persona, texts, right, fonts, unit)))
    high = max(block.height for _, block in blocks) + unit * _BELOW
    placed = tuple(Placed(x + one.x, one.y, one.group) for x, block in blocks for one in block.groups)
    return Frame("poster:head", 0.0, 0.0, wide, high, groups=placed)


def head_again(title: str, which: str, wide: float, fonts: FontBook) -> Frame:
    """One line on the sheets that follow: the journey, and which part of it stands there."""
    high = AGAIN.leading + _BELOW
    items = (
        text.single(fonts, title, AGAIN, 0.0, AGAIN.rise, Role.INK, wide * 0.7, meaning=Meaning.HEADING, words=True),
        text.single(fonts, which, NOTE, wide, AGAIN.rise, Role.MUTED, align=1.0),
    )
    group = Placed(0.0, 0.0, Group("poster:again", wide, high, items))
    return Frame("poster:head", 0.0, 0.0, wide, high, groups=(group,))


def _larger(style: Type, unit: float) -> Type:
    return style._replace(size=style.size * unit, leading=style.leading * unit)


def _title(document: Document, journey: Id, finding: str, texts: Texts, wide: float, fonts: FontBook,
           unit: float) -> Block:  # fmt: skip
    project, record = document.project, document.get(Journey, journey)
    kind = texts.tr("As-is journey") if record.kind is JourneyKind.AS_IS else texts.tr("To-be journey")
    above = " · ".join(part for part in (project.title, kind) if part).upper()
    items: list[Primitive] = []
    y = 0.0
    if project.logo:
        whose = texts.tr("Logo of {client}", client=project.client or project.title)
        items.append(Picture(0.0, 0.0, _LOGO[0] * unit, _LOGO[1] * unit, project.logo, alternative=whose))
        y += unit * (_LOGO[1] + 10.0)
    for said, style, role, meaning, apart in (
        (above, OVERLINE, Role.MUTED, Meaning.TEXT, 0.0),
        (record.title or texts.tr("Untitled journey"), TITLE, Role.INK, Meaning.TITLE, 2.0),
        (project.question, QUESTION, Role.INK, Meaning.TEXT, 6.0),
        (finding, FINDING, Role.INK, Meaning.TEXT, 0.0),
    ):
        if said:
            set_in = _larger(style, unit)
            lines = text.block(fonts, said, set_in, 0.0, y, wide, role, meaning=meaning)
            items += lines
            y += len(lines) * set_in.leading + unit * apart
    return Block((Placed(0.0, 0.0, Group("poster:title", wide, y, tuple(items))),), y)


def _facts(document: Document, journey: Id, texts: Texts) -> list[tuple[str, str]]:
    """What the journey covers, as far as somebody said so."""
    project, record = document.project, document.get(Journey, journey)
    told = (
        (texts.tr("Client"), project.client),
        (texts.tr("Begins with"), project.begins),
        (texts.tr("Ends with"), project.ends),
        (texts.tr("Out of scope"), project.not_part),
        (texts.tr("How many cases"), project.volume_note),
        (texts.tr("Journey owner"), record.owner),
    )
    return [(label, value.strip()) for label, value in told if value.strip()]


def _table(facts: list[tuple[str, str]], wide: float, fonts: FontBook, unit: float) -> Block:
    plain, strong = _larger(LABEL, unit), _larger(VALUE, unit)
    side = max(text.width(fonts, label, plain.face, plain.size) for label, _ in facts) + 14.0 * unit
    rows: list[Placed] = []
    y = 0.0
    for label, value in facts:
        named = text.single(fonts, label, plain, 0.0, plain.rise, Role.MUTED, meaning=Meaning.ROW_HEADER)
        lines = text.block(fonts, value, strong, side, 0.0, wide - side, Role.INK, meaning=Meaning.CELL)
        high = len(lines) * strong.leading + unit * _BETWEEN_FACTS
        rows.append(Placed(0.0, y, Group(f"poster:fact:{len(rows)}", wide, high, (named, *lines))))
        y += high
    return Block(tuple(rows), y)


def _persona(document: Document, journey: Id) -> Persona | None:
    named = (document.find(p) for p in document.get(Journey, journey).personas)
    return next((p for p in named if isinstance(p, Persona)), None)


def _card(persona: Persona, texts: Texts, wide: float, fonts: FontBook, unit: float) -> Block:
    """The persona on a ground of its own: who it is, what it says, what it wants, what bothers it."""
    pad, radius = unit * 16.0, unit * _FACE
    left, y = 2 * pad + 2 * radius, pad
    items: list[Primitive] = []
    name = ", ".join(part for part in (persona.name, "" if persona.age is None else str(persona.age)) if part)
    quote = texts.quoted(persona.quote) if persona.quote else ""
    goals, frustrations = ", ".join(persona.goals[:1]), ", ".join(persona.frustrations[:1])
    for said, style, role, meaning in (
        (name, NAME, Role.INK, Meaning.HEADING),
        (persona.occupation or persona.facts, NOTE, Role.MUTED, Meaning.TEXT),
        (quote, QUOTE, Role.INK, Meaning.TEXT),
        (texts.tr("Goal: {text}", text=goals) if goals else "", NOTE, Role.MUTED, Meaning.TEXT),
        (texts.tr("Frustration: {text}", text=frustrations) if frustrations else "", NOTE, Role.MUTED, Meaning.TEXT),
    ):
        if said:
            set_in = _larger(style, unit)
            lines = text.block(fonts, said, set_in, left, y, wide - left - pad, role, meaning=meaning)
            items += lines
            y += len(lines) * set_in.leading + unit * 2.0
    high, at, large = max(y + pad - unit * 2.0, 2 * (pad + radius)), pad + radius, _larger(NAME, unit)
    short = text.single(fonts, initials(persona.name), large, at, at + large.rise - large.leading / 2, Role.ON_ACCENT,
                        align=0.5, meaning=Meaning.DECORATION)  # fmt: skip
    ground = Rect(0.0, 0.0, wide, high, fill=Role.LANE_GROUND, radius=unit * 10.0)
    drawn = (ground, marks.circle(at, at, radius, fill=Role.ACCENT), short, *items)
    return Block((Placed(0.0, 0.0, Group("poster:persona", wide, high, drawn)),), high)
