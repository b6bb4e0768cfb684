"""Other people's formats, in and out. Reading gives an ImportPlan, a value; `edits` apply it, nobody here.

`readers.read` is the door for files, `mermaid_export.export_mermaid` the way out.
"""
