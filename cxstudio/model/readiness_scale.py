"""The scale of the readiness check, and how many people it takes until anything is told."""

from __future__ import annotations

from typing import Final

POINTS: Final = 5
"""Answers are 1 (does not apply) to this (applies fully)."""
LEAST_SHEETS: Final = 5
"""Sheets are counted only so many at a time, and fewer answers are told by their number alone: else somebody could tell
whose they are."""
