"""The page of the release: how anyone checks a copy; its number comes after the build (`congkhai release`)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.pages import slashed
from generator.core import Draft
from generator.kinds._kind import Scope
from generator.province.signers import ALLOWED, NAMESPACE, REVOKED

RELEASE, RELEASE_TITLE = "phat-hanh/", "Bản phát hành"
CHECK_SIGNATURE = (
    f"ssh-keygen -Y verify -f {ALLOWED} -r {REVOKED} -I {{code}} -n {NAMESPACE}"
    " -s release.json.sig < release.json"
)
CHECK_FILES = (
    'grep -q "$(sha256sum < SHA256SUMS | cut -c 1-64)" release.json'
    ' && sha256sum --check --strict --quiet SHA256SUMS && echo "Đủ và đúng"'
)
"""That the signed `release.json` names this very list, then every file against the list."""


@dataclass(frozen=True)
class Release:
    """Facts of the page: the same for every release."""

    code: str
    check_signature: str
    check_files: str
    signers: str
    """Full address of the province's list of keys; empty where it serves none."""
    revoked: str


def released(scope: Scope) -> Draft:
    base = scope.province.settings.base if scope.province.signers else None
    served = slashed(base) if base else ""
    code = scope.commune.code
    return Draft(
        RELEASE,
        RELEASE_TITLE,
        "pages/phat-hanh.html",
        Release(
            code,
            CHECK_SIGNATURE.format(code=code),
            CHECK_FILES,
            served and served + ALLOWED,
            served and served + REVOKED,
        ),
        "Số, ngày và chữ ký của bản đang đăng; cách tự kiểm tra một bản sao bằng hai lệnh có sẵn trên máy.",
        also=("Chữ ký số của trang", "Kiểm tra bản sao"),
    )
