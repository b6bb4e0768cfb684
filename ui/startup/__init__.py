"""What stands before a project is loaded: early window, Qt's own words, boundary for exceptions.

No records here: pydantic and the workspaces are loaded later.
"""
