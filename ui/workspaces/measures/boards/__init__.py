"""The plan as pictures people work in: by status, along time, by effort and impact. Nothing is laid out here."""
