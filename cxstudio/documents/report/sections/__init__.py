"""What each section of the report says, its headline included; how it is set on a paper is no concern of theirs.

A further section costs two files: a module here whose `content(material)` gives a Section, or says why it is Missing,
and its row in `section_table`. Headline and lead somebody wrote replace its own; its footer says whose the report is.
"""
