"""The panel of notes beside the map. No note is sorted here: that is `ui.notes`."""
