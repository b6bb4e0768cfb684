"""Blocks that are laid out when somebody first looks at them: of a long map most never are."""

from __future__ import annotations

from collections.abc import Callable

from cxstudio.layout.display import Frame, Placed

Known = dict[str, Placed]
"""Group key → the group as it stood there before."""
MakeGroups = Callable[[Known], tuple[Placed, ...]]


class LateFrame(Frame):
    """A frame whose size is known and whose groups are made on demand."""

    __slots__ = ("_before", "_made", "_make")

    def __init__(
        self, key: str, x: float, width: float, height: float, make: MakeGroups, before: Frame | None = None
    ) -> None:
        """`before` is the frame that stood here: groups that look the same stay the same objects."""
        for name, value in (("key", key), ("x", x), ("y", 0.0), ("width", width), ("height", height), ("frames", ())):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_make", make)
        object.__setattr__(self, "_made", None)
        object.__setattr__(self, "_before", _nearest(before))

    @property
    def groups(self) -> tuple[Placed, ...]:  # type: ignore[override]
        """Its groups, laid out now if nobody asked before."""
        if self._made is None:
            before = self._before
            known = {} if before is None or not looked_at(before) else {p.group.key: p for p in before.groups}
            object.__setattr__(self, "_made", self._make(known))
            object.__setattr__(self, "_make", None)
            object.__setattr__(self, "_before", None)
        made: tuple[Placed, ...] = self._made
        return made

    def moved(self, x: float) -> Frame:
        """The same block at another place in its lane."""
        if self._made is not None:
            return Frame(self.key, x, 0.0, self.width, self.height, (), self._made)
        return LateFrame(self.key, x, self.width, self.height, lambda _: self.groups)


def looked_at(frame: Frame) -> bool:
    """Whether a frame's groups are there."""
    return not isinstance(frame, LateFrame) or frame._made is not None


def _nearest(before: Frame | None) -> Frame | None:
    """The last frame here that somebody looked at; one that nobody did keeps none behind it alive."""
    if isinstance(before, LateFrame) and before._made is None and before._before is not None:
        if looked_at(before._before):
            return before._before
        object.__setattr__(before, "_before", None)
    return before
