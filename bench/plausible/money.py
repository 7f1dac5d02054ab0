"""Budgets of a commune's own size, and other sums scaled so that whatever adds up still does."""

from __future__ import annotations

from random import Random
from typing import Any

from plausible.trees import Files, changed, sample

PLAN = "ngan-sach/2026-du-toan.yml"
STAGES = (("3-thang", "2026-04-08", 0.24), ("6-thang", "2026-07-08", 0.5), ("9-thang", "2026-10-07", 0.74))
SCALED = ("quy/", "ho-tro/", "ngan-sach/2025-quyet-toan.yml")
MILLION = 10**6
LARGE = 6
"""Digits of what is a sum of money and no count."""


def with_sums(files: Files, size: float, random: Random) -> None:
    """Budgets of 2026 of this commune; funds, support and the accounts of 2025 in proportion to its size."""
    twentieths = max(4, round(20 * size))

    def scaled(key: str, value: Any) -> Any:
        if isinstance(value, str) and value.isdigit() and len(value) >= LARGE:
            return str(int(value) * twentieths // 20)
        return value

    for name in [name for name in files if name.startswith(SCALED)]:
        files[name] = changed(files[name], scaled)
    accounts = files["ngan-sach/2025-quyet-toan.yml"]
    came_in = int(accounts["bang"][0]["chi_tieu"][0]["thuc_hien"]) // MILLION
    accounts["tom_tat"] = _summary(2025, "đã thu", str(came_in))
    _budgets(files, size, random)


def _budgets(files: Files, size: float, random: Random) -> None:
    plan = files[PLAN]
    for table in plan["bang"]:
        _fill(table["chi_tieu"], "du_toan", [size * random.uniform(0.9, 1.1) for _ in table["chi_tieu"]])
    _balance(plan["bang"])
    plan["tom_tat"] = _summary(2026, "dự kiến thu", plan["bang"][0]["chi_tieu"][0]["du_toan"])
    for stage, reported, share in STAGES:
        name = f"ngan-sach/2026-{stage}.yml"
        tree = files[name] if stage != "9-thang" else sample("ngan-sach/2026-3-thang.yml")
        tree |= {"ma": f"2026-{stage}", "giai_doan": f"thuc_hien_{stage.replace('-', '_')}"}
        tree["bang"] = [_carried_out(table, share, random) for table in plan["bang"]]
        tree["tom_tat"] = _summary(2026, "đã thu", tree["bang"][0]["chi_tieu"][0]["thuc_hien"])
        tree["ngay_bao_cao"] = reported
        tree["cong_khai"] = {"ngay_dang": f"{reported[:8]}{int(reported[8:]) + random.randint(0, 2):02}"}
        tree.pop("thuyet_minh", None)
        files[name] = tree
    _next_year(files["ngan-sach/2027-du-toan-trinh.yml"], plan, random)


def _next_year(tree: Any, plan: Any, random: Random) -> None:
    """The draft for 2027 in proportion to the plan of 2026."""
    tree["bang"] = [
        {**table, "chi_tieu": [dict(line) for line in table["chi_tieu"]]} for table in plan["bang"]
    ]
    for table in tree["bang"]:
        _fill(table["chi_tieu"], "du_toan", [random.uniform(0.98, 1.14) for _ in table["chi_tieu"]])
    _balance(tree["bang"])
    tree["tom_tat"] = _summary(2027, "dự kiến thu", tree["bang"][0]["chi_tieu"][0]["du_toan"])


def _fill(lines: list[dict[str, str]], name: str, shares: list[float], source: str = "du_toan") -> None:
    """Figures of the lowest lines from those of another column; the sums above are made of them."""
    for index, line in enumerate(lines):
        if _level(lines, index + 1) <= _level(lines, index):
            line[name] = str(round(int(line[source]) * shares[index] / 5) * 5)
    for index in reversed(range(len(lines))):
        below = _below(lines, index)
        if below:
            line = lines[index]
            line[name] = str(sum(int(each[name]) for each in below))


def _level(lines: list[dict[str, str]], index: int) -> int:
    return int(lines[index].get("cap", "1")) if index < len(lines) else 0


def _below(lines: list[dict[str, str]], index: int) -> list[dict[str, str]]:
    """The lines one level below, up to the next of the same level."""
    level, found = _level(lines, index), []
    for later in range(index + 1, len(lines)):
        if _level(lines, later) <= level:
            break
        if _level(lines, later) == level + 1:
            found.append(lines[later])
    return found


def _balance(tables: list[Any]) -> None:
    """What is spent is what comes in: the reserve, last of the lines, takes the difference or the first line does."""
    income, spent = (table["chi_tieu"] for table in tables)
    gap = int(income[0]["du_toan"]) - int(spent[0]["du_toan"])
    lines = spent if gap >= 0 else income
    lines[-1]["du_toan"] = str(int(lines[-1]["du_toan"]) + abs(gap))
    for index in reversed(range(len(lines) - 1)):
        below = _below(lines, index)
        if below:
            lines[index]["du_toan"] = str(sum(int(each["du_toan"]) for each in below))


def _carried_out(table: Any, share: float, random: Random) -> Any:
    lines = [dict(line) for line in table["chi_tieu"]]
    _fill(lines, "thuc_hien", [share * random.uniform(0.75, 1.15) for _ in lines])
    return {**table, "chi_tieu": lines}


def _summary(year: int, verb: str, millions: str) -> str:
    amount = str(round(int(millions) / 1000, 1)).replace(".", ",")
    return f"Năm {year} {verb} {amount} tỷ đồng."
