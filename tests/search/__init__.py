"""Search: what is indexed, and what readers find."""
