"""The table of workspaces and their base class; each workspace is a folder. No workspace knows another."""
