"""Editors for declared fields, bound to a record. No form is written by hand for a kind of record."""
