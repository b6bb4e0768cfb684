"""Small charts over time: measured values by the month, touchpoints by rounds. Judges no value."""
