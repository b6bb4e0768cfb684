"""Documents made of figures, words and pictures, as bytes. Nothing is computed here, and no file is written."""
