"""The stakeholder map: people in rings around the customer, and what flows between them. No figures."""
