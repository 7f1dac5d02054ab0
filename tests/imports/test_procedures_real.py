"""The real procedures: none is lost, none is reworded, and the figures are the source's own."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.imports.procedures import Fate, Order, Report, import_procedures
from generator.province import Procedure
from generator.province.procedures import FeeState, TimeUnit
from tests.imports.portal_data import DAY, load
from tests.real import real_data


@dataclass(frozen=True)
class Imported:
    """The real data as it is in the files, and what the import made of it."""

    portal: dict[str, dict[str, Any]]
    flat: dict[str, dict[str, Any]]
    """Only codes that no answer of the portal has."""
    report: Report
    folder: Path
    procedures: dict[str, Procedure]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    sources = (real_data("tthc/portal"), real_data("tthc/thu_tuc.json"))
    answers = [json.loads(path.read_bytes())["data"] for path in sources[0].glob("*.json")]
    portal = {answer["code"]: answer for answer in answers}
    flat = {r["ma"]: r for r in json.loads(sources[1].read_bytes()) if r["ma"] not in portal}
    folder = tmp_path_factory.mktemp("that")
    report = import_procedures(Order(sources, folder / "thu-tuc", DAY))
    codes = [*portal, *flat]
    return Imported(portal, flat, report, folder, {code: load(folder, code) for code in codes})


PAID_BY_SOME = {"1.001193", "1.004837", "1.004845", "2.000986", "2.002363"}
"""Their own steps speak of paying a fee, beside a 0 without a word."""


def squashed(text: str) -> str:
    """Letters alone: without white space and invisible characters, composed."""
    seen = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Zs"))
    return unicodedata.normalize("NFC", re.sub(r"\s", "", seen))


def same_words(read: Iterable[str], written: Iterable[str]) -> bool:
    return [squashed(text) for text in read] == [squashed(text) for text in written if squashed(text)]


def test_every_code_is_imported_and_loads(real: Imported) -> None:
    assert real.report.good
    assert len(real.procedures) == len(real.report.of(Fate.ADDED)) == 226
    assert (len(real.portal), len(real.flat)) == (35, 191)


def test_a_second_import_changes_nothing(real: Imported) -> None:
    files = {path: path.read_bytes() for path in (real.folder / "thu-tuc").iterdir()}
    sources = (real_data("tthc/thu_tuc.json"), real_data("tthc/portal"))
    report = import_procedures(Order(sources, real.folder / "thu-tuc", DAY.replace(year=2027), full=True))
    assert {change.fate for change in report.changes} == {Fate.SAME}
    assert {path: path.read_bytes() for path in (real.folder / "thu-tuc").iterdir()} == files


def test_names_steps_papers_and_conditions_keep_their_words(real: Imported) -> None:
    for code, record in real.portal.items():
        read = real.procedures[code]
        assert same_words([read.name], [record["name"]])
        assert same_words(_steps(read), _written_steps(record["executionSteps"], "name", "description"))
        papers = [paper["name"] for case in record["executionCases"] for paper in case["profileComponents"]]
        assert same_words(_papers(read), papers)
        assert squashed(read.conditions or "") == squashed(record["requirementsAndConditions"])
    for code, record in real.flat.items():
        read = real.procedures[code]
        assert same_words([read.name], [record["ten"]])
        assert same_words(_steps(read), _written_steps(record["trinh_tu"], "ten", "mo_ta"))
        papers = [paper["ten"] for case in record["thanh_phan_ho_so"] for paper in case["giay_to"]]
        assert same_words(_papers(read), papers)
        assert squashed(read.conditions or "") == squashed(record["yeu_cau_dieu_kien"])


def test_channels_and_their_words_are_all_there(real: Imported) -> None:
    for code, record in real.portal.items():
        words = [f"{m.get('description') or ''}" for m in record["executionMethods"]]
        assert _channel_words(real.procedures[code]) == [squashed(word) for word in words]
    for code, record in real.flat.items():
        words = [f"{m.get('thoi_han_van_ban') or ''}{m['mo_ta']}" for m in record["cach_thuc"]]
        assert _channel_words(real.procedures[code]) == [squashed(word) for word in words]


def test_fees_fall_into_the_four_states_as_the_source_counts(real: Imported) -> None:
    """Counted here anew from the files: an amount, 0 without words, 0 with plainly free words, the rest."""
    said: Counter[FeeState] = Counter()
    for code, value, words in _written_fees(real):
        if value:
            said[FeeState.AMOUNT] += 1
        elif value is None or (not words and code in PAID_BY_SOME):
            said[FeeState.UNKNOWN] += 1
        else:
            free = words.strip(" .") in ("", "Không", "Không có")
            said[FeeState.FREE if free else FeeState.SEE_NOTE] += 1
    fees = [fee for p in real.procedures.values() for channel in p.channels for fee in channel.fees]
    assert Counter(fee.state for fee in fees) == said
    assert sum(fee.amount or 0 for fee in fees) == sum(value or 0 for _, value, _ in _written_fees(real))
    assert said[FeeState.AMOUNT] == 30


def test_time_limits_keep_numbers_and_missing_units(real: Imported) -> None:
    written = Counter(
        (str(m["processingTime"]), m["processingTimeUnit"] == "OTHER")
        for record in real.portal.values()
        for m in record["executionMethods"]
        if m["processingTime"]
    ) + Counter(
        (str(m["thoi_han"]), not m["don_vi"])
        for record in real.flat.values()
        for m in record["cach_thuc"]
        if m["thoi_han"]
    )
    limits = [c.limit for p in real.procedures.values() for c in p.channels if c.limit]
    read = Counter((str(x.number), x.unit is TimeUnit.UNSTATED) for x in limits if x.number is not None)
    assert read == written


def test_papers_without_copies_are_as_many_as_in_the_source(real: Imported) -> None:
    papers = [paper for p in real.procedures.values() for case in p.dossier for paper in case.papers]
    bare = sum(
        not paper["originalQty"] and not paper["copyQty"]
        for record in real.portal.values()
        for case in record["executionCases"]
        for paper in case["profileComponents"]
    ) + sum(
        not paper["ban_chinh"] and not paper["ban_sao"]
        for record in real.flat.values()
        for case in record["thanh_phan_ho_so"]
        for paper in case["giay_to"]
    )
    assert sum(not paper.originals and not paper.copies for paper in papers) == bare


def test_only_one_value_does_not_fit_and_only_one_key_has_no_place(real: Imported) -> None:
    left = {(f.doubt.name, f.code) for f in real.report.findings if f.doubt.name in ("UNFIT", "KEY")}
    assert left == {("UNFIT", "2.000942"), ("KEY", "1.013225"), ("KEY", "1.013229")}
    assert not [f for f in real.report.findings if f.doubt.name in ("VALUE", "SHAPE", "DOUBLE")]


def _steps(procedure: Procedure) -> list[str]:
    return [f"{step.name or ''}{step.text}" for step in procedure.steps]


def _written_steps(steps: list[dict[str, str]], name: str, words: str) -> list[str]:
    return [f"{step[name]}{step[words]}" for step in steps]


def _papers(procedure: Procedure) -> list[str]:
    return [paper.name for case in procedure.dossier for paper in case.papers]


def _channel_words(procedure: Procedure) -> list[str]:
    return [
        squashed(f"{(channel.limit and channel.limit.note) or ''}{channel.note or ''}")
        for channel in procedure.channels
    ]


def _written_fees(real: Imported) -> list[tuple[str, int | None, str]]:
    portal = [
        (code, fee["value"], fee.get("description") or "")
        for code, record in real.portal.items()
        for method in record["executionMethods"]
        for fee in method["fees"]
    ]
    return portal + [
        (code, fee["muc"], fee["mo_ta"])
        for code, record in real.flat.items()
        for channel in record["cach_thuc"]
        for fee in channel["phi"]
    ]
