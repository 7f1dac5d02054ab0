"""A small site, keys of a commune and of others, and the province's list; real `ssh-keygen`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.province.signers import ALLOWED, REVOKED
from generator.release.chain import known
from generator.release.copies import FolderCopy
from generator.release.keys import allow, make_key
from generator.release.make import How, Made, release
from generator.release.sign import Signers
from generator.release.signers import Signer, public_key
from generator.release.verify import Asked, Seen, verify
from tests.conftest import write_tree

NOW = datetime(2026, 11, 22, 5, tzinfo=UTC)
CODE = "00000"
FILES = {
    "trang.json": '{"ma": "00000", "ten": "Xã Mẫu", "cho_sua": false}\n',
    "index.html": "<h1>UBND xã Mẫu</h1>\n",
    "phat-hanh/index.html": '<h1>Bản phát hành</h1>\n<section id="ban-nay">\n<p>Chưa.</p>\n</section>\n',
    "tep/quyết định 12.pdf": "%PDF\n",
    "assets/a.css": "p {}\n",
}


@pytest.fixture(autouse=True)
def ssh_keygen() -> None:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is missing: `apt-get install openssh-client`, then run again")


@dataclass(frozen=True)
class Desk:
    """A commune that releases, and the province that says who may."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "trang"

    @property
    def allowed(self) -> Path:
        return self.root / "tinh" / ALLOWED

    def key(self, name: str) -> Path:
        """A private key by its name, made when it is first asked for."""
        path = self.root / "khoa" / name
        if not path.exists():
            make_key(path, name)
        return path

    def public(self, name: str) -> str:
        return public_key(self.key(name).with_name(f"{name}.pub").read_text("utf-8"))

    def allow(
        self, name: str, *codes: str, days: int = 365, since: datetime = NOW - timedelta(days=30)
    ) -> None:
        signer = Signer(codes or (CODE,), self.public(name), since, since + timedelta(days=days))
        allow(signer, name, self.allowed)

    def write(self, files: dict[str, str]) -> None:
        write_tree(self.site, files)

    def release(self, now: datetime = NOW, key: str | None = "xa") -> Made:
        how = How(now, key=self.key(key) if key else None)
        return release(self.site, how, known)

    def asked(self, now: datetime = NOW, seen: Seen | None = None, code: str = CODE) -> Asked:
        signers = Signers(self.allowed.read_bytes(), self.allowed.with_name(REVOKED).read_bytes())
        return Asked(signers, now, code, seen or Seen())

    def wrong(self, asked: Asked | None = None, copy: Path | None = None) -> list[tuple[str, str]]:
        """(code, file) of each problem."""
        found = verify(FolderCopy(copy or self.site), asked or self.asked())
        return [(problem.code, problem.place.path) for problem in found]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    (tmp_path / "tinh").mkdir()
    made.write(FILES)
    made.allow("xa")
    return made


@pytest.fixture
def released(desk: Desk) -> Desk:
    """With one good release of the site."""
    desk.release()
    assert desk.wrong() == []
    return desk
