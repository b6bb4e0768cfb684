"""Document → figures. Every figure is computed here and nowhere else.

What a window shows at once stands here; the rest is loaded by who needs it. No figure is put into words here.
"""

from typing import Any

from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.analysis.statistics.method_options import USUAL, Options, options_of
from cxstudio.model import Document

__all__ = ["USUAL", "Options", "figures_json", "options_of", "round_figures"]


def figures_json(document: Document, options: Options | None = None) -> dict[str, Any]:
    """Every figure of a project as plain data; see `as_json`."""
    from cxstudio.analysis.as_json import figures_json as as_json

    return as_json.figures_json(document, options)
