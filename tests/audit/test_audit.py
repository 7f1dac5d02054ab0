"""What the audit says of the sites that we build, of hostile ones, and in which forms."""

from __future__ import annotations

import json
import os
import re
import time
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.audit import audit, machine
from generator.audit.criteria import JUDGES, criteria
from generator.audit.site import LARGEST_PAGE, NoSiteError, Site, read_site, sites_in
from generator.audit.tree import read_tree
from generator.audit.verdict import Fault, Tried, Verdict, reason, verdict
from generator.province.basis import Verified
from tests.conftest import DAY, write_tree

PLAIN = "<!doctype html><html lang=vi><title>A</title><main><h1>A</h1>"


def found(site: Site, day: date = DAY) -> dict[str, str]:
    return {result.criterion.id: result.verdict.value for result in audit(site, day).results}


def test_the_sample_site_fails_nothing_and_says_openly_what_holds_in_part(whole: Site) -> None:
    report = audit(whole, DAY)
    assert report.good
    partial = {r.criterion.id for r in report.results if r.verdict is Verdict.PARTIAL}
    # records without a person of their own; facts that the source or the commune does not give
    assert partial == {"TC-LH-03", "TC-TT-01", "TC-TT-02"}


def test_a_site_that_was_only_prepared_is_asked_for_nothing_of_the_commune(site: Path) -> None:
    verdicts = found(read_site(site / "xa-phu-dinh", "xa-phu-dinh"))
    assert "fail" not in verdicts.values()
    assert verdicts["TC-AI-02"] == "pass"
    assert {verdicts[id] for id in ("TC-TCD-01", "TC-LH-01", "TC-LH-03", "TC-MOI-02")} == {"not_applicable"}


def test_no_law_is_asked_for_before_it_is_in_force(whole: Site) -> None:
    verdicts = found(whole, date(2026, 6, 30))
    assert verdicts["TC-TT-04"] == "not_applicable"  # NĐ 224/2026 since 01/07/2026
    assert verdicts["TC-TCD-01"] == "pass"


def test_each_criterion_has_an_id_of_its_own_a_test_and_a_basis() -> None:
    ids = [criterion.id for criterion in criteria()]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(JUDGES)
    for criterion in criteria():
        assert re.fullmatch(r"TC-[A-Z]+-\d\d", criterion.id)
        assert criterion.bases or criterion.rule
        second = [b for b in criterion.bases if b.verified is Verified.SECOND_HAND]
        assert all("cần đối chiếu" in " ".join(criterion.grounds(DAY)) for _ in second)


@pytest.mark.parametrize(
    ("tried", "tolerance", "expected"),
    [
        (Tried(0), 0, Verdict.NOT_APPLICABLE),
        (Tried(5), 0, Verdict.PASS),
        (Tried(20, (Fault("x", "a/"), Fault("y", "a/"))), 5, Verdict.PARTIAL),
        (Tried(20, (Fault("x", "a/"), Fault("x", "b/"))), 5, Verdict.FAIL),
        (Tried(20, (Fault("x", "a/"),)), 0, Verdict.FAIL),
        (Tried(1, (Fault("x", "a/", slight=True),)), 0, Verdict.PARTIAL),
        (Tried(90, (Fault("x"),)), 10, Verdict.FAIL),
    ],
)
def test_a_verdict_counts_pages_once_and_knows_what_is_slight(
    tried: Tried, tolerance: int, expected: Verdict
) -> None:
    assert verdict(tried, tolerance) is expected


def test_a_reason_counts_pages_and_names_a_few() -> None:
    many = tuple(Fault("thiếu phí", f"{n}/") for n in range(5))
    assert reason(Tried(9, many), "") == "thiếu phí (0/, 1/, 2/ và 2 trang nữa)"
    assert reason(Tried(0), "chưa có gì") == "chưa có gì"


def test_the_same_site_and_day_give_the_same_bytes(built: Path, whole: Site) -> None:
    again = read_site(built, "xa-mau")
    assert machine.as_json([audit(whole, DAY)]) == machine.as_json([audit(again, DAY)])


def test_json_tells_all_and_junit_counts_what_failed(tmp_path: Path) -> None:
    name = 'a<b>&"\x00'
    write_tree(tmp_path, {"index.html": PLAIN + "<img src=//x.example/a>"})
    reports = [audit(read_site(tmp_path, name), DAY)]
    told = json.loads(machine.as_json(reports))["sites"][0]
    failed = [each["id"] for each in told["results"] if each["verdict"] == "fail"]
    assert {"TC-RT-01", "TC-NV-02", "TC-TC-06"} <= set(failed)
    assert all(
        each["reason"] and each["mend"] and each["basis"]
        for each in told["results"]
        if each["id"] in failed
    )
    suite = ElementTree.fromstring(machine.as_junit(reports)).find("testsuite")  # noqa: S314  our own
    assert suite is not None
    assert int(suite.get("failures", 0)) == len(suite.findall("testcase/failure")) == len(failed)
    assert int(suite.get("skipped", 0)) == len(suite.findall("testcase/skipped"))


def test_a_folder_of_many_communes_gives_each_of_them(site: Path) -> None:
    assert [folder.name for folder in sites_in(site)][-2:] == ["xa-phu-dinh", "xa-trung-hoi"]
    assert sites_in(site / "xa-mau") == (site / "xa-mau",)


def test_a_folder_without_a_first_page_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(NoSiteError):
        read_site(tmp_path, "x")


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    secret = write_tree(tmp_path / "ngoai", {"index.html": PLAIN, "a.txt": "kín"})
    root = write_tree(
        tmp_path / "trang", {"index.html": PLAIN + '<a href="ngoai/">B</a><a href="a.txt">A</a>'}
    )
    (root / "ngoai").symlink_to(secret)
    (root / "a.txt").symlink_to(secret / "a.txt")
    (root / "vong").symlink_to(root)
    os.mkfifo(root / "ong.html")
    found_site = read_site(root, "x")
    assert set(found_site.files) == {"index.html"}
    assert found(found_site)["TC-DC-01"] == "fail"


def test_a_page_too_large_is_not_read_but_told(tmp_path: Path) -> None:
    write_tree(tmp_path, {"index.html": PLAIN, "a/index.html": PLAIN + "x" * LARGEST_PAGE})
    big = read_site(tmp_path, "x")
    assert big.unread == ("a/",)
    assert found(big)["TC-NHE-01"] == "fail"


@pytest.mark.parametrize(
    "part",
    ["<", "<!--", "<!", "<a ", '<a b="', "<a b='", "</", "<?", "&#9", "<p>", "<div>", "</p><p>", "<title>", "<svg><a/>",
     "<script>", "<a b=", "<table><td>", "=\"", "<label>", "<dt>", "<a href='[", "\x00", "<h1>", "&lt"],
)  # fmt: skip
def test_broken_pages_are_tried_in_a_time_that_grows_with_their_length(part: str, tmp_path: Path) -> None:
    text = part * (300_000 // len(part))
    write_tree(tmp_path, {"index.html": PLAIN + text})
    start = time.process_time()
    verdicts = found(read_site(tmp_path, "x"))
    assert time.process_time() - start < 30  # a quadratic reader takes minutes
    assert verdicts["TC-NV-02"] == "fail"


def test_nesting_without_end_breaks_nothing() -> None:
    root = read_tree("<b>" * 200_000 + "chữ")
    assert root.text == "chữ"


@pytest.mark.parametrize(
    "name",
    ["cong-khai.json", "datapackage.json", "trang.json", "cap-nhat.atom", "sitemap.xml", "robots.txt"],
)
@pytest.mark.parametrize(
    "content",
    ["", "null", "[]", "[" * 200_000, '{"nghia_vu": 3, "resources": [3], "licenses": 3}', "\ud800", "<a"],
)
def test_strange_files_for_programs_are_told_not_tripped_over(
    name: str, content: str, tmp_path: Path
) -> None:
    write_tree(
        tmp_path,
        {"index.html": PLAIN + '<link rel=alternate type="application/atom+xml" href=cap-nhat.atom>'},
    )
    (tmp_path / name).write_bytes(content.encode("utf-8", "surrogatepass"))
    assert found(read_site(tmp_path, "x"))["TC-NV-02"] == "fail"
