"""A plain list of touchpoints from a table."""

from __future__ import annotations

from cxstudio.errors import UserError
from cxstudio.exchange.plan import ImportPlan, ImportRequest
from cxstudio.exchange.tables import Table
from cxstudio.wording.texts import N_


def read_list(table: Table, request: ImportRequest) -> ImportPlan:
    """The plan of a list of touchpoints."""
    raise UserError(N_("No column of the table is read as an answer."))
