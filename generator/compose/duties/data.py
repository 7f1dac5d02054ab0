"""The data file `cong-khai.json`: every duty with its state, for whoever counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import WithJsonSchema

from generator.core import DATA, Commune, Link
from generator.fields.base import Model, given, many, maybe
from generator.fields.dates import Day
from generator.fields.posting import PostingForm
from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Scope
from generator.kinds.profile import Standing
from generator.province import Duty, say_basis
from generator.province.verdicts import Fulfilment, Timeliness, Verdict
from generator.words.letters import small

FILE = "cong-khai.json"


def _one_of(codes: Iterable[str]) -> WithJsonSchema:
    """A string of a closed list: the schema refuses every other."""
    return WithJsonSchema({"type": "string", "enum": list(codes)})


State = Annotated[str, _one_of(state.value for state in Fulfilment)]
Timing = Annotated[str, _one_of(timeliness.value for timeliness in Timeliness)]
SiteStanding = Annotated[str, _one_of(standing.value for standing in Standing)]


class Entry(Model):
    """One duty, for one period or record of it."""

    id: str = given("ma", "Mã nghĩa vụ", "Không đổi: THDC-11.3.")
    title: str = given("ten", "Phải công khai gì", "Lời thường.")
    basis: str = given("can_cu", "Căn cứ", "Văn bản, số, điều.")
    compared: bool = given(
        "da_doi_chieu", "Đã đối chiếu", "Có người đã đối chiếu căn cứ với bản chính thức."
    )
    weight: int = given("trong_so", "Trọng số", "Do tỉnh đặt; mặc định là 1.")
    period: str | None = maybe("ky", "Kỳ", "Chỉ có ở nghĩa vụ theo kỳ, lời khai.")
    state: State | None = maybe(
        "tinh_trang",
        "Tình trạng",
        "da_cong_khai, khong_phat_sinh, chua_co, khong_ap_dung; không có khi xã chưa tham gia.",
    )
    timeliness: Timing | None = maybe(
        "thoi_han",
        "Thời hạn",
        "dung_han, cham, chua_den_han, qua_han, khong_tinh_duoc, khong_co_han.",
    )
    days: int | None = maybe("so_ngay", "Số ngày", "Chậm, còn lại hay quá hạn mấy ngày.")
    due: Day | None = maybe("han", "Hạn", "Ngày cuối còn đúng hạn.")
    due_count: str | None = maybe("cach_tinh_han", "Cách tính hạn", "Ví dụ: 10 ngày kể từ 30/09/2026.")
    posted: Day | None = maybe("ngay_dang", "Ngày đăng", "Ngày đăng, ngày khai.")
    updated: Day | None = maybe(
        "ngay_cap_nhat", "Ngày cập nhật", "Lần đăng, sửa hay đính chính gần nhất, đến ngày dựng trang."
    )
    why: str | None = maybe("vi_sao", "Vì sao", "Một câu.")
    url: str | None = maybe("dia_chi", "Địa chỉ", "Trong trang của xã.")
    data: list[str] = many("du_lieu", "Dữ liệu", "Tệp dữ liệu của trang ấy, trong trang của xã.")
    forms: list[str] = many("hinh_thuc_con_thieu", "Hình thức còn thiếu", "Luật đòi mà chưa ghi.")


class DutyReport(Model):
    """The whole file."""

    code: str = given("ma_don_vi", "Mã đơn vị", "5 chữ số.")
    name: str = given("ten", "Tên đơn vị", "Tên đầy đủ.")
    standing: SiteStanding = given(
        "tinh_trang_trang", "Tình trạng trang", "chinh_thuc, ban_sao, cho_tiep_nhan."
    )
    fictional: bool = given("hu_cau", "Hư cấu", "Trang mẫu, không có thật.")
    day: Day = given("ngay", "Tính đến ngày", "Ngày dựng trang.")
    duties: list[Entry] = many("nghia_vu", "Nghĩa vụ", "Mỗi nghĩa vụ, mỗi kỳ hoặc mỗi nội dung một mục.")


def report(scope: Scope, pages: Mapping[str, Link]) -> DutyReport:
    """Built by attribute names: nothing comes from outside here."""
    commune: Commune = scope.commune
    told = [_judged(verdict, pages, scope.day) for verdict in scope.verdicts if verdict.duty.shown]
    return DutyReport.model_construct(
        code=commune.code,
        name=commune.name,
        standing=commune.standing,
        fictional=commune.fictional,
        day=scope.day,
        duties=told or [Entry.model_construct(**_of(duty)) for duty in expected(scope)],
    )


def expected(scope: Scope) -> Iterable[Duty]:
    """What the law orders of a unit of this type on the day, each duty once."""
    kind = scope.province.units[scope.commune.code].kind
    return [duty for duty in scope.province.expected(scope.day) if duty.binds_unit(kind)]


def _of(duty: Duty) -> dict[str, Any]:
    return {
        "id": duty.id,
        "title": duty.title,
        "basis": say_basis(duty.basis),
        "compared": duty.basis.compared is not None,
        "weight": duty.weight,
    }


def _judged(verdict: Verdict, pages: Mapping[str, Link], day: date) -> Entry:
    page = pages.get(verdict.record.source.path) if verdict.record else None
    return Entry.model_construct(
        **_of(verdict.duty),
        period=verdict.period_name or None,
        state=verdict.state.value,
        timeliness=verdict.timeliness.value,
        days=verdict.days or None,
        due=verdict.due.day if verdict.due else None,
        due_count=verdict.due.count if verdict.due else None,
        posted=verdict.posted,
        updated=_updated(verdict, day),
        why=verdict.why,
        url=page.url if page else None,
        data=[f"{page.url}{DATA}.json"] if page else [],
        forms=list(verdict.lacking),
    )


def _updated(verdict: Verdict, day: date) -> date | None:
    """The last day on which what fulfils a duty was posted, changed or corrected; None where nothing does."""
    disclosure = None if verdict.open else disclosure_of(verdict.record)
    changed = (disclosure.changed, *(c.day for c in disclosure.corrections)) if disclosure else ()
    days = (verdict.posted, disclosure.posted if disclosure else None, *changed)
    return max((each for each in days if each and each <= day), default=None)


def form_names(duty: Duty, site: str = "Trang này") -> str:
    """The forms that the law orders, the website first: "Trang này; niêm yết ít nhất 30 ngày liên tục"."""
    found = [site]
    for form in duty.forms:
        if form.form is not PostingForm.WEBSITE:
            least = f" ít nhất {form.days} ngày liên tục" if form.days else ""
            found.append(f"{small(form.form.label)}{least}")
    return "; ".join(found)
