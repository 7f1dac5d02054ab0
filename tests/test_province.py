"""What the province declares: the register, working days, duties; checked against the real public data."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.compose import compose_province
from generator.kinds import kinds
from generator.kinds.procedure.official import official
from generator.load import load_province
from generator.province import ErrorDesk, Province
from generator.province.procedures import InForce, Procedure
from generator.render import render
from generator.words.fold import fold, slug
from tests.conftest import CONTENT, DAY, ROOT, write_tree
from tests.real import real_data

PILOTS = {
    "Phường Trưng Vương": "05443",
    "Phường Tích Lương": "05500",
    "Xã Cao Ngạn": "05710",
    "Phường Thắng Lợi": "05518",
    "Phường Lương Sơn": "05528",
    "Xã Tân Quang": "05528",
    "Phường Ba Hàng": "05860",
    "Xã Phúc Thuận": "05857",
    "Thị trấn Chợ Chu": "05569",
    "Xã Trung Hội": "05581",
    "Xã Trung Lương": "05587",
    "Xã Phú Đình": "05602",
}


def test_the_register_holds_92_real_units_and_one_fictional(province: Province) -> None:
    kinds = [unit.kind for unit in province.real_units]
    assert (len(kinds), kinds.count("xã"), kinds.count("phường")) == (92, 77, 15)
    assert [unit.name for unit in province.units.values() if unit.fictional] == ["Xã Mẫu"]


def test_the_register_agrees_with_the_public_dataset(province: Province) -> None:
    published = json.loads(real_data("don-vi/thai_nguyen.json").read_text(encoding="utf-8"))
    ours = {
        unit.code: (fold(unit.name), sorted((fold(f.name), f.in_part) for f in unit.former))
        for unit in province.real_units
    }
    theirs = {
        unit["ma"]: (
            fold(unit["ten"]),
            sorted((fold(f["ten"]), f["pham_vi"] == "một phần") for f in unit["tien_than"]),
        )
        for unit in published
    }
    assert ours == theirs


def test_slugs_are_names_and_the_colliding_pair_carries_its_codes(province: Province) -> None:
    odd = {unit.name: unit.slug for unit in province.units.values() if unit.slug != slug(unit.name)}
    assert odd == {"Xã Văn Lang": "xa-van-lang-02143", "Xã Văn Lăng": "xa-van-lang-05665"}


def test_the_communes_prepared_are_the_successors_of_the_twelve_pilots(province: Province) -> None:
    by_former = {f.name: unit.code for unit in province.real_units for f in unit.former}
    assert {name: by_former[name] for name in PILOTS} == PILOTS
    prepared = {path.name for path in (CONTENT / "xa").iterdir()} - {"xa-mau"}
    assert prepared == {province.units[code].slug for code in PILOTS.values()}


def test_prepared_communes_carry_nothing_but_code_and_standing(province: Province) -> None:
    for path in (CONTENT / "xa").glob("*/xa.yml"):
        if path.parent.name != "xa-mau":
            assert list(path.parent.iterdir()) == [path]
            assert set(yaml.safe_load(path.read_text(encoding="utf-8"))) == {"ma", "tinh_trang"}


@pytest.mark.parametrize("year", [2025, 2026])
def test_days_off_agree_with_the_announced_ones(province: Province, year: int) -> None:
    with real_data("ngay-nghi/ngay_nghi_2025_2027.csv").open(encoding="utf-8") as file:
        announced = [row for row in csv.DictReader(file) if row["ngay"].startswith(str(year))]
    off = {date.fromisoformat(r["ngay"]) for r in announced if r["la_ngay_lam_viec"] == "False"}
    worked = {date.fromisoformat(r["ngay"]) for r in announced if r["la_ngay_lam_viec"] == "True"}
    days = [
        date.fromordinal(n) for n in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    ]
    for day in days:
        expected = day in worked or (day.weekday() < 5 and day not in off)
        assert province.calendar.is_working(day) == expected, day


def test_working_days_are_counted_across_tet(province: Province) -> None:
    assert province.calendar.next_working(date(2026, 2, 13)) == date(2026, 2, 23)
    assert province.calendar.before(date(2026, 2, 24), 5) == date(2026, 2, 10)


def test_a_duty_is_only_known_while_its_basis_is_in_force(province: Province) -> None:
    assert province.duty("TCTT-17.1t", date(2026, 9, 1))
    assert province.duty("TCTT-17.1t", date(2026, 8, 31)) is None


def test_the_answer_to_an_error_report_is_judged_by_the_law_of_its_time(province: Province) -> None:
    old, new = (province.duty("TCTT-22.4", date(2026, month, 30)) for month in (6, 9))
    assert old
    assert new
    assert (old.basis.number, old.deadline and old.deadline.number) == ("104/2016/QH13", 15)
    assert (new.basis.number, new.deadline and new.deadline.number) == ("01/2026/QH16", 10)


def test_every_duty_names_a_known_kind_and_its_verification(province: Province) -> None:
    known = {kind.name for kind in kinds()} | {"sai_sot"}
    assert {kind for duty in province.duties for kind in duty.kinds} <= known
    assert all(duty.basis.verified for duty in province.duties)


def test_a_procedure_is_future_current_or_ended_by_its_dates() -> None:
    text = {
        "ma": "1.000001",
        "ten": "A",
        "hieu_luc_tu": "2026-07-01",
        "hieu_luc_den": "2026-12-31",
        "ngay_nhap": "2026-11-22",
        "nguon": "B",
    }
    procedure = Procedure.model_validate(text)
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [procedure.in_force(day) for day in days] == [
        InForce.FUTURE,
        InForce.CURRENT,
        InForce.CURRENT,
        InForce.ENDED,
    ]


@pytest.fixture
def tinh(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT / "tinh", tmp_path / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    return tmp_path / "tinh"


PROCEDURE = 'ma: "1.000001"\nten: A\nngay_nhap: 2026-11-22\nnguon: B\n'
SUMMARY = 'ma: "1.000001"\nten_thuong_goi: A\ntom_tat: B\nngay_viet: 2026-11-22\n'


@pytest.mark.parametrize(
    ("files", "code", "place"),
    [
        ({"thu-tuc/1.000002.yml": PROCEDURE}, "id_differs", "1.000002.yml:1"),
        ({"thu-tuc/1.000001.tom-tat.yml": SUMMARY}, "summary_alone", "1.000001.tom-tat.yml:1"),
        (
            {
                "thu-tuc/1.000001.yml": PROCEDURE,
                "thu-tuc/1.000001.tom-tat.yml": SUMMARY + "su_kien: [khong-co]\n",
            },
            "event_unknown",
            "1.000001.tom-tat.yml:5",
        ),
        ({"thu-tuc/1.000001.yaml": PROCEDURE}, "unknown_file", "1.000001.yaml:1"),
        ({"ngay-le/2026.yml": 'nam: "2026"\n'}, "unknown_file", "2026.yml:1"),
        (
            {"don-vi.yml": "don_vi:\n" + '  - {ma: "00001", ten: Xã A, slug: xa-a}\n' * 2},
            "not_unique",
            "don-vi.yml:1",
        ),
    ],
)
def test_mistakes_in_the_provinces_folder_stop_with_their_place(
    tinh: Path, files: dict[str, str], code: str, place: str
) -> None:
    province, problems = load_province(write_tree(tinh, files))
    assert province is None
    assert any(
        p.code == code and f"{p.place.path.rsplit('/', 1)[-1]}:{p.place.line}" == place for p in problems
    )


def test_the_same_duty_may_stand_twice_with_different_times(tinh: Path) -> None:
    duty = "  - {{ma: A-1, ten: {name}, can_cu: {{van_ban: Luật, so: 1/2020, dieu: Điều 1, {time}, kiem_chung: ban_sao}}}}\n"
    old = duty.format(name="Cũ", time="hieu_luc_tu: 2020-01-01, hieu_luc_den: 2025-12-31")
    new = duty.format(name="Mới", time="hieu_luc_tu: 2026-01-01")
    province, problems = load_province(write_tree(tinh, {"nghia-vu.yml": "nghia_vu:\n" + old + new}))
    assert province, problems
    then, now = province.duty("A-1", date(2024, 5, 1)), province.duty("A-1", date(2026, 5, 1))
    assert then
    assert now
    assert (then.title, now.title) == ("Cũ", "Mới")


def test_the_provinces_page_names_who_hears_of_its_mistakes(province: Province) -> None:
    desk = ErrorDesk.model_construct(office="Sở Khoa học", phone=None, email="congkhai@tinh.example")
    told = replace(province, settings=province.settings.model_copy(update={"errors": desk}))
    for known, words in ((told, "mailto:congkhai@tinh.example"), (province, "tỉnh chưa công khai ở đây")):
        site, drafts = compose_province(known, (), DAY)
        assert words in render(drafts, site, None)[0].body


def test_a_year_of_days_off_is_in_the_file_of_that_year(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "tinh", tmp_path / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    write_tree(tmp_path, {"tinh/ngay-nghi/2027.yml": 'nam: "2026"\n'})
    found, problems = load_province(tmp_path / "tinh")
    assert found is None
    assert [(p.code, p.place.path[-8:], p.place.line) for p in problems if p.code == "id_differs"] == [
        ("id_differs", "2027.yml", 1)
    ]


@pytest.mark.parametrize(("day", "right"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True)])
def test_a_basis_is_compared_by_the_day_that_is_built_for(tmp_path: Path, day: date, right: bool) -> None:
    """Not by the clock: the same content for the same day gives the same site."""
    tinh = shutil.copytree(CONTENT / "tinh", tmp_path / "tinh")
    text = (ROOT / "tests/wrong/province/date_in_future--compared-tomorrow.yml").read_text(encoding="utf-8")
    (tinh / "nghia-vu.yml").write_text(text, encoding="utf-8")
    found, _ = load_province(tinh, day)
    assert (found is not None) is right


def test_what_is_worked_out_once_is_never_that_of_another_thing(province: Province) -> None:
    """In another process another thing may have the number that stood for one here."""
    first, second = list(province.procedures.values())[:2]
    own = province.once(official, first)
    province._known[official, id(second)] = first, own
    assert province.once(official, second).procedure is second
    assert province.once(official, first) is own
