"""What hangs on which board, on which days; the bundle of a board; records of posting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from generator.core import Record
from generator.fields.period import read_period
from generator.kinds._disclosure import Disclosure, Posting, disclosure_of
from generator.kinds._kind import Scope
from generator.paper import Paper, papers
from generator.paper.boards import notices, where_all
from generator.paper.hanging import hangings
from generator.paper.noticeboards import boards
from generator.province.duties import Board, Family
from tests.announce.telling import with_words

CONSULTATION = "lay-y-kien/LYK-2026-04/"
OF_ALL = "ngan-sach/2027-du-toan-trinh/"
PROCEDURES = "thu-tuc/"


def up(scope: Scope, board: str) -> dict[str, Any]:
    found = next(each for each in boards(scope) if each.id == board)
    return {notice.story.url: notice for notice in notices(found, scope)}


def bundle(scope: Scope, board: str) -> Paper:
    return next(paper for paper in papers(scope) if paper.name == f"bang-tin/{board}")


def paper(scope: Scope, name: str) -> dict[str, Any]:
    found = next((paper for paper in papers(scope) if paper.name == name), None)
    return dict(found.sheets[0].facts) if found else {}


def hung_at(sample: Scope, *told: dict[str, str], thon: Sequence[str] = ()) -> Scope:
    """The first project with these notices."""
    forms = [Posting.model_validate({"loai": "niem_yet", **each}) for each in told]
    disclosure = sample.commune.all("project")[0].data.disclosure.model_copy(update={"forms": forms})
    return with_words(sample, "project", disclosure=disclosure, thon=[*thon])


Hung = Callable[[str, str | None], Scope]


@pytest.fixture
def hung(sample: Scope) -> Hung:
    """The first project, posted long ago, with one notice or none."""

    def scope(since: str, until: str | None = None) -> Scope:
        told = {"loai": "niem_yet", "tu_ngay": since} | ({"den_ngay": until} if until else {})
        first: Record[Any] = sample.commune.all("project")[0]
        disclosure = first.data.disclosure.model_copy(update={"forms": [Posting.model_validate(told)]})
        return with_words(sample, "project", disclosure=disclosure, thon=[])

    return scope


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
    assert down == {"Hỗ trợ giống chè cho hộ trồng mới": "02/11/2026", "Văn hóa công vụ": "23/10/2026"}
    later = replace(sample, day=date(2027, 1, 5))
    assert "Hỗ trợ giống chè cho hộ trồng mới" not in str(bundle(later, "khe-da").sheets[0].facts["down"])


def test_a_board_with_nothing_says_so(sample: Scope) -> None:
    bare = replace(sample.commune, records={"profile": sample.commune.records["profile"]})
    sheets = bundle(replace(sample, commune=bare), "khe-da").sheets
    assert [sheet.facts["up"] for sheet in sheets] == [[]]


def test_a_commune_of_which_nothing_is_known_has_a_board_of_its_headquarters(empty: Scope) -> None:
    names = [each.name for each in papers(empty) if each.kind == "bang-tin"]
    assert names[:1] == ["bang-tin/tru-so"]


def test_minutes_are_filled_from_the_run_that_is_noted(sample: Scope) -> None:
    facts = paper(sample, "bien-ban/lay-y-kien/LYK-2026-04")
    assert (facts["since"], facts["until"], facts["least"]) == (
        "09/11/2026",
        "14/12/2026",
        "ít nhất 30 ngày liên tục",
    )
    assert facts["place"] == "Trụ sở UBND xã, nhà văn hóa xóm Suối Mẫu và xóm Trung Tâm"
    assert facts["bases"] == ["Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, Điều 11 khoản 11"]
    assert paper(sample, "bien-ban-ket-thuc/lay-y-kien/LYK-2026-04") == {}


def test_minutes_of_what_must_hang_and_is_not_noted_are_left_blank(sample: Scope) -> None:
    facts = paper(sample, f"bien-ban/{OF_ALL.strip('/')}")
    assert (facts["place"], facts["since"], facts["until"]) == ("", "", "")


def test_the_end_is_recorded_once_the_run_is_over(hung: Hung) -> None:
    scope = hung("2026-10-01", "2026-11-21")
    name = f"bien-ban-ket-thuc/du-an/{scope.commune.all('project')[0].id}"
    assert paper(scope, name)["length"] == "52 ngày"
    assert paper(replace(scope, day=date(2026, 11, 21)), name) == {}


def test_every_notice_has_its_own_minutes_in_the_order_of_the_days(sample: Scope) -> None:
    told = [
        {"noi": "Xóm Nà Mẫu", "tu_ngay": "2026-11-01", "den_ngay": "2026-11-20"},
        {"noi": "Trụ sở", "tu_ngay": "2026-09-01", "den_ngay": "2026-10-01"},
        {"noi": "Bản Khe Đá", "tu_ngay": "2026-11-10"},
    ]
    scope = hung_at(sample, *told)
    url = f"du-an/{scope.commune.all('project')[0].id}"

    def days(kind: str) -> dict[str, tuple[str, str, str]]:
        known = {each.name: each.sheets[0].facts for each in papers(scope) if f"{kind}/{url}" in each.name}
        return {name: (facts["place"], facts["since"], facts["until"]) for name, facts in known.items()}

    ended = {
        "": ("Trụ sở", "01/09/2026", "01/10/2026"),
        "-2": ("Xóm Nà Mẫu", "01/11/2026", "20/11/2026"),
    }
    open_end = {"-3": ("Bản Khe Đá", "10/11/2026", "")}
    assert days("bien-ban") == {f"bien-ban/{url}{n}": told for n, told in (ended | open_end).items()}
    assert days("bien-ban-ket-thuc") == {f"bien-ban-ket-thuc/{url}{n}": told for n, told in ended.items()}
    named = [
        each for each in papers(scope) if each.id == url.rpartition("/")[2] and each.kind == "bien-ban"
    ]
    assert len(named) == 3


def test_what_must_hang_again_has_blank_minutes_beside_those_of_old(hung: Hung) -> None:
    scope = hung("2025-01-05", "2025-02-10")
    first = scope.commune.all("project")[0]
    posted = first.data.disclosure.model_copy(update={"posted": date(2026, 11, 10)})
    again = with_words(scope, "project", disclosure=posted)
    name = f"bien-ban/du-an/{first.id}"
    assert paper(again, name)["since"] == "05/01/2025"
    assert paper(again, f"{name}-2")["since"] == ""


def test_minutes_name_nobody(sample: Scope) -> None:
    told = [str(p.sheets[0].facts) for p in papers(sample) if p.kind.startswith("bien-ban")]
    profile = sample.commune.one("profile")
    assert profile
    told_of = [disclosure_of(record) for records in sample.commune.records.values() for record in records]
    contacts = [disclosure.contact for disclosure in told_of if disclosure]
    names = [thon.head.name for thon in profile.data.thon if thon.head]
    names += [contact.name for contact in contacts if contact and contact.name]
    assert len(told) > 20
    assert [name for name in names if any(name in text for text in told)] == []


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
