"""As-is and to-be journey side by side, in the window."""
