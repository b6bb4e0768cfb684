"""Things below other things, in text, OPML or OpenJourney → journeys, stages, touchpoints. No diagrams, no tables."""
