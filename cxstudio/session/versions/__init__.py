"""Versions of a project: where a file comes from, earlier ones on this machine, and copies merged into one."""
