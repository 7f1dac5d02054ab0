"""A repository of one commune: content, congkhai.lock, and the same bytes every time."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.digests import digest_of
from generator.hosting.lock import LockError, read_pin
from tests.conftest import CONTENT, DAY, ROOT, write_tree
from tests.hosting.conftest import SAMPLE, TINH, Machine, commit, commune_repository, province_clone
from tests.test_cli import congkhai

PIN = f"# tinh-nguon: {TINH}\n# tinh-commit: {'a' * 40}\n# tinh-thu-muc: content/tinh\n# tinh-sha256: {'b' * 64}\n"


def lock(machine: Machine, repository: Path, province: Path) -> None:
    """The lock that the province would hand to the commune, with the wheel in the commune's repository."""
    kept = repository / "bo-dung" / machine.wheel.name
    kept.parent.mkdir(exist_ok=True)
    shutil.copy(machine.wheel, kept)
    result = congkhai(
        "new", "lock", "--wheel", str(kept), "--wheel-url", f"bo-dung/{kept.name}",
        "--tinh", str(province / "content" / "tinh"), "--tinh-url", TINH, cwd=repository,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "Đã ghi congkhai.lock: ghim congkhai-0.1.0-py3-none-any.whl" in result.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="no git")
def test_content_and_lock_alone_build_from_the_installed_wheel(
    machine: Machine, tmp_path: Path, site: Path
) -> None:
    province = tmp_path / "tinh"
    shutil.copytree(CONTENT / "tinh", province / "content" / "tinh")
    commit(province)
    repository = tmp_path / "kho"
    shutil.copytree(CONTENT / "xa" / "xa-mau", repository / "content" / "xa" / "xa-mau")
    lock(machine, repository, province)
    machine = replace(machine, known=((TINH, province),))
    pip = (
        str(machine.python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "-r",
        "congkhai.lock",
    )
    machine.run(*pip, cwd=repository)
    shutil.rmtree(repository / "bo-dung")  # from here on: content and congkhai.lock, nothing else
    result = machine.run("congkhai", "build", "--date", str(DAY), cwd=repository, check=False)
    assert result.returncode == 0, result.stderr
    assert _public(repository / "site") == _public(site)


def _public(site: Path) -> dict[Path, bytes]:
    """What citizens get; the forms of the staff are in a wheel only where `make admin` was run before."""
    files = (
        path for path in (site / "xa-mau").rglob("*") if path.is_file() and "quan-tri" not in path.parts
    )
    return {path.relative_to(site): path.read_bytes() for path in files}


def test_pip_refuses_a_wheel_that_is_not_the_one_pinned(machine: Machine, tmp_path: Path) -> None:
    repository = commune_repository(tmp_path / "kho", {"xa.yml": SAMPLE})
    lock(machine, repository, province_clone(tmp_path / "tinh"))
    wheel = repository / "bo-dung" / machine.wheel.name
    wheel.write_bytes(wheel.read_bytes() + b"x")
    pip = (str(machine.python), "-m", "pip", "install", "--require-hashes", "-r", "congkhai.lock")
    result = machine.run(*pip, cwd=repository, check=False)
    assert result.returncode != 0
    assert "DO NOT MATCH THE HASHES" in result.stderr


def git_known(province: Path, cache: Path) -> dict[str, str]:
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{province.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": TINH,
        "XDG_CACHE_HOME": str(cache),
    }


def pinned(root: Path, change: str = "") -> tuple[Path, Path]:
    """A commune's repository whose lock pins the province only, and the province's clone."""
    province = province_clone(root / "tinh")
    repository = commune_repository(root / "kho", {"xa.yml": SAMPLE})
    from generator.hosting.pinned import pin_of

    pin = pin_of(province / "content" / "tinh", TINH)
    text = PIN.replace("a" * 40, pin.commit).replace("b" * 64, change or pin.digest)
    write_tree(repository, {"congkhai.lock": text})
    return repository, province


def test_the_pinned_commit_is_used_whatever_the_province_does_later(tmp_path: Path) -> None:
    repository, province = pinned(tmp_path)
    write_tree(province, {"content/tinh/tinh.yml": "ten: hỏng\n"})
    commit(province, "Hỏng")
    env = git_known(province, tmp_path / "cache")
    result = congkhai("check", "--date", str(DAY), cwd=repository, **env)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "[no_base]" not in result.stdout  # nobody here can mend a file that was fetched
    shutil.rmtree(province)
    again = congkhai("check", "--date", str(DAY), cwd=repository, **env)
    assert again.stdout == result.stdout


def test_data_that_differ_from_what_is_pinned_are_refused(tmp_path: Path) -> None:
    repository, province = pinned(tmp_path, change="c" * 64)
    result = congkhai("check", cwd=repository, **git_known(province, tmp_path / "cache"))
    assert result.returncode == 2
    assert "không khớp mã kiểm trong congkhai.lock" in result.stderr


def test_a_province_that_cannot_be_reached_is_said(tmp_path: Path) -> None:
    repository, province = pinned(tmp_path)
    shutil.rmtree(province)
    result = congkhai("check", cwd=repository, **git_known(province, tmp_path / "cache"))
    assert result.returncode == 2
    assert "git không lấy được dữ liệu của tỉnh" in result.stderr
    assert list((tmp_path / "cache" / "congkhai").iterdir()) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "congkhai.lock:1:1: chưa ghim dữ liệu của tỉnh"),
        (PIN.replace("https://", "ext::sh -c "), "congkhai.lock:1:1: “tinh-nguon” cần là địa chỉ https://"),
        (PIN.replace(TINH, "--upload-pack=x"), "congkhai.lock:1:1: “tinh-nguon” cần là địa chỉ https://"),
        (PIN.replace("a" * 40, "main"), "congkhai.lock:2:1: “tinh-commit” cần là mã commit 40 chữ số"),
        (PIN.replace("content/tinh", "../../etc"), "congkhai.lock:3:1: “tinh-thu-muc” cần là thư mục"),
        (PIN.replace("sha256", "sha265"), "congkhai.lock:4:1: không có mục “tinh-sha265”"),
    ],
)
def test_a_wrong_lock_says_line_and_what_is_meant(text: str, said: str, tmp_path: Path) -> None:
    file = write_tree(tmp_path, {"congkhai.lock": text}) / "congkhai.lock"
    with pytest.raises(LockError, match=re.escape(said)):
        read_pin(file)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--wheel", "khong-co.whl", "--wheel-url", "https://a.example/a.whl"],
        ["--wheel", "README.md", "--wheel-url", "https://a.example/a.whl"],
        ["--wheel", "README.md", "--wheel-url", "http://a.example/a.whl"],
        ["--wheel", "README.md", "--wheel-url", "a b.whl"],
        ["--wheel", "README.md", "--wheel-url", "a.whl", "--tinh", "content/tinh"],
    ],
    ids=" ".join,
)
def test_wrong_use_of_new_lock_is_a_wrong_command_line(arguments: list[str], tmp_path: Path) -> None:
    result = congkhai("new", "lock", "--out", str(tmp_path / "congkhai.lock"), *arguments)
    assert result.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_the_digest_sees_names_contents_and_links(tmp_path: Path) -> None:
    trees: list[dict[str, str]] = [{"a": "1"}, {"a": "2"}, {"b": "1"}, {"a": "1", "b": ""}, {"a/a": "1"}]
    folders = [write_tree(tmp_path / str(at), files) for at, files in enumerate(trees)]
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "a").symlink_to(tmp_path / "0" / "a")
    assert len({digest_of(folder) for folder in (*folders, tmp_path / "link")}) == 6


def test_the_wheel_carries_the_packages_that_make_site_installs() -> None:
    names = re.compile(r"^([a-z0-9.-]+==[^ ]+)", re.MULTILINE)
    run = set(names.findall((ROOT / "requirements" / "run.txt").read_text("utf-8")))
    assert len(run) > 30
    assert run <= set(names.findall((ROOT / "requirements" / "site.txt").read_text("utf-8")))
