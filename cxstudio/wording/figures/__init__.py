"""Figures in words. Nothing is concluded from them: those sentences are `findings`."""
