"""What tells numbers of other things from numbers of persons: the words around them, and sums of money."""

from __future__ import annotations

import re

from generator.personal.banks import BANK
from generator.personal.names import FULL_NAME, TITLED

MONEY = re.compile(
    r"\s*(?:đồng|đ\b|₫|VNĐ|VND|nghìn|ngàn|triệu|tỷ|tỉ|USD|m2|m²|m3|m³|kWh|kg|ha\b)", re.IGNORECASE
)
"""After a number that is a sum or a measure."""
GROUPED = re.compile(r"[1-9]\d{0,2}(?:[. ]\d{3})+")
OTHER = re.compile(
    r"(?s:.*)(?:dự án|hồ sơ|điện tử|công tơ|đồng hồ|điện kế|thuê bao điện|mã vạch|sê-ri|seri|số máy|hóa đơn|biên lai"
    r"|biên nhận|tờ khai|thửa|tờ bản đồ|tọa độ|bưu gửi|vận đơn|giao dịch|khách hàng|quan hệ ngân sách|QHNS|công trình"
    r"|gói thầu|TBMT|KHLCNT|số hiệu|chỉ số|mã tài sản|mã đơn vị|mã cơ quan|mã thiết bị|số khung|mã đơn)(?P<gap>[^\n;,.]{0,20})$",
    re.IGNORECASE,
)
"""Words before a number that is none of a person's."""
NUMBERED = re.compile(
    r"\b(?:số(?: hiệu)? (?:văn bản|công văn)|(?:văn bản|công văn) số"
    rf"|bảo lãnh(?: (?:của )?ngân hàng)?(?: (?:{BANK.pattern}))? số)"
    r"(?: là)? ?:? ?$",
    re.IGNORECASE,
)
"""Right before the number of a letter or a bank's guarantee."""
CURRENCY = re.compile(r"(?:^|[^\d\s])\s*\b(?:VNĐ|VND|₫):? ?$", re.IGNORECASE)
"""Right before a sum; behind another number it is that number's."""
FIRM = re.compile(
    r"(?s:.*)(?:MST|mã số thuế|mã số doanh nghiệp|MSDN|mã số HTX|mã số hợp tác xã|đăng ký kinh doanh|ĐKKD|ĐKDN"
    r"|đăng ký doanh nghiệp)(?P<gap>[^\n;]{0,25})$",
    re.IGNORECASE,
)
"""A firm's tax number has ten digits too, and may start with 09."""
CALLED = re.compile(
    r"(?:điện thoại|di động|SĐT|ĐT|SDT|DĐ|zalo|gọi|hotline|tổng đài|đường dây nóng|fax|tel|phone|liên hệ)"
    r"[^\d\n;]{0,25}$",
    re.IGNORECASE,
)
"""Before a number that is to be dialled."""
ANOTHER = re.compile(rf"\d{{4}}|(?i:\bgọi\b|điện thoại|di động|SĐT|zalo|liên hệ)|{TITLED}")
"""Between a word and a number that it does not name: the word's own number, a call, a person."""
NAME = re.compile(FULL_NAME)
BACK = 60
"""Characters before a number within which the words that name it are looked for."""


def before(text: str, start: int) -> str:
    """The words in front of a number."""
    return text[max(0, start - BACK) : start]


def named(form: re.Pattern[str], words: str) -> bool:
    """Whether the words in front of a number say what it is: `form` stands there, and nothing else in its gap."""
    found = form.match(words)
    if not found or ANOTHER.search(found["gap"]):
        return False
    return form is FIRM or not NAME.search(found["gap"])  # a firm may bear its owner's name


def is_named_otherwise(text: str, start: int) -> bool:
    """Whether the very words in front of a number make it that of a paper, or a sum."""
    words = before(text, start)
    return bool(NUMBERED.search(words) or CURRENCY.search(words))


def is_sum(text: str, start: int, end: int) -> bool:
    """Whether a number is written as a sum: a unit behind it, groups of three, or round thousands."""
    written = text[start:end]
    round_sum = written.endswith("000") and not written.startswith("0")
    return bool(MONEY.match(text, end) or GROUPED.fullmatch(written) or round_sum)
