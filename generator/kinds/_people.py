"""Lists of persons that the law orders to be public: few columns, and a day on which they go."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.core import Record
from generator.fields.base import Model, given, maybe, refuse
from generator.fields.codes import ThonId
from generator.fields.dates import Day
from generator.fields.money import Dong
from generator.fields.text import Text, read_line
from generator.kinds._disclosure import Disclosed
from generator.kinds._kind import Kind, Scope

NAME = re.compile(r"[^\W\d_]+(?:(?: ['’]?|['’-])[^\W\d_]+)*")
"""Words of letters, parted by a space; an apostrophe or a hyphen may stand within: "H'Hen Niê", "Y-Bion"."""
LONGEST_NAME = 60
"""Characters; the longest names that people bear have fewer."""


def is_name(text: str) -> bool:
    """Whether a text is a person's name and nothing more."""
    whole = unicodedata.normalize("NFC", " ".join(text.split()))
    return len(whole) <= LONGEST_NAME and bool(NAME.fullmatch(whole))


def read_name(value: object) -> str:
    """The name of a person, and nothing beside it: what stands there is public with the name.

    Raises: the refusals name_with_digits, name_with_more
    """
    found = read_line(value)
    if any(char.isdigit() for char in found):
        message = "có chữ số bên cạnh họ tên"
        raise refuse("name_with_digits", message, "Chỉ ghi họ và tên; bỏ ngày sinh, số giấy tờ.")
    if not is_name(found):
        message = "không phải chỉ là họ tên: có dấu câu, ngoặc, chữ ghi thêm, hoặc dài quá"
        hint = "Chỉ ghi họ và tên bằng chữ; bỏ tên gọi khác, dân tộc, bệnh tật, địa chỉ, hộp thư."
        raise refuse("name_with_more", message, hint)
    return found


PersonName = Annotated[str, BeforeValidator(read_name)]


class PersonRow(Model):
    """One person of a list: the columns that the law orders, and no others."""

    name: PersonName = given("ho_ten", "Họ tên", "Họ và tên, không ghi gì thêm.")
    thon: ThonId | None = maybe("thon", "Thôn", "Mã thôn ghi trong xa.yml.")
    policy: Text | None = maybe("chinh_sach", "Chính sách", "Được hưởng chính sách, hỗ trợ nào.")
    amount: Dong | None = maybe("muc", "Mức", "Số tiền được hưởng.")
    day: Day | None = maybe("ngay", "Ngày", "Ngày chi, ngày quyết định.")


class PersonList(Disclosed):
    """A record that lists persons (Luật 91/2025/QH15): it is not listed anywhere, and it expires.

    A kind whose model inherits this has its pages kept out of search engines, A–Z and sitemap, its records
    out of what covers the whole province, and all of it out of the site after `keep_until`.
    """

    keep_until: Day = given(
        "giu_den", "Giữ đến ngày", "Ngày cuối cùng danh sách còn trên trang; sau ngày ấy tự gỡ."
    )
    keep_why: Text = given("ly_do_giu", "Lý do giữ đến ngày ấy", "Văn bản nào đòi, hoặc việc gì phải xong.")

    def expired(self, day: date) -> bool:
        """Whether the list has been taken down by a day."""
        return day > self.keep_until


def lists_people(kind: Kind[Any]) -> bool:
    """Whether the records of a kind list persons."""
    return issubclass(kind.model, PersonList)


def data_lists_people(kind: Kind[Any]) -> bool:
    """Whether no program is sent to the data files of a kind."""
    return kind.persons or lists_people(kind)


def by_value(kind: Kind[Any]) -> bool:
    """Whether a kind is also exported value by value: its table is worked out, and no list of persons."""
    return kind.rows is not None and not lists_people(kind)


def expired(scope: Scope) -> tuple[Record[PersonList], ...]:
    """The lists of a commune whose last day is past."""
    return tuple(
        record
        for records in scope.commune.records.values()
        for record in records
        if isinstance(record.data, PersonList) and record.data.expired(scope.day)
    )


def current(scope: Scope) -> Scope:
    """The scope without the lists that have expired: what may be shown and exported."""
    return scope.once(_current)


def _current(scope: Scope) -> Scope:
    gone = {id(record) for record in expired(scope)}
    if not gone:
        return scope
    records = {
        kind: tuple(record for record in group if id(record) not in gone)
        for kind, group in scope.commune.records.items()
    }
    return replace(scope, commune=replace(scope.commune, records=records))


def for_the_province(records: Iterable[Record[Any]]) -> tuple[Record[Any], ...]:
    """Those records that may enter a file that covers the whole province: no list of persons does."""
    return tuple(record for record in records if not isinstance(record.data, PersonList))
