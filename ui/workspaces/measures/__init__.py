"""The workspace Measures: the plan as a table, and what has no measure yet. How measures stand is not judged here."""
