"""What the program brings along: proposed stages, typical touchpoints, samples. Nothing of a person's own project."""
