"""Which fields say who a person is, and texts without their names. Nothing here knows who asks for that."""
