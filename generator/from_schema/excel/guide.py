"""The first sheet: how to fill in the others, in plain words, and where each is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.utils import quote_sheetname

from generator.from_schema.excel.tables import Table
from generator.kinds._people import lists_people
from generator.words.dates import say_day

TITLE = "Hướng dẫn"
WIDE = 112
"""Letters of a line, for the height of its row."""
PRIVATE = (
    "Bảng này là của cán bộ nhập liệu. Trong bảng có tên, số điện thoại của người dân và cán bộ"
    " ({lists}): không gửi bảng đi nơi khác, không đăng lên mạng ngoài kho dữ liệu của xã; nhập xong thì xóa bản trên máy dùng chung."
)
LINES = (
    "Mỗi trang tính là một loại việc. Mỗi dòng là một mục. Đưa chuột vào tên cột để xem phải ghi gì.",
    "Cột có dấu * phải có. Ô nào chưa có gì thì để trống, không ghi “không có” hay gạch ngang.",
    "Trang tính có tên hai phần, như “Dự án, công trình - Gói thầu”, kể các mục nhỏ của trang tính chính. Cột đầu chỉ mục nhỏ ấy"
    " thuộc về mục nào: ghi đúng mã đã ghi ở trang tính chính.",
    "Cột “Dòng số” đánh số từng dòng; cột “Thuộc dòng số (…)” ghi lại số ấy để chỉ dòng này thuộc dòng nào.",
    "Thêm mục mới: ghi vào dòng trống ngay dưới dòng cuối. Mã mới đặt không dấu, không khoảng trắng, đã đặt thì không đổi.",
    "Ô mã nền xám của mục đã có bị khóa, không có mật khẩu. Không xóa hàng 1 đang ẩn: máy dựa vào đó để biết cột nào là cột nào.",
    "Bỏ một mục nhỏ: xóa trắng các ô còn lại của dòng ấy. Bỏ hẳn một mục chính: xóa trắng dòng ấy và mọi dòng"
    " mang mã ấy ở các trang tính con; máy sẽ kể là không còn và vẫn giữ tệp cũ, cho tới khi người nhập chọn xóa.",
    "Ngày ghi 05/11/2026; gõ xong nhìn lại ô, hiện 11/05/2026 là máy đặt kiểu Mỹ, đã hiểu nhầm ngày với tháng. Số tiền ghi bằng đồng, như 1.250.000.000, hoặc 1,25 tỷ. Phần trăm ghi 62,5%.",
    "Ô có nhiều mục, như thành phần tham dự: mỗi mục một dòng trong ô, xuống dòng bằng Alt + Enter.",
    "Không dùng công thức: máy chỉ nhận giá trị. Có công thức thì chép rồi chọn Dán đặc biệt, Giá trị (Paste Special, Values).",
    "Trang tính nào không cần thì xóa cả trang tính: máy hiểu là không đổi gì ở đó. Không xóa cột.",
    "Làm xong: lưu tệp, rồi thả vào thư mục nhap của kho dữ liệu; hoặc chạy lệnh: congkhai excel import {file} --into {slug}",
    "Máy kể những gì sẽ đổi; có người duyệt hoặc trả lời “có” thì mới ghi. Ghi sai ở đâu, máy chỉ đúng trang tính và ô, như “Dự án, công trình!D7”.",
)


def write_guide(
    sheet: Any, commune: str, slug: str, file: str, day: date, listed: Sequence[tuple[Table, str]]
) -> None:
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 6, 100
    _line(sheet, 1, "", f"Bảng nhập liệu công khai của {commune}")
    sheet.row_dimensions[1].height = 26
    sheet.cell(1, 2).font = Font(name="Calibri", bold=True, size=16)
    _line(
        sheet,
        2,
        "",
        f"Xuất ngày {say_day(day)}. Dữ liệu đổi ở nơi khác sau ngày này thì xuất bảng mới rồi hãy sửa.",
    )
    row = 4
    for row, (number, text) in enumerate(_said(listed, slug, file), 4):
        _line(sheet, row, number, text)
    _line(sheet, row + 2, "", "Các trang tính (bấm vào tên để mở)")
    sheet.cell(row + 2, 2).font = Font(name="Calibri", bold=True)
    for at, (table, name) in enumerate(listed, row + 3):
        cell = sheet.cell(at, 2, name)
        cell.hyperlink = f"#{quote_sheetname(name)}!A2"
        cell.font = Font(name="Calibri", color="0563C1", underline="single", bold=not table.steps)
        cell.alignment = Alignment(indent=min(table.depth, 3) * 2)


def _said(listed: Sequence[tuple[Table, str]], slug: str, file: str) -> Iterator[tuple[str, str]]:
    lines = [line.format(slug=slug, file=file) if "{slug}" in line else line for line in LINES]
    persons = [name for table, name in listed if not table.steps and lists_people(table.kind)]
    lists = f"trang tính {', '.join(persons)} và các trang tính khác" if persons else "ở nhiều trang tính"
    for number, line in enumerate((PRIVATE.format(lists=lists), *lines), 1):
        yield f"{number}.", line


def _line(sheet: Any, row: int, number: str, text: str) -> None:
    sheet.row_dimensions[row].height = 16 * (1 + len(text) // WIDE)
    for column, said in ((1, number), (2, text)):
        if said:
            cell = sheet.cell(row, column, said)
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
