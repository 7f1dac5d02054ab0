"""`docs/ma-loi.md` from the source: `python -m tests.error_codes` writes it anew.

Codes are read from the program itself, examples are the cases of `tests/wrong/` with what the
program really says of them, so neither can be forgotten or grow old.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.core import Level, Problem, in_order
from generator.load import load_province
from generator.province import Province
from tests.conftest import CONTENT, ROOT
from tests.wrong_inputs import Case, cases

PAGE = ROOT / "docs" / "ma-loi.md"
SNAKE = re.compile(r"[a-z]+[0-9]*(_[a-z0-9]+)*")
MOST = 3
"""Examples shown of one code; the others would say the same."""
AROUND, WIDEST = 2, 96
"""Lines shown around the mistake, and signs of a line."""
RELEASE = "Khi kiểm tra một bản sao (`congkhai verify`): "
UNPROVOKED: Mapping[str, str] = {
    "account_expected": "Trong `nguoi-duyet.yml`: người duyệt phải là tên tài khoản trên trang giữ kho, bắt đầu bằng @, "
    'đặt trong ngoặc kép, như `"@ten-tai-khoan"` hoặc `"@to-chuc/nhom"`.',
    "copy_refused": "Khi lấy bản sao (`congkhai mirror sync`): nơi lấy có thứ không được chép, như liên kết, tệp quá nặng, "
    "trang của xã khác, mã lệnh lạ. Lời báo và trang `ban-sao/` nói rõ là gì và việc cần làm; bản tốt gần nhất vẫn đăng.",
    "release_broken": RELEASE
    + "`release.json` không đúng mẫu. Tải lại cả bản sao; vẫn vậy thì đừng dùng bản ấy.",
    "release_date_wrong": RELEASE
    + "ngày phát hành ở tương lai, hoặc hạn dài hơn mức cho phép. Xem lại đồng hồ của hai máy.",
    "release_expired": RELEASE
    + "bản đã quá hạn, có thể không còn là bản mới nhất. Lấy bản mới; trang gốc cũng hết hạn thì xã cho chạy lại lịch dựng trang hằng ngày.",
    "release_file_changed": RELEASE + "nội dung một tệp khác bản đã ký. Tải lại cả bản sao.",
    "release_file_extra": RELEASE + "có tệp mà bản phát hành không có. Không mở tệp ấy, xóa đi.",
    "release_file_missing": RELEASE + "thiếu một tệp của bản phát hành. Tải lại cả bản sao.",
    "release_key_not_valid": RELEASE
    + "ngày phát hành nằm ngoài thời hạn của khóa. Xã dùng khóa còn hạn rồi phát hành lại.",
    "release_key_other_commune": RELEASE + "khóa đã ký không được ký thay xã này. Hỏi tỉnh.",
    "release_key_revoked": RELEASE
    + "khóa đã ký bị tỉnh thu hồi. Đừng dùng bản ấy; xã phát hành lại bằng khóa mới.",
    "release_key_unknown": RELEASE
    + "khóa đã ký không có trong danh sách của tỉnh. Lấy danh sách mới (`allowed_signers`) từ trang của tỉnh rồi kiểm tra lại.",
    "release_link": RELEASE
    + "có liên kết hoặc tệp đặc biệt. Bản phát hành chỉ có tệp thường: xóa đi, tải lại tệp thật.",
    "release_missing": RELEASE
    + "không có `release.json`, nên không phải bản phát hành. Xem lại thư mục, địa chỉ.",
    "release_namespace_wrong": RELEASE + "chữ ký làm cho việc khác. Đừng dùng bản ấy.",
    "release_older": RELEASE + "bản có số nhỏ hơn bản đã thấy. Lấy lại từ trang gốc.",
    "release_other_commune": RELEASE + "trang của đơn vị khác. Xem lại mã xã và nơi lấy.",
    "release_path": RELEASE
    + "danh sách tệp sai mẫu hoặc chỉ ra ngoài thư mục. Đừng dùng bản ấy, báo cho xã.",
    "release_same_serial": RELEASE + "có hai bản khác nhau cùng số. Giữ cả hai làm bằng chứng, hỏi xã.",
    "release_signature_wrong": RELEASE
    + "chữ ký không khớp. Bản ấy không phải của xã: đừng dùng, báo cho xã và tỉnh.",
    "release_sums_changed": RELEASE
    + "`SHA256SUMS` không phải danh sách đã ký, thường vì tệp của hai bản lẫn vào nhau. Tải lại cả bản sao.",
    "release_too_large": RELEASE
    + "tệp hoặc cả bản lớn hơn mức cho phép, máy không đọc hết. Tải lại cả bản sao.",
    "release_unreadable": RELEASE
    + "không đọc được bản sao (mất mạng, không có quyền, máy chủ lỗi). Xem lại rồi chạy lại.",
    "release_unsigned": RELEASE
    + "bản phát hành chưa ký. Xã tạo khóa (`congkhai keys new`) rồi phát hành lại.",
    "round_trip": "Khi nhập thủ tục, chương trình đọc lại tệp vừa ghi và thấy khác bản gốc. Không tệp nào của xã hay tỉnh "
    "gây ra lỗi này: đây là lỗi của chương trình, gửi tệp nguồn cho người làm chương trình.",
    "attachment_too_large": "Tệp đính kèm lớn hơn mức của tỉnh (25 MB, hoặc số ghi ở `tep_lon_nhat_mb` trong `tinh.yml`). "
    "Nén nhỏ lại hoặc chia làm nhiều tệp.",
    "attachment_unreadable": "Máy không cho mở tệp đính kèm. Đóng chương trình đang mở tệp, hoặc nhờ người quản lý máy cho quyền đọc.",
    "excel_commune_unknown": "Bảng tính thả vào `nhap/`: chưa rõ là của xã nào. Đặt vào `nhap/<tên thư mục của xã>/`.",
    "excel_broken": "Khi nhập bảng tính (`congkhai excel import`): tệp không phải bảng tính Excel, hoặc đã hỏng. "
    "Mở bằng Excel hay LibreOffice, lưu lại kiểu .xlsx.",
    "excel_column_missing": "Khi nhập bảng tính: một cột đã bị xóa trong khi dữ liệu đang có giá trị ở cột ấy. Xuất bảng mới, đừng xóa cột.",
    "excel_column_unknown": "Khi nhập bảng tính: có cột không thuộc mẫu, hoặc hai cột như nhau. Xóa cột ấy, hoặc chép nội dung sang đúng cột.",
    "excel_formula": "Khi nhập bảng tính: ô là công thức. Máy chỉ nhận giá trị: chép ô rồi dán giá trị (Paste Special, Values).",
    "excel_no_sheet": "Khi nhập bảng tính: không có trang tính nào của bảng nhập liệu. Xuất bảng bằng `congkhai excel export` rồi điền vào bảng ấy.",
    "excel_old": "Khi nhập bảng tính: tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Lưu lại kiểu .xlsx, không đặt mật khẩu.",
    "excel_other_commune": "Khi nhập bảng tính: bảng xuất từ dữ liệu của xã khác. Xuất bảng của xã mình rồi chép dữ liệu sang.",
    "excel_owner_unknown": "Khi nhập bảng tính: dòng của một mục nhỏ không chỉ đúng mục mà nó thuộc về. Ghi đúng mã, số dòng của mục ấy.",
    "excel_record_twice": "Hai bảng tính thả vào `nhap/` cùng sửa một tệp dữ liệu. Dồn vào một bảng rồi gửi lại.",
    "excel_row_twice": "Khi nhập bảng tính: hai dòng cùng mã, cùng số, hoặc mục chỉ có một dòng mà ghi hai. Xóa một dòng hoặc sửa mã.",
    "excel_sheet_missing": "Khi nhập bảng tính: thiếu trang tính mà các dòng của trang tính này thuộc về, hoặc ngược lại. Để cả hai, hoặc xóa cả hai.",
    "excel_sheet_twice": "Khi nhập bảng tính: hai trang tính cùng một loại. Dồn dữ liệu vào một trang tính.",
    "excel_sheet_unknown": "Khi nhập bảng tính: trang tính không thuộc mẫu nên bỏ qua. Các trang tính khác vẫn nhập.",
    "excel_too_large": "Khi nhập bảng tính: tệp quá lớn, hoặc có ô ghi ở rất xa ngoài bảng. Xóa phần thừa, hoặc nhập riêng từng loại.",
    "file_unreadable": "Máy không cho mở tệp hay thư mục. Đóng chương trình đang mở tệp, hoặc nhờ người quản lý máy cho quyền đọc.",
    "more_problems": "Một tệp có quá nhiều lỗi: máy chỉ kể 50 lỗi đầu và nói còn bao nhiêu. Sửa các lỗi ấy rồi kiểm tra lại.",
    "no_longer_there": "Lần dựng trước có tệp này, lần này không còn: có thể lỡ xóa hay đổi tên. Trang vẫn đăng, không có mục ấy. "
    "Lỡ tay thì đưa tệp trở lại; cố ý bỏ thì không phải làm gì.",
    "site_file_too_large": "Khi kiểm tra với `--host`: trang dựng ra có tệp nặng hơn mức của nơi đặt trang, "
    "nơi ấy sẽ không nhận. Nén nhỏ lại hoặc chia làm nhiều tệp.",
    "site_near_limit": "Khi kiểm tra với `--host`: cả trang đã quá tám phần mười mức của nơi đặt trang. Trang vẫn đăng được; "
    "nên bớt tệp đính kèm cũ hoặc tính chuyển nơi đặt.",
    "site_too_large": "Khi kiểm tra với `--host`: cả trang nặng hơn mức của nơi đặt trang, nơi ấy có thể không nhận. "
    "Nén ảnh, tệp PDF, bớt tệp đính kèm cũ, hoặc tách mỗi xã một nơi đặt.",
    "site_too_many_files": "Khi kiểm tra với `--host`: cả trang có nhiều tệp hơn mức của nơi đặt trang, nơi ấy sẽ không nhận. "
    "Tách mỗi xã một nơi đặt, hoặc chọn nơi đặt khác.",
    "too_many_ended": "Khi nhập thủ tục với `--day-du`, nguồn thiếu quá nửa danh mục đang có, thường vì tải chưa hết. "
    "Tải lại cho đủ; nếu đúng là bãi bỏ nhiều như vậy thì thêm `--bo-nhieu`.",
    "too_many_values": "Tệp có quá nhiều giá trị để đọc. Tách ra nhiều tệp.",
    "yaml_syntax": "Máy không đọc được dòng này và không đoán được vì sao. So dòng với dòng cùng loại ở trên.",
    "unreadable": "Khi nhập thủ tục, máy không cho mở tệp (không có quyền đọc, tệp đang bị khóa). "
    "Sửa quyền của tệp rồi nhập lại.",
}
"""Codes that no file of a commune or the province can bring about, with what they mean."""
WORDS = {Level.ERROR: "lỗi", Level.NOTICE: "lưu ý"}
HEAD = """# Mã lỗi và lưu ý

<!-- Trang này do máy viết: make docs. Đừng sửa tay. -->

Khi kiểm tra (`make check`), mỗi dòng báo cho biết: tệp nào, dòng mấy, cột mấy; **lỗi** hay **lưu ý**; sai gì; cuối cùng là mã trong ngoặc vuông. Dòng “Gợi ý” nói việc cần làm tiếp.

- **Lỗi** phải sửa: trang mới của xã đó chưa được đăng, trang cũ vẫn nguyên. Các xã khác không bị ảnh hưởng.
- **Lưu ý** không chặn trang. Xem lại; nếu dữ liệu đúng thì để nguyên.

Dấu `>` trong ví dụ chỉ dòng sai. Mục còn thiếu thì máy chỉ dòng cần thêm, ngay sau dòng cuối của nhóm.
"""


@cache
def codes() -> dict[str, list[str]]:
    """Every code that the program can give, with the modules that give it."""
    trees = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted((ROOT / "generator").rglob("*.py"))
    }
    takers = _takers(trees.values())
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, tree in trees.items():
        for code in dict.fromkeys((*_called(tree, takers), *_told(tree))):
            found[code].append(path)
    return dict(sorted(found.items()))


def page() -> str:
    """The whole page, from the source and the cases as they stand."""
    shown = _examples()
    raised = codes()
    entries = [_entry(code, shown.get(code, []), modules) for code, modules in raised.items()]
    listed = [f"- [`{code}`](#{code}){_levels(shown.get(code, []))}" for code in raised]
    return "\n".join([HEAD, "## Danh sách", "", *listed, "", *entries])


def _takers(trees: Iterable[ast.Module]) -> dict[str, set[int]]:
    """Functions and dataclasses that are given a code, and at which place among their arguments."""
    takers: defaultdict[str, set[int]] = defaultdict(set)
    for node in (node for tree in trees for node in ast.walk(tree)):
        names: list[str] = []
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
        elif isinstance(node, ast.ClassDef) and node.decorator_list:
            fields = (field for field in node.body if isinstance(field, ast.AnnAssign))
            names = [field.target.id for field in fields if isinstance(field.target, ast.Name)]
        if "code" in names:
            takers[node.name].add(names.index("code"))  # type: ignore[attr-defined]
    return takers


def _called(tree: ast.Module, takers: Mapping[str, set[int]]) -> Iterator[str]:
    """Codes written in calls: `refuse("money_expected", …)`, `record.problem("not_unique", …)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = [node.args[at] for at in takers.get(name, ()) if at < len(node.args)]
            given += [word.value for word in node.keywords if word.arg == "code" and name in takers]
            yield from filter(None, map(_literal, given))


def _told(tree: ast.Module) -> Iterator[str]:
    """Codes that a function returns or keeps beside their message: `("missing", "còn thiếu", …)`."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    for node in (node for function in functions for node in ast.walk(function)):
        if isinstance(node, ast.Tuple) and len(node.elts) >= 2:
            code = _literal(node.elts[0])
            if code and _is_sentence(node.elts[1]):
                yield code


def _is_sentence(node: ast.expr) -> bool:
    """Vietnamese words, unlike the keys and numbers that other tuples hold."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return " " in node.value and not node.value.isascii()
    return isinstance(node, ast.JoinedStr)


def _literal(node: ast.expr) -> str:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, str) and SNAKE.fullmatch(value) else ""


def _examples() -> dict[str, list[tuple[Case, Problem]]]:
    """What the program says of each case, by code; of cases with one message the first."""
    province, _ = load_province(CONTENT / "tinh")
    assert province
    found: defaultdict[str, list[tuple[Case, Problem]]] = defaultdict(list)
    for case in cases():
        problem = _problem(case, province)
        if problem and problem.message not in [other.message for _, other in found[case.code]]:
            found[case.code].append((case, problem))
    return found


def _problem(case: Case, province: Province) -> Problem | None:
    with TemporaryDirectory() as root:
        told = in_order(case.run(Path(root), province))
    return next((p for p in told if p.code == case.code and p.place.line == case.place[1]), None)


def _levels(shown: Iterable[tuple[Case, Problem]]) -> str:
    levels = sorted({problem.level for _, problem in shown})
    return f" – {', '.join(WORDS[level] for level in levels)}" if levels else ""


def _entry(code: str, shown: list[tuple[Case, Problem]], modules: Iterable[str]) -> str:
    told = [_example(case, problem) for case, problem in shown[:MOST]]
    said = UNPROVOKED.get(code, "")
    raised = ", ".join(f"`{module}`" for module in modules)
    return "\n".join([f"## {code}", "", *([said, ""] if said else []), *told, f"Nơi báo: {raised}", ""])


def _example(case: Case, problem: Problem) -> str:
    place = f"{case.shown}:{problem.place.line}:{problem.place.column}"
    said = f"{place}: {WORDS[problem.level]}: {problem.sentence} [{problem.code}]"
    hint = f"\n    Gợi ý: {problem.hint}" if problem.hint else ""
    lines = _lines(case, problem)
    wrong = f"{_fenced(lines)}\n\nMáy báo:\n\n" if lines else ""
    return f"{wrong}{_fenced(_plain(said) + hint)}\n"


def _lines(case: Case, problem: Problem) -> str:
    """The wrong line with those around it; what is in no text, and what is not there, is not shown."""
    lines = case.content().decode("utf-8", "replace").splitlines()
    at = problem.place.line
    near = range(max(at - AROUND, 1), min(at + AROUND, max(len(lines), at)) + 1)
    shown = {number: lines[number - 1] if number <= len(lines) else "" for number in near}
    if not any(map(str.strip, shown.values())):
        return ""
    return "\n".join(
        f"{'>' if number == at else ' '} {number:>3} | {_cut(_plain(text))}".rstrip()
        for number, text in shown.items()
    )


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def _plain(text: str) -> str:
    return "".join(sign if sign.isprintable() else "·" for sign in text)


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
