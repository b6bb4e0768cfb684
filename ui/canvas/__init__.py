"""The canvas: paints display lists, shared by the map, boards and charts."""
