"""Which post does what: desk, field, procedure and thôn are real, nobody's own number, posts told apart."""

from __future__ import annotations

import pytest

from generator.core import Problem
from generator.kinds._kind import Scope
from generator.kinds.official import KIND, card
from generator.kinds.official.view import Sheet, sheet
from tests.conftest import Load

XA = """\
ma: "00000"
tinh_trang: cho_tiep_nhan
mot_cua:
  ten: Một cửa
  quay:
    - {ten: Quầy 1, viec: "Hộ tịch, chứng thực"}
thon:
  - {ma: khe-da, ten: Khe Đá, loai: ban}
"""
LOCAL = """\
thu_tuc:
  - {ma: "1.001193", tiep_nhan: có, chuc_vu: Công chức tư pháp - hộ tịch}
  - {ma: "1.012812", tiep_nhan: có, chuc_vu: Công chức địa chính}
"""


def post(title: str = "Công chức tư pháp - hộ tịch", more: str = "") -> str:
    return f"  - chuc_danh: {title}\n    loai: cong_chuc\n    viec:\n      - Khai sinh.\n{more}"


def scope_of(load: Load, *posts: str, rest: str = "", **files: str) -> Scope:
    named = {f"{name.replace('_', '-')}.yml": text for name, text in files.items()}
    scope, problems = load({"xa.yml": XA, "can-bo.yml": "can_bo:\n" + "".join(posts) + rest, **named})
    assert scope, problems
    return scope


def found(load: Load, *posts: str, **files: str) -> list[Problem]:
    return list(KIND.check(scope_of(load, *posts, **files)))


def codes(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems]


def shown(scope: Scope) -> Sheet:
    found = sheet(scope)
    assert found
    return found


def test_a_desk_is_shown_with_what_is_handed_in_there(load: Load) -> None:
    scope = scope_of(load, post(more="    phong: Phòng 3\n    quay: quầy 1\n"))
    (group,) = shown(scope).groups
    assert group.posts[0].where == ("Phòng 3", "quầy 1 ở một cửa (hộ tịch, chứng thực)")
    assert codes(found(load, post(more="    quay: Quầy 7\n"))) == [("desk_unknown", 6)]


def test_procedures_come_from_the_commune_s_own_list_by_title_without_being_typed_again(load: Load) -> None:
    scope = scope_of(load, post(), thu_tuc=LOCAL)
    (group,) = shown(scope).groups
    assert [link.url for link in group.posts[0].procedures] == ["thu-tuc/1.001193/"]


def test_procedures_of_a_field_and_of_a_code_are_added_once(load: Load) -> None:
    more = '    linh_vuc:\n      - đất ĐAI\n    thu_tuc:\n      - "1.012812"\n'
    scope = scope_of(load, post("Công chức địa chính", more), thu_tuc=LOCAL)
    urls = [link.url for link in shown(scope).groups[0].posts[0].procedures]
    of_land = [code for code, p in scope.province.procedures.items() if "Đất đai" in p.fields]
    assert sorted(urls) == sorted(f"thu-tuc/{code}/" for code in of_land)


def test_a_field_or_a_procedure_that_the_catalogue_does_not_have_is_an_error(load: Load) -> None:
    (problem,) = found(load, post(more="    linh_vuc:\n      - Hộ tịnh\n"))
    assert (problem.code, problem.place.line) == ("field_unknown", 7)
    assert "Hộ tịch" in problem.hint
    assert codes(found(load, post(more='    thu_tuc:\n      - "1.001139"\n'))) == [("procedure_unknown", 7)]


def test_who_receives_papers_by_the_other_file_stands_here_too(load: Load) -> None:
    (problem,) = found(load, post(), thu_tuc=LOCAL)
    assert problem.code == "post_unlisted"
    assert "Công chức địa chính" in problem.message
    assert found(load, post(), post("công chức  ĐỊA chính"), thu_tuc=LOCAL) == []


@pytest.mark.parametrize(
    ("number", "noticed"), [("0912 345 678", True), ("0208 385 5123", False), ("1900 1234", False)]
)
def test_a_mobile_number_is_asked_about(load: Load, number: str, noticed: bool) -> None:
    problems = found(load, post(more=f"    dien_thoai: {number}\n"))
    assert [problem.code for problem in problems] == (["phone_mobile"] if noticed else [])


def test_two_items_that_cannot_be_told_apart_are_an_error_and_a_name_tells_them_apart(load: Load) -> None:
    assert codes(found(load, post(), post())) == [("not_unique", 6)]
    assert found(load, post(), post(more="    ho_ten: Lý Thị Hoa\n")) == []


def test_posts_stand_by_division_and_those_of_a_thon_come_last_with_its_name(load: Load) -> None:
    scope = scope_of(
        load,
        post("Trưởng bản", "    thon: khe-da\n"),
        post("Văn thư"),
        post("Kế toán", "    bo_phan: Phòng Kinh tế\n"),
    )
    assert [group.title for group in shown(scope).groups] == [
        "Phòng Kinh tế",
        "Cán bộ, công chức khác",
        "Ở thôn, tổ dân phố",
    ]
    assert shown(scope).groups[-1].posts[0].thon == "Bản Khe Đá"
    assert codes(found(load, post(more="    thon: khe-do\n"))) == [("thon_unknown", 6)]


def test_anchors_of_one_page_differ_also_for_equal_titles(load: Load) -> None:
    scope = scope_of(
        load,
        post("Văn thư"),
        post("Văn thư", "    ho_ten: Lý Thị Hoa\n"),
        post("văn  thư", "    ho_ten: Bàn Văn Tư\n"),
    )
    assert [p.id for g in shown(scope).groups for p in g.posts] == [
        "cb-van-thu",
        "cb-van-thu-2",
        "cb-van-thu-3",
    ]


def test_a_name_is_a_name_alone(load: Load) -> None:
    _, problems = load({"can-bo.yml": "can_bo:\n" + post(more="    ho_ten: Lý Thị Hoa 12/03/1980\n")})
    assert [problem.code for problem in problems] == ["name_with_digits"]


def test_a_birth_date_has_no_place(load: Load) -> None:
    _, problems = load({"can-bo.yml": "can_bo:\n" + post(more="    ngay_sinh: 12/03/1980\n")})
    assert [problem.code for problem in problems] == ["unknown_key"]


def test_the_home_page_says_how_many_posts(sample: Scope, empty: Scope) -> None:
    assert card(sample).lines == ("8 chức danh: việc gì, phòng nào, gọi số nào",)
    assert card(empty).lines == ("Chưa công khai trên trang này.",)


def test_the_sample_is_right(sample: Scope) -> None:
    assert list(KIND.check(sample)) == []
