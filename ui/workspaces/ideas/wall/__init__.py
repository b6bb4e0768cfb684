"""The idea wall in the window: notes are typed, dragged and grouped here. Nothing of it is worked out here."""
