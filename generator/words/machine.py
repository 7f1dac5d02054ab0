"""What a machine has run out of, in words for whoever looks after it."""

from __future__ import annotations

import errno

FULL = (errno.ENOSPC, errno.EDQUOT)


def ran_out(error: BaseException, machine: str = "máy") -> str:
    """Of disk or memory; empty where an error says neither."""
    number = error.errno if isinstance(error, OSError) else None
    if number in FULL:
        return f"đĩa của {machine} đã đầy"
    return f"{machine} thiếu bộ nhớ" if number == errno.ENOMEM or isinstance(error, MemoryError) else ""
