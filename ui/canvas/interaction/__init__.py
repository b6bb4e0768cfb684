"""What a pointer does on any canvas; which gesture a drag begins, the canvas states. No record is known here."""
