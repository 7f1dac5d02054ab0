"""What of a commune's records is there, and when it was posted."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random
from typing import Any

from plausible.manner import Manner
from plausible.trees import GONE, Files, changed

TODAY = date(2026, 11, 23)
ALWAYS = ("xa.yml",)
RECORD = re.compile(r"[a-z-]+/[^/#]+/")
"""Address of the page of one record."""
NEEDED = {"mo-hinh.yml": "nhiem_vu", "ket-qua-ho-so.yml": "ket_qua"}
"""Lists without which a file says nothing."""


def as_disclosed(files: Files, manner: Manner, random: Random) -> Files:
    """The files that a commune of this manner has, posted as it posts."""
    kept = {name: tree for name, tree in files.items() if name in ALWAYS or random.random() >= manner.lacks}
    for name in [name for name in kept if name.startswith("ban-giam-sat-dau-tu/")]:
        if name.replace("ban-giam-sat-dau-tu", "du-an") not in kept:
            del kept[name]
    for name, tree in kept.items():
        if name not in ALWAYS and random.random() < manner.late:
            _post_later(tree, random.randint(2, max(3, manner.days)))
    if manner.silent_since:
        kept = _silenced(kept, manner.silent_since)
    _mend_references(kept)
    return kept


def _post_later(tree: Any, days: int) -> None:
    """Posted so many days after, but not in the future; what follows the posting is left out."""
    disclosure = tree.get("cong_khai")
    if disclosure and "ngay_dang" in disclosure:
        later = date.fromisoformat(disclosure["ngay_dang"]) + timedelta(days)
        disclosure["ngay_dang"] = min(later, TODAY).isoformat()
        for name in ("ngay_sua", "dinh_chinh", "hinh_thuc"):
            disclosure.pop(name, None)
        if tree.get("ngay_dang_ket_qua", "9") < disclosure["ngay_dang"]:
            tree["ngay_dang_ket_qua"] = disclosure["ngay_dang"]


def _silenced(files: Files, since: str) -> Files:
    """Without records posted after a day, and without what others say of later days."""

    def earlier(key: str, value: Any) -> Any:
        if isinstance(value, dict) and key not in ("", "cong_khai"):
            days = [value.get(name, "") for name in ("ngay", "ngay_dang")]
            return (
                GONE
                if any(isinstance(day, str) and day > since and day[:2] == "20" for day in days)
                else value
            )
        return GONE if key == "ngay_sua" and value > since else value

    found = {}
    for name, tree in files.items():
        posted = tree.get("cong_khai", {}).get("ngay_dang", "")
        if name in ALWAYS or posted <= since:
            found[name] = changed(tree, earlier)
    return {
        name: tree
        for name, tree in found.items()
        if tree is not GONE and NEEDED.get(name, "cong_khai") in tree
    }


def _mend_references(files: Files) -> None:
    """No record names another that is not there."""

    def there(key: str, value: Any) -> Any:
        if key == "thay_the" and isinstance(value, str) and f"van-ban/{value}.yml" not in files:
            return GONE
        page = value.get("trang", "") if isinstance(value, dict) and key == "minh_chung" else ""
        return GONE if RECORD.fullmatch(page) and f"{page.rstrip('/')}.yml" not in files else value

    files |= {name: changed(tree, there) for name, tree in files.items()}
