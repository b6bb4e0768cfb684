"""The report as one text file: HTML for a browser, Markdown for a wiki. The same content as on paper.

Neither loads anything from elsewhere, and no text from a project is ever read as markup.
"""
