"""The workspace Ideas: notes, questions, the wall, priorities, prototypes and tests. No figure is worked out here."""
