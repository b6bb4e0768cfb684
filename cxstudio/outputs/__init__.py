"""Everything that can be handed on, one row each; menus, command line, sample and export process read the same table.

Nothing is set on pages, drawn or written in foreign formats here: that is the work of `documents`, `render` and
`exchange`. Nothing asks for a file name or writes a file: that is the work of those who read the table.
"""
