"""`congkhai check --host`: whether a host would take the site that is built, or that would be."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.core import Problem
from generator.hosting.limits import Host
from generator.hosting.measure import measure, size_of, summary

if TYPE_CHECKING:
    from generator.publish import Order


def judge(site: Path, host: Host) -> tuple[tuple[Problem, ...], str]:
    """What is wrong with a built site for that host, and its size in one line."""
    size = size_of(site)
    return measure(size, host, site.as_posix()), summary(size, host)


def judge_what_would_be_built(order: Order, host: Host) -> tuple[tuple[Problem, ...], str]:
    """The same of a site built now, out of sight; `order.out` only names it in what is said."""
    from generator.publish import publish

    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        site = Path(folder, order.out.name)
        publish(replace(order, out=site))
        size = size_of(site)
    return measure(size, host, order.out.as_posix()), summary(size, host)
