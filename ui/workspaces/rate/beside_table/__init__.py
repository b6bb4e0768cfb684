"""Beside table."""
