"""Labels beside the map: order, size and menu of lanes. No lane's content."""
