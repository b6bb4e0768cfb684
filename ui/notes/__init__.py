"""Notes from the room and how they are sorted: beside the map and in the workspace Ideas."""
