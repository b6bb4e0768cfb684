"""Where a project comes from, earlier versions of it on this machine, other copies. Knows no open session."""
