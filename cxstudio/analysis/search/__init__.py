"""Which touchpoints a filter or a searched text finds. Nothing about how they are shown."""
