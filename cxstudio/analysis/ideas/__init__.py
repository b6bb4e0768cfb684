"""Ideas that are alike, and the chain from touchpoint to measure they are part of. No idea is judged here."""
