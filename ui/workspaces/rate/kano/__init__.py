"""The tab Kano. The kinds are not decided here: that is `analysis`."""
