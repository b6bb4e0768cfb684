"""The flow figures as work for another process."""

from __future__ import annotations

from collections.abc import Callable

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.flow_values import FlowFigures
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id


def work_out_flow(
    document: Document, journey: Id, figures: RoundFigures | None, *, progress: Callable[[float, str], None]
) -> FlowFigures:
    """As `flow_figures`; says that it has begun."""
    progress(0.1, "")
    return flow_figures(document, journey, figures)
