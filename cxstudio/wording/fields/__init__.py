"""Names of fields, records and choices, and change sets in words. No figures."""
