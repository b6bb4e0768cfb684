"""The catalogue as a check-list beside the map: what have we forgotten? No typical touchpoint stands here."""
