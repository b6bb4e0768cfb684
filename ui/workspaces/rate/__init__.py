"""The workspace Rate: its tabs put together. No figure is computed here."""
