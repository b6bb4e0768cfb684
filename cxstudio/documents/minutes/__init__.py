"""The minutes of a workshop: who was there, what was decided by which rule, what follows, and photos of the walls."""
