"""The workspace Understand: personas and where expectations come from. No journey."""
