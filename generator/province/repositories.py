"""Where the data of communes are kept, so that forms in the browser can write there (`tinh.yml`, kho_du_lieu)."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from generator.fields.base import Model, given, maybe, refuse, scalar
from generator.fields.choice import Choice
from generator.fields.codes import RecordId
from generator.fields.contact import Link
from generator.fields.text import Text
from generator.fields.typed import quote

PUBLIC = "https://api.github.com"
COMMUNE = "{xa}"
"""Stands for the slug of each commune."""
PART = r"[A-Za-z0-9_{][A-Za-z0-9._{}-]*"
PATH = re.compile(rf"{PART}(?:/{PART})+")
FOLDER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*")


class Service(Choice):
    """What serves the repository."""

    FORGEJO = "forgejo", "Forgejo, Gitea"
    GITLAB = "gitlab", "GitLab"
    GITHUB = "github", "GitHub"


def read_path(value: object) -> str:
    """Owner and name: "cong-khai/xa-mau"; `{xa}` for the slug of each commune."""
    found = scalar(value).strip("/")
    plain = found.replace(COMMUNE, "xa")
    if PATH.fullmatch(found) and not re.search(r"[{}]|\.\.", plain) and not plain.endswith(".git"):
        return found
    raise refuse(
        "repository_expected",
        f"cần là chủ kho và tên kho, đang ghi {quote(found)}",
        "Ghi như cong-khai/{xa}; {xa} là tên trên địa chỉ của từng xã.",
    )


def read_folder(value: object) -> str:
    """Where the content stands inside the repository."""
    found = scalar(value).strip("/")
    if FOLDER.fullmatch(found) and ".." not in found:
        return found
    raise refuse(
        "repository_folder",
        f"cần là thư mục bên trong kho, đang ghi {quote(found)}",
        "Ghi như content; trong đó có thư mục xa/.",
    )


class Repository(Model):
    """The repository of one commune, or of all."""

    commune: RecordId | None = maybe("xa", "Của xã", "Tên trên địa chỉ của xã; bỏ trống là mọi xã còn lại.")
    service: Service = given("loai", "Loại", "Máy chủ giữ kho: Forgejo (Gitea), GitLab hay GitHub.")
    address: Link = given(
        "dia_chi", "Địa chỉ máy chủ", "Ví dụ: https://git.tinh.example, https://gitlab.com."
    )
    path: Annotated[str, BeforeValidator(read_path)] = given(
        "kho", "Tên kho", "Chủ kho và tên kho: cong-khai/{xa}."
    )
    branch: Text = maybe("nhanh", "Nhánh", "Nhánh nhận thay đổi; bỏ trống là main.", "main")
    application: Text | None = maybe(
        "ma_ung_dung",
        "Mã ứng dụng",
        "Client ID của ứng dụng OAuth (PKCE); chưa có thì đăng nhập bằng mã truy cập.",
    )
    folder: Annotated[str, BeforeValidator(read_folder)] = maybe(
        "thu_muc", "Thư mục dữ liệu", "Trong kho, bên trong có xa/; bỏ trống là content.", "content"
    )

    @property
    def server(self) -> str:
        """Without a slash at its end."""
        return self.address.rstrip("/")

    @property
    def interface(self) -> str:
        """Address of the server's programming interface (REST)."""
        if self.service is Service.GITHUB:
            return PUBLIC if self.server == "https://github.com" else f"{self.server}/api/v3"
        return f"{self.server}/api/{'v4' if self.service is Service.GITLAB else 'v1'}"

    @property
    def origins(self) -> tuple[str, ...]:
        """Which servers a form that writes there talks to."""
        parts = (urlsplit(address) for address in (self.server, self.interface))
        return tuple(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts))

    def of(self, slug: str) -> str:
        """The path for one commune."""
        return self.path.replace(COMMUNE, slug)
