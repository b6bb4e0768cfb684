"""The tabs that show charts, and what can be done with a chart. No chart is laid out here."""
