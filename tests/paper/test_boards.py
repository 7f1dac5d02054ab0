"""What hangs on which board, on which days; the bundle of a board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.fields.period import read_period
from generator.kinds._disclosure import Disclosure
from generator.kinds._kind import Scope
from generator.paper import papers
from generator.paper.boards import where_all
from generator.paper.hanging import hangings
from generator.paper.noticeboards import boards
from generator.province.duties import Board, Family
from tests.announce.telling import with_words
from tests.paper.conftest import Hung
from tests.paper.hanging import OF_ALL, bundle, up

CONSULTATION = "lay-y-kien/LYK-2026-04/"
PROCEDURES = "thu-tuc/"


def test_what_names_thon_hangs_there_alone_and_all_else_everywhere(sample: Scope) -> None:
    assert {board.id for board in boards(sample) if CONSULTATION in up(sample, board.id)} == {
        "tru-so",
        "suoi-mau",
        "trung-tam",
    }
    assert all(OF_ALL in up(sample, board.id) for board in boards(sample))


def test_what_the_law_has_at_headquarters_hangs_in_no_thon(sample: Scope) -> None:
    always = {hanging.duty.id: hanging for hanging in hangings(sample) if hanging.form.days is None}
    assert always["THDC-11.13"].form.places == [Board.HEADQUARTERS]
    assert always["TCD-24.2"].form.places == []
    assert PROCEDURES in up(sample, "tru-so")
    assert not {PROCEDURES, "can-bo/", "tiep-cong-dan/"} & {*up(sample, "khe-da")}


def test_the_law_names_thon_for_every_notice_of_thirty_days(sample: Scope) -> None:
    timed = [
        form for d in sample.province.duties if d.id.startswith("THDC") for form in d.forms if form.places
    ]
    assert {tuple(form.places) for form in timed if form.days} == {(Board.HEADQUARTERS, Board.THON)}


@pytest.mark.parametrize(
    ("since", "until", "last"),
    [
        ("2026-11-01", "2026-12-10", date(2026, 12, 10)),
        ("2026-11-01", None, date(2026, 11, 30)),
        ("2026-11-01", "2026-11-05", date(2026, 11, 30)),
    ],
    ids=["as noted", "open", "shorter than the law"],
)
def test_a_noted_run_hangs_to_its_end_and_never_less_than_the_law_wants(
    hung: Hung, since: str, until: str | None, last: date
) -> None:
    scope = hung(since, until)
    url = f"du-an/{scope.commune.all('project')[0].id}/"
    assert up(scope, "khe-da")[url].until == last
    assert url in up(replace(scope, day=last), "khe-da")
    assert url not in up(replace(scope, day=last + timedelta(1)), "khe-da")


def test_without_a_note_the_days_count_from_the_posting(sample: Scope) -> None:
    notice = up(sample, "khe-da")[OF_ALL]
    assert (notice.since, notice.until) == (date(2026, 11, 20), date(2026, 12, 19))
    assert not any(part.noted for part in notice.parts)
    assert OF_ALL not in up(replace(sample, day=date(2026, 11, 19)), "khe-da")


def test_of_quarterly_lists_the_newest_takes_the_place_of_the_one_before(sample: Scope) -> None:
    documents = sample.commune.all("document")
    newer = next(record for record in documents if "THDC-13.2" in record.data.duties)
    changed = {
        "period": read_period("quý II/2026"),
        "disclosure": Disclosure.model_validate({"ngay_dang": "2026-07-06"}),
    }
    older = replace(newer, data=newer.data.model_copy(update=changed))
    records = {**sample.commune.records, "document": (*documents, older)}
    scope = replace(sample, commune=replace(sample.commune, records=records))
    found = [part for part in hangings(scope) if part.duty.family is Family.PERIODIC]
    for board in boards(scope):
        ends = [part.until for part in found if part.board == board]
        assert sorted(ends, key=str) == [date(2026, 10, 5), None]
    told = [row["until"] for row in bundle(scope, "khe-da").sheets[0].facts["up"]]
    assert told.count("Khi có bản mới") == 1


def test_a_bundle_has_a_list_and_the_sheets_of_all_that_is_on_it(sample: Scope) -> None:
    cover, *inside = bundle(sample, "suoi-mau").sheets
    titles = [row["title"] for row in cover.facts["up"]]
    assert len(titles) >= 5
    of_records = {*up(sample, "suoi-mau")} - {"van-ban/2026-q3-danh-sach/"}
    assert {sheet.url for sheet in inside} == of_records | {"danh-sach-cong-khai/2026-quy-3/"}
    assert cover.facts["place"] == "Bảng tin ở chợ Suối"


def test_what_has_ended_lately_is_named_to_be_taken_down(sample: Scope) -> None:
    down = {row["title"]: row["until"] for row in bundle(sample, "khe-da").sheets[0].facts["down"]}
    assert down == {
        "Hỗ trợ giống chè cho hộ trồng mới": "02/11/2026",
        "Văn hóa công vụ": "23/10/2026",
        "Quy hoạch chung xã Mẫu đến năm 2040": "23/10/2026",
    }
    later = replace(sample, day=date(2027, 1, 5))
    assert "Hỗ trợ giống chè cho hộ trồng mới" not in str(bundle(later, "khe-da").sheets[0].facts["down"])


def test_a_board_with_nothing_says_so(sample: Scope) -> None:
    bare = replace(sample.commune, records={"profile": sample.commune.records["profile"]})
    sheets = bundle(replace(sample, commune=bare), "khe-da").sheets
    assert [sheet.facts["up"] for sheet in sheets] == [[]]


def test_a_commune_of_which_nothing_is_known_has_a_board_of_its_headquarters(empty: Scope) -> None:
    names = [each.name for each in papers(empty) if each.kind == "bang-tin"]
    assert names[:1] == ["bang-tin/tru-so"]


def test_the_place_is_what_the_profile_tells_of_all_boards_or_nothing(sample: Scope) -> None:
    def of(duty: str) -> str:
        return where_all([part for part in hangings(sample) if part.duty.id == duty], sample)

    assert of("THDC-13.2") == "Trụ sở UBND xã Mẫu; bảng tin 6 xóm, bản"
    assert of("THDC-11.13") == "Trụ sở UBND xã Mẫu"
    of_some = [part for part in hangings(sample) if part.record.id == "LYK-2026-04"]
    assert where_all(of_some, sample).endswith("; Xóm Suối Mẫu (Bảng tin ở chợ Suối)")
    profile = sample.commune.one("profile")
    assert profile
    untold = [thon.model_copy(update={"noticeboard": None}) for thon in profile.data.thon]
    assert where_all(of_some, with_words(sample, "profile", thon=untold)) == ""
