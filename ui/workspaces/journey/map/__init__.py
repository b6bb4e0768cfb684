"""The map as widgets: area, view, hit testing, overview. Nothing is changed here but through gestures."""
