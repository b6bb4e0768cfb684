"""Empty templates for rooms that work on paper, on one sheet or glued together. Nothing of a project is in them."""
