"""How the commune carries out the province's plan of a friendly government (`mo-hinh.yml`)."""

from __future__ import annotations

from typing import Annotated

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import CodeOf, PageAddress, RecordId, ThonId
from generator.fields.contact import Link
from generator.fields.dates import Day
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Disclosed


class TaskState(Choice):
    """How far a task has come."""

    NOT_YET = "chua_lam", "Chưa làm"
    UNDER_WAY = "dang_lam", "Đang làm"
    STEADY = "lam_thuong_xuyen", "Đã làm, giữ thường xuyên"


class Evidence(Model):
    """What anybody can look at: a page of this site, a file, a page elsewhere."""

    title: Text = given("ten", "Tên", "Xem gì ở đó.")
    page: PageAddress | None = maybe(
        "trang", "Trang", "Địa chỉ trên trang này: tiep-cong-dan/ hoặc van-ban/2026-41-qd-ubnd/."
    )
    file: Attachment | None = maybe("tep", "Tệp", "Tệp trong thư mục tep/.")
    link: Link | None = maybe("lien_ket", "Liên kết", "Trang ở nơi khác.")


class TaskReport(Model):
    """What was done for one task of the plan."""

    task: RecordId = given("ma", "Mã nhiệm vụ", "Số mục trong kế hoạch của tỉnh: 1.1.")
    state: TaskState = given("tinh_trang", "Tình trạng", "Chưa làm, đang làm, đã làm và giữ thường xuyên.")
    done: Prose | None = maybe("da_lam", "Đã làm gì", "Việc cụ thể, bằng lời thường.")
    left: Text | None = maybe("con_lai", "Còn phải làm", "Việc chưa xong, bao giờ xong.")
    post: Text | None = maybe("phu_trach", "Ai phụ trách", "Chức vụ.")
    day: Day = given("ngay", "Tính đến ngày", "Ngày xem lại tình trạng này.")
    evidence: list[Evidence] = many(
        "minh_chung", "Xem tận mắt", "Trang, tệp, liên kết chứng tỏ việc đã làm."
    )


class Session(Model):
    """One meeting at which the law on democracy at the grassroots was explained."""

    day: Day = given("ngay", "Ngày", "Ngày họp; buổi sắp tới cũng ghi được.")
    thon: list[ThonId] = many("thon", "Thôn", "Mã các thôn dự, như trong xa.yml.", least=1)
    content: Text = given("noi_dung", "Nội dung", "Nói về điều gì.")
    place: Text | None = maybe("dia_diem", "Ở đâu", "Ví dụ: nhà văn hóa xóm.")
    people: Count | None = maybe("so_nguoi", "Số người dự", "Sau khi họp mới ghi.")


class Initiative(Disclosed):
    """The file `mo-hinh.yml`."""

    plan: Annotated[RecordId, CodeOf("plan")] = given(
        "ke_hoach", "Theo kế hoạch", "Mã kế hoạch của tỉnh: KH-188-2024."
    )
    since: Day | None = maybe("bat_dau", "Xã bắt đầu từ", "Ngày xã bắt đầu làm theo.")
    lead: Text | None = maybe("chi_dao", "Ai chỉ đạo", "Chức vụ người đứng đầu ban chỉ đạo.")
    tasks: list[TaskReport] = many("nhiem_vu", "Các nhiệm vụ", "Mỗi nhiệm vụ một mục.", least=1)
    sessions: list[Session] = many("tuyen_truyen", "Hội nghị tuyên truyền", "Mỗi buổi một mục.")
