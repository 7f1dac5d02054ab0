"""Rules of `nghia-vu.yml`: versions follow each other, kinds and fields are real, a period has its cycle."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds import kinds
from generator.kinds._dates import check_order, check_past
from generator.kinds._references import meant
from generator.province.basis import Basis
from generator.province.duties import Cycle, Duties, Duty, Family, Moment
from generator.words.dates import say_day

SERVICE = "sai_sot"
"""What the site itself does for a duty, without a kind: answering who reports an error."""
PARTS = {Cycle.MONTH: 12, Cycle.QUARTER: 4, Cycle.HALF: 2, Cycle.YEAR: 1}
"""How many periods a year has."""


def check_duties(record: Record[Duties], day: date | None = None) -> Iterator[Problem]:
    """Every rule; places point at the very value."""
    for index, duty in enumerate(record.data.duties):
        loc = ("nghia_vu", index)
        yield from _check_kinds(record, loc, duty)
        yield from _check_fields(record, loc, duty)
        yield from _check_times(record, loc, duty)
        yield from _check_share(record, loc, duty)
        yield from _check_latest(record, loc, duty)
        yield from _check_family(record, loc, duty)
        yield from _check_forms(record, loc, duty)
        if day:
            yield from _check_compared(record, loc, duty.basis, day)
    yield from _check_versions(record)


def _check_kinds(record: Record[Duties], loc: Loc, duty: Duty) -> Iterable[Problem]:
    known = [kind.name for kind in kinds()]
    for index, name in enumerate(duty.kinds):
        if name not in known and name != SERVICE:
            yield record.problem(
                "kind_unknown",
                (*loc, "loai", index),
                f"không có loại nội dung “{name}”",
                meant(name, known) or f"Chọn một trong: {', '.join(known)}.",
            )


def _check_fields(record: Record[Duties], loc: Loc, duty: Duty) -> Iterable[Problem]:
    models = [kind.model for kind in kinds() if kind.name in duty.kinds]
    known = {str(info.alias) for model in models for info in model.model_fields.values()}
    for index, name in enumerate(duty.fields):
        if models and name not in known:
            yield record.problem(
                "duty_field_unknown",
                (*loc, "cac_muc", index),
                f"loại {', '.join(duty.kinds)} không có mục “{name}”",
                meant(name, known) or f"Chọn một trong: {', '.join(sorted(known))}.",
            )


def _check_times(record: Record[Duties], loc: Loc, duty: Duty) -> Iterable[Problem]:
    """A basis ends after it begins; nothing is due before it does."""
    basis = duty.basis
    name = "ngày có hiệu lực"
    yield from check_order(record, (*loc, "han_dau_tien"), duty.first_due, basis.since, name)
    if basis.until and basis.until < basis.since:
        text = f"hết hiệu lực {say_day(basis.until)}, trước ngày có hiệu lực {say_day(basis.since)}"
        yield record.problem(
            "dates_out_of_order", (*loc, "can_cu", "hieu_luc_den"), text, "Xem lại hai ngày."
        )


def _check_compared(record: Record[Duties], loc: Loc, basis: Basis, day: date) -> Iterable[Problem]:
    """Nobody has compared it yet on a day that is still to come."""
    at = (*loc, "can_cu", "doi_chieu", "ngay")
    compared = basis.compared.day if basis.compared else None
    yield from check_past(record, at, compared, day, "Ghi ngày đã đọc so với bản chính thức.")


def _check_share(record: Record[Duties], loc: Loc, duty: Duty) -> Iterable[Problem]:
    """A part of nothing, and more than all, nobody can reach."""
    share = duty.share
    if share and not 0 < share.part <= share.whole:
        yield record.problem(
            "share_impossible",
            (*loc, "ty_le"),
            f"tỷ lệ {share.part}/{share.whole} không có được",
            "Tử số từ 1 đến mẫu số, ví dụ phan: 2, tren: 3.",
        )


def _check_family(record: Record[Duties], loc: Loc, duty: Duty) -> Iterable[Problem]:
    """What is judged can be fulfilled by something, in a period that there is, from a day that is known."""
    if duty.family and not duty.kinds:
        text = f"nghĩa vụ {duty.id} có nhóm nhưng không có loại nội dung nào làm tròn được"
        yield record.problem("duty_no_kind", loc, text, "Thêm loai, hoặc bỏ nhom để máy không chấm.")
    if duty.family is Family.PERIODIC and duty.cycle is None:
        text = f"nghĩa vụ {duty.id} theo kỳ nhưng chưa ghi chu kỳ"
        yield record.problem("duty_no_cycle", loc, text, "Thêm chu_ky: thang, quy, sau_thang hoặc nam.")
    if duty.family is Family.EVENT and duty.deadline and duty.deadline.since is Moment.PERIOD_END:
        text = f"nghĩa vụ {duty.id} khi có việc mới phát sinh, không có ngày hết kỳ để đếm"
        hint = "Chọn mốc khác cho ke_tu, hoặc ghi nhom: dinh_ky và chu_ky."
        yield record.problem("duty_no_period", (*loc, "thoi_han", "ke_tu"), text, hint)
    most = PARTS[duty.cycle] if duty.cycle else 0
    for index, part in enumerate(duty.parts):
        if not 1 <= part <= most:
            text = f"một năm không có kỳ {part}" if most else "có cac_ky nhưng chưa ghi chu_ky"
            hint = f"Ghi số từ 1 đến {most}, hoặc sửa chu_ky." if most else "Thêm chu_ky, hoặc bỏ cac_ky."
            yield record.problem("duty_part_unknown", (*loc, "cac_ky", index), text, hint)


def _check_forms(record: Record[Duties], loc: Loc, duty: Duty) -> Iterable[Problem]:
    """One form asks for one duration."""
    forms = [required.form for required in duty.forms]
    for index, form in enumerate(forms):
        if form in forms[:index]:
            text = f"hình thức “{form.label}” đã ghi ở trên"
            yield record.problem("form_twice", (*loc, "hinh_thuc", index), text, "Gộp hai dòng làm một.")


def _check_latest(record: Record[Duties], loc: Loc, duty: Duty) -> Iterable[Problem]:
    """A day that every year has, for a duty that comes every year."""
    latest = duty.latest
    if latest is None:
        return
    at = (*loc, "moc_muon_nhat")
    if not (1 <= latest.month <= 12 and 1 <= latest.day <= monthrange(2027, latest.month)[1]):
        text = f"năm nào cũng phải có ngày {latest.day}/{latest.month}"
        yield record.problem("date_impossible", (*at, "ngay"), text, "Xem lại ngày và tháng.")
    elif duty.cycle is not Cycle.YEAR or duty.deadline is None:
        text = f"nghĩa vụ {duty.id} có mốc muộn nhất nhưng không phải hằng năm có thời hạn"
        yield record.problem("duty_no_cycle", at, text, "Thêm chu_ky: nam và thoi_han, hoặc bỏ mục này.")


def _check_versions(record: Record[Duties]) -> Iterable[Problem]:
    """Two versions of one duty may not be in force on the same day: nobody could say which one judges."""
    earlier: dict[str, Duty] = {}
    ordered = sorted(enumerate(record.data.duties), key=lambda pair: pair[1].basis.since)
    for index, duty in ordered:
        before = earlier.get(duty.id)
        if before and (before.basis.until is None or before.basis.until >= duty.basis.since):
            yield record.problem(
                "duty_versions_overlap",
                ("nghia_vu", index, "can_cu", "hieu_luc_tu"),
                f"nghĩa vụ {duty.id} có hai căn cứ cùng hiệu lực từ ngày {say_day(duty.basis.since)}",
                "Ghi hieu_luc_den cho căn cứ cũ, hoặc đặt mã khác.",
            )
        earlier[duty.id] = duty
