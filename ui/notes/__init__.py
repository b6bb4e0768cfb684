"""Notes from the room: quick entry, list, sorting; beside the map and in Ideas. Nothing about notes on the map."""
