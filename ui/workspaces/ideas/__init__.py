"""Ideas: the notes of the room that have no place yet; wall and votes come later."""
