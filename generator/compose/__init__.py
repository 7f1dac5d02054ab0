"""Which pages a site has, in which order, and the frame around them."""

from generator.compose.commune import compose
from generator.compose.notice import compose_notice
from generator.compose.province import compose_province
from generator.compose.site import frame

__all__ = ["compose", "compose_notice", "compose_province", "frame"]
