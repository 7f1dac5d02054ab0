"""What the province should look at."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import feedparser

from generator.core import State
from generator.overview.alerts import Alert, Alerts, Cause, alerts
from generator.overview.rows import rows_of
from generator.overview.sites import Published
from generator.overview.weeks import no_weeks
from generator.province import Duty, Province
from tests.overview.conftest import DAY, MakeSite, Told, told

Duties = dict[str, Duty]
FRESH = told("TCD-24.2", ngay_cap_nhat="2026-11-20")


def _facts(
    province: Province, sites: list[Published], duties: Duties, more: tuple[Alert, ...] = ()
) -> tuple[Alerts, dict[str, bytes]]:
    rows = rows_of(province, sites, duties, DAY, no_weeks)
    draft, files = alerts(province, sites, rows, DAY, more)
    return draft.facts, {file.path: file.content or b"" for file in files}


def _causes(facts: Alerts) -> dict[Cause, list[str]]:
    return {cause: [alert.unit.slug for alert in found] for cause, found in facts.groups}


def _checked(site: Published, codes: list[str]) -> None:
    (site.folder / "kiem-tra").mkdir()
    content = {"luu_y": [{"ma": code} for code in codes], "bao_nham": [{"ma": "private_phone"}]}
    (site.folder / "kiem-tra/du-lieu.json").write_text(json.dumps(content), encoding="utf-8")


def test_each_cause_is_told_of_who_has_it_and_of_nobody_else(
    make_site: MakeSite, duties: Duties, province: Province
) -> None:
    late = told("NS-QUY", "chua_co", "qua_han", so_ngay=43, han="2026-10-10")
    sites = [
        make_site("xa-phu-dinh", [FRESH]),
        make_site("xa-binh-yen", [FRESH, late]),
        make_site("xa-dinh-hoa", [told("TCD-24.2", ngay_cap_nhat="2026-10-08")]),
        make_site("xa-trung-hoi", [FRESH], state=State.KEPT),
        make_site("phuong-linh-son", [FRESH]),
    ]
    _checked(sites[0], ["too_few_members"])
    _checked(sites[4], ["private_phone", "identity_number", "answer_late"])
    facts, _ = _facts(province, sites, duties)
    assert _causes(facts) == {
        Cause.PERSONAL: ["phuong-linh-son"],
        Cause.FAULTY: ["xa-trung-hoi"],
        Cause.SILENT: ["xa-dinh-hoa"],
        Cause.OVERDUE: ["xa-binh-yen"],
    }
    (personal,) = dict(facts.groups)[Cause.PERSONAL]
    assert "2 chỗ" in personal.text, "what was judged a false alarm is not counted"
    (overdue,) = dict(facts.groups)[Cause.OVERDUE]
    assert (overdue.since, overdue.url) == (date(2026, 10, 11), "xa-binh-yen/cong-khai/#ns-quy")


def test_silence_begins_on_the_day_that_the_province_set(
    make_site: MakeSite, duties: Duties, province: Province
) -> None:
    last = DAY - timedelta(days=10)
    site = make_site("xa-phu-dinh", [told("TCD-24.2", ngay_cap_nhat=last.isoformat())])
    settings = province.settings.model_copy(update={"silent_days": 10})
    facts, _ = _facts(replace(province, settings=settings), [site], duties)
    ((cause, (alert,)),) = facts.groups
    assert (cause, alert.since) == (Cause.SILENT, DAY)
    settings = province.settings.model_copy(update={"silent_days": 11})
    assert _facts(replace(province, settings=settings), [site], duties)[0].groups == ()


def test_who_has_not_joined_is_never_told_of(
    make_site: MakeSite, duties: Duties, province: Province
) -> None:
    entries: list[Told] = [told("NS-QUY", "chua_co", "qua_han", han="2026-10-10")]
    site = make_site("xa-phu-dinh", entries, "cho_tiep_nhan")
    _checked(site, ["private_phone"])
    facts, files = _facts(province, [site], duties)
    assert facts.groups == ()
    assert "Không có việc gì." in files["canh-bao.txt"].decode().splitlines()


def test_the_feed_keeps_its_ids_and_is_valid(
    make_site: MakeSite, duties: Duties, province: Province
) -> None:
    late = [FRESH, told("NS-QUY", "chua_co", "qua_han", so_ngay=43, han="2026-10-10")]
    site = make_site("xa-phu-dinh", late)
    settings = province.settings.model_copy(update={"base": "https://tinh.example"})
    named = replace(province, settings=settings)
    copy = Alert(site.unit, Cause.COPY, "chưa ký <b>", "ban-sao/", DAY)
    _, files = _facts(named, [site], duties, (copy,))
    read = feedparser.parse(files["canh-bao.atom"])
    assert not read.bozo
    assert [entry.link for entry in read.entries] == [
        "https://tinh.example/ban-sao/",
        "https://tinh.example/xa-phu-dinh/cong-khai/#ns-quy",
    ]
    assert read.entries[0].summary == "Chưa ký <b>."
    later = _facts(named, [site], duties, (copy,))[1]
    assert [e.id for e in feedparser.parse(later["canh-bao.atom"]).entries] == [e.id for e in read.entries]
    assert len({entry.id for entry in read.entries}) == 2


def test_the_message_names_each_commune_once_a_cause(
    make_site: MakeSite, duties: Duties, province: Province
) -> None:
    late = [told(id, "chua_co", "qua_han", so_ngay=5, han="2026-11-17") for id in ("NS-QUY", "TCD-24.2")]
    _, files = _facts(province, [make_site("xa-phu-dinh", [FRESH, *late])], duties)
    lines = files["canh-bao.txt"].decode().splitlines()
    assert lines[0] == "VIỆC CẦN ĐỂ Ý: Tỉnh Thái Nguyên"
    assert [line for line in lines if line.startswith("- Xã")] == ["- Xã Phú Đình: 2 việc"]
    assert len([line for line in lines if line.endswith(": 1 nơi")]) == 2
    assert lines[-1] == "Xem đủ: mục “Việc cần để ý” trên trang của tỉnh."
