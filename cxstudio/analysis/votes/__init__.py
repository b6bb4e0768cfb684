"""What a vote decided, in whole numbers. Slips are never joined with people, and nothing is put into words here."""
