"""One touchpoint on one slide: its name, what a customer said, how it was expected and experienced, what is planned."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures, Verdict
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Placed, Primitive, Rect
from cxstudio.layout.lanes.emotion_lane import emotion_role
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES, TEXT_ROLES
from cxstudio.layout.slides.figure_basis import are_targets, basis_of
from cxstudio.layout.slides.slide_frame import Sheet
from cxstudio.layout.slides.slide_order import Step, place_in_stage
from cxstudio.layout.slides.slide_photos import Box, photo_row
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import Channel, Document, Id, Measure, Note, Picture, Round, Stage, Touchpoint
from cxstudio.model.kinds import MeasureStatus, NoteKind
from cxstudio.model.placement import placed_at
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.emotion_steps import EMOTIONS
from cxstudio.wording.figures.figure_sentences import judged_words
from cxstudio.wording.figures.room_words import room_title
from cxstudio.wording.texts import N_, Texts

_MOST_MEASURES = 3
_VOICES = (NoteKind.QUOTE, NoteKind.THOUGHT, NoteKind.NEED)
_PAD = 28.0
_PHOTOS = 0.58
"""Part of the height that photos take above what somebody said."""


class TouchpointSlide:
    """Lays out one touchpoint."""

    def __init__(
        self, document: Document, journey: Id, figures: RoundFigures | None, texts: Texts, sheet: Sheet, step: Step
    ) -> None:
        self._document, self._all, self._texts, self._sheet = document, figures, texts, sheet
        self._journey = journey
        self._touchpoint = document.get(Touchpoint, step.touchpoint or "")
        self._figures = figures.of(self._touchpoint.id) if figures is not None else None

    def slide(self) -> DisplayList:
        """The slide."""
        sheet = self._sheet
        head, y = self._head()
        measures, bottom = self._measures()
        top = y + sheet(40)
        groups = [head, *measures]
        said, source = self._voice()
        photos = placed_at(self._document, Picture, self._touchpoint.id)
        split = bool(said or photos) and sheet.width > sheet.height * 1.2
        left = sheet.inner * 0.46 if split else sheet.inner
        if said or photos:
            box = Box(sheet.margin, top, left - sheet(56), bottom - top - sheet(24))
            if not split:
                box = box._replace(wide=left, high=(bottom - top) * (0.5 if photos else 0.36))
                top += box.high + (bottom - top) * 0.04
            if photos:
                shown, box = box.parted(_PHOTOS if said else 1.0, sheet(28))
                groups.append(photo_row(sheet, photos, self._name, shown))
            if said:
                groups.append(self._quote(said, source, *box))
        x = sheet.margin + left if split else sheet.margin
        groups.append(self._panel(x, top, sheet.width - sheet.margin - x, bottom - top - sheet(24)))
        groups.append(sheet.foot(self._basis(), self._place()))
        return sheet.slide(groups, self._name)

    @property
    def _name(self) -> str:
        return " ".join(self._touchpoint.name[:2000].split()) or self._texts.tr("Untitled touchpoint")

    def _head(self) -> tuple[Placed, float]:
        sheet = self._sheet
        stage = self._document.get(Stage, self._touchpoint.stage)
        small = sheet.type(30, "semibold")
        y = sheet(44)
        caption = " ".join(stage.name.split()) or self._texts.tr("Untitled stage")
        items: list[Primitive] = [sheet.one(caption, small, sheet.margin, y + small.rise, sheet.inner, Role.ACCENT)]
        y += small.leading + sheet(4)
        signs = list(self._signs(y + sheet(6)))
        wide = sheet.inner - (sheet(86) * len(signs) if signs else 0.0)
        style = sheet.fitted(self._name, (80, 66, 54, 44), "semibold", wide, 2)
        lines = sheet.block(self._name, style, sheet.margin, y, wide, 3)
        items.extend(lines)
        items.extend(item for sign in signs for item in sign)
        y += len(lines) * style.leading
        facts = self._facts()
        if facts:
            body = sheet.type(30)
            items.append(sheet.one(facts, body, sheet.margin, y + sheet(8) + body.rise, sheet.inner))
            y += sheet(8) + body.leading
        return sheet.group("head", items, self._touchpoint.id), y

    def _signs(self, y: float) -> Iterator[tuple[Primitive, ...]]:
        sheet, size = self._sheet, self._sheet(64)
        x = sheet.width - sheet.margin - size
        if is_critical(self._all, self._touchpoint):
            yield marks.sign("warning", x, y, size, Role.DISAPPOINTING)
            x -= size + sheet(20)
        if self._touchpoint.stardust:
            yield marks.sign("star", x, y, size, Role.STARDUST)

    def _facts(self) -> str:
        """Channels and kind of contact."""
        channels = (self._document.find(c) for c in self._touchpoint.channels[:3])
        parts = [" ".join(c.name.split()) for c in channels if isinstance(c, Channel)]
        if self._touchpoint.contact is not None:
            parts.append(self._texts.tr(choice_label(self._touchpoint.contact)))
        return " · ".join(p for p in parts if p)

    def _voice(self) -> tuple[str, str]:
        """What is said about it, and on what that rests: a quote, else a hurdle or a chance."""
        notes = self._document.having(Note, "about", self._touchpoint.id)
        for kinds in (_VOICES, (NoteKind.HURDLE,), (NoteKind.OPPORTUNITY,)):
            note = next((n for n in notes if n.kind in kinds and n.text.strip()), None)
            if note is not None:
                said = " ".join(note.text[:3000].split())
                evidence = self._texts.tr(choice_label(note.evidence)) if note.evidence is not None else ""
                label = self._texts.tr(choice_label(note.kind))
                source = " · ".join(p for p in (label, evidence) if p)
                voice = note.kind is NoteKind.QUOTE
                return (self._texts.quoted(said) if voice else said), source[:1].upper() + source[1:]
        return "", ""

    def _quote(self, said: str, source: str, x: float, y: float, wide: float, high: float) -> Placed:
        sheet = self._sheet
        small = sheet.small
        room = high - (small.leading + sheet(14) if source else 0.0)
        style = sheet.type(28, "italic", 1.3)
        for size in (56, 48, 42, 36, 32, 28):
            style = sheet.type(size, "italic", 1.3)
            if len(sheet.block(said, style, x, y, wide, 40)) * style.leading <= room:
                break
        lines = sheet.block(said, style, x, y, wide, int(room // style.leading))
        spare = room - len(lines) * style.leading
        if spare > 0:
            y += spare * 0.36
            lines = sheet.block(said, style, x, y, wide, int(room // style.leading))
        items: list[Primitive] = list(lines)
        if source:
            base = y + len(lines) * style.leading + sheet(14) + small.rise
            items.append(sheet.one(source, small, x, base, wide))
        return sheet.group("voice", items)

    def _panel(self, x: float, y: float, wide: float, high: float) -> Placed:
        """The figures in one box."""
        sheet, pad = self._sheet, self._sheet(_PAD)
        figures = self._figures
        role = {Verdict.DISAPPOINTING: Role.DISAPPOINTING_GROUND, Verdict.DELIGHTING: Role.DELIGHTING_GROUND}
        verdict = figures.verdict if figures is not None else Verdict.UNKNOWN
        ground = Rect(x, y, wide, high, fill=role.get(verdict, Role.OKAY_GROUND), radius=sheet(20))
        items: list[Primitive] = [ground]
        inner, top = wide - 2 * pad, y + pad
        if figures is None or not (figures.expectation or figures.experience or figures.delta or figures.emotion):
            body = sheet.type(36)
            few = figures is not None and figures.withheld
            said = self._texts.tr("Too few answers") if few else self._texts.tr("Not rated yet")
            items.append(sheet.one(said, body, x + wide / 2, y + high / 2, inner, align=0.5))
            return sheet.group("figures", items)
        if figures.delta is not None:
            lines = self._verdict(figures, x + pad, top, inner)
            items += lines
            top += sheet.type(56).leading + sheet(6)
        scaled = bool(figures.expectation or figures.experience)
        left = y + high - pad - top
        below = (left * 0.42 if scaled else left) if figures.emotion else 0.0
        if scaled:
            items += self._scale(figures, x + pad, top, inner, left - below)
        if figures.emotion is not None:
            items += self._emotion(figures.emotion.mean, x + pad, y + high - pad - below, inner, below)
        return sheet.group("figures", items)

    def _verdict(self, figures: TouchpointFigures, x: float, y: float, wide: float) -> list[Primitive]:
        """The delta with its sign and the verdict in words."""
        sheet, texts = self._sheet, self._texts
        assert figures.delta is not None
        role = TEXT_ROLES[figures.verdict] if figures.verdict is not Verdict.UNKNOWN else Role.INK
        said = f"{texts.signed(figures.delta.mean)} {judged_words(figures, texts)}".strip()
        style = sheet.type(56, "semibold")
        items: list[Primitive] = []
        sign = {Verdict.DISAPPOINTING: "down", Verdict.DELIGHTING: "up"}.get(figures.verdict)
        if sign is not None:
            size = sheet(44)
            signs = marks.sign(sign, x, y + (style.leading - size) / 2, size, role)
            items.extend(marks.hollow(each, figures.uncertain, sheet(4)) for each in signs)
            x, wide = x + size + sheet(14), wide - size - sheet(14)
        fits = sheet.fitted(said, (56, 46, 38, 30), "semibold", wide, 1)
        items.append(sheet.one(said, fits, x, y + (style.leading + 0.66 * fits.size) / 2, wide, role))
        return items

    def _scale(self, figures: TouchpointFigures, x: float, y: float, wide: float, high: float) -> list[Primitive]:
        """Expectation and experience on their scale: a tick above the line, a dot on it."""
        sheet, texts = self._sheet, self._texts
        found = self._document.find(figures.round)
        most = found.scale if isinstance(found, Round) else self._document.project.scale
        style, strong = sheet.small, sheet.type(32, "semibold")
        line = y + high / 2
        left, right = x + sheet(40), x + wide - sheet(40)
        mark = MARK_ROLES[figures.verdict] if figures.verdict is not Verdict.UNKNOWN else Role.OKAY

        def at(value: float) -> float:
            return left + (value - 1) / (most - 1) * (right - left)

        items: list[Primitive] = [marks.line(left, line, right, line, Role.INK, sheet(3), round_caps=True)]
        for value, end, align in ((1, x, 0.0), (most, x + wide, 1.0)):
            items.append(sheet.one(texts.number(value), style, end, line + style.size * 0.34, sheet(36), align=align))
        expected = figures.expectation.mean if figures.expectation else None
        lived = figures.experience.mean if figures.experience else None
        if expected is not None and lived is not None:
            low, high_ = sorted((at(expected), at(lived)))
            items.append(Rect(low, line - sheet(10), high_ - low, sheet(20), fill=mark, fill_opacity=0.35))
        if expected is not None:
            tick = Rect(at(expected) - sheet(4), line - sheet(30), sheet(8), sheet(60), fill=Role.INK, radius=sheet(3))
            said = texts.tr("expected {value}", value=texts.number(expected, 1))
            items += [tick, self._beside(said, strong, at(expected), line - sheet(44), x, wide)]
        if lived is not None:
            words = N_("target {value}") if are_targets(self._document, self._all) else N_("experienced {value}")
            said = texts.tr(words, value=texts.number(lived, 1))
            dot = marks.circle(at(lived), line, sheet(19), fill=mark)
            items += [dot, self._beside(said, strong, at(lived), line + sheet(40) + strong.size * 0.7, x, wide)]
        return items

    def _beside(self, said: str, style: Type, middle: float, base: float, x: float, wide: float) -> Primitive:
        sheet = self._sheet
        room = min(sheet.wide(said, style), wide)
        left = min(max(middle - room / 2, x), x + wide - room)
        return sheet.one(said, style, left, base, room + 1)

    def _emotion(self, mean: float, x: float, y: float, wide: float, high: float) -> list[Primitive]:
        """A face, the number and its word."""
        sheet, texts = self._sheet, self._texts
        radius = min(sheet(56), high * 0.46, wide * 0.15)
        middle = y + high / 2
        items: list[Primitive] = list(marks.face(mean, x + radius, middle, radius, emotion_role(mean)))
        feeling = texts.tr(EMOTIONS[marks.face_step(mean)])
        said = texts.tr("Emotion {value} · {words}", value=texts.signed(mean), words=feeling)
        left = x + 2 * radius + sheet(24)
        style = sheet.fitted(said, (40, 34, 28), "semibold", x + wide - left, 1)
        items.append(sheet.one(said, style, left, middle + style.size * 0.34, x + wide - left))
        return items

    def _measures(self) -> tuple[list[Placed], float]:
        """What is planned or done, titles only, along the foot; and where what stands above it ends."""
        sheet, texts = self._sheet, self._texts
        found = [
            m
            for m in self._document.having(Measure, "touchpoints", self._touchpoint.id)
            if m.status is not MeasureStatus.DROPPED and m.title.strip()
        ]
        if not found:
            return [], sheet.bottom
        most = _MOST_MEASURES if sheet.width > sheet.height else 1
        shown, more = found[:most], len(found) - most
        title = texts.trn("Measure", "Measures", len(found))
        if more > 0:
            title += " · " + texts.tr("{n} in all", n=texts.number(len(found)))
        style, body = sheet.type(28, "semibold"), sheet.type(30)
        gap, pad = sheet(20), sheet(20)
        wide = (sheet.inner - gap * (len(shown) - 1)) / len(shown)
        names = [room_title(self._document, m) for m in shown]
        lines = max(len(sheet.block(n, body, 0, 0, wide - 2 * pad, 2)) for n in names)
        high = lines * body.leading + 2 * pad
        top = sheet.bottom - high
        base = top - sheet(14) - style.leading + style.rise
        groups = [sheet.group("measures", (sheet.one(title, style, sheet.margin, base, sheet.inner),))]
        for n, (measure, name) in enumerate(zip(shown, names, strict=True)):
            x = sheet.margin + n * (wide + gap)
            box = Rect(x, top, wide, high, fill=Role.SURFACE, stroke=Role.ACCENT_LINE, stroke_width=sheet(2.5),
                       radius=sheet(16))  # fmt: skip
            said = sheet.block(name, body, x + pad, top + pad, wide - 2 * pad, 2)
            groups.append(sheet.group(f"measure:{measure.id}", (box, *said)))
        return groups, top - sheet(14) - style.leading - sheet(22)

    def _basis(self) -> str:
        if self._figures is None or not (self._figures.n or self._figures.target):
            return ""
        return basis_of(self._document, self._all, self._texts, self._figures.n)

    def _place(self) -> str:
        number, many = place_in_stage(self._document, self._touchpoint)
        texts = self._texts
        return texts.tr("{n} of {all}", n=texts.number(number), all=texts.number(many))
