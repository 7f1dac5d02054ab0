"""What a project's page does not tell yet, one quiet line a section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.kinds.project.choices import ClearanceState, Status
from generator.kinds.project.model import Project

STEP = {
    Status.PREPARING: 0,
    Status.RUNNING: 1,
    Status.PAUSED: 1,
    Status.STOPPED: 1,
    Status.DONE: 2,
    Status.SETTLED: 3,
}
"""How far a project has come, for what can be expected of it."""


@dataclass(frozen=True)
class Wanted:
    """Something that a reader looks for in a section, from a step of the project on."""

    words: str
    given: Callable[[Project], object]
    step: int = 0


WANTED: Mapping[str, tuple[Wanted, ...]] = {
    "tien": (
        Wanted("tổng mức đầu tư", lambda p: p.total),
        Wanted("nguồn vốn", lambda p: p.funding),
        Wanted("kế hoạch vốn từng năm", lambda p: p.years),
        Wanted("số tiền đã giải ngân", lambda p: p.disbursed, 1),
    ),
    "thoi_gian": (
        Wanted("ngày khởi công theo kế hoạch", lambda p: p.schedule.planned_start),
        Wanted("ngày hoàn thành theo kế hoạch", lambda p: p.schedule.planned_finish),
        Wanted("ngày khởi công thực tế", lambda p: p.schedule.start, 1),
        Wanted("báo cáo khối lượng", lambda p: p.work, 1),
        Wanted("ngày hoàn thành thực tế", lambda p: p.schedule.finish, 2),
    ),
    "lam_gi": (
        Wanted("mục tiêu", lambda p: p.goal),
        Wanted("quy mô", lambda p: p.size),
        Wanted("địa điểm", lambda p: p.place or p.thon),
        Wanted("quyết định đầu tư", lambda p: p.decision),
        Wanted("quy trình kỹ thuật", lambda p: p.technique or not p.is_by_residents),
        Wanted("chủng loại, định mức vật tư", lambda p: p.materials or not p.is_by_residents),
    ),
    "ai_lam": (
        Wanted("chủ đầu tư", lambda p: p.investor),
        Wanted("ban quản lý dự án", lambda p: p.management, 1),
        Wanted("nhà thầu", lambda p: any(k.contractor for k in p.packages), 1),
        Wanted("cách chọn nhà thầu", lambda p: _all(k.method for k in p.packages), 1),
        Wanted("giá trúng thầu", lambda p: _all(k.price for k in p.packages), 1),
    ),
    "dat": (
        Wanted("có phải thu hồi đất không", lambda p: p.clearance and p.clearance.state),
        Wanted("diện tích đất", lambda p: _no_land(p) or (p.clearance and p.clearance.area)),
        Wanted("số hộ ảnh hưởng", lambda p: _no_land(p) or _known(p.clearance and p.clearance.households)),
        Wanted("kinh phí bồi thường", lambda p: _no_land(p) or _known(p.clearance and p.clearance.cost)),
        Wanted("phương án bồi thường", lambda p: _no_land(p) or (p.clearance and p.clearance.plan)),
        Wanted("biện pháp bảo vệ môi trường", lambda p: p.environment and p.environment.measures),
    ),
    "giam_sat": (Wanted("kết quả các lần giám sát", lambda p: p.visits, 1),),
    "xong": (
        Wanted("nghiệm thu", lambda p: p.acceptances, 2),
        Wanted("quyết toán", lambda p: p.settlement, 3),
    ),
    "tai_lieu": (
        Wanted("bản vẽ, mặt bằng, tài liệu khác", lambda p: p.papers),
        Wanted("ảnh công trình", lambda p: p.photos, 1),
    ),
}


def gaps(project: Project) -> dict[str, str]:
    """By section, what is missing and what is not due yet, as whole sentences; empty where nothing."""
    return {section: _say(project, wanted) for section, wanted in WANTED.items()}


def _say(project: Project, wanted: Iterable[Wanted]) -> str:
    absent = [want for want in wanted if not want.given(project)]
    missing = [want.words for want in absent if want.step <= STEP[project.status]]
    later = [want.words for want in absent if want.step > STEP[project.status]]
    told = f"Chưa công khai trên trang này: {', '.join(missing)}." if missing else ""
    return f"{told} Chưa đến lúc có: {', '.join(later)}.".strip() if later else told


def _all(values: Iterable[object]) -> bool:
    found = list(values)
    return bool(found) and all(value is not None for value in found)


def _known(value: object) -> bool:
    """Zero is an answer too."""
    return value is not None


def _no_land(project: Project) -> bool:
    return project.clearance is not None and project.clearance.state is ClearanceState.NONE
