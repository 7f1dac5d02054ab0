"""What the province sees: read from the files that the communes' sites publish, never from their content.

So the figures are those that everybody can count again, and a copy counts like a site that was built here.
"""
