"""Other site generators given the pages that ours has built: plain mkdocs-material, Hugo, Zensical."""
