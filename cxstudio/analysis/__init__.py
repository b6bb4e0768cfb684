"""Document → figures. Every figure is computed here and nowhere else."""

from cxstudio.analysis.options import USUAL, Options
from cxstudio.analysis.rounds import round_figures, rounds, shown_round

__all__ = ["USUAL", "Options", "round_figures", "rounds", "shown_round"]
