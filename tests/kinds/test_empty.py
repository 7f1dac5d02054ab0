"""Declared empty: signed, listed newest first, and no answer to any duty."""

from __future__ import annotations

from generator.kinds.empty import KIND
from generator.kinds.empty.view import lines
from tests.conftest import Load

ENTRY = """\
  - nghia_vu: THDC-11.9
    ky: quý II/2026
    nguoi_khai: Ma Thị Lan
    chuc_vu: Chủ tịch UBND xã
    ngay: 2026-07-02
"""


def test_the_newest_period_stands_first_with_the_duty_in_words(load: Load) -> None:
    text = "khong_phat_sinh:\n" + ENTRY + ENTRY.replace("II/", "III/").replace("07-02", "10-02")
    scope, problems = load({"khong-phat-sinh.yml": text})
    assert scope
    assert problems == ()
    assert [(line.title, str(line.declaration.period)) for line in lines(scope)] == [
        ("Gọi nhập ngũ, tham gia Công an nhân dân", "quý III/2026"),
        ("Gọi nhập ngũ, tham gia Công an nhân dân", "quý II/2026"),
    ]


def test_a_declaration_fulfils_no_duty(load: Load) -> None:
    scope, _ = load({"khong-phat-sinh.yml": "khong_phat_sinh:\n" + ENTRY})
    assert scope
    assert KIND.answered(scope) == ()
