"""What every record can say about its own publication, and the parts that kinds share."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.core import Record
from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.codes import DocumentNumber
from generator.fields.contact import Email, Link, Phone
from generator.fields.dates import Day
from generator.fields.posting import PostingForm
from generator.fields.text import Prose, Text


class Document(Model):
    """A document that decides, approves or reports something."""

    number: DocumentNumber | None = maybe("so", "Số, ký hiệu", "Ví dụ: 12/QĐ-UBND.")
    day: Day | None = maybe("ngay", "Ngày", "Ngày văn bản.")
    issuer: Text | None = maybe("co_quan", "Cơ quan ban hành", "Ai ký, ban hành.")
    subject: Text | None = maybe("trich_yeu", "Trích yếu", "Văn bản về việc gì.")
    file: Attachment | None = maybe("tep", "Tệp", "Tệp trong thư mục tep/.")
    link: Link | None = maybe("lien_ket", "Liên kết", "Nơi đăng bản gốc.")


class Posting(Model):
    """One form in which something was made public, where and how long."""

    form: PostingForm = given("loai", "Hình thức", "Hình thức công khai.")
    place: Text | None = maybe("noi", "Nơi", "Niêm yết, phát ở đâu.")
    since: Day | None = maybe("tu_ngay", "Từ ngày", "Bắt đầu.")
    until: Day | None = maybe("den_ngay", "Đến ngày", "Kết thúc.")


class Contact(Model):
    """Who answers for something: a post, with its official contact."""

    post: Text = given("chuc_vu", "Chức vụ", "Chức vụ hoặc bộ phận.")
    name: Text | None = maybe("ho_ten", "Họ tên", "Nếu công khai.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số của cơ quan.")
    email: Email | None = maybe("thu_dien_tu", "Thư điện tử", "Hộp thư của cơ quan.")


class Correction(Model):
    """A correction made after publication; it stays visible."""

    day: Day = given("ngay", "Ngày sửa", "Ngày đăng bản đã sửa.")
    what: Text = given("noi_dung", "Đã sửa gì", "Trước ghi gì, nay ghi gì.")
    why: Text | None = maybe("ly_do", "Lý do", "Vì sao sửa.")


class Disclosure(Model):
    """When, by whom and in which forms a record was made public."""

    decided: Day | None = maybe("ngay_quyet_dinh", "Ngày quyết định", "Ngày có quyết định, văn bản.")
    posted: Day | None = maybe("ngay_dang", "Ngày đăng", "Ngày đăng lần đầu lên trang này.")
    changed: Day | None = maybe("ngay_sua", "Ngày sửa gần nhất", "Ngày cập nhật gần nhất.")
    document: Document | None = maybe("van_ban", "Văn bản", "Quyết định, văn bản làm căn cứ.")
    contact: Contact | None = maybe(
        "nguoi_chiu_trach_nhiem", "Người chịu trách nhiệm", "Ai trả lời về nội dung này."
    )
    forms: list[Posting] = many("hinh_thuc", "Hình thức công khai", "Đã công khai ở đâu, từ ngày nào.")
    corrections: list[Correction] = many("dinh_chinh", "Đính chính", "Những lần sửa sau khi đăng.")

    @property
    def last_changed(self) -> date | None:
        """The latest day on which anything was posted or corrected."""
        days = [self.posted, self.changed, *(c.day for c in self.corrections)]
        return max((day for day in days if day), default=None)


class Disclosed(Model):
    """A record's model: every record can tell how it was made public."""

    disclosure: Disclosure = maybe(
        "cong_khai", "Việc công khai", "Ngày đăng, hình thức, ai chịu trách nhiệm.", default=Disclosure()
    )


def disclosure_of(record: Record[Any] | None) -> Disclosure | None:
    """How a record was made public; None where there is no record or its kind does not tell."""
    return getattr(record.data, "disclosure", None) if record else None


class Reply(Model):
    """An answer to a recommendation."""

    day: Day = given("ngay", "Ngày trả lời", "Ngày văn bản trả lời.")
    by: Text | None = maybe("co_quan", "Ai trả lời", "Cơ quan trả lời.")
    text: Prose = given("noi_dung", "Nội dung trả lời", "Tiếp thu, giải trình.")
    document: Document | None = maybe("van_ban", "Văn bản", "Văn bản trả lời.")


class Recommendation(Model):
    """What a supervision board asked for, and what was answered."""

    day: Day = given("ngay", "Ngày kiến nghị", "Ngày gửi kiến nghị.")
    to: Text | None = maybe("gui", "Gửi", "Gửi tới cơ quan nào.")
    text: Prose = given("noi_dung", "Nội dung kiến nghị", "Kiến nghị điều gì.")
    reply: Reply | None = maybe("tra_loi", "Trả lời", "Bỏ trống nếu chưa trả lời.")
