"""Map scene."""
