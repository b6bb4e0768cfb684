"""Copy, cut, paste, and the preview of a paste. The text itself is not read here: that is `exchange`."""
