"""Procedures: official text whole and unguessed, the commune's facts joined to it, plain answers first."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.check import check
from generator.compose import compose, frame
from generator.core import Draft, File, Level, Problem
from generator.export import export
from generator.fields.walk import walk
from generator.imports.procedures import Order, import_procedures
from generator.kinds._kind import Scope
from generator.kinds.procedure import card
from generator.kinds.procedure.sheet import Sheet, sheet
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.province import Procedure
from generator.render import render
from tests.conftest import DAY, Load
from tests.kinds.procedures import (
    CODE,
    ROW,
    Scoped,
    answers,
    body_of,
    procedure,
    scope_of,
    summary,
    words_of,
)
from tests.real import real_data


@pytest.fixture
def scoped(load: Load) -> Scoped:
    return partial(scope_of, load)


def drafts_of(scope: Scope) -> dict[str, Draft]:
    return {draft.url: draft for draft in compose(scope)}


def files_of(scope: Scope) -> dict[str, File]:
    drafts = compose(scope)
    return {file.path: file for file in export(scope, drafts, frame(scope, drafts))}


def problems_of(scope: Scope) -> list[Problem]:
    return [p for p in check(scope) if p.code not in ("profile_thin",)]


# The commune's rows against the catalogue


def test_a_row_of_an_unknown_code_is_an_error_at_the_code_with_the_nearest_one(scoped: Scoped) -> None:
    scope = scoped([procedure()], rows=ROW.format(received="có").replace("1.001193", "1.001139"))
    (problem,) = problems_of(scope)
    assert (problem.code, problem.level) == ("procedure_unknown", Level.ERROR)
    assert (problem.place.path.split("/")[-1], problem.place.line, problem.place.column) == (
        "thu-tuc.yml",
        3,
        9,
    )
    assert "1.001193" in problem.hint


def test_two_rows_of_one_procedure_are_an_error_at_the_second(scoped: Scoped) -> None:
    rows = ROW.format(received="có") + '  - ma: "1.001193"\n    tiep_nhan: không\n'
    assert [(p.code, p.place.line) for p in problems_of(scoped([procedure()], rows=rows))] == [
        ("not_unique", 6)
    ]


def test_a_row_of_a_repealed_procedure_is_a_notice(scoped: Scoped) -> None:
    scope = scoped([procedure(hieu_luc_den="2026-11-21")], rows=ROW.format(received="có"))
    assert [(p.code, p.level) for p in problems_of(scope)] == [("procedure_ended", Level.NOTICE)]


def test_an_official_commune_gets_one_notice_for_all_procedures_without_a_row(scoped: Scoped) -> None:
    others = [procedure(ma=f"1.00000{n}") for n in range(3)]
    ended = procedure(ma="1.000009", hieu_luc_den="2020-01-01")
    scope = scoped([procedure(), *others, ended], rows=ROW.format(received="có"), standing="chinh_thuc")
    (problem,) = problems_of(scope)
    assert (problem.code, problem.level) == ("procedures_without_row", Level.NOTICE)
    assert " 3 thủ tục" in problem.message
    assert problem.place.path.endswith("thu-tuc.yml")


def test_without_any_file_the_notice_stands_at_the_profile_and_a_prepared_site_has_none(
    scoped: Scoped,
) -> None:
    (problem,) = problems_of(scoped([procedure()], standing="chinh_thuc"))
    assert problem.place.path.endswith("xa.yml")
    assert problems_of(scoped([procedure()])) == []


# Where


def test_without_a_row_the_place_is_not_guessed_from_the_one_stop_centre(scoped: Scoped) -> None:
    scope = scoped([procedure()])
    assert answers(sheet(procedure(), scope))["Nộp ở đâu"] == "Chưa công khai trên trang này"
    found = body_of(scope)
    assert "Nơi nộp: chưa công khai trên trang này" in found
    assert "Trung tâm Phục vụ hành chính công xã Mẫu" not in found
    assert "0200 000 0002" not in found


def test_with_a_row_that_receives_the_desk_the_centre_and_its_telephone_are_told(scoped: Scoped) -> None:
    found = sheet(procedure(), scoped([procedure()], rows=ROW.format(received="có")))
    assert answers(found)["Nộp ở đâu"] == "Quầy 1. Trung tâm Phục vụ hành chính công xã Mẫu"
    assert found.place.phone == "0200 000 0002"


def test_a_row_that_does_not_receive_never_shows_the_centre(scoped: Scoped) -> None:
    rows = ROW.format(received="không") + "    ghi_chu: Nộp ở trường mầm non.\n"
    scope = scoped([procedure()], rows=rows)
    assert answers(sheet(procedure(), scope))["Nộp ở đâu"] == ("Không nhận ở đây. Nộp ở trường mầm non.")
    assert "Trung tâm Phục vụ hành chính công xã Mẫu" not in body_of(scope)


# In force


@pytest.mark.parametrize(
    ("dates", "text"),
    [
        ({}, None),
        ({"hieu_luc_tu": "2026-11-22"}, None),
        ({"hieu_luc_tu": "2026-11-23"}, "Chưa áp dụng: từ ngày 23/11/2026"),
        ({"hieu_luc_den": "2026-11-22"}, None),
        ({"hieu_luc_den": "2026-11-21"}, "Đã hết áp dụng từ ngày 22/11/2026"),
    ],
)
def test_the_day_of_the_site_decides_what_is_in_force(
    scoped: Scoped, dates: dict[str, str], text: str | None
) -> None:
    found = sheet(procedure(**dates), scoped([procedure()]))
    assert (found.banner.text if found.banner else None) == text


def test_a_repealed_procedure_keeps_its_page_and_is_marked_in_the_list(scoped: Scoped) -> None:
    scope = scoped([procedure(hieu_luc_den="2026-01-31")])
    assert "Đã hết áp dụng từ ngày 01/02/2026" in body_of(scope)
    facts = drafts_of(scope)["thu-tuc/"].facts
    assert [mark.tone for mark in facts.groups[0].entries[0].marks] == ["xau"]
    assert (facts.total, facts.ended) == (0, 1)


# The page as a whole


def test_the_five_answers_come_first_and_always_in_one_order(scoped: Scoped) -> None:
    found = sheet(procedure(), scoped([procedure()]))
    assert [fact.label for fact in found.facts] == [
        "Mang theo",
        "Nộp ở đâu",
        "Bao lâu",
        "Bao nhiêu tiền",
        "Trực tuyến",
    ]


def test_the_plain_name_leads_and_the_official_one_stands_right_under_it(scoped: Scoped) -> None:
    with_summary = body_of(scoped([procedure()], [summary()]))
    assert with_summary.startswith('<h1>Làm khai sinh</h1>\n<p class="ten-goc">')
    assert "Tóm tắt, không thay bản gốc" in with_summary
    without = body_of(scoped([procedure()]))
    assert without.startswith("<h1>Thủ tục đăng ký khai sinh</h1>")
    assert "Tóm tắt, không thay bản gốc" not in without


@pytest.mark.parametrize(("updated", "outdated"), [("2026-01-02", True), ("2026-01-01", False)])
def test_a_source_that_changed_after_the_summary_is_told(
    scoped: Scoped, updated: str, outdated: bool
) -> None:
    found = procedure(nguon_cap_nhat=updated)
    scope = scoped([found], [summary()])
    assert sheet(found, scope).outdated is outdated
    assert ("sau khi viết tóm tắt này" in body_of(scope)) is outdated


def test_official_text_is_escaped_and_whole(scoped: Scoped) -> None:
    prose = "- <script>alert(1)</script> & “ngoặc”\n" + "\n".join(f"+ Bước số {n} <b>." for n in range(800))
    found = body_of(scoped([procedure(trinh_tu=[{"noi_dung": prose}], ten="Thủ tục <b>đậm</b>")]))
    assert "<script>" not in found
    assert "<b>" not in found
    assert all(f"Bước số {n} <b>." in words_of(found) for n in range(800))


def test_the_link_to_the_original_uses_the_portals_own_id_and_never_the_code(scoped: Scoped) -> None:
    scope = scoped([procedure()])
    with_id = sheet(procedure(id_cong="019d2bfd-3fe0"), scope).portal
    assert with_id.url == "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0"
    without = sheet(procedure(), scope).portal
    assert without.url == "https://dichvucong.gov.vn/"
    assert f"tìm theo mã {CODE}" in without.text


def test_legal_bases_that_the_source_repeats_are_listed_once(scoped: Scoped) -> None:
    law = {"so_hieu": "60/2014/QH13", "ten": "Luật Hộ tịch"}
    found = procedure(can_cu=[law, {**law, "ten": "Luật hộ  tịch"}, {**law, "ten": "Luật khác"}])
    assert [b.name for b in sheet(found, scoped([found])).text.basis] == ["Luật Hộ tịch", "Luật khác"]


def test_the_official_text_is_rendered_once_for_all_communes_and_anew_for_another_catalogue(
    scoped: Scoped,
) -> None:
    found = procedure(ket_qua=["Giấy khai sinh"])
    other = scoped([found])
    one = replace(scoped([found], rows=ROW.format(received="co")), province=other.province)
    assert sheet(found, one).text is sheet(found, other).text
    assert "Quầy 1" in words_of(body_of(one))
    assert "Quầy 1" not in words_of(body_of(other))
    assert official_part(body_of(one)) == official_part(body_of(other))
    changed = procedure(ket_qua=["Trích lục"])
    later = replace(one, province=replace(one.province, procedures={CODE: changed}))
    assert "Trích lục" in words_of(body_of(later))
    assert "Giấy khai sinh" not in words_of(body_of(later))
    told = scoped([found], [summary(mang_theo=[{"giay_to": "Tờ khai"}])])
    assert official_part(body_of(told)) != official_part(body_of(one))


def official_part(body: str) -> str:
    return body[body.index('<h2 id="ho-so"') : body.index('<section class="goc">')]


def test_each_part_of_the_agencies_is_told_even_where_the_source_is_silent(scoped: Scoped) -> None:
    old = "Ủy ban nhân dân xã, phường, thị trấn"
    found = procedure(co_quan_thuc_hien=[old, old], noi_tiep_nhan="Trường mầm non")
    assert [a.names for a in sheet(found, scoped([found])).text.agencies] == [
        (old,),
        (),
        (),
        ("Trường mầm non",),
    ]
    assert words_of(body_of(scoped([found]))).count("nguồn không ghi") >= 2


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"truc_tuyen": "toan_trinh"}, "toàn trình"),
        ({"truc_tuyen": "khong"}, "Không"),
        ({}, "Chưa rõ"),
        ({"cach_thuc": [{"kenh": "truc_tuyen"}]}, "Nộp hồ sơ được"),
    ],
)
def test_online_says_how_far_and_a_bare_channel_claims_no_level(
    scoped: Scoped, facts: dict[str, Any], said: str
) -> None:
    found = procedure(**facts)
    assert said in answers(sheet(found, scoped([found])))["Trực tuyến"]


# Lists, data, ways in


def test_only_life_events_with_procedures_are_linked_and_the_others_say_so(scoped: Scoped) -> None:
    scope = scoped([procedure()], [summary(su_kien=["sinh-con"])])
    assert [event.event.id for event in drafts_of(scope)["thu-tuc/"].facts.events] == ["sinh-con"]
    assert 'href="../1.001193/"' in body_of(scope, "thu-tuc/sinh-con/")
    assert "chưa công khai trên trang này" in body_of(scope, "thu-tuc/ket-hon/")
    assert not drafts_of(scope)["thu-tuc/ket-hon/"].listed
    assert 'href="ket-hon/"' not in body_of(scope, "thu-tuc/")


def test_procedures_stand_by_field_in_vietnamese_order_and_all_are_reachable_when_folded(
    scoped: Scoped,
) -> None:
    fields = ["Văn hóa", "Đất đai", "Chứng thực", "Dân tộc"]
    many = [procedure(ma=f"1.{n:06d}", ten=f"Việc {n}", linh_vuc=[fields[n % 4]]) for n in range(40)]
    scope = scoped(many)
    facts = drafts_of(scope)["thu-tuc/"].facts
    assert [group.title for group in facts.groups] == ["Chứng thực", "Dân tộc", "Đất đai", "Văn hóa"]
    assert facts.folded
    found = body_of(scope, "thu-tuc/")
    assert all(f'href="1.{n:06d}/"' in found for n in range(40))


def test_every_procedure_has_its_page_and_a_procedure_of_two_fields_only_one(scoped: Scoped) -> None:
    scope = scoped([procedure(linh_vuc=["Hộ tịch", "Cư trú"]), procedure(ma="2.000815")])
    urls = [draft.url for draft in compose(scope) if draft.kind == "procedure" and draft.data]
    assert urls == ["thu-tuc/1.001193/", "thu-tuc/2.000815/"]


def test_the_data_file_keeps_official_text_summary_and_local_facts_apart(scoped: Scoped) -> None:
    scope = scoped([procedure()], [summary()], rows=ROW.format(received="không"))
    content = files_of(scope)[f"thu-tuc/{CODE}/du-lieu.json"].content
    assert content
    found = json.loads(content)
    assert list(found) == ["ban_goc", "tom_tat", "tai_xa"]
    assert found["ban_goc"]["ten"] == "Thủ tục đăng ký khai sinh"
    assert found["tai_xa"] == {"ma": CODE, "tiep_nhan": False, "quay": "Quầy 1"}


def test_the_table_has_a_line_for_each_procedure_however_long_its_name(scoped: Scoped) -> None:
    long = procedure(ma="2.000815", ten="Thủ tục " * 300)
    content = files_of(scoped([procedure(), long]))["thu-tuc/du-lieu.csv"].content
    assert content
    lines = content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Mã", CODE, "2.000815"]


def test_the_home_card_leads_to_life_events_and_an_empty_catalogue_is_said_to_be_so(scoped: Scoped) -> None:
    full = card(scoped([procedure()], [summary(su_kien=["sinh-con"])]))
    assert full.lines == ("1 thủ tục",)
    assert [link.url for link in full.links] == ["thu-tuc/sinh-con/"]
    assert "chưa công khai" in card(scoped([])).lines[0]
    assert "chưa công khai" in body_of(scoped([]), "thu-tuc/")


def test_the_list_from_a_to_z_knows_both_names(scoped: Scoped) -> None:
    draft = drafts_of(scoped([procedure()], [summary()]))[f"thu-tuc/{CODE}/"]
    assert (draft.title, draft.also) == ("Làm khai sinh", ("Thủ tục đăng ký khai sinh",))


def test_what_is_in_force_is_judged_for_another_day_too(scoped: Scoped) -> None:
    found = procedure(hieu_luc_tu="2027-01-01")
    scope = scoped([found])
    assert scope.day == DAY
    assert sheet(found, scope).banner
    assert sheet(found, replace(scope, day=date(2027, 1, 1))).banner is None


# The real data


def letters_of(text: str) -> str:
    """Letters and digits alone: marks of lists, spaces and the words that fold a long paper left out."""
    return "".join(filter(str.isalnum, text)).replace("Đọctiếp", "")


def test_nothing_of_any_real_procedure_is_lost_on_its_page(empty: Scope, tmp_path: Path) -> None:
    sources = (real_data("tthc/portal"), real_data("tthc/thu_tuc.json"))
    assert import_procedures(Order(sources, tmp_path, DAY)).good
    files = sorted(tmp_path.glob("*.yml"))
    read = [read_model(Procedure, read_yaml(file.read_bytes(), file.name)) for file in files]
    catalogue = {found.code: found for found in read if found}
    assert len(catalogue) == len(files) >= 224
    scope = replace(empty, province=replace(empty.province, procedures=catalogue))
    drafts = [draft for draft in compose(scope) if isinstance(draft.facts, Sheet)]
    for draft, page in zip(drafts, render(drafts, frame(scope, drafts), scope.commune), strict=True):
        official, shown = draft.facts.procedure, letters_of(words_of(page.body))
        wanted = [
            str(value) for loc, value in walk(official) if isinstance(value, str) and loc != ("id_cong",)
        ]
        assert [text[:80] for text in wanted if letters_of(text) not in shown] == [], official.code


def test_a_text_that_names_the_office_of_another_province_says_so(sample: Scope) -> None:
    procedure = next(iter(sample.province.procedures.values()))
    foreign = procedure.model_copy(update={"deciding": ["Sở Tư pháp Thành phố Hà Nội"]})
    assert sheet(foreign, sample).elsewhere == ("Hà Nội",)
    own = procedure.model_copy(update={"deciding": ["Sở Tư pháp tỉnh Thái Nguyên"]})
    assert sheet(own, sample).elsewhere == ()
