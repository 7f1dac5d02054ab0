"""What a record's history says: words by the titles of the models, days in Vietnam, nothing that did not change."""

from __future__ import annotations

from datetime import date

import feedparser
import pytest

from tests.history.conftest import DA, XA, Begun, project


def test_a_page_and_its_feed_say_on_which_day_what_changed(begun: Begun) -> None:
    repository = begun()
    repository.commit("2026-11-12", {DA: project("1500000000")})
    pages, files = repository.made()
    body = " ".join(pages["du-an/DA-01/"].body.split())
    assert "Có trong kho dữ liệu từ ngày 02/11/2026." in body
    assert "<li>12/11/2026: Tổng mức đầu tư: 1,2 tỷ → 1,5 tỷ.</li>" in body
    (entry,) = feedparser.parse(files["du-an/cap-nhat.atom"].content or b"").entries
    assert entry.updated == "2026-11-12T00:00:00+07:00"
    assert "Sửa ngày 12/11/2026: Tổng mức đầu tư: 1,2 tỷ → 1,5 tỷ." in entry.summary


TIMES = "thoi_gian: {{khoi_cong_ke_hoach: {}, hoan_thanh_ke_hoach: 2026-12-31}}\n"
FUNDS = "nguon_von:\n  - {nguon: tinh, so_tien: 700000000}\n"
MORE = "  - {nguon: xa, so_tien: 500000000}\n"
DOCUMENT = "cong_khai: {{ngay_dang: {}, van_ban: {{so: {}}}}}\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (TIMES.format("2026-01-05"), TIMES.format("05/02/2026"), ["Thời gian: Khởi công theo kế hoạch: 05/01/2026 → 05/02/2026"]),
        ("", FUNDS, ["Nguồn vốn: thêm 1 mục"]),
        (FUNDS, FUNDS + MORE, ["Nguồn vốn: thêm 1 mục"]),
        (FUNDS + MORE, MORE.join(("nguon_von:\n", "")), ["Nguồn vốn: bớt 1 mục"]),
        (FUNDS + MORE, FUNDS + MORE.replace("500", "512"), ["Nguồn vốn, mục 2: Số tiền: 500 triệu → 512 triệu"]),
        (FUNDS, FUNDS.replace("700000000", "700000001"), ["Nguồn vốn, mục 1: Số tiền: 700 triệu → 700.000.001 đồng"]),
        (
            DOCUMENT.format("2026-11-02", "12/QĐ-UBND"),
            DOCUMENT.format("2026-11-01", "15/QĐ-UBND"),
            ["Việc công khai: Ngày đăng: 02/11/2026 → 01/11/2026", "Việc công khai: Văn bản: Số, ký hiệu: 12/QĐ-UBND → 15/QĐ-UBND"],
        ),
        ("cong_khai: {ngay_sua: 2026-11-02}\n", "cong_khai: {ngay_sua: 2026-11-03}\n", []),
        ("dia_diem: Xóm A\n", "dia_diem: Xóm B\n", ["Địa điểm: đã sửa"]),
        ("", "dia_diem: Xóm B\n", ["Địa điểm: mới ghi"]),
        ("dia_diem: Xóm A\n", "", ["Địa điểm: bỏ"]),
        ("thoi_gian: {khoi_cong_ke_hoach: 2026-01-05}\n", "", ["Thời gian: bỏ"]),
    ],
)  # fmt: skip
def test_each_kind_of_value_is_told_in_its_words(begun: Begun, old: str, new: str, told: list[str]) -> None:
    repository = begun(**{DA: project("1200000000", old)})
    repository.commit("2026-11-12", {DA: project("1200000000", new)})
    assert repository.told() == ([("2026-11-12", tuple(told))] if told else [])


def test_the_same_data_written_otherwise_is_no_change(begun: Begun) -> None:
    repository = begun(
        **{DA: project("1,2 tỷ", "# ghi chú\nnguon_von:\n  - {nguon: tinh, so_tien: 700 triệu}\n")}
    )
    repository.commit(
        "2026-11-12", {DA: project("1200000000", "nguon_von:\n  - nguon: tinh\n    so_tien: 700000000\n")}
    )
    assert repository.told() == []


def test_what_is_taken_back_on_its_day_is_not_told_and_on_a_later_day_is(begun: Begun) -> None:
    repository = begun()
    wrong = repository.commit("2026-11-10", {DA: project("9000000000")})
    repository.close("2026-11-10", "revert", "--no-edit", wrong)
    assert repository.told() == []
    wrong = repository.commit("2026-11-11", {DA: project("9000000000")})
    repository.close("2026-11-13", "revert", "--no-edit", wrong)
    assert repository.told() == [
        ("2026-11-13", ("Tổng mức đầu tư: 9 tỷ → 1,2 tỷ",)),
        ("2026-11-11", ("Tổng mức đầu tư: 1,2 tỷ → 9 tỷ",)),
    ]


def test_a_day_is_a_day_in_vietnam_and_none_after_that_of_the_build_is_told(begun: Begun) -> None:
    repository = begun()
    repository.commit("2026-11-10", {DA: project("1300000000")}, at="18:30:00+00:00")
    repository.commit("2026-11-15", {DA: project("1400000000")})
    assert [day for day, _ in repository.told()] == ["2026-11-15", "2026-11-11"]
    assert [day for day, _ in repository.told(day=date(2026, 11, 14))] == ["2026-11-11"]
    assert repository.history(date(2026, 11, 1)).files == {}


@pytest.mark.parametrize(
    ("old", "told"),
    [
        (project("một tỷ hai"), ("Tổng mức đầu tư: đã sửa",)),
        (project("1,2 [tỷ"), ("Tổng mức đầu tư: đã sửa",)),
        (project("1200000000", "nha_thau_cu: Ông A\n"), ("Mục nay không còn dùng: bỏ", "Tổng mức đầu tư: 1,2 tỷ → 1,5 tỷ")),
        (project("1200000000", "<<<<<<< HEAD\nten: x\n"), ("Tổng mức đầu tư: đã sửa",)),
        (project("[1, {a: 2}]"), ("Tổng mức đầu tư: đã sửa",)),
        (project("&a 1200000000", "dia_diem: *a\n"), ("Tổng mức đầu tư: 1,2 tỷ → 1,5 tỷ",)),
        ("\udcff\udcfe", ("Tên: mới ghi",)),
    ],
)  # fmt: skip
def test_a_version_that_no_longer_loads_is_told_as_far_as_it_can_be(
    begun: Begun, old: str, told: tuple[str, ...]
) -> None:
    repository = begun()
    path = repository.folder / repository.inside / DA
    path.write_bytes(old.encode("utf-8", "surrogateescape"))
    repository.commit("2026-11-05", {})
    repository.commit("2026-11-12", {DA: project("1500000000")})
    day, found = repository.told()[0]
    assert day == "2026-11-12"
    assert set(told) <= set(found), found
    assert not any("Ông A" in line or "nha_thau" in line for line in found)
    repository.made()


def test_many_changes_of_a_day_are_counted(begun: Begun) -> None:
    many = "cong_khai: {{ngay_dang: {0}, ngay_quyet_dinh: {0}}}\nthoi_gian: {{khoi_cong_ke_hoach: {0}, hoan_thanh_ke_hoach: {0}, khoi_cong_thuc_te: {0}}}\ngiai_ngan: {{so_tien: {1}, den_ngay: {0}}}\n"
    repository = begun(**{DA: project("1200000000", many.format("2026-11-01", 1))})
    repository.commit("2026-11-12", {DA: project("1500000000", many.format("2026-11-02", 2))})
    ((_, told),) = repository.told()
    assert len(told) == 6
    assert told[-1] == "và 3 chỗ khác"


def test_a_replaced_attachment_is_told_and_never_named(begun: Begun) -> None:
    named = "cong_khai: {van_ban: {tep: tep/nguyen-van-a.txt}}\n"
    repository = begun(**{DA: project("1200000000", named), "tep/nguyen-van-a.txt": "một"})
    repository.commit("2026-11-12", {"tep/nguyen-van-a.txt": "hai"})
    repository.commit(
        "2026-11-14", {DA: project("1200000000", named.replace("-a", "-b")), "tep/nguyen-van-b.txt": "ba"}
    )
    repository.commit("2026-11-15", {"tep/nguyen-van-b.txt": "bốn"})
    body = repository.made()[0]["du-an/DA-01/"].body
    assert "15/11/2026: Việc công khai: Văn bản: Tệp: thay tệp khác, cùng tên." in body
    assert "14/11/2026: Việc công khai: Văn bản: Tệp: thay tệp khác." in body
    assert "nguyen-van-a" not in body


def test_a_day_of_posting_before_the_first_commit_is_noted_once_the_commune_has_joined(
    begun: Begun,
) -> None:
    def noted(posted: str) -> str:
        repository.commit(
            "2026-11-12",
            {"du-an/DA-02.yml": project("5000000", f"cong_khai: {{ngay_dang: {posted}}}\n", "DA-02")},
        )
        return repository.made()[0]["du-an/DA-02/"].body

    repository = begun()
    assert "Xã ghi đăng ngày 05/11/2026, sớm hơn ngày này." in noted("2026-11-05")
    assert "Xã ghi đăng" not in noted("2026-06-30")
    assert "Xã ghi đăng" not in noted("2026-11-12")
    repository.commit("2026-11-13", {"xa.yml": XA.replace("2026-07-01", "2026-11-10")})
    assert "Xã ghi đăng" not in noted("2026-11-05")
