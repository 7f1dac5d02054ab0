"""Numbers, days, sums and signs as the loudspeaker reads them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.words.aloud import aloud
from generator.words.numerals import say_whole

KNOWN = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"))
READ = """
0 | không
1 | một
4 | bốn
5 | năm
10 | mười
11 | mười một
14 | mười bốn
15 | mười lăm
20 | hai mươi
21 | hai mươi mốt
24 | hai mươi tư
25 | hai mươi lăm
31 | ba mươi mốt
44 | bốn mươi tư
55 | năm mươi lăm
91 | chín mươi mốt
100 | một trăm
101 | một trăm lẻ một
104 | một trăm lẻ bốn
105 | một trăm lẻ năm
110 | một trăm mười
111 | một trăm mười một
115 | một trăm mười lăm
121 | một trăm hai mươi mốt
554 | năm trăm năm mươi tư
1.000 | một nghìn
1.005 | một nghìn không trăm lẻ năm
1.015 | một nghìn không trăm mười lăm
1.100 | một nghìn một trăm
2.026 | hai nghìn không trăm hai mươi sáu
10.000 | mười nghìn
21.321 | hai mươi mốt nghìn ba trăm hai mươi mốt
100.001 | một trăm nghìn không trăm lẻ một
105.000 | một trăm lẻ năm nghìn
1.000.000 | một triệu
1.000.005 | một triệu không trăm lẻ năm
1.250.000 | một triệu hai trăm năm mươi nghìn
817.086.000 | tám trăm mười bảy triệu không trăm tám mươi sáu nghìn
1.250.000.000 | một tỷ hai trăm năm mươi triệu
3.868.500.000 | ba tỷ tám trăm sáu mươi tám triệu năm trăm nghìn
1.000.000.000.000 | một nghìn tỷ
21.004.000.000 | hai mươi mốt tỷ không trăm lẻ bốn triệu
1,25 tỷ | một phẩy hai mươi lăm tỷ
0,05 | không phẩy không năm
2,4 km | hai phẩy bốn ki lô mét
62% | sáu mươi hai phần trăm
62,5% | sáu mươi hai phẩy năm phần trăm
100% | một trăm phần trăm
0,1 % | không phẩy một phần trăm
3.000 đồng | ba nghìn đồng
3.000 đồng/phiên | ba nghìn đồng một phiên
50.000đ | năm mươi nghìn đồng
1.250.000 VNĐ | một triệu hai trăm năm mươi nghìn đồng
5 m | năm mét
20 cm | hai mươi xăng ti mét
120 m2 | một trăm hai mươi mét vuông
15 m³ | mười lăm mét khối
3,5 ha | ba phẩy năm héc ta
4 kg | bốn ki lô gam
05/11/2026 | ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu
ngày 05/11/2026 | ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu
2026-11-05 | ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu
ngày 10/4/2027 | ngày mùng mười tháng tư năm hai nghìn không trăm hai mươi bảy
ngày 24/12/2026 | ngày hai mươi tư tháng mười hai năm hai nghìn không trăm hai mươi sáu
ngày 15/4 | ngày mười lăm tháng tư
ngày 1/1 | ngày mùng một tháng một
ngày 15 hằng tháng | ngày mười lăm hằng tháng
ngày 5 hằng tháng | ngày mùng năm hằng tháng
tháng 4 | tháng tư
tháng 4/2026 | tháng tư năm hai nghìn không trăm hai mươi sáu
tháng 12/2026 | tháng mười hai năm hai nghìn không trăm hai mươi sáu
quý III/2026 | quý ba năm hai nghìn không trăm hai mươi sáu
quý IV | quý tư
quý 2/2026 | quý hai năm hai nghìn không trăm hai mươi sáu
khóa XV | khóa mười lăm
năm 2026 | năm hai nghìn không trăm hai mươi sáu
nhiệm kỳ 2021 - 2026 | nhiệm kỳ hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi sáu
thứ 4 | thứ tư
thứ 2 | thứ hai
7:30 | bảy giờ ba mươi phút
07:00 | bảy giờ
7h30 | bảy giờ ba mươi phút
7 giờ 30 | bảy giờ ba mươi phút
7 giờ 30 phút | bảy giờ ba mươi phút
14h | mười bốn giờ
13:05 | mười ba giờ năm phút
7:30 - 11:30 | bảy giờ ba mươi phút đến mười một giờ ba mươi phút
từ 15/10 đến 20/10 | từ mười lăm tháng mười đến hai mươi tháng mười
0200 000 0007 | không hai không không, không không không, không không không bảy
0912345678 | không chín một hai, ba bốn năm, sáu bảy tám
1900 9095 | một chín không không, chín không chín năm
gọi 113 | gọi một một ba
số 12/QĐ-UBND | số mười hai, quyết định Ủy ban nhân dân
số 60/2026/NQ-HĐND | số sáu mươi năm hai nghìn không trăm hai mươi sáu, nghị quyết Hội đồng nhân dân
UBND xã Mẫu | Ủy ban nhân dân xã Mẫu
01/10/2026 - 15/10/2026 | ngày mùng một tháng mười năm hai nghìn không trăm hai mươi sáu đến ngày mười lăm tháng mười năm hai nghìn không trăm hai mươi sáu
3 - 5 ngày | ba đến năm ngày
an ninh & trật tự | an ninh và trật tự
Đường dài 2,4 km (rộng 5 m). | Đường dài hai phẩy bốn ki lô mét, rộng năm mét.
“Khẩn” | Khẩn
xóm Nà Mẫu - bản Khe Đá | xóm Nà Mẫu, bản Khe Đá
đường Nà Mẫu - Khe Đá | đường Nà Mẫu Khe Đá
Tin thứ 4. | Tin thứ tư.
hết tháng 4, ngày 5. | hết tháng tư, ngày mùng năm.
Gọi 0200 000 0007. | Gọi không hai không không, không không không, không không không bảy.
lúc 19 giờ 30: họp | lúc mười chín giờ ba mươi phút: họp
"""
CASES = [tuple(part.strip() for part in line.split(" | ")) for line in READ.strip().splitlines()]


@pytest.mark.parametrize(("written", "said"), CASES, ids=[case[0] for case in CASES])
def test_it_is_read_as_people_say_it(written: str, said: str) -> None:
    assert aloud(written, KNOWN) == said


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 80


@given(st.integers(min_value=0, max_value=10**15))
def test_every_number_can_be_taken_back_from_its_words(number: int) -> None:
    assert _value(say_whole(number)) == number


@given(st.text(max_size=200))
def test_no_text_keeps_a_digit_that_stands_alone(text: str) -> None:
    assert not re.search(r"(?<![\w.,:/-])[0-9]{1,4}(?![\w.,:/%-])", aloud(text, KNOWN))


def _value(words: str) -> int:
    """The number that words say, read by their places; written apart from what is tested."""
    digits = {
        w: n for n, w in enumerate(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"])
    }
    digits |= {"mốt": 1, "tư": 4, "lăm": 5}
    if "tỷ" in words:
        high, _, low = words.rpartition("tỷ")
        return _value(high.strip()) * 10**9 + (_value(low.strip()) if low.strip() else 0)
    total = part = last = 0
    for word in words.split():
        if word in digits:
            last = digits[word]
        elif word == "mười":
            part, last = part + 10, 0
        elif word in ("mươi", "trăm"):
            part, last = part + last * {"mươi": 10, "trăm": 100}[word], 0
        elif word in ("nghìn", "triệu"):
            total, part, last = total + (part + last) * {"nghìn": 10**3, "triệu": 10**6}[word], 0, 0
    return total + part + last
