"""One meeting with the people (Luật 10/2022/QH15 Đ32, Đ33): invitation, content, minutes, what was promised."""

from __future__ import annotations

from datetime import date

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId, ThonId
from generator.fields.dates import Clock, Day
from generator.fields.period import PeriodField
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Disclosed, Document
from generator.kinds._votes import Votes


class MeetingType(Choice):
    """Who meets, and what for."""

    DIALOGUE = "doi_thoai", "Hội nghị trao đổi, đối thoại giữa UBND xã với Nhân dân"
    THON = "hoi_nghi_thon", "Hội nghị định kỳ của thôn, tổ dân phố"
    ELECTION = "bau_cu", "Bầu Trưởng thôn, Tổ trưởng tổ dân phố"
    OTHER = "khac", "Hội nghị, cuộc gặp khác"

    @property
    def basis(self) -> tuple[str, ...]:
        """Ids of the duties that such a meeting rests on."""
        return {
            MeetingType.DIALOGUE: ("THDC-32",),
            MeetingType.THON: ("THDC-33",),
            MeetingType.ELECTION: ("THDC-21.2", "THDC-23"),
        }.get(self, ())

    @property
    def notice(self) -> str:
        """Id of the duty that says how early it is announced; empty where none does."""
        return {MeetingType.THON: "ND59-HOI-NGHI", MeetingType.ELECTION: "ND59-MAU01"}.get(self, "")


class Promise(Model):
    """What was promised there: by whom, until when, done or not."""

    text: Text = given("noi_dung", "Việc đã hứa", "Hứa làm gì.")
    who: Text = given("ai_lam", "Ai làm", "Chức vụ, bộ phận chịu trách nhiệm.")
    due: Day | None = maybe("han", "Hạn xong", "Hứa xong ngày nào.")
    done: Day | None = maybe("xong", "Ngày xong", "Thêm khi đã làm xong.")
    result: Prose | None = maybe("ket_qua", "Kết quả", "Đã làm được gì, tới đâu.")
    reason: Text | None = maybe("ly_do_cham", "Vì sao chậm", "Khi quá hạn.")


class Election(Model):
    """The vote for the head of the thôn; who was elected stands in the profile."""

    votes: Votes | None = maybe("phieu", "Kết quả kiểm phiếu", "Số phiếu của người trúng cử.")
    term: PeriodField | None = maybe("nhiem_ky", "Nhiệm kỳ", "Từ ngày - đến ngày.")
    recognition: Document | None = maybe("cong_nhan", "Văn bản công nhận", "Quyết định công nhận.")


class Meeting(Disclosed):
    """A dialogue, a conference of a thôn, an election of its head."""

    id: RecordId = given("ma", "Mã", "Giống tên tệp, không đổi: DT-2026-01.")
    type: MeetingType = given("loai", "Loại", "Đối thoại, hội nghị thôn, bầu cử …")
    name: Text = given("ten", "Tên", "Ví dụ: Đối thoại với bà con năm 2026.")
    day: Day = given("ngay", "Ngày", "Ngày tổ chức.")
    clock: Clock | None = maybe("gio", "Giờ", "Ví dụ: 8:00.")
    place: Text | None = maybe("noi", "Nơi", "Tổ chức ở đâu.")
    thon: list[ThonId] = many("thon", "Thôn", "Mã các thôn dự; bỏ trống là cả xã.")
    told: Day | None = maybe("ngay_moi", "Ngày mời", "Ngày gửi giấy mời, ngày báo trước.")
    invitation: Attachment | None = maybe("giay_moi", "Giấy mời", "Tệp trong thư mục tep/.")
    chair: Text | None = maybe("chu_tri", "Chủ trì", "Chức vụ người chủ trì.")
    attendees: list[Text] = many("thanh_phan", "Thành phần", "Những cơ quan, tổ chức cùng dự.")
    agenda: list[Text] = many("noi_dung", "Nội dung", "Sẽ bàn, đã bàn những việc gì.")
    people: Count | None = maybe("so_nguoi", "Số người dự", "Bao nhiêu người dân đến.")
    opinions: Count | None = maybe("so_y_kien", "Số ý kiến", "Bao nhiêu ý kiến được nêu.")
    summary: Prose | None = maybe("tom_tat", "Tóm tắt", "Bà con hỏi gì, trả lời gì; không nêu tên ai.")
    minutes: Attachment | None = maybe("bien_ban", "Biên bản", "Tệp trong thư mục tep/.")
    posted: Day | None = maybe("ngay_dang_ket_qua", "Ngày đăng kết quả", "Ngày đăng biên bản, tóm tắt.")
    promises: list[Promise] = many("viec_da_hua", "Việc đã hứa", "Mỗi việc một mục; làm xong thì ghi xong.")
    election: Election | None = maybe("bau_cu", "Bầu cử", "Chỉ ghi khi bầu Trưởng thôn, Tổ trưởng.")

    @property
    def is_told(self) -> bool:
        """Whether what came of it is disclosed."""
        return bool(self.minutes or self.summary or (self.election and self.election.votes))

    @property
    def result_posted(self) -> date | None:
        """When what came of it was posted; a record first posted as an invitation does not tell."""
        first = self.disclosure.posted
        return self.posted or (first if first and first >= self.day else None)
