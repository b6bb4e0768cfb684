"""What a pointer does on any canvas. A canvas states what lies where, which gesture a drag begins, and its menu."""
