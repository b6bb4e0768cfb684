"""The action plan in other people's formats, and back: XLSX and CSV to work on and to read again, ICS, Markdown, JSON.

No figure: columns come from `wording`. What comes back is compared, row by row, with what the table was given and with
what is here now; a person says what is applied.
"""
