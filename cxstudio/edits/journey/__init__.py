"""Edits of journeys: stages, touchpoints, lanes, the flow, and the to-be journey. Knows no window."""
