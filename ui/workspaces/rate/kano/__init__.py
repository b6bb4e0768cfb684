"""Kano."""
