"""The empathy map of a persona: the board, the line to type in, touchpoints to drag to. No figures."""
