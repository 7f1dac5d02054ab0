"""From `content/` to communes and the province, with every problem on the way."""

from generator.load.commune import NoSuchCommuneError, commune_folders, load_commune, read_commune
from generator.load.files import NO_CHANGES, Changes
from generator.load.province import load_province, of_editors
from generator.load.remembered import kept_province
from generator.load.withdrawn import withdrawn_by

__all__ = [
    "NO_CHANGES",
    "Changes",
    "NoSuchCommuneError",
    "commune_folders",
    "kept_province",
    "load_commune",
    "load_province",
    "of_editors",
    "read_commune",
    "withdrawn_by",
]
