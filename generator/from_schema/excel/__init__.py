"""A commune's records as one Excel workbook that the clerk fills in, and the way back into its data files.

One sheet for each kind and one for each group that repeats, made from the models alone. The first row of
a sheet is hidden and says which column is which, so that headings may be retyped and columns moved.
"""
