"""Each deliberately spoiled site gets the right verdict for exactly the right criteria."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from generator.audit import audit
from generator.audit.criteria import JUDGES
from generator.audit.site import Site
from tests.audit.spoiling import Spoil, edit, every, linked_copy, read_again, remove
from tests.conftest import DAY

ALL, SHEETS = "**/index.html", "thu-tuc/[12].*/index.html"
SHEET, PROJECT = "thu-tuc/1.004873/index.html", "du-an/DA-2026-03/index.html"
TCD, ABOUT, INTRO = "tiep-cong-dan/index.html", "ve-trang-nay/index.html", "gioi-thieu/index.html"
NOISE = Random(1).randbytes(30_000).hex()  # noqa: S311  60 KB that do not pack below 30
CALLED = r'<a href="(?:tel|mailto):[^"]*">((?:Điện thoại|Thư điện tử): [^<]*)</a>'
AWAY = '<meta http-equiv="refresh" content="0;url=https://khac.example/"></head>'
EMBEDDED = '<iframe title="x" src="//video.example/1"></iframe></main>'
POSTED = r"<dt>Đăng lên trang</dt><dd>[^<]*"


def fails(name: str, change: object, *ids: str) -> Spoil:
    return Spoil(name, change, dict.fromkeys(ids, "fail"))  # type: ignore[arg-type]


def partly(name: str, change: object, id: str) -> Spoil:
    return Spoil(name, change, {id: "partial"})  # type: ignore[arg-type]


SPOILED = (
    fails("no place of reception", edit(TCD, "<dt>Nơi tiếp</dt>", "<dt>x</dt>"), "TC-TCD-01"),
    fails("no schedule of the chair", edit(TCD, "<dt>Chủ tịch UBND xã</dt>", "<dt>x</dt>"), "TC-TCD-01"),
    partly("nobody takes part", edit(TCD, "<br>Cùng dự:", "<br>"), "TC-TCD-01"),
    fails("all sessions past", edit(TCD, r'(data-buoi(?:-toi)?)="202[67]', r'\1="2025'), "TC-TCD-02"),
    fails("no opening hours", edit("lien-he/index.html", "<dt>Giờ làm việc</dt>", "<dt>x</dt>"), "TC-LH-01"),
    fails("a foot without telephone", edit(PROJECT, CALLED, r"\1"), "TC-LH-02"),
    fails("nobody answers", edit("dan-ban/DB-2026-02/index.html", CALLED, r"\1"), "TC-LH-02", "TC-LH-03"),
    fails("no way to report", edit(PROJECT, "lien-he/#bao-sai-sot", "lien-he/"), "TC-LH-04"),
    fails("no way to corrections", edit(PROJECT, "/dinh-chinh/", "/kiem-tra/"), "TC-LH-05"),
    fails("no rating", edit(ALL, "Đánh giá trang này", "Xem"), "TC-LH-06"),
    partly("one page without rating", edit(PROJECT, "Đánh giá trang này", "Xem"), "TC-LH-06"),
    fails("no time limits", edit(SHEETS, "<dt>Bao lâu</dt>", "<dt>x</dt>"), "TC-TT-01"),
    fails("no fees", edit(SHEETS, "<dt>Bao nhiêu tiền</dt>", "<dt>x</dt>"), "TC-TT-01"),
    fails("no counters", edit(SHEETS, "<dt>Nộp ở đâu</dt>", "<dt>x</dt>"), "TC-TT-02"),
    partly("a sheet without its result", edit(SHEET, '(id="|href="#)ket-qua"', r'\1x"'), "TC-TT-03"),
    fails("sheets out of order", edit(SHEETS, r'(<h2 id="noi-nop">.*?)(<h2 id="ho-so">.*?</h2>)', r"\2\1"), "TC-TT-03"),
    fails("no originals", edit(SHEETS, "https://dichvucong.gov.vn", "https://khac.example"), "TC-TT-04"),
    fails("projects without money", edit("du-an/DA*/index.html", "<dt>Tổng mức đầu tư</dt>", "<dt>x</dt>"), "TC-DA-01"),
    partly("no history", edit(INTRO, '(id="|href="#)lich-su"', r'\1x"'), "TC-GT-01"),
    fails("nothing of the country", edit(INTRO, '(id="|href="#)(lich-su|van-hoa|di-tich|tu-nhien)"', r'\1x-\2"'), "TC-GT-01"),
    fails("a duty left out", edit("cong-khai/index.html", 'id="thdc-11.6"', 'id="x"'), "TC-NV-01"),
    fails("duties without state", edit("cong-khai.json", '"da_cong_khai"', '"xong"'), "TC-NV-02"),
    fails("an empty quarter", edit("danh-sach-cong-khai/2026-quy-3/index.html", r"\d\d/\d\d/\d{4}", ""), "TC-NV-03"),
    fails("built in August", edit("index.html", r"Trang dựng ngày \d\d/\d\d", "Trang dựng ngày 01/08"), "TC-MOI-01"),
    partly("ten days old", every(
        edit("index.html", r"Trang dựng ngày \d\d/\d\d", "Trang dựng ngày 12/11"),
        edit("cong-khai.json", '"ngay": "2026-11-22"', '"ngay": "2026-11-12"')), "TC-MOI-01"),
    partly("no day of posting", edit(PROJECT, POSTED, "<dt>Đăng lên trang</dt><dd>hôm qua"), "TC-MOI-02"),
    fails("a table changed", edit("du-an/du-lieu.csv", "2026", "2027"), "TC-DL-01"),
    Spoil("a table gone", remove("quy/du-lieu.csv"), {"TC-DL-01": "fail", "TC-DC-01": "partial"}),
    fails("another day than the data", edit(PROJECT, POSTED, "<dt>Đăng lên trang</dt><dd>01/02/2026"), "TC-DL-02"),
    fails("no licence", edit(PROJECT, "creativecommons.org", "khac.example"), "TC-GP-01"),
    fails("a broken feed", edit("cap-nhat.atom", "</feed>", ""), "TC-TIN-01"),
    fails("a feed that grows", edit("cap-nhat.atom", "<feed", '<!DOCTYPE a [<!ENTITY b "c">]><feed'), "TC-TIN-01"),
    partly("a broken link", edit(PROJECT, '/a-z/"', '/a-zz/"'), "TC-DC-01"),
    fails("links above the site", edit(ALL, 'href="([./]*)a-z/"', r'href="../../../../\1a-z/"'), "TC-DC-01"),
    fails("a foreign address", edit(PROJECT, 'canonical" href="https://xa-mau', 'canonical" href="https://khac'), "TC-DC-02"),
    fails("open to search, unlisted", edit(ALL, 'content="noindex"', 'content="all"'), "TC-AI-02", "TC-DC-03"),
    fails("a page without menu", edit(PROJECT, '<nav class="muc"', '<nav class="x"'), "TC-DH-01"),
    fails("an empty A–Z", edit("a-z/index.html", "<div data-a-z>.*?</article>", "</article>"), "TC-DH-02", "TC-NHE-02"),
    fails("no index for the search", remove("tim/pagefind-entry.json"), "TC-DH-03"),
    fails("a counter", edit(PROJECT, "</body>", '<script src="https://dem.example/a.js"></script></body>'), "TC-RT-01"),
    fails("a counter at home", edit("index.html", "</body>", '<script src="https://dem.example/a.js"></script></body>'), "TC-RT-01"),
    partly("a picture that is not there", edit(PROJECT, "</main>", '<img src="anh/khong-co.png" alt="Cầu"></main>'), "TC-DC-01"),
    fails("no script for the search", remove("assets/tim.*.js"), "TC-DH-03", "TC-DC-01"),
    fails("pages that lead away", edit("*/*/index.html", "</head>", AWAY), "TC-RT-01"),
    fails("addresses read from elsewhere", edit(PROJECT, "<head>", '<head><base href="https://khac.example/">'), "TC-RT-01"),
    fails("a video", edit(PROJECT, "</main>", EMBEDDED), "TC-RT-01"),
    fails("a foreign style", edit("assets/congkhai.*.css", "^", "@import 'https://phong.example/a.css';"), "TC-RT-01"),
    fails("answers sent abroad", edit("index.html", 'action="a-z/"', 'action="https://khac.example"'), "TC-RT-01", "TC-DH-03"),
    fails("a cookie", edit(PROJECT, "</body>", "<script>document.cookie='a=1'</script></body>"), "TC-RT-02"),
    fails("silent on readers", edit(ABOUT, '(id="|href="#)rieng-tu"', r'\1x"'), "TC-RT-03"),
    fails("not encrypted", edit(ALL, "https://xa-mau.example/", "http://xa-mau.example/"), "TC-RT-04"),
    fails("whose site", edit(ABOUT, '(id="|href="#)cua-ai"', r'\1x"'), "TC-AI-01"),
    fails("fiction unsaid", edit(PROJECT, "không có thật", "rất đẹp"), "TC-AI-02"),
    fails("no language", edit(PROJECT, 'lang="vi"', ""), "TC-TC-01"),
    partly("no title", edit(PROJECT, "<title>.*?</title>", "<title></title>"), "TC-TC-02"),
    partly("two large headings", edit(PROJECT, "(<h1>.*?</h1>)", r"\1\1"), "TC-TC-03"),
    fails("headings that jump", edit(ALL, "<h2([ >].*?)</h2>", r"<h5\1</h5>"), "TC-TC-03"),
    partly("a picture without words", edit(INTRO, ' alt="[^"]*"', ""), "TC-TC-04"),
    partly("a link without words", edit(PROJECT, "</main>", '<a href="."><svg></svg></a></main>'), "TC-TC-04"),
    partly("a table without heads", edit("lien-he/index.html", "<(/?)th([ >])", r"<\1td\2"), "TC-TC-05"),
    fails("no enlarging", edit(PROJECT, "initial-scale=1", "initial-scale=1,user-scalable=no"), "TC-TC-06"),
    fails("silent on access", edit(ABOUT, "WCAG", "một chuẩn"), "TC-TC-07"),
    partly("a heavy page", edit(PROJECT, "</main>", f"<p>{NOISE}</p></main>"), "TC-NHE-01"),
    fails("a heavy style", edit("assets/congkhai.*.css", "$", f"/*{NOISE}*/"), "TC-NHE-01"),
    fails("an empty page", edit(
        "danh-sach-cong-khai/2026-quy-4/index.html", "</h1>.*?</article>", "</h1></article>"), "TC-NHE-02"),
)  # fmt: skip


@pytest.fixture(scope="session")
def before(whole: Site) -> dict[str, str]:
    return verdicts(whole)


def verdicts(site: Site) -> dict[str, str]:
    return {result.criterion.id: result.verdict.value for result in audit(site, DAY).results}


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(spoil, marks=[pytest.mark.long] if number % 3 else [], id=spoil.name)
        for number, spoil in enumerate(SPOILED)
    ],
)
def test_a_spoiled_site_fails_by_exactly_what_was_spoiled(
    spoil: Spoil, built: Path, whole: Site, before: dict[str, str], tmp_path: Path
) -> None:
    copy = linked_copy(built, tmp_path / "trang")
    spoil.change(copy)
    found = verdicts(read_again(whole, built, copy))
    changed = {id: verdict for id, verdict in found.items() if verdict != before[id]}
    assert changed == spoil.verdicts


def test_every_criterion_is_spoiled_by_some_site() -> None:
    assert {id for spoil in SPOILED for id in spoil.verdicts} == set(JUDGES)
