"""Cost and benefit of the plan in the window. Nothing is worked out here; sentences come from `wording`."""
