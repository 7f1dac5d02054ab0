"""Pages of what was withdrawn: a dated notice at each old address, and the list of all."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft
from generator.fields.base import Model, given, many, maybe
from generator.fields.dates import Day
from generator.fields.text import Text
from generator.kinds._kind import Scope
from generator.kinds._withdrawn import withdrawals

LIST, LIST_TITLE = "thu-hoi/", "Nội dung đã thu hồi"


class Gone(Model):
    """One withdrawal in the data file; the name of an attachment is left out, it may name a person."""

    address: str | None = maybe("dia_chi", "Địa chỉ", "Trang đã gỡ, trong trang của xã.")
    day: Day = given("ngay", "Ngày thu hồi", "Ngày gỡ khỏi trang.")
    reason: Text = given("ly_do", "Lý do", "Lý do đã công khai.")


class AllGone(Model):
    """What the data file of the list holds."""

    entries: list[Gone] = many("thu_hoi", "Thu hồi", "Mới nhất đứng đầu.")


def with_withdrawn(scope: Scope, drafts: Iterable[Draft]) -> list[Draft]:
    """The pages, and the notices where nothing new has taken the address of what was withdrawn."""
    kept = list(drafts)
    entries = withdrawals(scope.commune)
    if not entries:
        return kept
    taken = {draft.url for draft in kept}
    left = {entry.address: entry for entry in entries if entry.address and entry.address not in taken}
    notices = [
        Draft(
            address,
            f"{LIST_TITLE}: {address.rstrip('/')}",
            "pages/da-thu-hoi.html",
            entry,
            f"{scope.commune.name}: nội dung này đã thu hồi.",
            section=LIST,
            listed=False,
        )
        for address, entry in left.items()
    ]
    return [*kept, _list(scope), *notices]


def _list(scope: Scope) -> Draft:
    newest = sorted(withdrawals(scope.commune), key=lambda entry: entry.day, reverse=True)
    told = [
        Gone.model_construct(address=entry.address or None, day=entry.day, reason=entry.reason)
        for entry in newest
    ]
    return Draft(
        LIST,
        LIST_TITLE,
        "pages/thu-hoi.html",
        tuple(newest),
        f"Những nội dung {scope.commune.name} đã gỡ khỏi trang để giữ kín thông tin của người dân.",
        data=AllGone.model_construct(entries=told),
        listed=False,
    )
