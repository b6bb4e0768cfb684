"""The tab Shortlist: a first pass with three keys over all touchpoints. No scales."""
