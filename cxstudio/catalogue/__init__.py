"""What the program brings along: proposed stages and the samples, built by code."""
