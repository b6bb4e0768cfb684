"""Filter and find on the map. What is found is not decided here: that is `analysis.search`."""
