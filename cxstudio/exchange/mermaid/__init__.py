"""Journeys as Mermaid text, in and out. Nothing is drawn."""
