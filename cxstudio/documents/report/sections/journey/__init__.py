"""Sections on the journey as a whole: map, to-be, flow, stages. Single touchpoints have no place here."""
