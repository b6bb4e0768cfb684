"""Long work beside the window: one runner for the tasks of a session, and what the status line says of it.

The work itself is the studio's: nothing is computed, read or written here.
"""
