"""Papers for notice boards, made of the same records as the pages and set by Typst."""

from generator.paper.papers import papers
from generator.paper.press import NoTypstError, Paper, Size, press

__all__ = ["NoTypstError", "Paper", "Size", "papers", "press"]
