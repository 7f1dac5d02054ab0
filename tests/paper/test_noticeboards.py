"""Which board a noted run is told of, by the words of its place; until when it hangs there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.kinds._disclosure import Posting
from generator.kinds._kind import Scope
from generator.paper.hanging import hangings
from generator.paper.noticeboards import NoticeBoard, meant
from tests.paper.hanging import hung_at, up


def told_hung(scope: Scope) -> set[str]:
    """The boards at which the first project is told to have been hung."""
    record = scope.commune.all("project")[0]
    return {part.board.id for part in hangings(scope) if part.record is record and part.noted}


EACH = {"trung-tam", "doi-che", "na-mau", "suoi-mau", "khe-da", "lung-coc"}


@pytest.mark.parametrize(
    ("place", "known"),
    [
        ("Trụ sở UBND xã", {"tru-so"}),
        ("Bảng tin trước nhà văn hóa", {"trung-tam"}),
        ("Xóm Nà Mẫu: bảng tin trước nhà văn hóa", {"na-mau"}),
        ("BẢNG TIN XÓM NÀ MẪU", {"na-mau"}),
        ("bang tin ban khe da", {"khe-da"}),
        ("Nhà văn hóa Khe Đá", {"khe-da"}),
        ("Trụ sở UBND xã Mẫu", {"tru-so"}),
        ("Nhà văn hóa bản Khe Đá, bảng tin ở chợ Suối", {"khe-da", "suoi-mau"}),
        ("Bảng tin chợ Suối", {"suoi-mau"}),
        ("Nhà văn hóa các xóm Nà Mẫu, Suối Mẫu", {"na-mau", "suoi-mau"}),
        ("Bảng tin nhà văn hóa", set()),
        ("Bảng tin Trung tâm Phục vụ hành chính công xã", set()),
        ("BẢNG TIN TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", set()),
        ("Bảng tin các ban, ngành", set()),
        ("Xóm Nà Mẫu Hạ", {"na-mau"}),
        ("Trụ sở UBND xã và nhà văn hóa các xóm, bản", {"tru-so", *EACH}),
        ("Nhà văn hóa 6 xóm, bản", EACH),
        ("Nhà văn hóa 5 xóm, bản", set()),
        ("Nhà văn hóa hai bản", {"khe-da", "lung-coc"}),
        ("Bảng tin từng thôn", EACH),
        ("Bảng tin ở bến xe", set()),
    ],
)
def test_a_run_is_told_of_the_boards_that_its_place_means_alone(
    sample: Scope, place: str, known: set[str]
) -> None:
    assert told_hung(hung_at(sample, {"noi": place, "tu_ngay": "2026-11-10"})) == known


def test_a_run_without_a_place_is_told_of_every_board(sample: Scope) -> None:
    assert told_hung(hung_at(sample, {"tu_ngay": "2026-11-10"})) == {"tru-so", *EACH}


def test_what_several_boards_are_called_is_that_of_the_thon_which_the_record_names(sample: Scope) -> None:
    told = {"noi": "Bảng tin nhà văn hóa", "tu_ngay": "2026-11-10"}
    assert told_hung(hung_at(sample, told, thon=["na-mau", "suoi-mau"])) == {"na-mau"}
    assert told_hung(hung_at(sample, told, thon=["na-mau", "khe-da"])) == set()


def test_names_that_fold_alike_are_told_apart_by_type_and_tone_marks() -> None:
    known = [
        NoticeBoard("dong", "xóm Đông", "", "dong", "Đông", "xom"),
        NoticeBoard("dong-2", "xóm Đồng", "", "dong-2", "Đồng", "xom"),
        NoticeBoard("dong-3", "bản Đồng", "", "dong-3", "Đồng", "ban"),
        NoticeBoard("dong-4", "xóm Đồng 2", "", "dong-4", "Đồng 2", "xom"),
        NoticeBoard("to-2", "tổ dân phố 2", "", "to-2", "2", "to dan pho"),
    ]
    for place, ids in {
        "xóm Đồng": {"dong-2"},
        "bản Đồng": {"dong-3"},
        "Nhà văn hóa Đông": {"dong"},
        "Nhà văn hóa Đồng": set(),
        "xóm Đồng 2": {"dong-4"},
        "Tổ 2": {"to-2"},
        "2 tờ ở chợ": set(),
    }.items():
        assert meant(place, known, frozenset()) == ids, place
    assert meant("Nhà văn hóa Đồng", known, frozenset({"dong-2"})) == {"dong-2"}


def test_a_short_run_elsewhere_does_not_shorten_another(sample: Scope) -> None:
    long = {"noi": "Xóm Nà Mẫu", "tu_ngay": "2026-10-20", "den_ngay": "2026-12-31"}
    short = {"noi": "Bảng tin trước nhà văn hóa", "tu_ngay": "2026-11-10", "den_ngay": "2026-12-10"}
    scope = hung_at(sample, long, short)
    url = f"du-an/{scope.commune.all('project')[0].id}/"
    assert up(scope, "na-mau")[url].until == date(2026, 12, 31)
    assert up(scope, "trung-tam")[url].until == date(2026, 12, 10)


@pytest.mark.parametrize("turned", [False, True], ids=["as written", "other way round"])
def test_of_the_runs_of_a_board_the_one_that_ends_last_counts(sample: Scope, turned: bool) -> None:
    long = {"tu_ngay": "2026-11-01", "den_ngay": "2026-12-31"}
    short = {"tu_ngay": "2026-11-10", "den_ngay": "2026-11-20"}
    scope = hung_at(sample, *((short, long) if turned else (long, short)))
    notice = up(scope, "na-mau")[f"du-an/{scope.commune.all('project')[0].id}/"]
    assert (notice.since, notice.until) == (date(2026, 11, 1), date(2026, 12, 31))


def test_what_came_of_a_consultation_hangs_anew_for_all_the_days(sample: Scope) -> None:
    """LYK-2026-01: hung from 03/08/2026 to 10/09/2026, its results posted on 10/09/2026."""
    url = "lay-y-kien/LYK-2026-01/"
    before, on = (up(replace(sample, day=date(2026, 9, day)), "khe-da")[url] for day in (9, 10))
    assert (before.since, before.until) == (date(2026, 8, 3), date(2026, 9, 10))
    assert (on.since, on.until) == (date(2026, 9, 10), date(2026, 10, 9))
    assert [any(part.noted for part in notice.parts) for notice in (before, on)] == [True, False]
    assert url not in up(replace(sample, day=date(2026, 10, 10)), "khe-da")


def test_results_that_were_hung_are_told_of(sample: Scope) -> None:
    record = next(each for each in sample.commune.all("consultation") if each.id == "LYK-2026-01")
    told = {"loai": "niem_yet", "noi": "Nhà văn hóa hai bản", "tu_ngay": "2026-09-11"}
    forms = [*record.data.disclosure.forms, Posting.model_validate(told)]
    disclosure = record.data.disclosure.model_copy(update={"forms": forms})
    changed = replace(record, data=record.data.model_copy(update={"disclosure": disclosure}))
    records = {**sample.commune.records, "consultation": (changed,)}
    scope = replace(sample, day=date(2026, 9, 20), commune=replace(sample.commune, records=records))
    notice = up(scope, "khe-da")["lay-y-kien/LYK-2026-01/"]
    assert (notice.since, notice.until) == (date(2026, 9, 11), date(2026, 10, 10))
    assert notice.parts[0].noted
