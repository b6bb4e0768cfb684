"""Who has the keyboard: the order of Tab, the ring around it, and where it goes back to. Nothing is edited here."""
