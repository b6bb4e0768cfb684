"""Whose journey this is, in the bar above the map: a press opens the list to choose from."""

from __future__ import annotations

from PySide6.QtCore import Signal

from cxstudio.look.roles import Role
from cxstudio.model import Journey, Persona
from cxstudio.wording.fields.record_names import record_name
from ui.context.context import Context
from ui.forms.link_picker import LinkPicker
from ui.theme.plain_texts import PlainButton, set_tooltip

_NAMES = 3
"""What is called by more words has no first name, but is described."""


class PersonaChip(PlainButton):
    """The first persona by name, how many more there are, or an invitation."""

    shown = Signal(str)
    """A persona to be looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._journey: Journey | None = None
        self.said: tuple[str, ...] = ("",)
        """What it says where it has room, and shorter forms, each with less."""
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setIcon(context.theme.icon("person", Role.ACCENT))
        self.clicked.connect(self.choose)

    def show_journey(self, journey: Journey | None) -> None:
        """Say whose this journey is."""
        context, tr = self._context, self._context.tr
        self._journey = journey
        self.setVisible(journey is not None)
        personas = self._personas()
        first = personas[0] if personas else None
        names = [name for p in personas if (name := record_name(p, context.texts) or tr("No name yet"))]
        self.setChecked(bool(personas))
        if first is None:
            self.said = (tr("For whom?"), tr("Who?"))
            whole = tr("No persona yet. Choose whose journey this is.")
        else:
            age = f", {first.age}" if first.age is not None and len(personas) == 1 else ""
            more = f" +{len(personas) - 1}" if len(personas) > 1 else ""
            words = names[0].split()
            first_name = words[0] if len(words) <= _NAMES else names[0]
            self.said = (names[0] + age + more, names[0] + more, first_name + more, first_name)
            whole = tr("Personas: {names}", names=context.texts.listed(names))
        self.setAccessibleName(whole)
        set_tooltip(self, whole)

    def choose(self) -> LinkPicker | None:
        """Choose personas, name a new one, or go to one of those chosen."""
        journey = self._journey
        self.setChecked(bool(self._personas()))
        if journey is None or self._context.session.read_only:
            self._show_first()
            return None
        picker = LinkPicker(self._context, self, (journey.id,), "personas")
        first = next(iter(self._personas()), None)
        if first is not None:
            name = record_name(first, self._context.texts) or self._context.tr("Persona")
            picker.offer(self._context.tr("Look at {name}", name=name), self._show_first)
        picker.open_at()
        return picker

    def _show_first(self) -> None:
        first = next(iter(self._personas()), None)
        if first is not None:
            self.shown.emit(first.id)

    def _personas(self) -> list[Persona]:
        found = (self._context.document.find(i) for i in self._journey.personas) if self._journey is not None else ()
        return [record for record in found if isinstance(record, Persona)]
