"""One matter that residents discuss and decide (Luật 10/2022/QH15 Đ15-23): the question, the vote, what follows."""

from __future__ import annotations

from datetime import date

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId, ThonId
from generator.fields.dates import Clock, Day
from generator.fields.text import Prose, Text
from generator.kinds._disclosure import Disclosed, Document
from generator.kinds._votes import Votes


class Matter(Choice):
    """What residents decide (Đ15), in the order of the law's clauses."""

    WORKS = "dong_gop", "Chủ trương, mức đóng góp làm hạ tầng do dân góp"
    FUNDS = "thu_chi", "Thu, chi, quản lý khoản đóng góp, tài sản cộng đồng, tài trợ"
    CUSTOMS = "huong_uoc", "Hương ước, quy ước"
    HEAD = "truong_thon", "Bầu, cho thôi Trưởng thôn, Tổ trưởng tổ dân phố"
    BOARDS = (
        "ban_giam_sat",
        "Bầu, cho thôi thành viên Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng",
    )
    OTHER = "tu_quan", "Việc tự quản khác"

    @property
    def clause(self) -> int:
        return list(Matter).index(self) + 1

    @property
    def threshold(self) -> str:
        """Id of the duty that says how many must agree."""
        return "THDC-21.1" if self in (Matter.WORKS, Matter.FUNDS) else "THDC-21.2"


class Form(Choice):
    """How residents decide (Đ17)."""

    MEETING = "hop", "Họp thôn, tổ dân phố"
    BALLOT = "phieu", "Phát phiếu lấy ý kiến từng hộ"
    ONLINE = "truc_tuyen", "Biểu quyết trực tuyến"

    @property
    def notice(self) -> str:
        """Id of the duty that says how early it is announced; empty where none does."""
        return {Form.MEETING: "ND59-MAU01", Form.BALLOT: "THDC-19"}.get(self, "")


class Extent(Choice):
    """Whether one thôn decides, or the whole commune thôn by thôn."""

    THON = "thon", "Một thôn"
    COMMUNE = "xa", "Cả xã"


class Result(Choice):
    """What the minutes say; compared with the count."""

    PASSED = "thong_qua", "Thông qua"
    REFUSED = "khong_thong_qua", "Không thông qua"


class ThonVote(Model):
    """The meeting or ballot of one thôn."""

    thon: ThonId = given("thon", "Thôn", "Mã thôn ghi trong xa.yml.")
    day: Day = given("ngay", "Ngày", "Ngày họp, ngày kiểm phiếu.")
    clock: Clock | None = maybe("gio", "Giờ", "Ví dụ: 19:30.")
    place: Text | None = maybe("noi", "Nơi", "Họp ở đâu, nộp phiếu ở đâu.")
    told: Day | None = maybe("ngay_moi", "Ngày mời", "Ngày gửi giấy mời, ngày báo phát phiếu.")
    invitation: Attachment | None = maybe("giay_moi", "Giấy mời", "Tệp trong thư mục tep/.")
    votes: Votes | None = maybe("phieu", "Kết quả kiểm phiếu", "Thêm sau khi họp, kiểm phiếu xong.")
    minutes: Attachment | None = maybe("bien_ban", "Biên bản", "Biên bản họp, biên bản kiểm phiếu.")
    decision: Document | None = maybe(
        "quyet_dinh", "Quyết định của cộng đồng dân cư", "Văn bản ghi điều thôn đã quyết."
    )


class Decision(Disclosed):
    """A matter that residents decide themselves."""

    id: RecordId = given("ma", "Mã", "Giống tên tệp, không đổi: DB-2026-01.")
    name: Text = given("ten", "Tên việc", "Bàn việc gì.")
    matter: Matter = given("khoan", "Thuộc việc nào", "Việc nào trong Điều 15.")
    extent: Extent = maybe("pham_vi", "Phạm vi", "Một thôn hay cả xã.", default=Extent.THON)
    form: Form = given("hinh_thuc_ban", "Bàn bằng cách nào", "Họp, phát phiếu hay trực tuyến.")
    question: Text = given("cau_hoi", "Câu hỏi", "Đúng câu đã đưa ra biểu quyết.")
    text: Prose | None = maybe("noi_dung", "Nội dung", "Làm gì, tốn bao nhiêu, ai làm; viết cho người dân.")
    contribution: Text | None = maybe("muc_dong_gop", "Mức đóng góp", "Mỗi hộ góp gì, hộ nào được miễn.")
    thon: list[ThonVote] = many("theo_thon", "Từng thôn", "Mỗi thôn một mục.", least=1)
    result: Result | None = maybe(
        "ket_qua", "Kết quả theo biên bản", "Máy tự tính; ghi thêm để đối chiếu với biên bản."
    )
    sent: Day | None = maybe("ngay_gui", "Ngày gửi UBND, Mặt trận", "Ngày gửi quyết định của thôn lên xã.")
    recognition: Document | None = maybe("cong_nhan", "Văn bản công nhận", "Quyết định công nhận của UBND.")
    follow_up: Prose | None = maybe("thuc_hien", "Đã làm đến đâu", "Việc đã quyết nay làm tới đâu.")

    @property
    def last_vote(self) -> date | None:
        """The day of the last vote that was counted."""
        return max((each.day for each in self.thon if each.votes), default=None)

    def uncounted(self, day: date) -> tuple[ThonVote, ...]:
        """Votes whose day is past and whose result is not told."""
        return tuple(each for each in self.thon if each.votes is None and each.day < day)
