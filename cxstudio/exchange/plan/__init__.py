"""What an import would do, as a value, below every reader. Nothing is read from files here."""
