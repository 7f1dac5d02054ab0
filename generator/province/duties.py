"""What the law orders to be public, as dated data (`nghia-vu.yml`); never in code or templates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import Key, RecordId
from generator.fields.dates import Day
from generator.fields.posting import PostingForm
from generator.fields.text import Count, Prose, Text, YesNo
from generator.province.basis import Basis
from generator.province.calendar import WorkCalendar
from generator.province.latest import LatestDay
from generator.province.units import UnitType


class DayUnit(Choice):
    """Units of a deadline."""

    WORKING_DAY = "ngay_lam_viec", "ngày làm việc"
    DAY = "ngay", "ngày"


class Family(Choice):
    """What sets a duty going: nothing, the calendar, or something that happens."""

    STANDING = "thuong_xuyen", "Lúc nào cũng phải có"
    PERIODIC = "dinh_ky", "Theo kỳ"
    EVENT = "khi_co_viec", "Khi có việc"


class Cycle(Choice):
    """How often a periodic duty comes."""

    MONTH = "thang", "Hằng tháng"
    QUARTER = "quy", "Hằng quý"
    HALF = "sau_thang", "Sáu tháng một lần"
    YEAR = "nam", "Hằng năm"


class Moment(Choice):
    """The day that a deadline counts from."""

    DECIDED = "ngay_quyet_dinh", "ngày có quyết định, văn bản"
    PERIOD_END = "het_ky", "ngày hết kỳ"
    SESSION = "ngay_khai_mac", "ngày khai mạc kỳ họp HĐND"
    REPORTED = "ngay_bao_cao", "ngày gửi báo cáo"
    RECEIVED = "ngay_nhan", "ngày nhận được văn bản"
    PAID = "ngay_chi_tra", "ngày phê duyệt, chi trả"
    HELD = "ngay_to_chuc", "ngày tổ chức"


class Deadline(Model):
    """So many days or working days after a moment, or before it."""

    number: Count = given("so", "Số ngày", "Số ngày của thời hạn.")
    unit: DayUnit = given("don_vi", "Đơn vị", "Ngày hoặc ngày làm việc.")
    since: Moment = maybe("ke_tu", "Kể từ", "Mốc bắt đầu đếm.", default=Moment.DECIDED)
    before: YesNo = maybe("truoc", "Trước mốc", "Ghi “có” khi phải xong trước mốc ấy.", default=False)

    def last_day(self, start: date, calendar: WorkCalendar) -> date:
        """The last day in time; the day of the moment itself is not counted."""
        if self.unit is DayUnit.DAY:
            return start + timedelta(-self.number if self.before else self.number)
        return calendar.before(start, self.number) if self.before else calendar.after(start, self.number)


class Board(Choice):
    """Noticeboards that the law tells apart (Luật 10/2022/QH15 Đ13 k2)."""

    HEADQUARTERS = "tru_so", "Trụ sở UBND, HĐND"
    THON = "thon", "Từng thôn, tổ dân phố"


class RequiredForm(Model):
    """A form of publication that the law orders beside the website, with its least duration."""

    form: PostingForm = given("loai", "Hình thức", "Hình thức công khai.")
    days: Count | None = maybe("it_nhat_ngay", "Ít nhất (ngày)", "Số ngày liên tục ít nhất luật đòi.")
    places: list[Board] = many("noi", "Nơi", "Luật đòi niêm yết ở đâu; bỏ trống là ở trụ sở.")

    def hangs_at(self, board: Board) -> bool:
        """Whether it is a notice that the law wants on this board; at headquarters where it names none."""
        return self.form is PostingForm.NOTICEBOARD and board in (self.places or [Board.HEADQUARTERS])


class Share(Model):
    """What part of a whole must agree: at least 2/3, or more than 50/100."""

    part: Count = given("phan", "Tử số", "Ví dụ 2, khi luật đòi 2/3; 50, khi luật đòi trên 50%.")
    whole: Count = given("tren", "Mẫu số", "Ví dụ 3, khi luật đòi 2/3; 100, khi luật ghi phần trăm.")
    more: YesNo = maybe("phai_hon", "Phải hơn", "Ghi “có” khi bằng đúng thì chưa đủ.", default=False)

    def least(self, count: int) -> int:
        """The smallest number of a count that is enough: 191 of 286 for 2/3."""
        exact = count * self.part
        return exact // self.whole + 1 if self.more else -(-exact // self.whole)

    def say(self) -> str:
        """ "ít nhất 2/3", "trên 50%"."""
        share = f"{self.part}%" if self.whole == 100 else f"{self.part}/{self.whole}"
        return f"{'trên' if self.more else 'ít nhất'} {share}"


class Duty(Model):
    """One thing that the law orders, told in plain words first."""

    id: RecordId = given("ma", "Mã nghĩa vụ", "Không đổi, ví dụ: THDC-11.3.")
    title: Text = given("ten", "Phải công khai gì", "Nói bằng lời thường.")
    legal_title: Prose | None = maybe("ten_luat", "Tên theo luật", "Chép như luật ghi.")
    expects: Prose | None = maybe("noi_dung", "Nội dung", "Những gì luật đòi phải có.")
    basis: Basis = given("can_cu", "Căn cứ", "Điều luật và hiệu lực.")
    family: Family | None = maybe(
        "nhom", "Nhóm", "Lúc nào cũng có, theo kỳ, hay khi có việc; bỏ trống thì máy không chấm."
    )
    cycle: Cycle | None = maybe("chu_ky", "Chu kỳ", "Chỉ ghi cho nhóm theo kỳ.")
    parts: list[Count] = many("cac_ky", "Những kỳ nào", "Ví dụ quý 1, 2, 3; bỏ trống là mọi kỳ trong năm.")
    afterwards: YesNo = maybe(
        "sau_ky",
        "Hết kỳ mới làm",
        "Ghi “có” khi hết kỳ mới làm được, như danh sách đã công khai trong quý.",
        default=False,
    )
    cumulative: YesNo = maybe(
        "luy_ke",
        "Cộng dồn",
        "Ghi “có” khi số liệu tính từ đầu năm: kỳ quý III gọi là 9 tháng đầu năm.",
        default=False,
    )
    kinds: list[Key] = many("loai", "Loại nội dung", "Loại dữ liệu làm tròn nghĩa vụ này.")
    all_kinds: YesNo = maybe(
        "du_moi_loai", "Đủ mọi loại", "Ghi có khi mỗi loại phải có mặt mới tròn nghĩa vụ.", default=False
    )
    fields: list[Key] = many("cac_muc", "Các mục phải có", "Tên mục trong tệp phải được ghi.")
    deadline: Deadline | None = maybe("thoi_han", "Thời hạn", "Số ngày luật cho.")
    latest: LatestDay | None = maybe(
        "moc_muon_nhat",
        "Mốc muộn nhất",
        "Ngày muộn nhất luật cho của mốc tính hạn; chưa có văn bản thì hạn đếm từ ngày này.",
    )
    first_due: Day | None = maybe("han_dau_tien", "Hạn đầu tiên", "Ngày cuối luật cho để chuẩn bị lần đầu.")
    forms: list[RequiredForm] = many("hinh_thuc", "Hình thức", "Hình thức luật đòi ngoài trang này.")
    always: YesNo = maybe(
        "luon_co",
        "Kỳ nào cũng có",
        "Ghi “có” khi việc này không thể không phát sinh; nhóm thường xuyên thì luôn vậy.",
        default=False,
    )
    weight: Count = maybe("trong_so", "Trọng số", "Khi tỉnh chấm điểm; bỏ trống là 1.", default=1)
    binds: list[UnitType] = many(
        "ap_dung_cho", "Áp dụng cho", "xã, phường, đặc khu; bỏ trống là mọi đơn vị."
    )
    minimum: Count | None = maybe("toi_thieu", "Tối thiểu", "Số lượng ít nhất luật đòi.")
    maximum: Count | None = maybe("toi_da", "Tối đa", "Số lượng nhiều nhất luật cho.")
    share: Share | None = maybe("ty_le", "Tỷ lệ", "Bao nhiêu phần phải tán thành thì được thông qua.")
    shown: YesNo = maybe(
        "hien_tren_trang", "Hiện trên trang", "Ghi “không” nếu chỉ dùng để kiểm tra.", default=True
    )

    def binds_unit(self, kind: str) -> bool:
        """Whether a xã, a phường … is bound."""
        return not self.binds or kind in {type.label for type in self.binds}


def may_be_empty(duty: Duty) -> bool:
    """Whether a commune may declare that there was nothing to disclose."""
    return not duty.always and duty.family is not Family.STANDING


class Duties(Model):
    """The file `nghia-vu.yml`."""

    duties: list[Duty] = given("nghia_vu", "Nghĩa vụ", "Những việc pháp luật đòi phải công khai.")


def is_unread(duties: Iterable[Duty]) -> bool:
    """Whether nobody has compared the basis of any with the gazette: a page then says so once."""
    return not any(duty.basis.compared for duty in duties)
