"""Groups that are laid out when somebody first looks at their block."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from cxstudio.layout.display.display_list import Placed


class LateGroups(Sequence[Placed]):
    """A block's groups, made on first reading and kept. A map of 4,000 touchpoints opens with those in view."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[Placed, ...]]) -> None:
        self._make: Callable[[], tuple[Placed, ...]] | None = make
        self._made: tuple[Placed, ...] = ()

    @property
    def made(self) -> bool:
        """Whether somebody has looked."""
        return self._make is None

    def _all(self) -> tuple[Placed, ...]:
        if self._make is not None:
            self._made = self._make()
            self._make = None
        return self._made

    @overload
    def __getitem__(self, at: int) -> Placed: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Placed, ...]: ...

    def __getitem__(self, at: int | slice) -> Placed | tuple[Placed, ...]:
        return self._all()[at]

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[Placed]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, tuple | LateGroups) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __reduce__(self) -> tuple[type[tuple[Placed, ...]], tuple[tuple[Placed, ...]]]:
        return (tuple, (self._all(),))


def looked_at(groups: Sequence[Placed]) -> bool:
    """Whether groups exist already."""
    return not isinstance(groups, LateGroups) or groups.made
