"""Showing a journey to the room, on a second screen where there is one. Slides are not laid out here."""
