"""The view of as-is and to-be side by side. What differs is not found here."""
