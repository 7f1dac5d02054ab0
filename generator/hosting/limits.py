"""What each host's own documentation allows, with where that stands and the day it was read.

Dated data: when a host changes its mind, change a line here and its day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

GB = 1000**3
MIB = 1024**2


class Host(StrEnum):
    """Where a site may stand."""

    GITHUB = "github"
    GITLAB = "gitlab"
    CLOUDFLARE = "cloudflare"
    FORGEJO = "forgejo"


@dataclass(frozen=True)
class Limit:
    """The most that a host takes, in bytes or in files, and its own page that says so."""

    most: int
    source: str
    read: date
    """The day that somebody read it there."""


@dataclass(frozen=True)
class Limits:
    """The limits of one host on its free plan; None where its documentation gives no figure."""

    name: str
    site: Limit | None = None
    """Bytes of the whole site."""
    files: Limit | None = None
    """Number of files; GitLab counts folders too."""
    file: Limit | None = None
    """Bytes of one file."""
    counts_folders: bool = False


READ = date(2026, 11, 22)
LIMITS: Mapping[Host, Limits] = {
    Host.GITHUB: Limits(
        "GitHub Pages",
        site=Limit(
            GB,
            "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
            READ,
        ),
        # Published pages are kept in a branch, and a push with a larger file is refused.
        file=Limit(
            100 * MIB,
            "https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github",
            READ,
        ),
    ),
    Host.GITLAB: Limits(
        "GitLab Pages",
        site=Limit(GB, "https://docs.gitlab.com/user/gitlab_com/#gitlab-pages", READ),
        files=Limit(
            200_000,
            "https://docs.gitlab.com/administration/instance_limits/#number-of-files-per-gitlab-pages-website",
            READ,
        ),
        counts_folders=True,
    ),
    Host.CLOUDFLARE: Limits(
        "Cloudflare Pages",
        files=Limit(20_000, "https://developers.cloudflare.com/pages/platform/limits/#files", READ),
        file=Limit(25 * MIB, "https://developers.cloudflare.com/pages/platform/limits/#file-size", READ),
    ),
    Host.FORGEJO: Limits("Forgejo"),
}
