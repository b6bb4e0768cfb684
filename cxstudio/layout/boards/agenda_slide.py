"""What the room sees of a workshop: the task and the timer of the block that runs, else the agenda."""

from __future__ import annotations

from datetime import tzinfo
from math import cos, pi, sin
from typing import Final

from cxstudio.analysis.workshops.block_needs import PassingNeed, PassNow, block_need, pass_now
from cxstudio.analysis.workshops.planned_times import plan_agenda
from cxstudio.analysis.workshops.run_standing import LAST, RunStanding, minutes_of
from cxstudio.layout.display.display_list import (
    DisplayList,
    Frame,
    Group,
    Meaning,
    Path,
    Placed,
    Primitive,
    Rect,
    Segment,
)
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import REGULAR, SEMIBOLD, FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import AgendaBlock, BreakoutGroup, Document, Question, Workshop
from cxstudio.model.kinds import BlockKind
from cxstudio.wording.findings.agenda_sentences import (
    behind_text,
    clock_text,
    group_text,
    minutes_text,
    moment_text,
    task_lines,
    timer_text,
)
from cxstudio.wording.texts import Texts

_WIDE: Final = 1456.0
_MARGIN: Final = 62.0
_SIDE: Final = 960.0
"""Where the column with the timer begins."""
_RADIUS: Final = 158.0
_STROKE: Final = 15.0
_FOOT: Final = 150.0
"""Height of the band with the day at the bottom."""
_SMALL: Final = Type(REGULAR, 22.0, 29.0)
_STRONG: Final = Type(SEMIBOLD, 22.0, 29.0)
_QUESTION: Final = Type(REGULAR, 27.0, 36.0)
_RULE: Final = Type(REGULAR, 25.0, 33.0)
_TASKS: Final = (Type(SEMIBOLD, 52.0, 68.0), Type(SEMIBOLD, 42.0, 55.0), Type(SEMIBOLD, 34.0, 45.0))
_MOST_RULES: Final = 6
_MOST_LISTED: Final = 24


def timer_role(standing: RunStanding) -> Role:
    """The colour of the timer: another one when a fifth is left, and when a twentieth is."""
    if standing.signal is None:
        return Role.ACCENT
    return Role.DISAPPOINTING if standing.signal <= LAST else Role.STARDUST


def lay_out_agenda_slide(
    document: Document, workshop: Workshop, standing: RunStanding | None, texts: Texts, shape: float,
    zone: tzinfo | None = None, fonts: FontBook | None = None,
) -> DisplayList:  # fmt: skip
    """A slide whose height is `shape` times its width; whoever shows it enlarges it to the screen."""
    made = _Slide(document, workshop, texts, _WIDE * shape, zone, fonts or font_book())
    if standing is not None and standing.current is not None and not workshop.ended:
        made.running(standing)
    else:
        made.agenda()
    group = Group("agenda", _WIDE, made.high, tuple(made.items))
    root = Frame("agenda", 0, 0, _WIDE, made.high, groups=(Placed(0, 0, group),))
    return DisplayList(_WIDE, made.high, root, texts.tr("Agenda"))


class _Slide:
    """Gathers the primitives of one slide."""

    def __init__(
        self, document: Document, workshop: Workshop, texts: Texts, high: float, zone: tzinfo | None, book: FontBook
    ) -> None:
        self.document, self.workshop, self.texts = document, workshop, texts
        self.high, self.zone, self.book = high, zone, book
        self.blocks = document.having(AgendaBlock, "workshop", workshop.id)
        self.items: list[Primitive] = [Rect(0, 0, _WIDE, high, fill=Role.SURFACE)]
        self.groups: tuple[BreakoutGroup, ...] = ()
        """The groups of the block that runs."""

    @property
    def apart(self) -> bool:
        """Whether groups work at places or on tasks of their own."""
        return any(group.place.strip() or group.task.strip() for group in self.groups)

    def say(self, said: str, style: Type, x: float, y: float, role: Role, wide: float | None = None,
            align: float = 0.0, meaning: Meaning = Meaning.TEXT) -> float:  # fmt: skip
        """One line with its baseline at y; returns its width."""
        made = text.single(self.book, said, style, x, y, role, wide, align, meaning)
        self.items.append(made)
        return made.width

    def running(self, standing: RunStanding) -> None:
        """The block that runs."""
        assert standing.current is not None
        block, tr = standing.current.block, self.texts.tr
        self.groups = self.document.having(BreakoutGroup, "block", block.id)
        need = block_need(self.document, self.workshop, block)
        passing = pass_now(need, standing.length, standing.elapsed) if isinstance(need, PassingNeed) else None
        title = block.title.strip() or tr("Untitled")
        wide = self.say(title, _STRONG, _MARGIN, 70.0, Role.ACCENT, _SIDE - _MARGIN - 160.0)
        if passing is not None:
            said = tr("Pass {n} of {all}", n=passing.number, all=passing.passes)
            self.say(said, _SMALL, _MARGIN + wide + 18.0, 70.0, Role.MUTED)
        now = moment_text(standing.now, self.zone)
        clock = self.say(now, _STRONG, _WIDE - _MARGIN, 70.0, Role.INK, align=1.0)
        self.say(tr("It is"), _SMALL, _WIDE - _MARGIN - clock - 8.0, 70.0, Role.MUTED, align=1.0)
        self._task(block)
        self._timer(standing, passing, need if isinstance(need, PassingNeed) else None)
        self._day(standing)

    def _task(self, block: AgendaBlock) -> None:
        first, rules = task_lines(block, self.texts)
        room, bottom = _SIDE - _MARGIN - 40.0, self.high - _FOOT - 30.0
        style = next((s for s in _TASKS if len(text.wrap(self.book, first, s.face, s.size, room)) <= 3), _TASKS[-1])
        lines = text.block(self.book, first, style, _MARGIN, 100.0, room, Role.INK, 4, meaning=Meaning.HEADING)
        self.items += lines
        y = 100.0 + len(lines) * style.leading + 22.0
        question = self.document.find(block.question)
        if isinstance(question, Question) and question.text.strip():
            said = text.block(self.book, question.text, _QUESTION, _MARGIN + 22.0, y, room - 22.0, Role.INK, 3)
            high = len(said) * _QUESTION.leading
            self.items.append(Rect(_MARGIN, y + 2.0, 5.0, high - 4.0, fill=Role.ACCENT))
            self.items += said
            y += high + 26.0
        for number, rule in enumerate(rules[:_MOST_RULES], 1):
            said = text.block(self.book, rule, _RULE, _MARGIN + 42.0, y, room - 42.0, Role.INK, 2)
            if y + len(said) * _RULE.leading > bottom:
                break
            self.items.append(Rect(_MARGIN, y + 3.0, 27.0, 27.0, fill=Role.ACCENT_GROUND, radius=13.5))
            self.say(str(number), Type(SEMIBOLD, 17.0, 22.0), _MARGIN + 13.5, y + 22.5, Role.ACCENT, align=0.5)
            self.items += said
            y += len(said) * _RULE.leading + 14.0
        if self.apart:
            self._places(y + 14.0, bottom)

    def _places(self, y: float, bottom: float) -> None:
        """Who goes where, and what with; never anybody's name. What has no room is counted."""
        room, left = _SIDE - _MARGIN - 40.0, len(self.groups)
        for group in self.groups:
            task = text.block(self.book, group.task, _SMALL, _MARGIN + 22.0, y + _STRONG.leading, room - 22.0,
                              Role.MUTED, 2)  # fmt: skip
            high = _STRONG.leading + len(task) * _SMALL.leading
            if y + high > bottom - (_SMALL.leading if left > 1 else 0.0):
                break
            self.items.append(Rect(_MARGIN, y + 3.0, 5.0, high - 6.0, fill=Role.ACCENT))
            self.say(group_text(group, self.texts), _STRONG, _MARGIN + 22.0, y + _STRONG.rise, Role.INK, room - 22.0)
            self.items += task
            y += high + 12.0
            left -= 1
        if left:
            said = self.texts.trn("and {n} more group", "and {n} more groups", left)
            self.say(said, _SMALL, _MARGIN + 22.0, y + _SMALL.rise, Role.MUTED)

    def _timer(self, standing: RunStanding, passing: PassNow | None, need: PassingNeed | None) -> None:
        tr, x = self.texts.tr, (_SIDE + _WIDE - _MARGIN) / 2 + 20.0
        y = 110.0 + _RADIUS + 20.0
        share = passing.left / (5 * 60) if passing is not None else standing.share_left
        self.items.append(Path(_arc(x, y, _RADIUS, 1.0), stroke=Role.OKAY_GROUND, stroke_width=_STROKE))
        if share > 0:
            role = timer_role(standing)
            self.items.append(Path(_arc(x, y, _RADIUS, share), stroke=role, stroke_width=_STROKE))
        left = passing.left if passing is not None else standing.left
        caption = tr("Pass on in") if passing is not None else tr("left") if left > 0 else tr("over time")
        caption = tr("paused") if standing.paused else caption
        self.say(caption, _SMALL, x, y - 62.0, Role.MUTED, align=0.5)
        said = timer_text(left)
        large = Type(SEMIBOLD, 96.0 if len(said) <= 5 else 66.0, 110.0)
        late = Role.DISAPPOINTING_TEXT if standing.left <= 0 else Role.INK
        self.say(said, large, x, y + large.size * 0.36, late, align=0.5, meaning=Meaning.FIGURE)
        below = y + _RADIUS + 60.0
        if passing is not None:
            self._dots(passing, x, y + 84.0)
            self.say(tr("This block: {time} left", time=timer_text(standing.left)), _STRONG, x, below, Role.INK,
                     align=0.5)  # fmt: skip
            below += 30.0
        if self.groups and not self.apart:
            said = " · ".join(group_text(group, self.texts) for group in self.groups)
            room = _WIDE - _MARGIN - _SIDE - 20.0
            self.items += text.block(self.book, said, _SMALL, x - room / 2, below - 22.0, room, Role.MUTED, 3, 0.5)
        elif need is not None and len(need.groups) > 1 and not self.groups:
            sizes = self.texts.listed([self.texts.number(size) for size in need.groups])
            self.say(tr("Groups of {sizes}", sizes=sizes), _SMALL, x, below, Role.MUTED, align=0.5)

    def _dots(self, passing: PassNow, x: float, y: float) -> None:
        step = min(30.0, 200.0 / passing.passes)
        left = x - step * (passing.passes - 1) / 2
        for place in range(passing.passes):
            done = place < passing.number - 1
            here = place == passing.number - 1
            self.items.append(
                Rect(left + place * step - 8.0, y - 8.0, 16.0, 16.0, fill=Role.ACCENT if done else None,
                     stroke=Role.ACCENT if done or here else Role.LINE, stroke_width=3.0 if here else 2.0, radius=8.0)
            )  # fmt: skip

    def _day(self, standing: RunStanding) -> None:
        """The whole day as a bar; below it what comes next, how it stands, and the end."""
        tr, top = self.texts.tr, self.high - _FOOT
        shown = [b for b in standing.blocks if not b.block.skipped]
        total = sum(max(minutes_of(b.block), 1) for b in shown) or 1
        room, x = _WIDE - 2 * _MARGIN, _MARGIN
        due = None
        for place in shown:
            wide = room * max(minutes_of(place.block), 1) / total
            box = max(2.0, wide - 4.0)
            length = (place.planned_end - place.planned).total_seconds()
            if length > 0 and place.planned <= standing.now < place.planned_end:
                due = x + box * (standing.now - place.planned).total_seconds() / length
            if place.running:
                self.items.append(Rect(x, top, box, 15.0, fill=Role.ACCENT_GROUND, stroke=Role.ACCENT, radius=4.0))
                done = box * (1.0 - standing.share_left)
                self.items.append(Rect(x, top, max(done, 4.0), 15.0, fill=Role.ACCENT, radius=4.0))
            else:
                fill = Role.ACCENT_LINE if place.done else Role.OKAY_GROUND
                self.items.append(Rect(x, top, box, 15.0, fill=fill, radius=4.0))
            x += wide
        if due is not None and abs(standing.behind) >= 60:
            mark: tuple[Segment, ...] = (
                ("M", due - 7, top - 14),
                ("L", due + 7, top - 14),
                ("L", due, top - 4),
                ("Z",),
            )
            self.items.append(Path(mark, fill=Role.INK))
            right = due > _WIDE * 0.7
            self.say(tr("where the plan is"), Type(REGULAR, 19.0, 25.0), due + (-14 if right else 14), top - 9.0,
                     Role.MUTED, align=1.0 if right else 0.0)  # fmt: skip
        following = standing.following
        if following is not None:
            start = moment_text(following.start, self.zone)
            self.say(tr("Next, at {time}", time=start), _SMALL, _MARGIN, top + 58.0, Role.MUTED)
            title = following.block.title.strip() or tr("Untitled")
            lasting = minutes_text(minutes_of(following.block), self.texts)
            self.say(f"{title}, {lasting}", _STRONG, _MARGIN, top + 90.0, Role.INK, room * 0.42)
        self.say(tr("Where we are"), _SMALL, _WIDE / 2, top + 58.0, Role.MUTED, align=0.5)
        self.say(behind_text(standing, self.texts), _STRONG, _WIDE / 2 + 40.0, top + 90.0, Role.INK, room * 0.3, 0.5)
        self.say(tr("End"), _SMALL, _WIDE - _MARGIN, top + 58.0, Role.MUTED, align=1.0)
        end = moment_text(standing.end, self.zone)
        self.say(end, _STRONG, _WIDE - _MARGIN, top + 90.0, Role.INK, align=1.0)

    def agenda(self) -> None:
        """The agenda before and after it runs."""
        tr, plan = self.texts.tr, plan_agenda(self.workshop, self.blocks)
        title = self.workshop.title.strip() or tr("Agenda")
        self.items += text.block(self.book, title, _TASKS[1], _MARGIN, 44.0, _WIDE * 0.66, Role.INK, 1,
                                 meaning=Meaning.HEADING)  # fmt: skip
        span = tr("{start} to {end}", start=clock_text(plan.start, self.texts), end=clock_text(plan.end, self.texts))
        self.say(span, _STRONG, _WIDE - _MARGIN, 84.0, Role.MUTED, align=1.0)
        listed = self.blocks[:_MOST_LISTED]
        columns = 1 if len(listed) <= 9 else 2
        rows = -(-len(listed) // columns) or 1
        step = min(66.0, (self.high - 190.0) / rows)
        size = min(28.0, step * 0.48)
        plain, strong = Type(REGULAR, size, size * 1.3), Type(SEMIBOLD, size, size * 1.3)
        wide = (_WIDE - 2 * _MARGIN - 60.0 * (columns - 1)) / columns
        for number, (block, times) in enumerate(zip(listed, plan.times, strict=False)):
            x = _MARGIN + (number // rows) * (wide + 60.0)
            y = 150.0 + (number % rows) * step
            rest = block.kind is BlockKind.BREAK
            self.items.append(Rect(x, y + step * 0.72, wide, 1.0, fill=Role.FAINT_LINE))
            base = y + step * 0.48
            self.say(clock_text(times.start, self.texts), plain, x, base, Role.MUTED)
            said = minutes_text(block.minutes, self.texts)
            right = self.say(said, plain, x + wide, base, Role.MUTED, align=1.0)
            self.say(block.title.strip() or tr("Untitled"), plain if rest else strong, x + size * 4.2, base,
                     Role.MUTED if rest else Role.INK, wide - size * 4.2 - right - 20.0)  # fmt: skip


def _arc(x: float, y: float, radius: float, share: float) -> tuple[Segment, ...]:
    """A part of a circle from the top clockwise, in cubic curves of at most a quarter."""
    whole = 2 * pi * min(share, 1.0)
    count = max(1, int(whole / (pi / 2) + 0.999))
    step = whole / count
    reach = 4 / 3 * (1 - cos(step / 2)) / sin(step / 2) if step else 0.0
    made: list[Segment] = [("M", x, y - radius)]
    for place in range(count):
        a, b = place * step, (place + 1) * step
        made.append((
            "C",
            x + radius * (sin(a) + reach * cos(a)), y - radius * (cos(a) - reach * sin(a)),
            x + radius * (sin(b) - reach * cos(b)), y - radius * (cos(b) + reach * sin(b)),
            x + radius * sin(b), y - radius * cos(b),
        ))  # fmt: skip
    return tuple(made)
