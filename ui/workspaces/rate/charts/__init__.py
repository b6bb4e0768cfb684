"""The tabs of the workspace Rate that show charts."""
