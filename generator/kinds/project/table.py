"""The projects as one flat table, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.project.choices import MoneySource
from generator.kinds.project.delays import delays
from generator.kinds.project.model import Project
from generator.kinds.project.view import thon_links


class Row(Model):
    """One project on one line; money in đồng."""

    id: str = given("ma", "Mã dự án", "Mã dự án.")
    name: str = given("ten", "Tên", "Tên dự án, công trình.")
    sector: str | None = maybe("linh_vuc", "Lĩnh vực", "Lĩnh vực.")
    status: str = given("tinh_trang", "Tình trạng", "Tình trạng.")
    late: str = given("cham", "Chậm", "Chậm thế nào, tính đến ngày dựng trang.")
    place: str | None = maybe("dia_diem", "Địa điểm", "Địa điểm.")
    thon: str = given("thon", "Thôn, tổ dân phố", "Tên các thôn.")
    investor: str | None = maybe("chu_dau_tu", "Chủ đầu tư", "Chủ đầu tư.")
    contractors: str = given("nha_thau", "Nhà thầu", "Các nhà thầu.")
    total: int | None = maybe("tong_muc_dau_tu", "Tổng mức đầu tư", "Đồng.")
    state: int | None = maybe("trung_uong", "Từ ngân sách trung ương", "Đồng.")
    province: int | None = maybe("tinh", "Từ ngân sách tỉnh", "Đồng.")
    commune: int | None = maybe("xa", "Từ ngân sách xã", "Đồng.")
    residents: int | None = maybe("dan_gop", "Nhân dân đóng góp", "Đồng.")
    donors: int | None = maybe("tai_tro", "Tài trợ", "Đồng.")
    other: int | None = maybe("nguon_khac", "Nguồn khác", "Đồng.")
    paid: int | None = maybe("giai_ngan", "Đã giải ngân", "Đồng, lũy kế.")
    paid_day: date | None = maybe("giai_ngan_den_ngay", "Giải ngân đến ngày", "Ngày của số liệu.")
    planned_start: date | None = maybe("khoi_cong_ke_hoach", "Khởi công theo kế hoạch", "Ngày.")
    start: date | None = maybe("khoi_cong_thuc_te", "Khởi công thực tế", "Ngày.")
    planned_finish: date | None = maybe("hoan_thanh_ke_hoach", "Hoàn thành theo kế hoạch", "Ngày.")
    deadline: date | None = maybe("han_hien_nay", "Hạn hiện nay", "Sau các lần điều chỉnh.")
    finish: date | None = maybe("hoan_thanh_thuc_te", "Hoàn thành thực tế", "Ngày.")
    work: Decimal | None = maybe("khoi_luong", "Khối lượng đã xong (%)", "Theo báo cáo gần nhất.")
    work_day: date | None = maybe("khoi_luong_den_ngay", "Khối lượng đến ngày", "Ngày báo cáo.")
    settled: int | None = maybe("quyet_toan", "Giá trị quyết toán", "Đồng.")


def rows(scope: Scope) -> Iterable[Row]:
    for record in scope.commune.all("project"):
        yield _row(record.data, scope)


def _row(project: Project, scope: Scope) -> Row:
    """Built by attribute names: nothing comes from outside here, so nothing is validated."""
    times, last = project.schedule, project.reports[-1] if project.work else None
    return Row.model_construct(
        id=project.id,
        name=project.name,
        sector=project.sector.label if project.sector else None,
        status=project.status.label,
        late="; ".join(delay.text for delay in delays(project, scope.day)),
        place=project.place,
        thon=", ".join(link.text for link in thon_links(project, scope)),
        investor=project.investor.name if project.investor else None,
        contractors=", ".join(dict.fromkeys(p.contractor for p in project.packages if p.contractor)),
        **_money(project),
        planned_start=times.planned_start,
        start=times.start,
        planned_finish=times.planned_finish,
        deadline=project.deadline,
        finish=times.finish,
        work=last.percent if last else None,
        work_day=last.day if last else None,
    )


def _money(project: Project) -> dict[str, Any]:
    """The columns of sums, by attribute name."""
    paid, settlement = project.disbursed, project.settlement
    return {
        "total": project.total,
        "state": _from(project, MoneySource.STATE),
        "province": _from(project, MoneySource.PROVINCE),
        "commune": _from(project, MoneySource.COMMUNE),
        "residents": _from(project, MoneySource.RESIDENTS),
        "donors": _from(project, MoneySource.DONORS),
        "other": _from(project, MoneySource.OTHER),
        "paid": paid.amount if paid else None,
        "paid_day": paid.day if paid else None,
        "settled": settlement.value if settlement else None,
    }


def _from(project: Project, source: MoneySource) -> int | None:
    """What a source gives; None where no source is disclosed, 0 where others are and this one is not."""
    if not project.funding:
        return None
    return sum(part.amount for part in project.funding if part.source is source)
