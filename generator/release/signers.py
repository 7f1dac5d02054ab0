"""The province's `allowed_signers` (ssh-keygen(1)): who may sign for which communes, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase

from generator.province.signers import NAMESPACE

KEY = re.compile(
    r"(?:^|\s)((?:ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)|ssh-rsa|sk-ssh-ed25519@openssh\.com)"
    r" [A-Za-z0-9+/]+={0,3})(?:\s|$)"
)
OPTION = re.compile(r'(valid-after|valid-before)="(\d{14})Z"')
MOMENT = "%Y%m%d%H%M%S"


@dataclass(frozen=True)
class Signer:
    """One line."""

    codes: tuple[str, ...]
    """Codes of the communes, or patterns of OpenSSH such as `*`."""
    key: str
    after: datetime | None = None
    before: datetime | None = None

    def may(self, code: str) -> bool:
        return any(fnmatchcase(code, pattern) for pattern in self.codes)

    def valid(self, moment: datetime) -> bool:
        return not (self.after and moment < self.after) and not (self.before and moment > self.before)


def read_signers(content: bytes) -> tuple[Signer, ...]:
    """The lines as far as we write them; `ssh-keygen` judges, this explains."""
    return tuple(_signers(content.decode("utf-8", "replace").splitlines()))


def _signers(lines: Iterable[str]) -> Iterator[Signer]:
    for line in lines:
        key = KEY.search(line)
        if key and not line.startswith("#"):
            times = {name: _moment(value) for name, value in OPTION.findall(line)}
            codes = tuple(line.split()[0].split(","))
            yield Signer(codes, key[1], times.get("valid-after"), times.get("valid-before"))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def public_key(text: str) -> str:
    """The key of a line of a `.pub` file or of a list, without its comment; empty where there is none."""
    found = KEY.search(text)
    return found[1] if found else ""


def line_of(signer: Signer, comment: str) -> str:
    """A line that OpenSSH reads: UTC times end with Z, else they would be those of the reader's clock."""
    times = {"valid-after": signer.after, "valid-before": signer.before}
    options = [
        f'namespaces="{NAMESPACE}"',
        *(f'{name}="{moment.astimezone(UTC):{MOMENT}}Z"' for name, moment in times.items() if moment),
    ]
    return f"{','.join(signer.codes)} {','.join(options)} {signer.key} {comment}"


def is_revoked(key: str, revoked: bytes) -> bool:
    return key in {public_key(line) for line in revoked.decode("utf-8", "replace").splitlines()}
