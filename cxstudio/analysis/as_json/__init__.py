"""As json."""
