"""Rate: the figures of a round as a table, to read; ratings are given in the inspector for now."""

from ui.workspaces.rate.workspace import RateWorkspace

__all__ = ["RateWorkspace"]
