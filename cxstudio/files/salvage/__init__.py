"""What can still be read of a damaged project, from the bytes up. Nothing here writes, not even to the damaged file."""
