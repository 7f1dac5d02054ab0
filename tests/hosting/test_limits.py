"""A host's limits: what is over them is an error, what is near a notice, what is not said is not judged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.hosting.limits import GB, LIMITS, MIB, Host
from generator.hosting.measure import Size, measure, size_of, summary
from tests.conftest import CONTENT, DAY, write_tree
from tests.test_cli import congkhai


def site_of(*sizes: int, folders: int = 0) -> Size:
    return Size(
        tuple(sorted(((size, f"tep/{at}.pdf") for at, size in enumerate(sizes)), reverse=True)), folders
    )


def told(size: Size, host: Host) -> list[tuple[str, str, str]]:
    return [(p.code, p.place.path, str(p.level)) for p in measure(size, host, "site")]


@pytest.mark.parametrize(
    ("host", "size", "expected"),
    [
        (Host.GITHUB, site_of(*[50 * MIB] * 10), []),
        (Host.GITHUB, site_of(*[90 * MIB] * 9), [("site_near_limit", "site", "notice")]),
        (Host.GITHUB, site_of(*[90 * MIB] * 12), [("site_too_large", "site", "error")]),
        (Host.GITHUB, site_of(100 * MIB), []),
        (Host.GITHUB, site_of(100 * MIB + 1), [("site_file_too_large", "site/tep/0.pdf", "error")]),
        (Host.GITHUB, site_of(*[1] * 300_000), []),
        (Host.GITLAB, site_of(*[1] * 160_000), []),
        (Host.GITLAB, site_of(*[1] * 160_000, folders=1), [("site_near_limit", "site", "notice")]),
        (Host.GITLAB, site_of(*[1] * 160_000, folders=40_001), [("site_too_many_files", "site", "error")]),
        (Host.CLOUDFLARE, site_of(*[1] * 20_000, folders=9), [("site_near_limit", "site", "notice")]),
        (Host.CLOUDFLARE, site_of(*[1] * 20_001), [("site_too_many_files", "site", "error")]),
        (Host.CLOUDFLARE, site_of(25 * MIB + 1), [("site_file_too_large", "site/tep/0.pdf", "error")]),
        (Host.FORGEJO, site_of(*[GB] * 3), []),
    ],
)  # fmt: skip
def test_a_site_is_judged_by_what_its_host_documents(
    host: Host, size: Size, expected: list[tuple[str, str, str]]
) -> None:
    assert told(size, host) == expected


def test_many_files_over_the_limit_are_named_in_part_and_counted() -> None:
    found = measure(site_of(*[30 * MIB] * 25), Host.CLOUDFLARE, "site")
    assert len(found) == 21
    assert "còn 5 tệp nữa nặng hơn mức 25,0 MB" in found[0].sentence


def test_a_message_says_figure_limit_source_and_day() -> None:
    problem = measure(site_of(26 * MIB), Host.CLOUDFLARE, "site")[0]
    assert problem.sentence == "tệp nặng 26,0 MB, Cloudflare Pages nhận mỗi tệp nhiều nhất 25,0 MB"
    assert "https://developers.cloudflare.com/pages/platform/limits/#file-size" in problem.hint
    assert "xem ngày 22/11/2026" in problem.hint


def test_what_the_documentation_leaves_out_is_said() -> None:
    size = site_of(2 * MIB, MIB)
    assert summary(size, Host.GITHUB) == (
        "GitHub Pages: 2 tệp, cả trang 3,0 MB, tệp lớn nhất 2,0 MB."
        " Tài liệu của GitHub Pages không nêu giới hạn về: số tệp."
    )
    assert summary(size, Host.FORGEJO).endswith("giới hạn về: cỡ cả trang, số tệp, cỡ mỗi tệp.")


def test_every_limit_has_an_address_and_a_day() -> None:
    limits = [
        limit
        for host in LIMITS.values()
        for limit in (host.site, host.files, host.file)
        if limit is not None
    ]
    assert len(limits) == 6
    assert all(limit.source.startswith("https://") and limit.read.year >= 2026 for limit in limits)


def test_files_and_folders_are_counted_and_links_are_not_followed(tmp_path: Path) -> None:
    write_tree(tmp_path / "site", {"index.html": "ab", "xa/tep/a.txt": "abc"})
    (tmp_path / "site" / "xa" / "ngoai").symlink_to(CONTENT)
    size = size_of(tmp_path / "site")
    assert size.sizes == ((3, "xa/tep/a.txt"), (2, "index.html"))
    assert size.folders == 3


def commune(root: Path) -> Path:
    return write_tree(root, {"content/xa/xa-phu-dinh/xa.yml": 'ma: "05602"\ntinh_trang: cho_tiep_nhan\n'})


def test_check_builds_out_of_sight_and_measures(tmp_path: Path) -> None:
    tinh = ("--tinh", str(CONTENT / "tinh"), "--date", str(DAY))
    result = congkhai("check", *tinh, "--host", "cloudflare", cwd=commune(tmp_path))
    assert result.returncode == 0, result.stderr
    assert "Cloudflare Pages: " in result.stdout.splitlines()[-2]
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_check_measures_a_site_that_is_built_and_ends_with_status_1_over_the_limit(tmp_path: Path) -> None:
    commune(tmp_path)
    leave_out = shutil.ignore_patterns("thu-tuc")
    shutil.copytree(CONTENT / "tinh", tmp_path / "content" / "tinh", ignore=leave_out)
    heavy = write_tree(tmp_path, {"site/tep/a.pdf": ""}) / "site" / "tep" / "a.pdf"
    with heavy.open("wb") as file:
        file.truncate(26 * MIB)
    given = ("--date", str(DAY), "--host", "cloudflare", "--site", "site", "--format", "gitlab")
    result = congkhai("check", *given, cwd=tmp_path)
    assert result.returncode == 1, result.stderr
    found = {entry["check_name"]: entry for entry in json.loads(result.stdout)}
    assert found["site_file_too_large"]["location"] == {"path": "site/tep/a.pdf", "lines": {"begin": 1}}
    assert found["site_file_too_large"]["severity"] == "major"
    assert found["no_base"]["severity"] == "info"


@pytest.mark.parametrize(
    "arguments", [["--site", "content"], ["--host", "netlify"], ["--host", "github", "--site", "khong-co"],
                  ["--host", "github", "--watch"]], ids=" ".join
)  # fmt: skip
def test_wrong_use_of_the_options_is_a_wrong_command_line(arguments: list[str]) -> None:
    result = congkhai("check", *arguments)
    assert result.returncode == 2
    assert "Xem cách dùng" in result.stderr
