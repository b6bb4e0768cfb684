"""Paints display lists; scene, view and marks, shared by map, flow, comparison and charts. No record is known here."""
