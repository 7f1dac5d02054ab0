"""The files with which a host checks, previews and publishes on its own: from `site_templates/deploy/`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.fields.codes import RECORD
from generator.hosting.limits import Host
from generator.hosting.lock import NAME as LOCK
from generator.resources import TEMPLATES

BRANCH = "pages"
"""The branch that keeps what is published; Forgejo's hosts serve one of this name."""
INBOX = "nhap/README.md"
STAMP = "# Do lệnh `congkhai new deploy` viết; mã kiểm "
STAMPED = re.compile(rf"{re.escape(STAMP)}([0-9a-f]{{16}})\n(.*)", re.DOTALL)
FILES: Mapping[Host, Mapping[str, str]] = {
    Host.GITHUB: {
        ".github/workflows/cong-khai.yml": "github/cong-khai.yml",
        ".github/workflows/xem-truoc.yml": "github/xem-truoc.yml",
        ".github/workflows/nhap-bang-tinh.yml": "github/nhap-bang-tinh.yml",
        ".github/workflows/nhac-viec.yml": "github/nhac-viec.yml",
        ".github/workflows/in-giay.yml": "github/in-giay.yml",
        ".github/CODEOWNERS": "CODEOWNERS",
    },
    Host.CLOUDFLARE: {
        ".github/workflows/cong-khai.yml": "github/cong-khai.yml",
        ".github/workflows/xem-truoc.yml": "github/xem-truoc.yml",
        ".github/workflows/nhap-bang-tinh.yml": "github/nhap-bang-tinh.yml",
        ".github/workflows/nhac-viec.yml": "github/nhac-viec.yml",
        ".github/workflows/in-giay.yml": "github/in-giay.yml",
        ".github/CODEOWNERS": "CODEOWNERS",
    },
    Host.GITLAB: {".gitlab-ci.yml": "gitlab/gitlab-ci.yml", ".gitlab/CODEOWNERS": "CODEOWNERS"},
    Host.FORGEJO: {
        ".forgejo/workflows/cong-khai.yml": "forgejo/cong-khai.yml",
        ".forgejo/workflows/xem-truoc.yml": "forgejo/xem-truoc.yml",
        ".forgejo/workflows/nhap-bang-tinh.yml": "forgejo/nhap-bang-tinh.yml",
        ".forgejo/workflows/nhac-viec.yml": "forgejo/nhac-viec.yml",
        ".forgejo/workflows/in-giay.yml": "forgejo/in-giay.yml",
        "CODEOWNERS": "CODEOWNERS",
    },
}
"""Where each file goes in the repository, and its template."""


class RepositoryError(Exception):
    """Why nothing can be published from a repository; the argument says it in Vietnamese."""


@dataclass(frozen=True)
class Repository:
    """What a repository holds, as far as its workflows depend on it."""

    content: str
    """Path of the content inside the repository, with forward slashes."""
    communes: tuple[str, ...]
    """Slugs of the communes that have a folder."""
    has_province: bool
    has_lock: bool
    """Whether the generator comes by `congkhai.lock`; else the repository holds it."""

    @property
    def only(self) -> str:
        """The slug of a repository of one commune, whose site is then the whole site; else empty."""
        return self.communes[0] if len(self.communes) == 1 and not self.has_province else ""

    @property
    def served(self) -> str:
        """The part of the built site that goes out."""
        return f"site/{self.only}" if self.only else "site"


def look(root: Path, content: Path) -> Repository:
    """What stands in a repository.

    Raises: RepositoryError
    """
    try:
        inside = content.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise RepositoryError(f"Thư mục dữ liệu “{content}” không nằm trong “{root}”.") from None
    folder = content / "xa"
    found = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    communes = tuple(name for name in found if RECORD.fullmatch(name))
    if not communes or not RECORD.fullmatch(inside.replace("/", "-")):
        raise RepositoryError(f"Không có thư mục của xã nào trong “{folder}”, hoặc tên thư mục có dấu.")
    lock, province = (root / LOCK).is_file(), (content / "tinh").is_dir()
    has_generator = (root / "requirements" / "site.txt").is_file() and (root / "generator").is_dir()
    if not lock and not (province and has_generator):
        raise RepositoryError(
            f"Kho này không có bộ dựng trang, cũng không có tệp {LOCK}. Xin tỉnh tệp {LOCK}, đặt vào “{root}”."
        )
    return Repository(inside, communes, province, lock)


def write(repository: Repository, host: Host, owners: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Every file by its path in the repository; `owners` are the rules of CODEOWNERS."""
    environment = _environment()
    facts = {"repository": repository, "host": host.value, "owners": owners, "branch": BRANCH}
    return {
        path: stamped(environment.get_template(name).render(facts)) for path, name in FILES[host].items()
    }


def inbox_note(repository: Repository) -> str:
    """What stands in the folder for workbooks: it makes the folder, and hosts show it there."""
    return _environment().get_template("nhap.md").render(repository=repository)


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES / "deploy"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 – YAML and shell; every value put in has a checked form
        # What GitHub itself fills in is written ${{ … }}, so ours is written otherwise.
        block_start_string="[%", block_end_string="%]",
        variable_start_string="[[", variable_end_string="]]",
        comment_start_string="[#", comment_end_string="#]",
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


def stamped(text: str) -> str:
    """The text under a line that tells whether somebody has changed it since."""
    return f"{STAMP}{_digest(text)}\n{text}"


def untouched(text: str) -> bool:
    """Whether a file is still as this program wrote it, in whichever version."""
    match = STAMPED.fullmatch(text)
    return bool(match) and _digest(match[2]) == match[1]  # type: ignore[index]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()[:16]
