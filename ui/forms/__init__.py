"""Forms made from declared fields: an editor for every kind of field, bound to a record."""
