"""Display list → PDF page, SVG, picture. Never decides where something stands."""
