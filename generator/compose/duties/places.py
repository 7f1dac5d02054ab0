"""Addresses and titles of the pages that are made of the duties."""

STATUS, STATUS_TITLE = "cong-khai/", "Công khai đến đâu"
PLAN, PLAN_TITLE = "ke-hoach-cong-khai/", "Kế hoạch công khai"
QUARTERS, QUARTERS_TITLE = "danh-sach-cong-khai/", "Danh sách nội dung đã công khai"
CORRECTIONS, CORRECTIONS_TITLE = "dinh-chinh/", "Những lần đính chính"
CORRECTIONS_SHORT = "Đính chính"
