"""What an import could not map, or doubts: told as data, for a person to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Doubt(Enum):
    """Why somebody should look; the value is the heading in the report."""

    KEY = "Mục của nguồn chưa có chỗ trong danh mục, chưa đưa vào"
    VALUE = "Giá trị chưa biết nghĩa"
    SHAPE = "Mục có dạng khác thường, đã bỏ qua"
    UNFIT = "Không vừa khuôn của danh mục, chưa đưa vào"
    DOUBLE = "Một mã có nhiều bản ghi trong nguồn"
    PLACE = "Có thể là của địa phương khác"
    FEE = "Mức thu đáng ngờ"
    LIMIT = "Thời hạn đáng ngờ"
    TEXT = "Câu chữ có dấu hiệu hỏng"
    SHARED = "Hai thủ tục trùng nhau một phần"
    BASIS = "Căn cứ pháp lý nguồn viết dính liền, đã tách ở chỗ chắc chắn"


KEYS = {
    "keywords": "từ khóa",
    "returningMethods": "cách nhận kết quả",
    "isInternal": "thủ tục nội bộ",
    "isNonTerritorial": "làm không theo địa giới",
    "isVertical": "cơ quan ngành dọc",
    "departmentsAuthorized": "cơ quan được ủy quyền",
    "unitGroupsAuthorized": "cơ quan được ủy quyền",
    "executionMethods.fees.attachment": "biểu phí kèm theo",
    "executionCases.profileComponents.isProcessingResult": "giấy tờ là kết quả của thủ tục",
}
"""Vietnamese words for keys of the portal that the catalogue has no place for yet."""


@dataclass(frozen=True)
class Finding:
    """One thing about one procedure."""

    doubt: Doubt
    what: str
    """What findings of a kind are grouped by: a key of the source, a value, a sentence."""
    code: str
    detail: str = ""


@dataclass
class Notes:
    """What is found while one record is read."""

    code: str = ""
    found: list[Finding] = field(default_factory=list)

    def add(self, doubt: Doubt, what: str, detail: str = "") -> None:
        if doubt is Doubt.KEY and what in KEYS:
            what = f"{KEYS[what]} ({what})"
        self.found.append(Finding(doubt, what, self.code, " ".join(detail.split())[:120]))
