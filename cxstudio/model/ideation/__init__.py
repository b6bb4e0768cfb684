"""Ideas, the wall they hang on and sealed slips of a vote. Nothing is counted here."""
