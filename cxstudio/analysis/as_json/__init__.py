"""Figures as JSON for other programs, documented key by key. Nothing is computed or put into words here."""
