"""How a template becomes workshops with blocks."""

from __future__ import annotations

from typing import Any

from cxstudio.catalogue.agendas import AgendaTemplate
from cxstudio.edits import add_workshop, fill_agenda, set_fields
from cxstudio.model import Id, Workshop
from cxstudio.store import Draft


def fill_from_template(
    draft: Draft, template: AgendaTemplate, language: str, like: Workshop | None, free: Workshop | None
) -> Id:
    """Each day is a workshop, the first one `free` where there is an empty one; as many people as in `like` come."""
    known: dict[str, Any] = {} if like is None else {"headcount": like.headcount, "people": like.people}
    made: list[Id] = []
    for place, day in enumerate(template.days):
        if place == 0 and free is not None:
            set_fields(draft, Workshop, free.id, starts=day.starts, ends=day.ends)
            made.append(free.id)
        else:
            made.append(add_workshop(draft, day.title.say(language), starts=day.starts, ends=day.ends, **known))
        fill_agenda(draft, made[-1], [block.fields(language) for block in day.blocks])
    return made[0]
