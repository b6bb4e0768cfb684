"""The flow view: the journey as a graph. No share is worked out and no card placed here."""
