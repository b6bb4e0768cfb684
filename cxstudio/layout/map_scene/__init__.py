"""What the lanes of one map read: columns, style, values laid over. No lane, and nothing is placed here."""
