"""What an attachment would do by itself once it is opened: run code, start programs, fetch from elsewhere."""

from generator.load.active.office import in_office
from generator.load.active.open_document import in_open_document
from generator.load.active.pdf import in_pdf
from generator.load.active.table import in_csv

__all__ = ["in_csv", "in_office", "in_open_document", "in_pdf"]
