"""Documents made of figures, words and pictures, as bytes. Nothing is computed here, and no file is written.

A document says its content; a setting puts that on a paper, which is passed in.
"""
