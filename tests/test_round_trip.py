"""What is read, exported and read again is the same value: every type, the sample, the province's files."""

from __future__ import annotations

import json
from datetime import date, time
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from generator.compose import compose, frame
from generator.core import DATA
from generator.export import export
from generator.fields.choice import Choice
from generator.fields.codes import DocumentNumber, ProcedureCode, UnitCode
from generator.fields.contact import Coordinate, Email, Link, Phone
from generator.fields.dates import Clock, Day, Hours, Span, Year
from generator.fields.money import Dong, Percent
from generator.fields.numbers import write_decimal
from generator.fields.period import Period, PeriodField
from generator.fields.text import Count, Number, Text, YesNo
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.province import Procedure, Summary
from generator.province.calendar import YearOverride
from generator.province.duties import Duties
from generator.province.events import LifeEvents
from generator.province.indices import Indices
from generator.province.plans import Plans
from generator.province.settings import Settings
from generator.province.units import Register
from generator.province.words import Words
from generator.words.dates import MONTHS, say_day, say_long_day
from generator.words.money import say_money, say_number
from tests.conftest import CONTENT

Case = tuple[Any, str]
"""A value and one way in which people write it."""
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
YEARS = st.integers(1900, 2099)
ROMAN = ("I", "II", "III", "IV")
MONTH_NAMES = {number: name for name, number in MONTHS.items()}


def as_typed(value: Any) -> Any:
    """A value of a JSON file as it would stand in YAML, where everything is text."""
    if isinstance(value, dict):
        return {key: as_typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_typed(item) for item in value]
    return write_decimal(Decimal(str(value))) if isinstance(value, float) else str(value)


def exported(value: Any, adapter: TypeAdapter[Any]) -> Any:
    """The value after JSON; decimals are numbers there, as `export` writes them."""
    plain = adapter.dump_python(value)
    return as_typed(json.loads(json.dumps(float(plain) if isinstance(plain, Decimal) else plain)))


@st.composite
def days(draw: st.DrawFn) -> Case:
    day = draw(DAYS)
    d, m, y = day.day, day.month, day.year
    ways = [
        day.isoformat(), say_day(day), say_long_day(day), f"{d}/{m}/{y}", f"{d:02}-{m:02}-{y}", f"{d}.{m}.{y}",
        f"{d} / {m} / {y}", f"{y}/{m}/{d}", f"ngày {d} tháng {m} năm {y}", f"{d} tháng {MONTH_NAMES[m]} năm {y}",
        f"Ngày {d:02}/{m:02}/{y}", f"{d} tháng {m}, {y}",
    ]  # fmt: skip
    return day, draw(st.sampled_from(ways))


@st.composite
def clocks(draw: st.DrawFn) -> Case:
    clock = draw(CLOCKS)
    h, m = clock.hour, clock.minute
    ways = [
        f"{h}:{m:02}",
        f"{h:02}h{m:02}",
        f"{h}g{m:02}",
        f"{h} giờ {m:02} phút",
        f"{h}H{m:02}",
        f"{h:02}:{m:02}:00",
    ]
    ways += [f"{h}h", f"{h} giờ"] if m == 0 else [f"{h} giờ rưỡi"] if m == 30 else []
    ways += [f"{h - 12} giờ {m:02} chiều"] if 13 <= h <= 18 else [f"{h}:{m:02} sáng"] if h < 12 else []
    if 1 <= h <= 4:  # without a zero or a part of the day these may be in the afternoon
        ways = [way for way in ways if way.startswith("0") or "sáng" in way]
    return clock, draw(st.sampled_from(ways))


@st.composite
def hours(draw: st.DrawFn) -> Case:
    count = 2 * draw(st.integers(1, 3))
    ends = sorted(draw(st.lists(CLOCKS, min_size=count, max_size=count, unique=True)))
    spans = tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True))
    dash = draw(st.sampled_from([" - ", "-", " – ", " đến ", " tới "]))
    mark = draw(st.sampled_from([":", "h", "g", " giờ "]))
    lead = draw(st.sampled_from(["", "từ "]))
    written = [f"{lead}{s.start:%H}{mark}{s.start:%M}{dash}{s.end:%H}{mark}{s.end:%M}" for s in spans]
    return spans, draw(st.sampled_from(["; ", ", ", " và ", ";"])).join(written)


@st.composite
def sums(draw: st.DrawFn) -> Case:
    dong = draw(st.integers(0, 10**15))
    tail = draw(st.sampled_from(["", "đ", " đ", " đồng", " VNĐ", " vnd", "₫"]))
    ways = [
        str(dong),
        say_money(dong),
        f"{say_number(dong)}{tail}",
        f"{dong}{tail}",
        f"{dong:,}".replace(",", " "),
    ]
    return dong, draw(st.sampled_from(ways))


@st.composite
def sums_in_units(draw: st.DrawFn) -> Case:
    billions, millions = draw(st.integers(1, 999_999)), draw(st.integers(1, 999))
    hundredths = draw(st.integers(1, 99))
    unit, name = draw(st.sampled_from([(10**6, "triệu"), (10**9, "tỷ"), (10**9, "tỉ")]))
    cases = [
        (billions * 10**9 + millions * 10**6, f"{say_number(billions)} tỷ {millions} triệu"),
        (billions * 10**6 + millions * 10**3, f"{billions} triệu {millions} nghìn đồng"),
        (billions * unit, f"{billions} {name} đồng"),
        (billions * unit + unit // 100 * hundredths, f"{billions},{hundredths:02} {name}"),
        (billions * unit + unit // 2, f"{billions} {name} rưỡi"),
    ]
    return draw(st.sampled_from(cases))


@st.composite
def percents(draw: st.DrawFn) -> Case:
    percent = draw(st.decimals(0, 100, places=draw(st.integers(0, 2))))
    text = f"{percent:f}"
    ways = [text, text.replace(".", ","), f"{text}%", f"{text.replace('.', ',')} %", f"{text} phần trăm"]
    return percent, draw(st.sampled_from(ways))


@st.composite
def counts(draw: st.DrawFn) -> Case:
    count = draw(st.integers(0, 10**12 - 1))
    return count, draw(st.sampled_from([str(count), say_number(count), f"{count:,}".replace(",", " ")]))


@st.composite
def decimals(draw: st.DrawFn) -> Case:
    number = draw(st.decimals(-(10**6), 10**6, places=draw(st.integers(0, 8))))
    return number, draw(st.sampled_from([write_decimal(number), write_decimal(number).replace(",", ".")]))


@st.composite
def degrees(draw: st.DrawFn) -> Case:
    number = draw(st.decimals(-180, 180, places=draw(st.integers(0, 8))))
    return number, draw(st.sampled_from([f"{number:f}", f"{number:f}".replace(".", ",")]))


@st.composite
def documents(draw: st.DrawFn) -> Case:
    number = draw(st.integers(1, 99_999).map(lambda n: f"{n:02}"))
    year = draw(st.sampled_from(["", "/2024", "/2026"]))
    symbol = draw(st.sampled_from(["KH", "QĐ", "NQ", "TB", "TTr", "BC"]))
    office = draw(st.sampled_from(["UBND", "HĐND", "MTTQ", "BTP", "UBND-VP"]))
    value = f"{number}{year}/{symbol}-{office}"
    ways = [
        value,
        value.lower(),
        f"Số {value}",
        f"số: {value}",
        value.replace("/", " / "),
        value.replace("-", " – "),
    ]
    return value, draw(st.sampled_from(ways))


@st.composite
def periods(draw: st.DrawFn) -> Case:
    y, n, k = draw(YEARS), draw(st.integers(1, 4)), draw(st.integers(1, 12))
    a, b = sorted([draw(DAYS), draw(DAYS)])
    quarter = Period(date(y, n * 3 - 2, 1), last(y, n * 3))
    half = [Period(date(y, 1, 1), last(y, 6)), Period(date(y, 7, 1), last(y, 12))]
    cases: list[Case] = [
        *((quarter, way) for way in (f"quý {ROMAN[n - 1]}/{y}", f"quý {n} năm {y}", f"Quý {ROMAN[n - 1].lower()}-{y}")),
        *((Period(date(y, k, 1), last(y, k)), way) for way in (f"tháng {k}/{y}", f"tháng {k:02} năm {y}", f"{k}/{y}")),
        *((Period(date(y, 1, 1), last(y, 12)), way) for way in (f"{y}", f"năm {y}", f"Cả năm {y}")),
        (half[0], f"6 tháng đầu năm {y}"), (half[0], f"Sáu tháng đầu năm {y}"), (half[1], f"6 tháng cuối năm {y}"),
        (Period(date(y, 1, 1), last(y, 9)), f"9 tháng đầu năm {y}"),
        (Period(date(y, 1, 1), last(y, k)), f"{k} tháng đầu năm {y}"),
        (Period(date(y, 1, 1), last(y + n, 12)), f"giai đoạn {y}-{y + n}") if y + n <= 2099 else (half[0], f"nửa đầu năm {y}"),
        *((Period(a, b), way) for way in (f"{say_day(a)} - {say_day(b)}", f"từ {a} đến hết {say_day(b)}")),
    ]  # fmt: skip
    return draw(st.sampled_from(cases))


def last(year: int, month: int) -> date:
    """The last day of a month."""
    return max(date(year, month, day) for day in (28, 29, 30, 31) if is_day(year, month, day))


def is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def kept(*spellings: str) -> st.SearchStrategy[Case]:
    """Values that stay as they are written."""
    return st.sampled_from([(spelling, spelling) for spelling in spellings])


CASES: list[tuple[str, Any, st.SearchStrategy[Case]]] = [
    ("day", Day, days()),
    ("year", Year, YEARS.map(lambda year: (year, str(year)))),
    ("clock", Clock, clocks()),
    ("hours", Hours, hours()),
    ("period", PeriodField, periods()),
    ("money", Dong, sums() | sums_in_units()),
    ("percent", Percent, percents()),
    ("count", Count, counts()),
    ("number", Number, decimals()),
    ("coordinate", Coordinate, degrees()),
    ("unit code", UnitCode, st.from_regex(r"\A[0-9]{5}\Z").map(lambda code: (code, code))),
    (
        "procedure code",
        ProcedureCode,
        st.from_regex(r"\A[12]\.[0-9]{6}(\.000\.00\.00\.H[0-9]{2})?\Z").map(lambda code: (code, code)),
    ),
    ("document number", DocumentNumber, documents()),
    ("telephone", Phone, kept("(0208) 385 5123", "0912 345 678", "+84 208 385 5123", "1900 1234", "113")),
    ("e-mail", Email, kept("ubnd@xa-mau.example", "a.b-c@thainguyen.gov.vn")),
    (
        "link",
        Link,
        kept("https://abc.gov.vn", "http://abc.vn:81/a?b=c%20d#e", "https://abc.vn/tài-liệu.pdf"),
    ),
    (
        "yes or no",
        YesNo,
        st.sampled_from([(True, "Có"), (False, "không"), (True, "đúng"), (False, "chua")]),
    ),
    (
        "line",
        Text,
        st.text(st.sampled_from("aằĐỹ“”<>&: -"), min_size=1)
        .filter(str.strip)
        .map(lambda t: (" ".join(t.split()), t)),
    ),
]


@pytest.mark.parametrize(("field", "cases"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
@settings(deadline=None)
@given(data=st.data())
def test_every_spelling_and_every_export_is_read_as_the_same_value(
    field: Any, cases: st.SearchStrategy[Case], data: st.DataObject
) -> None:
    value, spelling = data.draw(cases)
    adapter = TypeAdapter(field)
    assert adapter.validate_python(spelling) == value
    assert adapter.validate_python(exported(value, adapter)) == value


def choices(kind: type[Choice]) -> list[type[Choice]]:
    return [kind, *(deeper for below in kind.__subclasses__() for deeper in choices(below))]


def test_every_choice_is_read_from_its_code_and_its_label_in_any_dress() -> None:
    kinds()
    members: list[Any] = [member for kind in choices(Choice)[1:] for member in kind]
    assert len(members) > 50
    for member in members:
        for spelling in (member.value, member.label, member.label.upper(), member.value.replace("_", "-")):
            assert type(member).read(spelling) is member
        assert isinstance(member, Enum)


def test_where_the_tone_stands_does_not_change_a_choice() -> None:
    class Field(Choice):
        IRRIGATION = "thuy_loi", "Thủy lợi"
        PEACE = "hoa_giai", "Hòa giải"

    assert Field.read("Thuỷ lợi") is Field.IRRIGATION
    assert Field.read("Hoà giải") is Field.PEACE


@given(a=periods(), b=periods())
def test_periods_overlap_exactly_where_they_share_a_day(a: Case, b: Case) -> None:
    one, other = a[0], b[0]
    shared = any(all(p.start <= day <= p.end for p in (one, other)) for day in (one.start, other.start))
    assert one.overlaps(other) is other.overlaps(one) is shared
    assert one.overlaps(one)


def test_quarters_of_a_year_follow_each_other_without_overlap() -> None:
    adapter = TypeAdapter(PeriodField)
    quarters = [adapter.validate_python(f"quý {roman}/2026") for roman in ROMAN]
    third, first, *others = (quarters[2], quarters[0], quarters[3], quarters[1])
    assert sorted([third, first, *others]) == quarters
    assert not any(before.overlaps(after) for before, after in pairwise(quarters))
    assert adapter.validate_python("6 tháng đầu năm 2026").overlaps(quarters[1])
    assert [str(quarter) for quarter in quarters] == [
        "quý I/2026",
        "quý II/2026",
        "quý III/2026",
        "quý IV/2026",
    ]


def test_every_data_file_of_the_sample_is_read_as_the_record_it_came_from(sample: Scope) -> None:
    drafts = compose(sample)
    files = {file.path: file for file in export(sample, drafts, frame(sample, drafts))}
    seen = set()
    for draft in drafts:
        model: Any = draft.data or (draft.record.data if draft.record else None)
        if model is not None:
            tree = json.loads(files[draft.data_file or f"{draft.url}{DATA}.json"].content or b"")
            assert type(model).model_validate(as_typed(tree)) == model, draft.url
            seen.add(draft.kind)
    assert seen >= {kind.name for kind in kinds()}


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_record_of_the_sample_survives_json(kind: Any, sample: Scope) -> None:
    records = kind.records(sample)
    assert records
    for record in records:
        assert again(record.data) == record.data


MODELS: dict[str, type[BaseModel]] = {
    "tinh.yml": Settings,
    "don-vi.yml": Register,
    "nghia-vu.yml": Duties,
    "su-kien.yml": LifeEvents,
    "mo-hinh.yml": Plans,
    "chi-so.yml": Indices,
    "tu-ngu.yml": Words,
    "ngay-nghi": YearOverride,
    "tom-tat": Summary,
    "thu-tuc": Procedure,
}
PROVINCE = sorted((CONTENT / "tinh").rglob("*.yml"))


@pytest.mark.parametrize("path", PROVINCE, ids=lambda path: path.name)
def test_every_file_of_the_province_survives_json(path: Path) -> None:
    model: Any = next(
        model for part, model in MODELS.items() if part in path.as_posix().split("/tinh/")[-1]
    )
    reading = read_yaml(path.read_bytes(), path.name)
    value = read_model(model, reading)
    assert reading.problems == []
    assert again(value) == value


def again(value: Any) -> Any:
    plain = value.model_dump(by_alias=True, exclude_none=True)
    return type(value).model_validate(as_typed(json.loads(json.dumps(plain, default=float))))
