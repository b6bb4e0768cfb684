"""Report: what management gets, as it will be printed."""
