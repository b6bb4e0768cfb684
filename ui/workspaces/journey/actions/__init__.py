"""What the commands of the map do, one step of the history each. No command row, and nothing is painted."""
