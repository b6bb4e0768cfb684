"""What changed between two rounds, and which targets were met. No sentences, and never a cause."""
