"""Document → figures. Every figure is computed here and nowhere else."""

from cxstudio.analysis.as_json import figures_json
from cxstudio.analysis.options import USUAL, Options
from cxstudio.analysis.whole_round import round_figures, rounds, shown_round

__all__ = ["USUAL", "Options", "figures_json", "round_figures", "rounds", "shown_round"]
