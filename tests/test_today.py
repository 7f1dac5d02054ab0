"""The pages know today: what is next moves on by itself after the day of the build, in Vietnam's time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.servers import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site / "xa-mau") as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader in another country: the day is Vietnam's all the same."""
    opened = browser.new_page(timezone_id="America/Los_Angeles")
    yield opened
    opened.close()


def opened(page: Page, address: str, moment: str) -> str:
    page.clock.set_fixed_time(f"{moment}+07:00")
    page.goto(address)
    return page.locator("[data-con]:visible").first.inner_text()


BUILT = "Thứ Năm, 26/11/2026"


@pytest.mark.parametrize(
    ("moment", "label", "next_day"),
    [
        ("2026-11-22T00:30:00", "Còn 4 ngày", BUILT),
        ("2026-11-25T23:59:00", "Ngày mai", BUILT),
        ("2026-11-26T00:01:00", "Hôm nay", BUILT),
        ("2026-11-26T11:29:00", "Hôm nay", BUILT),
        ("2026-11-26T11:30:00", "Còn 7 ngày", "Thứ Năm, 03/12/2026"),
        ("2026-12-04T12:00:00", "Ngày mai", "Thứ Bảy, 05/12/2026"),
        ("2026-12-31T07:00:00", "Hôm nay", "Thứ Năm, 31/12/2026"),
    ],
)
def test_the_next_session_is_the_first_that_is_not_over(
    page: Page, address: str, moment: str, label: str, next_day: str
) -> None:
    assert opened(page, f"{address}tiep-cong-dan/", moment) == label
    box = page.locator(".buoi-toi")
    assert next_day in box.inner_text()
    assert (BUILT in box.inner_text()) == (next_day == BUILT)
    assert "Lịch cập nhật ngày 22/11/2026" in box.inner_text()
    assert not page.locator("[data-het-buoi]").is_visible()
    marked = page.locator(".buoi--toi .buoi__ngay strong").all_inner_texts()
    assert marked == ([] if next_day == BUILT else [next_day])


def test_what_is_over_is_marked_in_words_and_no_longer_offered(page: Page, address: str) -> None:
    opened(page, f"{address}tiep-cong-dan/", "2026-12-06T08:00:00")
    over = page.locator("[data-buoi]", has_text="Đã qua")
    assert [text.split(",")[1][:6] for text in over.all_inner_texts()] == [" 03/12", " 05/12"]
    assert over.locator("a", has_text="Thêm buổi này vào lịch").locator("visible=true").count() == 0


def test_when_all_sessions_are_over_the_page_says_so(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2027-01-02T08:00:00+07:00")
    page.goto(f"{address}tiep-cong-dan/")
    assert page.locator("[data-het-buoi]").is_visible()
    assert page.locator(".buoi--toi").count() == 0
    box = page.locator(".buoi-toi")
    assert box.locator("h2").text_content() == "Lịch đã hết"
    assert BUILT not in box.inner_text()
    assert page.get_by_text("Thêm buổi này vào lịch").locator("visible=true").count() == 0
    for heading in ("Các buổi sau", "Buổi tới"):
        assert page.get_by_text(heading, exact=True).count() == 0
    assert page.locator("#cac-buoi-sau").inner_text() == "Các buổi cuối lịch, nay đã qua"


def test_the_session_that_moved_up_shows_its_place(page: Page, address: str) -> None:
    """The usual one, unless it is held elsewhere."""
    shown = {}
    for day in ("2026-12-03", "2026-12-05"):
        opened(page, f"{address}tiep-cong-dan/", f"{day}T06:00:00")
        shown[day] = page.locator(".buoi-toi").inner_text()
    assert "Ở đâu: Phòng Tiếp công dân" in shown["2026-12-03"]
    assert "Phòng Tiếp công dân" not in shown["2026-12-05"]
    assert "Nhà văn hóa bản Khe Đá" in shown["2026-12-05"]


def test_on_paper_a_link_to_a_session_online_is_an_address(page: Page, address: str) -> None:
    opened(page, f"{address}tiep-cong-dan/", "2026-11-22T08:00:00")
    link = page.locator("a.qua-mang").first
    written = "element => getComputedStyle(element, '::after').content"
    assert link.evaluate(written) == "none"
    page.emulate_media(media="print")
    assert link.evaluate(written) == '": https://hop.example/xa-mau"'


@pytest.mark.parametrize(
    ("moment", "label", "next_day"),
    [
        ("2026-11-22T07:00:00", "Còn 4 ngày", BUILT),
        ("2026-11-26T10:00:00", "Hôm nay", BUILT),
        ("2026-11-26T12:00:00", "Còn 7 ngày", "Thứ Năm, 03/12/2026"),
        ("2026-12-05T06:00:00", "Hôm nay", "Thứ Bảy, 05/12/2026"),
        ("2026-12-10T12:00:00", "Còn 5 ngày", "Thứ Ba, 15/12/2026"),
        ("2026-12-31T06:00:00", "Hôm nay", "Thứ Năm, 31/12/2026"),
    ],
)
def test_the_home_page_moves_on_too(
    page: Page, address: str, moment: str, label: str, next_day: str
) -> None:
    assert opened(page, address, moment) == label
    lines = page.locator("[data-luot]:visible").inner_text()
    assert f"Buổi tới: {next_day}" in lines


def test_the_home_page_says_when_the_schedule_is_over(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2027-03-01T06:00:00+07:00")
    page.goto(address)
    shown = page.locator("[data-luot]:visible")
    assert shown.inner_text() == "Lịch đã hết, bà con gọi hỏi trước: 0200 000 0006"
    assert page.get_by_text("Buổi tới").locator("visible=true").count() == 0


def test_the_home_page_tells_of_a_session_online_or_elsewhere(page: Page, address: str) -> None:
    told = {}
    for day in ("2026-12-03", "2026-12-05", "2026-12-10"):
        opened(page, address, f"{day}T06:00:00")
        told[day] = page.locator("[data-luot]:visible").inner_text()
    assert [day for day, text in told.items() if "Nơi tiếp: Nhà văn hóa bản Khe Đá" in text] == [
        "2026-12-05"
    ]
    assert [day for day, text in told.items() if "Tiếp trực tuyến" in text] == ["2026-12-10"]
    assert sum("Nơi tiếp" in text for text in told.values()) == 1


def test_without_script_the_day_of_the_build_holds(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}tiep-cong-dan/")
    box = page.locator(".buoi-toi").inner_text()
    assert BUILT in box
    assert "Còn 4 ngày" in box
    assert "Lịch cập nhật ngày 22/11/2026" in box
    page.goto(address)
    assert BUILT in page.locator("[data-luot]:visible").inner_text()
    page.close()
