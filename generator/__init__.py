"""Công khai: turns a commune's YAML disclosures into its own static website."""

__version__ = "0.1.0"
