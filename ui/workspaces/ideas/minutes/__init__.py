"""Photos of walls with their captions, and the way to the finished minutes. Nothing is decoded or written here."""
