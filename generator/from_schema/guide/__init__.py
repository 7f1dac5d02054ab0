"""The guide for a commune's staff, as part of its site: tasks, fields of every kind, meaning of messages."""

from generator.from_schema.guide.pages import guide
from generator.from_schema.guide.site import has_guide, write_guide
from generator.from_schema.guide.tables import Row, Table, tables

__all__ = ["Row", "Table", "guide", "has_guide", "tables", "write_guide"]
