"""Releases as the province takes them: verified first, whatever is wrong told, the last good one served."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.mirror.settle import Result
from generator.mirror.weekly import week_of
from generator.province.signers import ALLOWED
from generator.release.copies import FolderCopy
from generator.release.keys import revoke
from generator.release.statement import SIGNATURE, STATEMENT, SUMS
from tests.mirror.conftest import Mirror, Origin, results, traces
from tests.release.conftest import CODE, NOW, Desk, ssh_keygen  # noqa: F401
from tests.release.test_verify import sign_anew

PAGE = '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>Xã Mẫu</title>\n</head>\n<body>\n<h1>{text}</h1>\n</body>\n</html>\n'
IDENTITY = {
    "ma": CODE,
    "ten": "Xã Mẫu",
    "tinh_trang": "",
    "ngay": "2026-11-22",
    "cho_sua": False,
    "thu_hoi": [],
}
DUTIES = {
    "ten": "Xã Mẫu",
    "nghia_vu": [
        {"ma": "THDC-11.3", "ten": "Danh sách bà Bí Mật", "trong_so": 1, "tinh_trang": "da_cong_khai", "vi_sao": "Bí Mật"}
    ],
}  # fmt: skip
FOLDER = "nguon:\n  - {{xa: [xa-mau], loai: trang, thu_muc: '{}'}}\n"


@dataclass(frozen=True)
class Commune(Desk):
    """Its keys lie outside of what the province has."""

    tinh: Path

    @property
    def allowed(self) -> Path:
        return self.tinh / ALLOWED


def write(desk: Desk, text: str = "Bản một", **identity: Any) -> None:
    desk.write({"index.html": PAGE.format(text=text), "trang.json": json.dumps({**IDENTITY, **identity})})


@pytest.fixture
def desk(mirror: Mirror, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A commune's site, in a folder that the mirror takes it from; nobody may sign for it yet."""
    made = Commune(tmp_path_factory.mktemp("xa"), mirror.folder / "tinh")
    made.write({"tep/a.pdf": "%PDF\n", "cong-khai.json": json.dumps(DUTIES), "quan-tri/x.js": "alert(1)\n"})
    write(made)
    mirror.listed(FOLDER.format(made.site))
    return made


@pytest.fixture
def good(mirror: Mirror, desk: Desk) -> Desk:
    """Its first release, signed and taken."""
    desk.allow("xa")
    desk.release()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    return desk


def log(mirror: Mirror) -> list[str]:
    command = ["git", f"--git-dir={mirror.out / 'nhat-ky.git'}", "log", "--format=%s", "main"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def refused(mirror: Mirror, code: str, **more: Any) -> str:
    """The words of the status page, once the good copy is still served and the new one is not."""
    assert results(mirror.sync(**more)) == {"xa-mau": Result.KEPT}
    assert "Bản một" in mirror.page("xa-mau")
    entry = mirror.entry("xa-mau")
    assert entry["tinh_trang"] == "giu_ban_cu"
    assert entry["loi"]["ma"] == code
    assert entry["loi"]["noi_dung"] in mirror.status()
    proven = "khoa_thu_hoi" if code == "release_key_revoked" else "da_kiem_chung"
    assert (entry["phat_hanh"]["so"], entry["kiem_chung"]) == (1, proven)
    assert log(mirror) == ["xa-mau: bản phát hành số 1"]
    return str(entry["loi"]["noi_dung"])


def test_a_good_release_is_taken_told_logged_and_kept_by_week(mirror: Mirror, good: Desk) -> None:
    entry = mirror.entry("xa-mau")
    assert entry["kiem_chung"] == "da_kiem_chung"
    assert (entry["phat_hanh"]["so"], entry["phat_hanh"]["qua_han"], entry["loi"]) == (1, False, None)
    assert "số 1, ngày 22/11/2026, hạn 06/12/2026: đã kiểm chứng chữ ký" in mirror.status()
    for name in (STATEMENT, SIGNATURE, SUMS):
        assert (mirror.out / "xa-mau" / name).read_bytes() == (good.site / name).read_bytes()
    assert not (mirror.out / "xa-mau" / "quan-tri").exists()
    check = ["sha256sum", "--check", "--strict", "--quiet", "--ignore-missing", SUMS]
    assert subprocess.run(check, cwd=mirror.out / "xa-mau", check=False).returncode == 0
    clone = ["git", "clone", "--quiet", str(mirror.out / "nhat-ky.git"), str(mirror.folder / "chep")]
    assert subprocess.run(clone, check=False).returncode == 0
    logged = mirror.folder / "chep" / "xa-mau"
    assert {path.name for path in logged.iterdir()} == {STATEMENT, SIGNATURE}
    assert (logged / STATEMENT).read_bytes() == (good.site / STATEMENT).read_bytes()
    assert (mirror.out / "nhat-ky.git" / "info" / "refs").is_file()
    week = mirror.store / "tuan" / "xa-mau" / "2026-W47.json"
    entry = {"ma": "THDC-11.3", "tinh_trang": "da_cong_khai", "trong_so": 1}
    assert json.loads(week.read_bytes()) == {"ngay": "2026-11-22", "nghia_vu": [entry]}
    assert results(mirror.sync()) == {"xa-mau": Result.SAME}
    assert len(log(mirror)) == 1


def tampered(desk: Desk) -> None:
    write(desk, "Bản giả")


def mixed(desk: Desk) -> None:
    shutil.copy(desk.site / "index.html", desk.root / "cu.html")
    write(desk, "Bản hai")
    desk.release()
    shutil.copy(desk.root / "cu.html", desk.site / "index.html")


def extra(desk: Desk) -> None:
    desk.write({"tep/la-ten-nguoi.pdf": "%PDF\n"})


def missing(desk: Desk) -> None:
    (desk.site / "tep" / "a.pdf").unlink()


def wrong_key(desk: Desk) -> None:
    write(desk, "Bản hai")
    desk.release(key="ke-la")


def revoked_key(desk: Desk) -> None:
    write(desk, "Bản hai")
    desk.release()
    revoke(desk.public("xa"), "xa", desk.allowed)


def unsigned(desk: Desk) -> None:
    write(desk, "Bản hai")
    desk.release(key=None)


def never_released(desk: Desk) -> None:
    for name in (STATEMENT, SIGNATURE, SUMS):
        (desk.site / name).unlink()


def another_of_the_same_number(desk: Desk) -> None:
    write(desk, "Bản khác")
    shutil.rmtree(desk.root / ".trang.phat-hanh")
    (desk.site / STATEMENT).unlink()
    desk.release()


def leads_outside(desk: Desk) -> None:
    path = desk.site / SUMS
    path.write_bytes(path.read_bytes() + f"{'0' * 64}  ../ngoai.html\n".encode())
    sign_anew(desk, serial=2)


def linked(desk: Desk) -> None:
    (desk.site / "tep" / "a.pdf").rename(desk.root / "a.pdf")
    (desk.site / "tep" / "a.pdf").symlink_to(desk.root / "a.pdf")


def oversized(desk: Desk) -> None:
    os.truncate(desk.site / "tep" / "a.pdf", 1 << 40)


@pytest.mark.parametrize(
    ("spoil", "code", "said"),
    [
        (tampered, "release_file_changed", "có tệp mà nội dung khác bản đã ký"),
        (mixed, "release_file_changed", "có tệp mà nội dung khác bản đã ký"),
        (extra, "release_file_extra", "có tệp mà bản phát hành không có"),
        (missing, "release_file_missing", "thiếu tệp của bản phát hành"),
        (wrong_key, "release_key_unknown", "không có trong danh sách của tỉnh"),
        (revoked_key, "release_key_revoked", "đã bị tỉnh thu hồi"),
        (unsigned, "release_unsigned", "chưa ký"),
        (never_released, "release_missing", "không có release.json"),
        (another_of_the_same_number, "release_same_serial", "cùng mang số 1"),
        (leads_outside, "release_path", "chỉ ra ngoài thư mục"),
        (linked, "copy_refused", "có liên kết"),
        (oversized, "copy_refused", "có tệp nặng hơn 100 MB"),
    ],
)
def test_what_is_no_release_of_the_commune_is_refused_and_told(
    mirror: Mirror, good: Desk, spoil: Callable[[Desk], None], code: str, said: str
) -> None:
    spoil(good)
    told = refused(mirror, code)
    assert said in told
    assert "ten-nguoi" not in mirror.status()


def test_an_older_release_is_refused_by_its_number_whatever_the_clock_says(
    mirror: Mirror, good: Desk, tmp_path: Path
) -> None:
    shutil.copytree(good.site, tmp_path / "cu")
    write(good, "Bản hai")
    good.release(NOW + timedelta(days=2))
    assert results(mirror.sync(now=mirror.after(2))) == {"xa-mau": Result.NEW}
    shutil.rmtree(good.site)
    shutil.copytree(tmp_path / "cu", good.site)
    assert results(mirror.sync()) == {"xa-mau": Result.KEPT}
    assert mirror.entry("xa-mau")["loi"]["ma"] == "release_older"
    assert "Bản hai" in mirror.page("xa-mau")
    mirror.restore("xa-mau")  # the province's own way back forgets no number
    assert "Bản một" in mirror.page("xa-mau")
    assert log(mirror) == ["xa-mau: bản phát hành số 2", "xa-mau: bản phát hành số 1"]
    assert results(mirror.sync())["xa-mau"] is not Result.NEW
    assert len(log(mirror)) == 2


def test_a_release_that_is_not_renewed_is_told_once_it_expires(mirror: Mirror, good: Desk) -> None:
    assert results(mirror.sync(now=mirror.after(13))) == {"xa-mau": Result.SAME}
    assert "hết hạn ngày 06/12/2026" in refused(mirror, "release_expired", now=mirror.after(16))
    assert mirror.entry("xa-mau")["phat_hanh"]["qua_han"] is True
    assert results(mirror.sync(now=mirror.after(17))) == {"xa-mau": Result.KEPT}
    good.release(NOW + timedelta(days=17))
    assert results(mirror.sync(now=mirror.after(17))) == {"xa-mau": Result.NEW}


def test_the_last_few_are_kept_and_the_log_and_the_weeks_grow(mirror: Mirror, good: Desk) -> None:
    mirror.listed(f"giu_ban_cu: 2\n{FOLDER.format(good.site)}")
    for days in (4, 5, 12):
        write(good, f"Bản ngày {days}", ngay="2026-11-22")
        good.release(NOW + timedelta(days=days))
        assert results(mirror.sync(now=mirror.after(days))) == {"xa-mau": Result.NEW}
    assert mirror.entry("xa-mau")["so_ban_giu"] == 2
    assert len(list((mirror.store / "giu" / "xa-mau").iterdir())) == 2
    assert log(mirror) == [f"xa-mau: bản phát hành số {number}" for number in (4, 3, 2, 1)]
    kept = (NOW + timedelta(days=number) for number in (0, 5, 12))
    weeks = [week_of(mirror.store, "xa-mau", moment.date()) for moment in kept]
    assert sorted((mirror.store / "tuan" / "xa-mau").iterdir()) == weeks
    assert json.loads(weeks[1].read_bytes())["ngay"] == "2026-11-27"


def test_a_commune_without_a_key_is_copied_and_marked_until_somebody_may_sign(
    mirror: Mirror, desk: Desk
) -> None:
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    entry = mirror.entry("xa-mau")
    assert (entry["kiem_chung"], entry["phat_hanh"]) == ("chua_ky", None)
    assert "Chưa ký, chưa kiểm chứng được." in mirror.status()
    assert not (mirror.out / "nhat-ky.git").exists()
    desk.allow("xa")
    write(desk, "Bản hai")
    assert results(mirror.sync()) == {"xa-mau": Result.KEPT}
    assert mirror.entry("xa-mau")["loi"]["ma"] == "release_missing"
    assert "Bản một" in mirror.page("xa-mau")
    revoke(desk.public("xa"), "xa", desk.allowed)  # nobody may sign any more: still nothing unsigned
    assert results(mirror.sync()) == {"xa-mau": Result.KEPT}
    assert mirror.entry("xa-mau")["loi"]["ma"] == "release_missing"


def test_a_stranger_cannot_take_the_good_copy_away_by_a_false_withdrawal(
    mirror: Mirror, good: Desk
) -> None:
    write(good, "Bản giả", thu_hoi=[f"{'a' * 64}@2026-11-22"])
    refused(mirror, "release_file_changed")


def test_what_a_signed_release_withdraws_leaves_every_kept_one(mirror: Mirror, good: Desk) -> None:
    write(good, "Bản có bà Bí Mật")
    good.release()
    mirror.sync()
    assert traces(mirror.store, "Bí Mật")
    write(good, "Bản sạch", thu_hoi=[f"{'a' * 64}@2026-11-22"])
    (good.site / "cong-khai.json").write_text('{"nghia_vu": []}', encoding="utf-8")
    good.release()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert traces(mirror.store, "Bí Mật") == traces(mirror.out, "Bí Mật") == []
    assert mirror.entry("xa-mau")["so_ban_giu"] == 1


def test_a_release_comes_over_git(mirror: Mirror, good: Desk) -> None:
    pages = Origin(good.site, "xa-mau")
    pages.git("init", "--quiet", "--initial-branch", "pages")
    pages.commit_all()
    mirror.listed(f"nguon:\n  - {{xa: [xa-mau], loai: trang, kho: 'file://{good.site}', nhanh: pages}}\n")
    assert mirror.sync().good
    write(good, "Bản hai")
    pages.commit_all()
    refused(mirror, "release_file_changed")
    good.release()
    pages.commit_all()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert mirror.entry("xa-mau")["phat_hanh"]["so"] == 2


def test_a_release_comes_over_https(mirror: Mirror, good: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.mirror.look.WebCopy", lambda address: FolderCopy(good.site))
    listed = "nguon:\n  - {xa: [xa-mau], loai: trang, dia_chi: 'https://xa-mau.example/'}\n"
    mirror.listed(listed)
    assert mirror.sync().good
    assert "https://xa-mau.example/" in mirror.status()
    write(good, "Bản giả")
    assert results(mirror.sync()) == {"xa-mau": Result.SAME}  # what is here is what was signed
    assert "Bản một" in mirror.page("xa-mau")
    write(good, "Bản hai")
    good.release()
    write(good, "Bản giả")
    refused(mirror, "release_file_changed")
    mirror.listed(f"toi_da_mb: 1\n{listed}")
    os.truncate(good.site / "index.html", 1 << 40)
    assert "nặng hơn mức cho phép" in refused(mirror, "release_too_large")
    write(good, "Bản hai")
    good.release()
    mirror.listed(listed)
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert mirror.entry("xa-mau")["phat_hanh"]["so"] == 3
    for name in (STATEMENT, SIGNATURE, SUMS):
        (good.site / name).unlink()
    assert results(mirror.sync()) == {"xa-mau": Result.KEPT}
    assert mirror.entry("xa-mau")["loi"]["ma"] == "release_missing"


def test_a_killed_sync_writes_its_release_into_the_log_the_next_time(
    mirror: Mirror, good: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(good, "Bản hai")
    good.release()
    with monkeypatch.context() as patched:
        patched.setattr("generator.mirror.sync.os.sync", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            mirror.sync()
    write(good, "Bản ba")
    good.release()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert log(mirror) == [f"xa-mau: bản phát hành số {number}" for number in (3, 2, 1)]
