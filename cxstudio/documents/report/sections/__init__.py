"""What each section of the report says, its headline included; how that is set on a paper is no concern of theirs.

A section is a module here with `content(material)`, and its row in `section_table`.
"""
