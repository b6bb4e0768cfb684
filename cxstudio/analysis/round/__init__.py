"""All figures of one round: touchpoints, ranking, what is critical. Nothing about two rounds."""
