"""Document, figures and look → display lists: what stands where, in points. No pixels, no colours, no files."""
