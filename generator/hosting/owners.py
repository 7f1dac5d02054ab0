"""Who approves changes: from `nguoi-duyet.yml` to the host's CODEOWNERS.

A commune's people own their own folder and nothing else; all the rest is the province's, or theirs where the
repository holds their commune alone and names nobody for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from generator.core import Problem
from generator.fields.base import Model, given, many, refuse
from generator.fields.codes import RecordId
from generator.fields.typed import quote, tidy
from generator.hosting.limits import Host
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml

NAME = "nguoi-duyet.yml"
ACCOUNT = re.compile(r"@[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*")


def read_account(value: object) -> str:
    """An account or a team of the host: @ten, @to-chuc/nhom."""
    found = tidy(value)
    if ACCOUNT.fullmatch(found):
        return found
    raise refuse(
        "account_expected",
        f"cần là tên tài khoản bắt đầu bằng @, đang ghi {quote(found)}",
        'Ghi như "@ten-tai-khoan" hoặc "@to-chuc/nhom", đặt trong ngoặc kép.',
    )


Account = Annotated[str, BeforeValidator(read_account)]


class CommuneOwners(Model):
    """Who approves changes of one commune."""

    slug: RecordId = given("xa", "Xã", "Tên thư mục của xã trong content/xa/.")
    people: list[Account] = many(
        "nguoi", "Người duyệt", "Tài khoản của lãnh đạo xã; bỏ trống thì tỉnh duyệt."
    )


class Owners(Model):
    """The file `nguoi-duyet.yml`."""

    shared: list[Account] = many("chung", "Người duyệt chung", "Duyệt mọi thứ ngoài thư mục của các xã.")
    communes: list[CommuneOwners] = many("xa", "Các xã", "Mỗi xã một mục.")


def read_owners(file: Path) -> tuple[Owners | None, tuple[Problem, ...]]:
    """What the file says; nobody where there is no such file, None where it is wrong."""
    if not file.exists():
        return Owners(), ()
    reading = read_yaml(file.read_bytes(), file.as_posix())
    return read_model(Owners, reading), tuple(reading.problems)


def starter(communes: Iterable[str]) -> str:
    """A file to fill in, with every commune and nobody."""
    entries = "".join(f"  - xa: {slug}\n    nguoi: []\n" for slug in communes)
    return (
        "# Ai duyệt thay đổi của ai. Ghi tên tài khoản trên trang giữ kho, có @ ở đầu, trong ngoặc kép:\n"
        '#   nguoi: ["@ten-tai-khoan"]   hoặc cả nhóm:   nguoi: ["@to-chuc/nhom"]\n'
        "# Người của xã nào chỉ duyệt thư mục của xã ấy. Mọi thứ khác do những người ở mục chung duyệt.\n"
        "# Sửa xong chạy lại lệnh `congkhai new deploy` để viết lại tệp CODEOWNERS.\n"
        f"chung: []\nxa:\n{entries}"
    )


def with_rest(owners: Owners, only: str) -> Owners:
    """In the repository of one commune (`only`), the rest is its own people's where nobody else has it."""
    people = [account for entry in owners.communes if entry.slug == only for account in entry.people]
    return owners if owners.shared else owners.model_copy(update={"shared": people})


def rules(owners: Owners, host: Host, content: str, communes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """(pattern, accounts) of each rule, in the host's own language; `content` is its path in the repository."""
    own = {entry.slug: entry.people for entry in owners.communes}
    shared = " ".join(owners.shared)
    if host is Host.FORGEJO:
        # Regular expressions over the whole path, and every rule that fits counts.
        outside = [(f"!{content}/xa/[^/]+/.*", shared)] if shared else []
        inside = ((f"{content}/xa/{slug.replace('.', '[.]')}/.*", own.get(slug)) for slug in communes)
    else:
        # Patterns as in .gitignore, and the last rule that fits counts.
        outside = [("*", shared)] if shared else []
        inside = ((f"/{content}/xa/{slug}/", own.get(slug)) for slug in communes)
    mine = [(pattern, " ".join(people or ()) or shared) for pattern, people in inside]
    return (*outside, *(rule for rule in mine if rule[1]))
