"""Charts of the figures: one module and one row of `chart_table.CHARTS` each. No figure is computed here.

A chart is made in two steps: its module's `data` turns figures into a pure value with all its words, or says why they
cannot be told; `lay_out` turns that value into a display list for a width and a height.
"""
