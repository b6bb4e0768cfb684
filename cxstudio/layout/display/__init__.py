"""The display list, and shapes without text. No record is read here."""
