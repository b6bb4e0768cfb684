"""Rows and boxes that lay their parts out anew as room grows and shrinks. What the parts say is not known here."""
