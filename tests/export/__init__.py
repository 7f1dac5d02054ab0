"""Exports, read by the readers of other parties."""
