"""Method cards: found, read, printed, and their tools opened. No text of a card stands here."""
