"""The agenda of a workshop: planned as a list of blocks, run with a timer. No figure of it is worked out here."""
