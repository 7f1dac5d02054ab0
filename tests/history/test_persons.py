"""What history must not bring back: what was withdrawn, names of persons, words that were taken out."""

from __future__ import annotations

import pytest

from generator.core import File, Page
from tests.history.conftest import DA, Begun, Repository, project

LIST = """\
ma: HT-2026-01
ten: Gạo cứu đói
loai: tro_giup_xa_hoi
ky: năm 2026
giu_den: 2027-02-28
ly_do_giu: Theo quyết định.
cong_khai: {{ngay_dang: 2026-11-02}}
{}danh_sach:
{}"""
HT = "ho-tro/HT-2026-01.yml"
FORMER, PRESENT = "  - {ho_ten: Nông Thị Xưa, muc: 987654}\n", "  - {ho_ten: Lý Văn Nay, muc: 500000}\n"
GONE = "thu_hoi:\n  - {{tep: {}, ngay: 2026-11-06, ly_do: Có thông tin riêng.}}\n"


def everything(made: tuple[dict[str, Page], dict[str, File]]) -> str:
    """All that a site says, feeds and data among it."""
    pages, files = made
    words = [page.body + page.about for page in pages.values()]
    return "\n".join(
        [*words, *((file.content or b"").decode("utf-8", "replace") for file in files.values())]
    )


def told(repository: Repository, url: str) -> str:
    body = repository.made()[0][url].body
    return body[body.index("<dt>Lịch sử</dt>") :].partition("</div>")[0]


def test_of_a_list_of_persons_only_the_number_of_rows_is_told(begun: Begun) -> None:
    repository = begun(**{HT: LIST.format("kinh_phi: 3000000\n", FORMER)})
    repository.commit("2026-11-10", {HT: LIST.format("kinh_phi: 4000000\n", FORMER + PRESENT)})
    repository.commit(
        "2026-11-12", {HT: LIST.format("kinh_phi: 4000000\n", PRESENT.replace("5", "6") + PRESENT)}
    )
    assert repository.told(HT) == [
        ("2026-11-12", ("Danh sách: đã sửa, vẫn 2 dòng",)),
        ("2026-11-10", ("Kinh phí được giao: đã sửa", "Danh sách: 1 → 2 dòng")),
    ]
    said = everything(repository.made())
    assert "Nông Thị Xưa" not in said
    assert "987" not in said
    assert "Danh sách: 1 → 2 dòng" in told(repository, "ho-tro/HT-2026-01/")
    assert "Danh sách: 1" not in "".join(
        (file.content or b"").decode()
        for path, file in repository.made()[1].items()
        if path.endswith(".atom")
    )


def test_words_that_were_taken_out_are_not_quoted(begun: Begun) -> None:
    private = "Bà Xưa bị bệnh, số căn cước 001099000000"
    old = f'dia_diem: "{private}"\nmuc_tieu: |-\n  {private}\nchu_dau_tu: {{ten: {private}, dien_thoai: 0912000001}}\n'
    repository = begun(**{DA: project("1200000000", old)})
    repository.commit("2026-11-12", {DA: project("1200000000", "dia_diem: Xóm A\n")})
    assert repository.told() == [("2026-11-12", ("Địa điểm: đã sửa", "Mục tiêu: bỏ", "Chủ đầu tư: bỏ"))]
    said = everything(repository.made())
    assert not [part for part in ("Bà Xưa", "001099", "0912") if part in said]


@pytest.mark.parametrize("again", ["2026-11-06", "2026-11-09"])
def test_a_file_that_was_withdrawn_and_came_back_begins_anew(begun: Begun, again: str) -> None:
    """`congkhai thu-hoi` takes the file away and notes it; a mended one may come back, then the note goes."""
    repository = begun(**{"du-an/DA-02.yml": project("777000000", id="DA-02")})
    repository.commit("2026-11-04", {"du-an/DA-02.yml": project("888000000", id="DA-02")})
    repository.commit(
        "2026-11-06", {"du-an/DA-02.yml": None, "thu-hoi.yml": GONE.format("du-an/DA-02.yml")}
    )
    said = everything(repository.made())
    assert not [part for part in ("777", "888") if part in said]
    repository.commit(
        again, {"du-an/DA-02.yml": project("999000000", id="DA-02"), "thu-hoi.yml": None}, "10:00:00+07:00"
    )
    repository.commit("2026-11-12", {"du-an/DA-02.yml": project("666000000", id="DA-02")})
    past = repository.history().files["du-an/DA-02.yml"]
    assert (str(past.first), str(past.gone)) == (again, "2026-11-06")
    assert repository.told("du-an/DA-02.yml") == [
        ("2026-11-12", ("Tổng mức đầu tư: 999 triệu → 666 triệu",))
    ]
    said = everything(repository.made())
    assert not [part for part in ("777", "888") if part in said]
    assert "trước đó đã gỡ ngày 06/11/2026." in told(repository, "du-an/DA-02/")


def test_an_attachment_that_was_withdrawn_leaves_no_name(begun: Begun) -> None:
    named = "cong_khai: {ngay_dang: 2026-11-02, van_ban: {so: 1/QĐ-UBND, tep: tep/ba-xua.txt}}\n"
    repository = begun(**{DA: project("1200000000", named), "tep/ba-xua.txt": "một"})
    repository.commit("2026-11-04", {"tep/ba-xua.txt": "hai"})
    without = named.replace(", tep: tep/ba-xua.txt", "")
    note = {"thu-hoi.yml": GONE.format("tep/ba-xua.txt")}
    repository.commit("2026-11-06", {DA: project("1200000000", without), "tep/ba-xua.txt": None, **note})
    assert "ba-xua" not in told(repository, "du-an/DA-01/")
    assert "06/11/2026: Việc công khai: Văn bản: Tệp: bỏ." in told(repository, "du-an/DA-01/")
