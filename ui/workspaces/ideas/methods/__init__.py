"""Method cards: found, read, printed, and their tools opened."""
