"""Empty templates for rooms that work on paper: on one large sheet, or glued together from small ones."""
