"""Numbers of papers and sums, named right before them, are no telephone or identity number."""

from __future__ import annotations

import pytest

from generator.personal import find


@pytest.mark.parametrize(
    "text",
    [
        "Số văn bản: 0987654321",
        "Theo công văn số 0987654321 của xã",
        "VNĐ 0912345678",
        "Kinh phí: VND 019185001234",
        "Bảo lãnh ngân hàng số 0912345678",
        "bảo lãnh của ngân hàng BIDV số 019185001234",
    ],
)
def test_what_is_named_as_a_paper_or_a_sum_raises_no_alarm(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Số văn bản: 12/KH-UBND, gọi 0987654321",
        "Trả lời văn bản, gọi số 0987654321",
        "Nộp 500.000 VNĐ 0912345678",
        "Nộp 500.000 VNĐ: 0912345678",
        "Bảo lãnh ngân hàng cho ông A số 0912345678",
        "Bảo lãnh ngân hàng, số 0912345678",
        "Văn bản số CCCD 019185001234",
    ],
)
def test_a_number_further_away_from_these_words_is_still_found(text: str) -> None:
    assert len(find(text)) == 1
