"""Plans of the province that communes carry out (`mo-hinh.yml`): tasks and rules of conduct, with dates."""

from __future__ import annotations

from generator.fields.base import Model, given, many, maybe
from generator.fields.codes import RecordId
from generator.fields.text import Text, YesNo
from generator.province.basis import Basis


class PlanTask(Model):
    """One task of a plan, with what the plan asks for line by line."""

    id: RecordId = given("ma", "Mã nhiệm vụ", "Số mục trong kế hoạch: 1.1.")
    title: Text = given("ten", "Tên nhiệm vụ", "Chép như kế hoạch ghi.")
    part: Text = given("phan", "Thuộc phần", "Tên phần của kế hoạch.")
    lines: list[Text] = many("yeu_cau", "Kế hoạch yêu cầu", "Mỗi gạch đầu dòng một mục, rút gọn.")
    everywhere: YesNo = maybe(
        "tuyen_truyen_moi_thon", "Tuyên truyền ở mọi thôn", "Ghi có khi phải tới 100% thôn.", default=False
    )


class ConductRule(Model):
    """A rule of conduct in the plan's own words: "4 xin"."""

    title: Text = given("ten", "Tên", "Ví dụ: 4 xin.")
    words: list[Text] = given("noi_dung", "Nội dung", "Từng điều, chép đúng chữ của kế hoạch.")


class Plan(Model):
    """A plan: its document with the time it covers, its tasks, its rules of conduct."""

    id: RecordId = given("ma", "Mã kế hoạch", "Không đổi: KH-188-2024.")
    title: Text = given("ten", "Tên", "Tên mô hình như kế hoạch ghi.")
    basis: Basis = given("can_cu", "Văn bản", "Số, ký hiệu và thời gian triển khai.")
    tasks: list[PlanTask] = given("nhiem_vu", "Nhiệm vụ", "Theo thứ tự của kế hoạch.")
    conduct: list[ConductRule] = many("ung_xu", "Quy tắc ứng xử", "Các quy tắc ứng xử kế hoạch nêu.")

    def task(self, id: str) -> PlanTask | None:
        return next((task for task in self.tasks if task.id == id), None)


class Plans(Model):
    """The file `mo-hinh.yml`."""

    plans: list[Plan] = given("ke_hoach", "Kế hoạch", "Các kế hoạch của tỉnh mà xã thực hiện.")
