"""What several charts draw alike: rows, a plane of two figures, axes, labels, density. No chart of its own is here."""
