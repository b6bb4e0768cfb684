"""Puts lanes together into a map: pages, overview, what differs after a change. No lane is drawn here."""
