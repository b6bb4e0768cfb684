"""Two journeys beside each other, and rounds laid over one another. Nothing about one journey alone."""
