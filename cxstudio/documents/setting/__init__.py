"""How documents are set on pages: type, sheets, running text and tables over any number of pages. No content.

Everything set here becomes display lists, so that one renderer draws maps, charts, text and tables alike,
with the same measured lines and the same fonts for other scripts.
"""
