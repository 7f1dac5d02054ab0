"""Copies of three communes: what changes is taken, what is broken stays with its own, the status says why."""

from __future__ import annotations

import json
import subprocess
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from generator.mirror import shelf
from generator.mirror.restore import NothingKeptError, take_latest
from generator.mirror.settle import Result
from generator.mirror.shown import LABELS
from generator.mirror.sync import LOCK
from tests.conftest import CONTENT, DAY
from tests.links import broken
from tests.mirror.conftest import (
    BROKEN,
    CODES,
    EARLY,
    LATE,
    LATER,
    Mirror,
    Origin,
    listing,
    origin,
    results,
)
from tests.test_cli import congkhai
from tests.test_publish import mtimes

NEW, SAME, KEPT = Result.NEW, Result.SAME, Result.KEPT
SCHEDULE = "tiep-cong-dan.yml"


def test_one_broken_commune_of_three_keeps_its_copy_and_the_others_are_new(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    first = mirror.sync()
    assert first.good
    assert results(first) == dict.fromkeys(CODES, NEW)
    old = three["xa-mau"].git("rev-parse", "HEAD")
    new = {slug: three[slug].commit({SCHEDULE: LATER}) for slug in ("xa-phu-dinh", "xa-dinh-hoa")}
    three["xa-mau"].commit({SCHEDULE: BROKEN})

    second = mirror.sync(now=mirror.after(1))
    assert not second.good
    assert results(second) == {"xa-mau": KEPT, "xa-phu-dinh": NEW, "xa-dinh-hoa": NEW}
    assert [(p.place.path, p.code) for p in second.problems if p.level == "error"] == [
        ("content/xa/xa-mau/tiep-cong-dan.yml", "rule_unknown")
    ]
    assert EARLY in mirror.page("xa-mau/tiep-cong-dan")
    for slug, commit in new.items():
        assert LATE in mirror.page(f"{slug}/tiep-cong-dan")
        assert mirror.entry(slug)["ban_dang_dung"]["commit"] == commit
    entry = mirror.entry("xa-mau")
    assert (entry["tinh_trang"], entry["ban_dang_dung"]["commit"]) == ("giu_ban_cu", old)
    assert (entry["tinh_den"], entry["tuoi_ngay"]) == ("2026-11-22", 1)
    assert entry["loi"] == {
        "ma": "copy_refused",
        "noi_dung": "dữ liệu mới có 1 lỗi",
        "viec_can_lam": "Lỗi đầu ở tiep-cong-dan.yml dòng 7, mã rule_unknown. Xã sửa các lỗi ấy rồi đẩy lên lại.",
    }
    told, _, folded = row(mirror.status(), "xa-mau").partition(
        "<summary>Dành cho cán bộ kỹ thuật</summary>"
    )
    assert "<strong>Vì sao:</strong> dữ liệu mới có 1 lỗi." in told
    assert "rule_unknown" not in told
    assert "mã rule_unknown" in folded
    assert "Bản cũ của ngày 22/11/2026, cách đây 1 ngày; trang của xã có thể đã khác." in folded
    assert "Đúng tính đến" not in told + folded
    assert "Đúng tính đến ngày 23/11/2026." in row(mirror.status(), "xa-phu-dinh")
    assert list(broken(mirror.out)) == []


def row(page: str, slug: str) -> str:
    """One commune's row of the status page, its words on one line."""
    found = next(part for part in page.split("<tr>") if f'href="../{slug}/"' in part)
    return " ".join(found.split()).replace("\u00a0", " ")


def test_the_status_explains_every_state_that_it_shows(mirror: Mirror, three: dict[str, Origin]) -> None:
    mirror.sync()
    legend = mirror.status().partition('id="nghia-la-gi"')[2]
    labels = [label.capitalize() for label, _ in LABELS.values()]
    assert [label for label in (*labels, "Quá cũ") if f"<strong>{label}:</strong>" not in legend] == []
    assert "giống hệt" not in legend


def test_the_data_of_the_status_are_exact(mirror: Mirror, three: dict[str, Origin]) -> None:
    mirror.listed(
        "nguon:\n  - {xa: [xa-phu-dinh], kho: 'file:///khong/co'}\n"
        f"  - {{xa: [xa-mau], kho: '{three['xa-mau'].url}', nhanh: main}}\n"
    )
    mirror.sync()
    found = json.loads((mirror.out / "ban-sao.json").read_bytes())
    digest = found["xa"][0]["ban_dang_dung"].pop("ma_kiem")
    assert len(digest) == 64
    where = {"loai": "du_lieu", "kho": "thư mục trên máy chủ của tỉnh", "nhanh": "main"}
    noon = "2026-11-22T12:00:00+07:00"
    assert found == {
        "ngay": "2026-11-22",
        "cap_nhat": noon,
        "qua_cu_ngay": 7,
        "xa": [
            {
                "ma": "00000",
                "slug": "xa-mau",
                "ten": "Xã Mẫu",
                "dia_chi": "xa-mau/",
                "nguon": where,
                "tinh_trang": "moi",
                "ban_dang_dung": {
                    "commit": three["xa-mau"].git("rev-parse", "HEAD"),
                    "lay_luc": noon,
                },
                "tinh_den": "2026-11-22",
                "tuoi_ngay": 0,
                "qua_cu": False,
                "lui_ve_ban_cu": False,
                "lan_thu_cuoi": noon,
                "kiem_chung": "tinh_dung",
                "phat_hanh": None,
                "loi": None,
                "so_ban_giu": 1,
            },
            {
                "ma": "05602",
                "slug": "xa-phu-dinh",
                "ten": "Xã Phú Đình",
                "dia_chi": None,
                "nguon": where,
                "tinh_trang": "chua_co",
                "ban_dang_dung": None,
                "tinh_den": None,
                "tuoi_ngay": None,
                "qua_cu": False,
                "lui_ve_ban_cu": False,
                "lan_thu_cuoi": noon,
                "kiem_chung": None,
                "phat_hanh": None,
                "loi": {
                    "ma": "copy_refused",
                    "noi_dung": "không có kho git ở địa chỉ đã ghi",
                    "viec_can_lam": "Xem lại địa chỉ; hỏi xã có đổi chỗ hay đóng kho không.",
                },
                "so_ban_giu": 0,
            },
        ],
    }


def test_where_nothing_has_changed_nothing_is_built(
    mirror: Mirror, three: dict[str, Origin], monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror.sync()
    before = {slug: mtimes(mirror.out / slug) for slug in CODES}
    monkeypatch.setattr("generator.mirror.tries.take", lambda job, task: pytest.fail("built"))
    assert results(mirror.sync()) == dict.fromkeys(CODES, SAME)
    assert {slug: mtimes(mirror.out / slug) for slug in CODES} == before


def test_a_new_day_a_new_rule_of_the_province_and_a_lost_folder_are_built_anew(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    mirror.sync()
    assert results(mirror.sync(now=mirror.after(1))) == dict.fromkeys(CODES, NEW)
    assert "Trang dựng ngày 23/11/2026." in mirror.page("xa-mau")
    assert mirror.entry("xa-mau")["ban_dang_dung"]["lay_luc"] == "2026-11-22T12:00:00+07:00"
    settings = mirror.folder / "tinh" / "tinh.yml"
    settings.write_text(
        settings.read_text("utf-8") + "dia_chi_goc: https://tinh.example/\n", encoding="utf-8"
    )
    assert results(mirror.sync(now=mirror.after(1))) == dict.fromkeys(CODES, NEW)
    assert 'href="https://tinh.example/xa-mau/"' in mirror.page("xa-mau")
    subprocess.run(["rm", "-r", str(mirror.out / "xa-mau")], check=True)
    assert results(mirror.sync(now=mirror.after(1)))["xa-mau"] is NEW
    assert mirror.page("xa-mau")


def test_several_communes_of_one_repository_are_fetched_once_and_fail_apart(mirror: Mirror) -> None:
    shared = origin(mirror.folder, "xa-mau")
    other = Origin(shared.folder, "xa-phu-dinh")
    other.commit({"xa.yml": 'ma: "05602"\ntinh_trang: ban_sao\n'})
    mirror.listed(f"nguon:\n  - xa: [xa-mau, '05602']\n    kho: {shared.url}\n")
    assert results(mirror.sync()) == {"xa-mau": NEW, "xa-phu-dinh": NEW}
    assert len(list((mirror.store / "kho").iterdir())) == 1
    newest = shared.commit({SCHEDULE: LATER})
    assert results(mirror.sync()) == {"xa-mau": NEW, "xa-phu-dinh": SAME}
    assert mirror.entry("xa-phu-dinh")["ban_dang_dung"]["commit"] == newest
    shared.commit({SCHEDULE: BROKEN})
    other.commit({SCHEDULE: LATER})
    assert results(mirror.sync()) == {"xa-mau": KEPT, "xa-phu-dinh": NEW}


def test_only_the_commune_that_is_named_is_tried(mirror: Mirror, three: dict[str, Origin]) -> None:
    mirror.sync()
    for one in three.values():
        one.commit({SCHEDULE: LATER})
    assert results(mirror.sync(only=("05602",))) == {"xa-phu-dinh": NEW}
    assert EARLY in mirror.page("xa-mau/tiep-cong-dan")
    assert (mirror.out / "xa-dinh-hoa").is_dir()


def test_a_commune_that_leaves_the_list_leaves_site_shelf_and_store(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    mirror.sync()
    mirror.listed(listing(three["xa-phu-dinh"]))
    mirror.sync()
    assert not (mirror.out / "xa-mau").exists()
    assert [path.name for path in (mirror.store / shelf.SHELF).iterdir()] == ["xa-phu-dinh"]
    assert len(list((mirror.store / "kho").iterdir())) == 1


def test_an_empty_list_gives_a_page_that_says_so(mirror: Mirror) -> None:
    assert mirror.sync().good
    assert "Chưa có xã, phường nào trong danh sách" in mirror.status()
    assert json.loads((mirror.out / "ban-sao.json").read_bytes())["xa"] == []
    assert '<a href="ban-sao/">Tình trạng các bản sao</a>' in mirror.page("")
    assert list(broken(mirror.out)) == []


def test_a_source_that_cannot_be_reached_keeps_its_copy_which_grows_old_in_words(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    mirror.sync()
    three["xa-mau"].folder.rename(mirror.folder / "da-doi-cho")
    report = mirror.sync(now=mirror.after(8))
    assert results(report)["xa-mau"] is KEPT
    assert EARLY in mirror.page("xa-mau/tiep-cong-dan")
    assert (mirror.entry("xa-mau")["tuoi_ngay"], mirror.entry("xa-mau")["qua_cu"]) == (8, True)
    assert "quá cũ</span>" in mirror.status()
    assert "cách đây 8 ngày" in mirror.status()
    assert mirror.entry("xa-dinh-hoa")["qua_cu"] is False
    (mirror.folder / "da-doi-cho").rename(three["xa-mau"].folder)
    assert results(mirror.sync(now=mirror.after(8)))["xa-mau"] is NEW
    assert mirror.entry("xa-mau")["loi"] is None


def test_a_broken_list_changes_nothing(mirror: Mirror, three: dict[str, Origin]) -> None:
    mirror.sync()
    before = mtimes(mirror.out)
    mirror.listed("nguon:\n  - xa: [xa-mau]\n    khoo: x\n")
    report = mirror.sync()
    assert report.stopped
    assert mtimes(mirror.out) == before


def test_a_local_folder_of_content_is_checked_and_built(mirror: Mirror) -> None:
    given = origin(mirror.folder, "xa-mau").folder / "content"
    mirror.listed("nguon:\n  - xa: [xa-mau]\n    thu_muc: goc-xa-mau/content\n")
    assert results(mirror.sync()) == {"xa-mau": NEW}
    assert results(mirror.sync()) == {"xa-mau": SAME}
    (given / "xa" / "xa-mau" / SCHEDULE).write_text(LATER, encoding="utf-8")
    assert results(mirror.sync()) == {"xa-mau": NEW}
    assert LATE in mirror.page("xa-mau/tiep-cong-dan")
    (given / "xa" / "xa-mau" / "tep").mkdir()
    (given / "xa" / "xa-mau" / "tep" / "a.pdf").symlink_to("/etc/passwd")
    assert results(mirror.sync()) == {"xa-mau": KEPT}
    assert "có liên kết" in mirror.entry("xa-mau")["loi"]["noi_dung"]
    assert str(mirror.folder) not in (mirror.out / "ban-sao.json").read_text("utf-8") + mirror.status()


def test_restore_brings_back_the_copy_before_and_the_undone_one_is_not_taken_again(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    commune = three["xa-mau"]
    first = commune.git("rev-parse", "HEAD")
    mirror.sync()
    commune.commit({SCHEDULE: LATER})
    mirror.sync()
    assert mirror.restore("xa-mau").commit == first
    assert EARLY in mirror.page("xa-mau/tiep-cong-dan")
    assert mirror.entry("xa-mau")["tinh_trang"] == "tro_lai"
    assert results(mirror.sync())["xa-mau"] is Result.UNDONE
    assert EARLY in mirror.page("xa-mau/tiep-cong-dan")
    with pytest.raises(NothingKeptError):
        mirror.restore("xa-mau")
    take_latest(mirror.order(only=("xa-mau",)))
    assert results(mirror.sync())["xa-mau"] is NEW
    assert LATE in mirror.page("xa-mau/tiep-cong-dan")


def test_after_restore_a_new_commit_of_the_commune_is_taken(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    mirror.sync()
    three["xa-mau"].commit({SCHEDULE: LATER})
    mirror.sync()
    mirror.restore("xa-mau")
    three["xa-mau"].commit({SCHEDULE: RECEPTION_AT_NINE})
    assert results(mirror.sync())["xa-mau"] is NEW
    assert mirror.entry("xa-mau")["tinh_trang"] == "moi"


RECEPTION_AT_NINE = LATER.replace("08:15", "09:00")


def test_the_last_three_good_copies_are_kept_and_share_their_files(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    for number in range(5):
        three["xa-mau"].commit({SCHEDULE: LATER.replace("08:15", f"08:{number:02}")})
        mirror.sync(now=mirror.after(number))
    kept = list((mirror.store / shelf.SHELF / "xa-mau").iterdir())
    assert len(kept) == 3
    assert mirror.entry("xa-mau")["so_ban_giu"] == 3
    newest = max(kept, key=lambda folder: (folder / "index.html").stat().st_mtime_ns)
    assert (mirror.out / "xa-mau" / "index.html").stat().st_nlink > 1
    assert (newest / "index.html").is_file()


def test_a_repository_set_back_to_an_older_commit_is_taken_and_told(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    commune = three["xa-mau"]
    old = commune.git("rev-parse", "HEAD")
    mirror.sync()
    commune.commit({SCHEDULE: LATER})
    mirror.sync()
    assert mirror.entry("xa-mau")["lui_ve_ban_cu"] is False
    commune.git("reset", "--quiet", "--hard", old)
    assert mirror.sync().good
    assert mirror.entry("xa-mau")["lui_ve_ban_cu"] is True
    assert "kho của xã đã lùi về bản cũ hơn" in mirror.status()
    mirror.sync()
    assert mirror.entry("xa-mau")["lui_ve_ban_cu"] is True
    commune.commit({SCHEDULE: RECEPTION_AT_NINE})
    mirror.sync()
    assert mirror.entry("xa-mau")["lui_ve_ban_cu"] is False


def test_two_syncs_at_once_wait_for_each_other_and_the_second_says_so(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    mirror.store.mkdir()
    with FileLock(mirror.store / LOCK):
        process = subprocess.Popen(
            mirror.command("sync"), cwd=mirror.folder, stderr=subprocess.PIPE, encoding="utf-8"
        )
        assert process.stderr
        line = ""
        while "Đang có lượt khác" not in line:
            line = process.stderr.readline()
            assert line, "it ended without a word"
        assert process.poll() is None
        assert not mirror.out.exists()
    process.communicate(timeout=120)
    assert process.returncode == 0
    both = [threading.Thread(target=mirror.run, args=("sync",)) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(timeout=120)
    assert EARLY in mirror.page("xa-mau/tiep-cong-dan")


def test_the_command_tells_each_commune_and_ends_with_1_where_one_failed(
    mirror: Mirror, three: dict[str, Origin]
) -> None:
    done = mirror.run("sync")
    assert done.returncode == 0, done.stderr
    assert "Xã Mẫu: bản mới (" in done.stdout
    assert "Xong 3 xã, phường trong" in done.stdout
    three["xa-mau"].commit({SCHEDULE: BROKEN})
    three["xa-phu-dinh"].commit({SCHEDULE: LATER})
    done = mirror.run("sync", "mirror.yml", "--jobs", "1")
    assert done.returncode == 1
    assert "Xã Mẫu: GIỮ BẢN CŨ: dữ liệu mới có 1 lỗi" in done.stdout
    assert "Xã Phú Đình: bản mới (" in done.stdout
    assert "content/xa/xa-mau/tiep-cong-dan.yml:7:18: lỗi: " in done.stderr
    assert mirror.run("sync", "--only", "xa-khong-co").returncode == 2
    assert "Không còn bản trước nào" in mirror.run("restore", "xa-dinh-hoa").stdout
    assert mirror.run("restore", "xa-dinh-hoa", "--latest").returncode == 0


def test_the_list_to_fill_in_is_read_and_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "mirror.yml"
    assert congkhai("new", "mirror", "--out", str(file)).returncode == 0
    text = file.read_text("utf-8")
    assert congkhai("new", "mirror", "--out", str(file)).returncode == 1
    assert file.read_text("utf-8") == text
    out = ["--out", str(tmp_path / "ban-sao"), "--tinh", str(CONTENT / "tinh"), "--date", str(DAY)]
    done = congkhai("mirror", "sync", str(file), *out)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ban-sao" / "ban-sao" / "index.html").is_file()
