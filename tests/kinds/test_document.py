"""Documents: what replaces what, which duties each fulfils, and by which day it counts."""

from __future__ import annotations

from datetime import date

from generator.assess import assess
from generator.kinds.document import KIND
from generator.kinds.document.view import sheet
from tests.conftest import Load

OLD = """\
ma: cu
loai: quy_che
ngay: 2025-07-21
co_quan: UBND xã Mẫu
trich_yeu: Quy chế cũ
tom_tat: Đã được thay.
"""
NEW = OLD.replace("cu\n", "moi\n").replace("2025-07-21", "2026-07-06") + "thay_the:\n  - cu\n"


def states(load: Load, **files: str) -> dict[str, str]:
    scope, problems = load({f"van-ban/{name}.yml": text for name, text in files.items()})
    assert scope
    assert problems == ()
    return {record.id: sheet(record, scope).state for record in scope.commune.all("document")}


def test_what_a_newer_one_replaces_says_so_on_its_own_page(load: Load) -> None:
    assert states(load, cu=OLD, moi=NEW) == {
        "cu": "Đã có văn bản khác thay thế",
        "moi": "Đang có hiệu lực",
    }


def test_one_that_is_not_yet_in_force_replaces_nothing_yet(load: Load) -> None:
    assert states(load, cu=OLD, moi=NEW + "hieu_luc_tu: 2027-01-01\n") == {
        "cu": "Đang có hiệu lực",
        "moi": "Có hiệu lực từ 01/01/2027",
    }


def test_the_last_day_is_still_in_force(load: Load) -> None:
    assert states(load, cu=OLD + "hieu_luc_den: 2026-11-22\n") == {"cu": "Đang có hiệu lực"}
    assert states(load, cu=OLD + "hieu_luc_den: 2026-11-21\n") == {
        "cu": "Hết hiệu lực từ sau ngày 21/11/2026"
    }


def test_the_chain_is_told_nearest_first_and_a_circle_ends(load: Load) -> None:
    middle = OLD.replace("cu\n", "giua\n").replace("2025-07-21", "2026-01-01") + "thay_the:\n  - cu\n"
    newest = NEW.replace("- cu", "- giua")
    scope, _ = load({"van-ban/cu.yml": OLD, "van-ban/giua.yml": middle, "van-ban/moi.yml": newest})
    assert scope
    record = next(r for r in scope.commune.all("document") if r.id == "moi")
    assert [link.url for link in sheet(record, scope).replaces] == ["van-ban/giua/", "van-ban/cu/"]
    turned, _ = load({"van-ban/cu.yml": OLD + "thay_the:\n  - moi\n", "van-ban/moi.yml": NEW})
    assert turned
    record = next(r for r in turned.commune.all("document") if r.id == "moi")
    assert [link.url for link in sheet(record, turned).replaces] == ["van-ban/cu/"]


def test_it_fulfils_the_duties_that_it_names_and_no_others(load: Load) -> None:
    scope, _ = load({"van-ban/cu.yml": OLD + "nghia_vu:\n  - THDC-11.6\n", "van-ban/moi.yml": NEW})
    assert scope
    (answer,) = KIND.answered(scope)
    assert answer.duties == ("THDC-11.6",)
    assert {moment.value: day for moment, day in answer.moments.items()} == {
        "ngay_quyet_dinh": date(2025, 7, 21)
    }


def test_it_speaks_for_its_duties_until_the_day_before_another_takes_its_place(load: Load) -> None:
    def until(newer: str, more: str = "") -> date | None:
        old = OLD + "nghia_vu:\n  - THDC-11.6\n" + more
        scope, problems = load({"van-ban/cu.yml": old, "van-ban/moi.yml": newer})
        assert scope, problems
        (answer,) = KIND.answered(scope)
        return answer.until

    assert until(NEW) == date(2026, 7, 5)
    assert until(NEW + "hieu_luc_tu: 2026-08-01\n") == date(2026, 7, 31)
    assert until(NEW, "hieu_luc_den: 2026-06-30\n") == date(2026, 6, 30)
    assert until(NEW, "hieu_luc_den: 2026-12-31\n") == date(2026, 7, 5)
    assert until(NEW.partition("thay_the")[0]) is None


def test_a_standing_duty_is_open_again_once_what_fulfils_it_is_replaced(load: Load) -> None:
    old = OLD + "nghia_vu:\n  - TCTT-17.1t\n"
    files = {"xa.yml": 'ma: "00000"\ntinh_trang: chinh_thuc\n', "van-ban/cu.yml": old}

    def open_now(newer: str) -> bool:
        scope, _ = load({**files, "van-ban/moi.yml": newer})
        assert scope
        (verdict,) = [found for found in assess(scope) if found.duty.id == "TCTT-17.1t"]
        return verdict.open

    assert open_now(NEW)
    assert not open_now(NEW + "nghia_vu:\n  - TCTT-17.1t\n")
    assert not open_now(NEW.partition("thay_the")[0])
