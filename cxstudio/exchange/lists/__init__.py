"""Plain lists → records. No lists that answer questions: those are surveys."""
