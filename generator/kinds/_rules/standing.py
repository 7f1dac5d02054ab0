"""Before a commune takes its site over, the site tells only what the registers hold."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Problem
from generator.kinds._kind import Scope
from generator.kinds._withdrawn import NAME as WITHDRAWAL
from generator.kinds.profile.model import Standing

ALLOWED = ("profile", WITHDRAWAL)
"""What says nothing of how the commune works: who it is, and what was taken down."""


def check_standing(scope: Scope) -> Iterable[Problem]:
    """Records would be shown, and judged as late or in time, on a site that is not the commune's.

    The fictional commune may hold what it likes: nothing is said of a real place.
    """
    commune, profile = scope.commune, scope.commune.one("profile")
    if profile is None or commune.fictional or commune.standing != Standing.PREPARED.value:
        return
    held = [r.source.path for kind, group in commune.records.items() if kind not in ALLOWED for r in group]
    if held:
        name = held[0].removeprefix(f"{commune.folder.as_posix()}/")
        yield profile.problem(
            "prepared_has_records",
            ("tinh_trang",),
            f"xã chưa tiếp nhận trang mà thư mục đã có {len(held)} tệp nội dung, ví dụ {name}",
            "Xã đã nhận trang thì ghi tinh_trang: chinh_thuc và tham_gia_tu; chưa nhận thì bỏ các tệp ấy.",
        )
