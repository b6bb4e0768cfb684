"""The workspace Ideas: the notes of the room that have no place yet. No wall and no votes yet."""
