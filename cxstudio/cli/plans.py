"""`plan`: the action plan as a file, whole or one department's."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from cxstudio.cli.papers import hand_on
from cxstudio.errors import N_, UserError

if TYPE_CHECKING:
    from cxstudio.analysis.measures.plan_scope import PlanScope
    from cxstudio.cli.main import Run
    from cxstudio.model import Document, Id


def plan(options: argparse.Namespace, run: Run) -> int:
    """Write the action plan, or the part of it one department answers for."""

    def scope(document: Document) -> PlanScope:
        from cxstudio.analysis.measures.plan_scope import PlanScope

        return PlanScope(_department(document, options.department), options.names)

    return hand_on(options, run, scope)


def _department(document: Document, name: str | None) -> Id | None:
    """The department of that name. Raises UserError naming those there are."""
    from cxstudio.model import Department
    from cxstudio.model.folding import folded

    if name is None:
        return None
    there = [d for d in document.all(Department) if d.merged_into is None]
    found = next((d.id for d in there if folded(d.name) == folded(name)), None)
    if found is None:
        known = ", ".join(d.name for d in there) or "–"
        raise UserError(N_("There is no department “{name}” here, only {known}."), name=name, known=known)
    return found
