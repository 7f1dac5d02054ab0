"""`congkhai loa` and `congkhai tin`: what is on the site, for the ear and for the telephone."""
