"""Data from elsewhere into `content/`, beside the pipeline."""
