"""The workspace Journey: bar, frame, status, and its rooms put together. Nothing of the map itself stands here."""
