"""Words of lists of people: what a heading says of its column, and what a cell says of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.finding import Datum, Finding

NAME = re.compile(
    r"\bho,? (?:va )?ten|^ten$|\bten (?:chu ho|nguoi|doi tuong|hoc sinh|tre)|\bchu ho\b|\bnguoi (?:huong|duoc ho tro)\b"
)
HEADINGS: dict[Datum, re.Pattern[str]] = {
    Datum.IDENTITY: re.compile(
        r"\bc\.? ?c\.? ?c\.? ?d\b|can cuoc|\bc\.? ?m\.? ?(?:t\.? ?)?n\.? ?d\b|\bcmt\b|chung minh|giay to tuy than|^so giay to$|\bgttt\b|^so the cc$|dinh danh(?! dien tu| ho so| co quan| don vi)"
    ),
    Datum.PASSPORT: re.compile(r"ho chieu"),
    Datum.PHONE: re.compile(
        r"\bsdt\b|\bdt\b|dien thoai|di dong|\bzalo\b|\blien (?:he|lac)\b|\bdd\b|^so may$|mobile|^tel\b|phone"
    ),
    Datum.BANK: re.compile(r"\bstk\b|\bso tk\b|tai khoan|\batm\b"),
    Datum.BIRTH: re.compile(
        r"\bngay(?:,? thang,?(?: va)? nam)? sinh|\bsinh ngay|\bnam sinh|\bthang sinh|^sinh(?: nhat)?$|\bsn\b|\bntns\b|^ns$"
    ),
    Datum.ETHNICITY: re.compile(
        r"(?:^|[,/(] ?)(?:thanh phan |la |ho |nguoi |la nguoi )?dan toc(?! noi tru| va mien nui)\b|^dtts\b"
    ),
    Datum.HEALTH: re.compile(r"khuyet tat|suc khoe|\bbenh\b(?! vien)|dang tat|chan doan|thuong tat"),
    Datum.INSURANCE: re.compile(r"\bbhyt\b|\bbhxh\b|bao hiem (?:y te|xa hoi)"),
}
ILLNESS = re.compile(
    r"khuyết tật|tâm thần|ung thư|\bHIV\b|\bAIDS\b|động kinh|tiểu đường|đái tháo đường|suy thận|chạy thận|bại liệt"
    r"|bại não|hiểm nghèo|\bbệnh(?! viện| xá)|nghiện|câm điếc|khiếm thị|khiếm thính|\bmù\b|liệt (?:giường|nửa)"
    r"|chất độc (?:hóa học|da cam)|thiểu năng|tự kỷ|\blao phổi\b|viêm gan",
    re.IGNORECASE,
)
PEOPLE = (
    r"Kinh|Tày|Nùng|Dao|H?['’]?Mông|Sán Dìu|Sán Chay|Sán Chỉ|Cao Lan|Thái|Mường|Hoa|Ngái|Khmer|Gia Rai|Ê Đê|Ba Na"
    r"|Giáy|Lô Lô|Hà Nhì|La Chí|Pà Thẻn|Thổ|Chăm|Ra Glai|Xơ Đăng|Cơ Ho|Hrê|Mnông|Bru|Tà Ôi|Cơ Tu"
)
OF_A_PEOPLE = re.compile(
    rf"dân tộc\s*:?\s*(?:{PEOPLE})\b(?!\s(?:Nguyên|Bình|Lư|Môn|Bắc|tế)\b)", re.IGNORECASE
)
"""The word "dân tộc" beside a people: "Thái", "Hoa" and "Kinh" alone are given names and hamlets too."""
SHORT_FOR_PEOPLE = re.compile(rf"\bDT:? ?(?:{PEOPLE})(?=\s*(?:[,;.)–-]|$))")


def sensitive(text: str) -> Iterator[Finding]:
    """Illness, and the people that somebody belongs to, in a text about one person."""
    if ILLNESS.search(text):
        yield Finding(Datum.HEALTH, "")
    if OF_A_PEOPLE.search(text) or SHORT_FOR_PEOPLE.search(text):
        yield Finding(Datum.ETHNICITY, "")
