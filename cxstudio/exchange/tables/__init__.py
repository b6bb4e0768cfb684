"""Cells out of files: CSV, XLSX, encodings. No meaning: what a column holds is for others to say."""
