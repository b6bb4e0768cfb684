"""The page of versions: what is kept, and another copy being merged. Nothing changes before somebody says so."""
