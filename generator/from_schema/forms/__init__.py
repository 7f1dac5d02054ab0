"""Forms in the browser: a commune's staff fill in its files at `/quan-tri/`."""

from generator.from_schema.forms.config import Place, config
from generator.from_schema.forms.site import Writing, forms_files
from generator.from_schema.forms.usual import defaults

__all__ = ["Place", "Writing", "config", "defaults", "forms_files"]
