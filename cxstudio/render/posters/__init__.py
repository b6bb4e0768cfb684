"""The map on sheets of paper: posters, and their parts with marks to cut and glue.

What stands where on a sheet is not worked out here: that is the work of `layout`.
"""
