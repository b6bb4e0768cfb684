"""The empathy map of a persona: the board, the line to type in, and touchpoints its notes are dragged to."""
