"""Two copies of one document and their ancestor: what fits by itself, what has to be decided. Reads no file."""
