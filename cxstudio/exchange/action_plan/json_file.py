"""The action plan as JSON for other programs; the schema comes with the program (`resources/schemas/plan.schema.json`).

Words are the model's own, the same in every language.
"""

from __future__ import annotations

import json
from typing import Any, Final

from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.analysis.measures.plan_scope import PlanScope, in_scope
from cxstudio.model import CheckIn, Department, Document, Id, Idea, Measure, Target, Touchpoint
from cxstudio.plain_text import xml_text

FORMAT: Final = "cx-studio-plan"
VERSION: Final = 1


def plan_json(document: Document, scope: PlanScope | None = None) -> bytes:
    """The plan; names of people only where they were asked for."""
    scope = scope or PlanScope()
    numbers = plan_numbers(document)
    value = {
        "format": FORMAT,
        "version": VERSION,
        "project": {"title": document.project.title, "language": document.project.language.value},
        "measures": [_measure(document, m, numbers, scope) for m in in_scope(document, scope)],
    }
    return (json.dumps(_clean(value), ensure_ascii=False, indent=2) + "\n").encode()


def _measure(document: Document, measure: Measure, numbers: dict[Id, int], scope: PlanScope) -> dict[str, Any]:
    owner = {"role": measure.owner_role, **({"name": measure.owner_name} if scope.names and scope.owners else {})}
    return {
        "id": measure.id,
        "number": numbers[measure.id],
        "title": measure.title,
        "description": measure.description,
        "type": measure.kind.value,
        "status": measure.status.value,
        "progress": measure.progress,
        "owner": owner,
        "department": _department(document, measure.department),
        "contributing": [d for i in measure.contributing if (d := _department(document, i)) is not None],
        "touchpoints": [_touchpoint(document, t) for i in measure.touchpoints
                        if isinstance(t := document.find(i), Touchpoint)],
        "ideas": [{"id": x.id, "title": "" if x.covered else x.text} for i in measure.ideas
                  if isinstance(x := document.find(i), Idea)],
        "start": _day(measure.start),
        "due": _day(measure.due),
        "effort": measure.effort,
        "impact": measure.impact,
        "quick_win": measure.quick_win,
        "cost": {
            "once": measure.cost_once,
            "once_to": measure.cost_once_to,
            "per_year": measure.cost_per_year,
            "per_year_to": measure.cost_per_year_to,
            "state": measure.cost_state.value,
            "evidence": None if measure.cost_evidence is None else measure.cost_evidence.value,
        },
        "benefit": {
            "per_year": measure.benefit_per_year,
            "per_year_to": measure.benefit_per_year_to,
            "basis": measure.basis,
            "evidence": None if measure.basis_evidence is None else measure.basis_evidence.value,
        },
        "targets": [_target(t) for t in document.having(Target, "measure", measure.id)],
        "check_ins": [{"day": _day(c.day), "text": c.text, "progress": c.progress}
                      for c in document.having(CheckIn, "measure", measure.id)],
        "depends_on": [i for i in measure.depends_on if i in numbers],
        "corrects": measure.corrects if measure.corrects in numbers else None,
        "reason_to_go_ahead": measure.ahead_of_basics,
        "notes": measure.notes,
    }  # fmt: skip


def _department(document: Document, department: Id | None) -> dict[str, str] | None:
    found = document.find(department)
    return {"id": found.id, "name": found.name} if isinstance(found, Department) else None


def _touchpoint(document: Document, touchpoint: Touchpoint) -> dict[str, str]:
    return {"id": touchpoint.id, "name": touchpoint.name, "journey": document.journey_of(touchpoint).title}


def _target(target: Target) -> dict[str, Any]:
    return {
        "id": target.id,
        "figure": target.figure.value,
        "touchpoint": target.touchpoint,
        "label": target.label,
        "unit": target.unit,
        "from": target.from_value,
        "to": target.to_value,
        "at_least": target.at_least,
        "by": _day(target.by),
        "note": target.note,
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _clean(value: Any) -> Any:
    """The same without signs no text file holds."""
    if isinstance(value, str):
        return xml_text(value)
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    return [_clean(inner) for inner in value] if isinstance(value, list) else value
