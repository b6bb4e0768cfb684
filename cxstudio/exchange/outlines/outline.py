"""An outline as a value: texts below texts, each with what is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Item:
    """One text and what lies below it."""

    text: str
    children: list[Item] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Running text about it, a paragraph each."""
    headed: bool = False
    """Whether it is a heading and no item of a list."""

    @property
    def depth(self) -> int:
        """Levels from here down, itself included."""
        return 1 + max((child.depth for child in self.children), default=0)


@dataclass(frozen=True, slots=True)
class OutlinedJourney:
    """A journey to be: its title, and its stages with their touchpoints. A stage without a name holds loose ones."""

    title: str
    stages: tuple[tuple[str, tuple[Item, ...]], ...]

    @property
    def touchpoints(self) -> int:
        """How many touchpoints it has."""
        return sum(len(points) for _, points in self.stages)


def journeys_of(roots: Sequence[Item], title: str) -> tuple[OutlinedJourney, ...]:
    """The journeys an outline holds: one, or one for each heading with stages and touchpoints below it."""
    roots = [root for root in roots if root.text or root.children]
    deep = [root for root in roots if root.depth >= 3]
    if deep and (len(roots) == 1 or all(root.headed for root in deep)):
        found = [OutlinedJourney(root.text or title, _stages(root.children)) for root in deep]
        rest = [root for root in roots if root not in deep and root.children]
        return (*found, OutlinedJourney(title, _stages(rest))) if rest else tuple(found)
    if len(roots) == 1 and roots[0].headed and roots[0].children:
        return (OutlinedJourney(roots[0].text or title, _stages(roots[0].children)),)
    return (OutlinedJourney(title, _stages(roots)),)


def _stages(items: Iterable[Item]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Items with others below them are stages; those without stand in one that has no name, or in the stage before."""
    given = list(items)
    if not any(item.children for item in given):
        return (("", tuple(given)),) if given else ()
    stages: list[tuple[str, list[Item]]] = []
    for item in given:
        if item.children or item.headed:
            stages.append((item.text, list(item.children)))
        elif stages and not stages[-1][0]:
            stages[-1][1].append(item)
        else:
            stages.append(("", [item]))
    return tuple((name, tuple(points)) for name, points in stages)
