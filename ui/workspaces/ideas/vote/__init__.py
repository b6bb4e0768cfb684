"""Voting in the window: the rule first, then covered slips, then the result. No point is shown before the reveal."""
