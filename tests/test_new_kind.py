"""Adding a kind is one model, one template, one sample, one test; taking one away is noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, write_tree

KIND = {
    "generator/kinds/notice.py": '''"""Announcements of the commune."""

from generator.core import Draft
from generator.fields.base import given
from generator.fields.text import Prose, Text
from generator.kinds._disclosure import Disclosed
from generator.kinds._kind import Kind


class Notice(Disclosed):
    """An announcement."""

    title: Text = given("ten", "Tên thông báo", "Thông báo việc gì.")
    text: Prose = given("noi_dung", "Nội dung", "Nội dung thông báo.")


def pages(scope):
    records = scope.commune.all("notice")
    yield Draft("thong-bao/", "Thông báo", "notice/list.html", records, menu="Thông báo")
    for record in records:
        yield Draft(
            f"thong-bao/{record.id}/", record.data.title, "notice/one.html", record.data.text,
            section="thong-bao/", record=record,
        )


KIND = Kind(
    name="notice", title="Thông báo", section="thong-bao/", files=("thong-bao/*.yml",), model=Notice, pages=pages,
)
''',
    "site_templates/notice/list.html": (
        "<h1>Thông báo</h1>{% for record in page.facts %}"
        "<a href=\"{{ page.to('thong-bao/' ~ record.id ~ '/') }}\">{{ record.data.title }}</a>"
        "{% else %}<p>Chưa công khai trên trang này.</p>{% endfor %}"
    ),
    "site_templates/notice/one.html": "<h1>{{ page.title }}</h1>{{ page.facts | van_xuoi }}",
    "content/xa/xa-mau/thong-bao/TB-01.yml": (
        "ten: Cắt điện xóm Đồi Chè\nnoi_dung: Cắt điện từ **7 giờ**.\ncong_khai: {ngay_dang: 2026-11-21}\n"
    ),
}


def python(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_kind_in_four_files_appears_everywhere_with_nothing_else_edited(checkout: Path) -> None:
    write_tree(checkout, KIND)
    result = python(checkout, "-m", "generator", "build", "--date", str(DAY), "--only", "xa-mau")
    assert result.returncode == 0, result.stderr
    site = checkout / "site" / "xa-mau"
    home = (site / "index.html").read_text("utf-8")
    assert 'href="thong-bao/"' in home, "in the menu"
    assert "Cắt điện xóm Đồi Chè" in home, "among the latest"
    assert "Cắt điện xóm Đồi Chè" in (site / "a-z" / "index.html").read_text("utf-8")
    page = (site / "thong-bao" / "TB-01" / "index.html").read_text("utf-8")
    assert "<strong>7 giờ</strong>" in page
    assert "Cắt điện" in (site / "thong-bao" / "TB-01" / "du-lieu.json").read_text("utf-8")
    assert "Tên thông báo" in (site / "thong-bao" / "du-lieu.csv").read_text("utf-8-sig")


def remove_template(checkout: Path) -> None:
    (checkout / "site_templates" / "reception" / "schedule.html").unlink()


def remove_sample(checkout: Path) -> None:
    (checkout / "content" / "xa" / "xa-mau" / "tiep-cong-dan.yml").unlink()


def remove_title(checkout: Path) -> None:
    model = checkout / "generator" / "kinds" / "reception" / "model.py"
    text = model.read_text("utf-8")
    assert '"Nơi tiếp công dân"' in text
    model.write_text(text.replace('"Nơi tiếp công dân"', '""'), "utf-8")


def remove_test(checkout: Path) -> None:
    (checkout / "tests" / "kinds" / "test_reception.py").unlink()


def half_kind(checkout: Path) -> None:
    write_tree(checkout, {"generator/kinds/half.py": '"""A kind that is none."""\n'})


@pytest.mark.parametrize("damage", [remove_template, remove_sample, remove_title, remove_test, half_kind])
def test_the_contract_tests_fail_when_a_part_of_a_kind_is_taken_away(
    checkout: Path, damage: Callable[[Path], None]
) -> None:
    contract = [
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "tests/test_contract.py",
    ]
    damage(checkout)
    result = python(checkout, *contract)
    assert result.returncode in (1, 2, 4), result.stdout
    assert "reception" in result.stdout + result.stderr or "half" in result.stdout + result.stderr
