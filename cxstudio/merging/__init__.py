"""Two copies of one project become one again: what fits by itself, and what somebody has to decide. Asks nobody."""
