"""Which pages a site has, in which order, and the frame around them."""

from generator.compose.commune import compose, frame
from generator.compose.notice import compose_notice
from generator.compose.province import compose_province

__all__ = ["compose", "compose_notice", "compose_province", "frame"]
