"""What a reader finds the pages by: names and words in one small file, full text in Pagefind's index.

The catalogue of procedures is the same in every commune: its part is made once a build and shared.
"""

from generator.search.catalogue import Catalogue, catalogue, laid_out
from generator.search.files import FOLDER, search_files
from generator.search.index import PROGRAM, program_files

__all__ = ["FOLDER", "PROGRAM", "Catalogue", "catalogue", "laid_out", "program_files", "search_files"]
