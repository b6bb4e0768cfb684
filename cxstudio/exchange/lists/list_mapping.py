"""Which column of a list holds what: proposed from the headings, changed by people, saved and used again."""

from __future__ import annotations

from collections.abc import Mapping as Table
from collections.abc import Sequence
from typing import Annotated, Final, Literal

from pydantic import Field

from cxstudio.exchange.lists.list_columns import LABELS
from cxstudio.exchange.plan.column_mapping import ColumnPlace, Mapping, column_indices
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.wording.texts import N_

KIND: Final = "list"
_NOTE_ROLES: Final = {
    "text": N_("Text"),
    "group": N_("Topic"),
    "colour": N_("Colour"),
    "kind": N_("Kind"),
    "author": N_("Author"),
}
_COMPLAINT_ROLES: Final = {
    "day": N_("Date"),
    "point": N_("Touchpoint"),
    "topic": N_("Category"),
    "text": N_("Text"),
    "channel": N_("Channel"),
    "ticket": N_("Number of the complaint"),
}
_PERSONA_ROLES: Final = {
    "name": N_("Name"),
    "age": N_("Age"),
    "occupation": N_("Occupation"),
    "goals": N_("Goals"),
    "frustrations": N_("Frustrations"),
    "quote": N_("Quote"),
    "facts": N_("Description"),
}
_MEASURE_ROLES: Final = {
    "title": N_("Measure"),
    "owner": N_("Owner"),
    "department": N_("Department"),
    "due": N_("Due"),
    "status": N_("Status"),
    "touchpoint": N_("Touchpoint"),
    "description": N_("Description"),
}
ROLES: Final[dict[str, dict[str, str]]] = {
    "touchpoints": LABELS,
    "complaints": _COMPLAINT_ROLES,
    "notes": _NOTE_ROLES,
    "personas": _PERSONA_ROLES,
    "measures": _MEASURE_ROLES,
}
"""Reader → what a column of its lists can hold, with the message id to choose it by."""


class ListColumn(ColumnPlace):
    """One column and what it holds."""

    role: str


class ListMapping(Mapping):
    """How a whole list is read."""

    kind: Literal["list"] = KIND
    reader: Literal["touchpoints", "complaints", "notes", "personas", "measures"] = "touchpoints"
    """The kind of list, by the id of its reader."""
    columns: tuple[ListColumn, ...] = ()
    """None, where something else is said: the headings tell what the columns hold."""
    lowest: Annotated[int | None, Field(ge=-5, le=1)] = None
    """The lowest rating as the list writes it; None looks at the ratings."""
    highest: Annotated[int | None, Field(ge=2, le=10)] = None
    """The highest rating as the list writes it."""
    emotion_scale: tuple[int, int] | None = None
    """Lowest and highest step of the scale emotion was given on; None looks at them."""
    people: bool | None = None
    """Whether columns of numbers under names are people's ratings; None: nobody has said it."""

    @property
    def places(self) -> tuple[ColumnPlace, ...]:
        return self.columns

    @property
    def roles(self) -> dict[str, str]:
        """What a column can hold, with the message id to choose it by."""
        return ROLES[self.reader]

    def with_day_first(self, day_first: bool | None) -> ListMapping:
        """The mapping with the order of day and month in its dates."""
        return self.model_copy(update={"day_first": day_first})

    def _kind(self) -> dict[str, str]:
        return {"kind": self.kind, "reader": self.reader}


def chosen_order(request: ImportRequest) -> bool | None:
    """Whether somebody said that the day comes first in dates; None where nobody said."""
    return request.mapping.day_first if isinstance(request.mapping, ListMapping) else None


def chosen_columns(request: ImportRequest, reader: str, header: Sequence[str]) -> dict[str, int] | None:
    """What somebody said the columns hold; None where nobody did. Raises UserError where one is not there."""
    mapping = request.mapping
    if not isinstance(mapping, ListMapping) or mapping.reader != reader:
        return None
    if not mapping.columns and (mapping.highest, mapping.people, mapping.emotion_scale) != (None, None, None):
        return None
    found: dict[str, int] = {}
    for use, at in zip(mapping.columns, column_indices(mapping, header), strict=True):
        if use.role in mapping.roles:
            found.setdefault(use.role, at)
    return found


def mapping_of(reader: str, header: Sequence[str], columns: Table[str, int]) -> ListMapping:
    """The mapping that reads these columns."""
    known = [(at, role) for role, at in columns.items() if role in ROLES[reader]]
    uses = tuple(ListColumn(name=header[at], number=at + 1, role=role) for at, role in sorted(known))
    return ListMapping.model_validate({"reader": reader, "columns": uses})
