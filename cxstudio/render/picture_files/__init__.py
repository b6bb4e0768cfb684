"""Map, comparison, flow, charts, boards and plan as drawings of a file. What stands on them is not laid out here."""
