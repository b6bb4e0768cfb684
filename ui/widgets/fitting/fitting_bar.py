"""Bars that fit: what stands in a row says less, step by step, until there is room for all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QMenu, QWidget

from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, row
from ui.widgets.menus import entry, open_below
from ui.widgets.segmented_choice import Segments

_ROUNDS = 3
"""So often a bar is fitted where its steps resize it."""
Step = Callable[[bool], None]
"""Says less (True) or everything (False)."""


class Fitting:
    """The steps of one bar, in the order in which it can do without."""

    def __init__(self, bar: QWidget, box: QBoxLayout) -> None:
        self._bar, self._box = bar, box
        self._steps: list[Step] = []
        self._more: QWidget | None = None
        self._folded: list[QAbstractButton] = []
        """What is in the menu now, in the order in which it went there."""
        self._busy = self._again = False
        box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)

    def add(self, *steps: Step) -> None:
        """More steps, after those there are."""
        self._steps += steps

    def fold_into_menu(self, name: str, *parts: QAbstractButton) -> None:
        """Where all else leaves too little room, let these buttons go into a menu behind "⋯", the first one first."""
        more = button("⋯", self._open_more, "ghost", name=name)
        set_tooltip(more, name)
        self._box.addWidget(more)
        more.hide()
        self._more, self._folded = more, []
        self.add(*(partial(self._into_menu, part) for part in parts))

    def _into_menu(self, part: QAbstractButton, on: bool) -> None:
        known = part in self._folded
        if on and not known and not part.isHidden():
            self._folded.append(part)
            policy = part.sizePolicy()
            part.setProperty("kept_place", policy.retainSizeWhenHidden())
            policy.setRetainSizeWhenHidden(False)
            part.setSizePolicy(policy)
            part.hide()
        elif on and known:
            part.hide()  # it was brought back by whoever says what is of use
        elif not on and known:
            self._folded.remove(part)
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(bool(part.property("kept_place")))
            part.setSizePolicy(policy)
            part.show()
        if self._more is not None:
            self._more.setVisible(bool(self._folded))

    def _open_more(self) -> None:
        assert self._more is not None
        menu = QMenu(self._more)
        for part in sorted(self._folded, key=self._box.indexOf):
            chosen = part.isChecked() if part.isCheckable() else None
            entry(menu, part.accessibleName() or part.text(), part.click, chosen=chosen).setEnabled(part.isEnabled())
        open_below(menu, self._more)

    def fit(self) -> None:
        """Take the steps one after the other until there is room; then take back each that was not needed after all.

        A step may resize the bar, which asks for the same: that is done afterwards, not in the middle of it.
        """
        if self._busy:
            self._again = True
            return
        self._busy = True
        try:
            for _ in range(_ROUNDS):
                self._again = False
                wide = self._bar.width()
                self._take_steps()
                if not self._again or self._bar.width() == wide:
                    break
        finally:
            self._busy = False

    @property
    def fits(self) -> bool:
        """Whether there is room for everything as it stands; what was brought back from the menu may be too much."""
        return self._needed() <= self._bar.width()

    def _take_steps(self) -> None:
        taken: set[int] = set()
        while not self._fits(taken) and len(taken) < len(self._steps):
            taken.add(len(taken))
        for spared in sorted(taken, reverse=True):
            if self._fits(taken - {spared}):
                taken.remove(spared)
        self._fits(taken)
        for part in self._parts:
            part.updateGeometry()
        self._box.invalidate()

    def _fits(self, taken: AbstractSet[int]) -> bool:
        """Take just these steps; whether there is room then."""
        for number, step in enumerate(self._steps):
            step(number in taken)
        return self._needed() <= self._bar.width()

    @property
    def _parts(self) -> list[QWidget]:
        """What stands in the bar or keeps its place there; not asked of the layout, whose items go with the parts."""
        there = self._bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [part for part in there if not part.isHidden() or part.sizePolicy().retainSizeWhenHidden()]

    def _needed(self) -> int:
        """The width in pixels of everything in the bar.

        Asked of the parts themselves: the layout of a bar not shown yet keeps the widths of before the last step.
        """
        margins, parts = self._box.contentsMargins(), self._parts
        wide = (max(p.minimumWidth(), min(p.maximumWidth(), p.sizeHint().width())) for p in parts)
        return margins.left() + sum(wide) + self._box.spacing() * max(0, len(parts) - 1) + margins.right()


class FoldingSegments(QWidget):
    """Segments that become one button with a menu where there is no room for them."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], name: str) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self.segments = Segments(choices, name)
        self.button = button("", self._open, "ghost", name=name)
        set_tooltip(self.button, name)
        self.button.hide()
        self._box = row(self, self.segments, self.button, spacing=0)
        self.segments.chosen.connect(self._chosen)
        self._name = name

    @property
    def value(self) -> object:
        """The value that is down."""
        return self.segments.value

    def set_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        self.segments.set_value(value)
        said = next((text for known, text in self._choices if known == value), self._name)
        self.button.setText(said + "  ▾")
        self.button.setAccessibleName(self._name if said == self._name else f"{self._name}: {said}")

    @property
    def widths(self) -> tuple[int, int]:
        """Pixels all segments take, and the one button, whichever of them is shown."""
        return self.segments.sizeHint().width(), self._widest()

    def fold(self, on: bool) -> None:
        """Be one button, or all segments."""
        if on:
            self.button.setMinimumWidth(self._widest())
        self.segments.setVisible(not on)
        self.button.setVisible(on)
        self._box.invalidate()  # not done by itself while the bar is not shown yet

    def tighten(self, on: bool) -> None:
        """Be only as wide as what is chosen, where even one button is too much; taken after `fold`."""
        if on:
            self.button.setMinimumWidth(0)
            self._box.invalidate()

    def _widest(self) -> int:
        """So wide is the button at most, whatever is chosen: nothing beside it moves."""
        said, widest = self.button.text(), 0
        for _, text in self._choices:
            self.button.setText(text + "  ▾")
            widest = max(widest, self.button.sizeHint().width())
        self.button.setText(said)
        return widest

    def _chosen(self, value: object) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _open(self) -> None:
        menu = QMenu(self)
        for value, text in self._choices:
            entry(menu, text, partial(self._chosen, value), chosen=value == self.value)
        open_below(menu, self.button)
