"""The questions of a round on their way to survey tools, worded so that the answers come home. Nothing is read here."""
