"""Minutes in the window: photos of walls with their captions, and the way to the finished file."""
