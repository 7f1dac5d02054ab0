"""Papers for notice boards, made of the same records as the pages and set by Typst."""

from generator.paper.papers import papers
from generator.paper.press import Paper, Size, press

__all__ = ["Paper", "Size", "papers", "press"]
