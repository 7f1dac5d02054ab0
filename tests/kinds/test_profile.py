"""Profile: who the commune is, by its code; what is not disclosed is said to be so."""

from __future__ import annotations

from generator.check import check
from generator.compose import compose, frame
from generator.kinds._kind import Scope
from generator.render import render
from tests.conftest import Load


def bodies(scope: Scope) -> dict[str, str]:
    drafts = compose(scope)
    return {page.url: page.body for page in render(drafts, frame(scope, drafts), scope.commune)}


def test_code_and_standing_alone_make_a_site(load: Load) -> None:
    scope, problems = load({})
    assert scope
    assert problems == ()
    found = bodies(scope)
    assert "chưa công khai trên trang này" in found["lien-he/"]
    assert "Xã Mẫu Đông" in found["gioi-thieu/"]


def test_a_code_that_the_register_does_not_know_is_an_error_at_the_code(load: Load) -> None:
    scope, problems = load({"xa.yml": 'ma: "99999"\ntinh_trang: chinh_thuc\n'})
    assert scope is None
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("unit_unknown", 1, 5)]


def test_a_code_of_another_commune_is_an_error(load: Load) -> None:
    scope, problems = load({"xa.yml": 'ma: "05602"\ntinh_trang: chinh_thuc\n'})
    assert scope is None
    assert [p.code for p in problems] == ["folder_name"]


def test_two_thon_of_one_id_are_an_error_at_the_second(load: Load) -> None:
    thon = "thon:\n" + "  - {ma: doi-che, ten: Đồi Chè, loai: xom}\n" * 2
    scope, _ = load({"xa.yml": 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n' + thon})
    assert scope
    assert [(p.code, p.place.line) for p in check(scope) if p.code == "not_unique"] == [("not_unique", 5)]


def test_an_official_site_without_contact_gets_notices_and_a_prepared_one_none(load: Load) -> None:
    official, _ = load({"xa.yml": 'ma: "00000"\ntinh_trang: chinh_thuc\n'})
    prepared, _ = load({})
    assert official
    assert prepared
    assert {p.code for p in check(official)} >= {"profile_thin"}
    assert [p for p in check(prepared) if p.code == "profile_thin"] == []


def test_a_prepared_site_says_whose_it_is_not_and_stays_out_of_search(empty: Scope) -> None:
    found = frame(empty, compose(empty))
    assert found.notice == "Trang dựng từ sổ đăng ký công khai, chưa phải trang của UBND xã Phú Đình."
    assert not found.indexed


def test_the_fictional_commune_says_so(sample: Scope) -> None:
    assert "không có thật" in frame(sample, compose(sample)).notice
