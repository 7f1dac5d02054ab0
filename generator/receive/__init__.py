"""A git push to a published site: what was pushed is read as data, judged, and built; nothing of it runs."""
