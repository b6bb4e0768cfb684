"""Answers → numbers of one touchpoint, and the frozen values they come as. No ways, no other journey."""
