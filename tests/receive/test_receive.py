"""A push is checked, then built, then live; what cannot come in stays out and the old pages stand."""

from __future__ import annotations

import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from generator.receive.live import LOCK
from generator.webserver import Hosting, Server, configuration
from tests.conftest import DAY, write_tree
from tests.receive.conftest import RECEPTION, SAMPLE, Clone, Machine, made
from tests.servers import free_port, get, nginx, wait_for
from tests.test_cli import congkhai, program
from tests.test_publish import mtimes

LATER = RECEPTION.replace("07:30", "08:15")
BROKEN = RECEPTION.replace("Thứ Năm hằng tuần", "Khi nào rảnh")
EARLY, LATE = "7\u00a0giờ\u00a030", "8\u00a0giờ\u00a015"
SCHEDULE = "content/xa/xa-mau/tiep-cong-dan.yml"

pytestmark = pytest.mark.usefixtures("quick_hooks")


def test_one_changed_line_is_served_after_the_push_and_a_broken_one_never(
    machine: Machine, clone: Clone, tmp_path: Path
) -> None:
    made(machine.folder)  # the hooks as they stand on a server
    port = free_port()
    with nginx(tmp_path / "nginx", configuration(Server.NGINX, Hosting(machine.out, port=port))):
        wait_for(port)
        before = get(port, "/xa-mau/tiep-cong-dan/")
        assert before.status == 200
        assert EARLY in before.body.decode()
        clone.commit({SCHEDULE: LATER})
        done = clone.push()
        assert done.returncode == 0, done.stderr
        after = get(port, "/xa-mau/tiep-cong-dan/").body.decode()
        assert LATE in after
        assert EARLY not in after

        clone.commit({SCHEDULE: BROKEN})
        refused = clone.push()
        assert refused.returncode == 1
        assert f"{SCHEDULE}:7:18: lỗi: " in refused.stderr
        assert "[rule_unknown]" in refused.stderr
        assert "Gợi ý: " in refused.stderr
        assert get(port, "/xa-mau/tiep-cong-dan/").body.decode() == after
    assert machine.head() == machine.head("refs/congkhai/published")


def test_only_the_commune_that_was_touched_is_built(machine: Machine, clone: Clone) -> None:
    other, same = mtimes(machine.out / "xa-phu-dinh"), mtimes(machine.out / "xa-mau")
    clone.commit({SCHEDULE: LATER})
    assert clone.push().returncode == 0
    assert mtimes(machine.out / "xa-phu-dinh") == other
    assert mtimes(machine.out / "xa-mau") != same
    assert "bắt đầu" in machine.journal()[-2]
    assert machine.journal()[-2].endswith(": xa-mau")


def test_a_push_that_touches_no_content_builds_nothing(machine: Machine, clone: Clone) -> None:
    before = mtimes(machine.out)
    clone.commit({"README.md": "Dữ liệu của xã Mẫu.", "content/xa/ghi-chu.txt": "x"})
    done = clone.push()
    assert done.returncode == 0
    assert "Không có gì mới để đăng." in done.stderr
    assert mtimes(machine.out) == before


def test_a_workbook_is_not_imported_here_and_that_is_said(machine: Machine, clone: Clone) -> None:
    before = mtimes(machine.out)
    clone.commit({"nhap/xa-mau.xlsx": "bảng tính"})
    done = clone.push()
    assert done.returncode == 0
    assert "không tự nhập bảng tính trong nhap/" in done.stderr
    assert mtimes(machine.out) == before


def test_a_change_of_the_province_reaches_every_commune(machine: Machine, clone: Clone) -> None:
    text = (clone.folder / "content/tinh/tinh.yml").read_text("utf-8")
    clone.commit({"content/tinh/tinh.yml": f"{text}dia_chi_goc: https://congkhai.example/\n"})
    assert clone.push().returncode == 0
    for slug in ("xa-mau", "xa-phu-dinh"):
        assert f'href="https://congkhai.example/{slug}/"' in machine.page(slug)


def test_a_commune_that_is_taken_out_leaves_the_site(machine: Machine, clone: Clone) -> None:
    clone.git("rm", "-r", "--quiet", "content/xa/xa-phu-dinh")
    clone.commit({})
    assert clone.push().returncode == 0
    assert not (machine.out / "xa-phu-dinh").exists()
    assert (machine.out / "xa-mau").exists()


def test_an_error_that_was_there_before_does_not_hold_up_the_province(
    machine: Machine, clone: Clone
) -> None:
    """As when a new version of the program finds more than the one that let it in."""
    clone.commit({SCHEDULE: BROKEN})
    clone.git("push", "origin", "main:nhap")
    Clone(machine.repo).git("update-ref", "refs/heads/main", "refs/heads/nhap")
    text = (clone.folder / "content/tinh/tinh.yml").read_text("utf-8")
    clone.commit({"content/tinh/tinh.yml": f"{text}tep_lon_nhat_mb: 30\n"})
    done = clone.push()
    assert done.returncode == 0, done.stderr
    assert "Còn lỗi nên giữ trang cũ: Xã Mẫu." in done.stderr
    assert EARLY in machine.page("xa-mau/tiep-cong-dan")
    units = (clone.folder / "content/tinh/don-vi.yml").read_text("utf-8")
    clone.commit({"content/tinh/don-vi.yml": units.replace('"05602"', '"05601"')})
    refused = clone.push()
    assert refused.returncode == 1
    assert "content/xa/xa-phu-dinh/xa.yml:1:5: lỗi: " in refused.stderr
    assert "[unit_unknown]" in refused.stderr


def test_two_pushes_at_once_are_both_published_in_order(machine: Machine, clone: Clone) -> None:
    other = machine.clone("may-khac")
    clone.commit({SCHEDULE: LATER})
    other.commit({"content/xa/xa-phu-dinh/xa.yml": "ma: '05602'\ntinh_trang: ban_sao\n"})
    threads = [threading.Thread(target=push_until_in, args=(who,)) for who in (clone, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert LATE in machine.page("xa-mau/tiep-cong-dan")
    assert "chưa phải trang của UBND" not in machine.page("xa-phu-dinh")
    commits = (
        Clone(machine.repo).git("log", "--reverse", "--format=%h", "--abbrev=10", "main").stdout.split()
    )
    begun = [line.split()[2].rstrip(":") for line in machine.journal() if line.startswith("bắt đầu")]
    assert begun == sorted(begun, key=commits.index)
    assert machine.head("refs/congkhai/published") == machine.head()


def push_until_in(clone: Clone) -> None:
    """As people do: refused because somebody was first, they take his change and push again."""
    for _ in range(10):
        if clone.push().returncode == 0:
            return
        clone.git("pull", "--quiet", "--rebase", "origin", "main", check=False)


def test_a_push_waits_for_the_one_before_it_and_says_so(machine: Machine, clone: Clone) -> None:
    commit = clone.commit({SCHEDULE: LATER})
    Clone(machine.repo).git("fetch", "--quiet", str(clone.folder), "main:main")
    with FileLock(machine.repo / LOCK):
        process = subprocess.Popen(machine.publish(by=program()), stdout=subprocess.PIPE, encoding="utf-8")
        assert process.stdout
        assert "Đang có lượt đăng khác" in process.stdout.readline()
        assert process.poll() is None
        assert machine.head("refs/congkhai/published") != commit
    assert "Đã đăng xa-mau" in process.communicate(timeout=120)[0]
    assert LATE in machine.page("xa-mau/tiep-cong-dan")


def test_what_a_killed_run_left_undone_is_made_up_for_by_the_next(machine: Machine, clone: Clone) -> None:
    hook = machine.repo / "hooks" / "post-receive"
    text = hook.read_text("utf-8")
    hook.write_text("#!/bin/sh\nexec kill -9 $$\n", encoding="utf-8")
    clone.commit({SCHEDULE: LATER})
    assert clone.push().returncode == 0
    assert EARLY in machine.page("xa-mau/tiep-cong-dan")
    hook.write_text(text, encoding="utf-8")
    clone.commit({"content/xa/xa-phu-dinh/xa.yml": "ma: '05602'\ntinh_trang: ban_sao\n"})
    assert clone.push().returncode == 0
    assert machine.journal()[-2].endswith(": xa-mau, xa-phu-dinh")
    assert LATE in machine.page("xa-mau/tiep-cong-dan")


def test_whoever_hangs_up_during_the_build_stops_nothing(machine: Machine, clone: Clone) -> None:
    clone.commit({SCHEDULE: LATER})
    Clone(machine.repo).git("fetch", "--quiet", str(clone.folder), "main:main")
    ended = subprocess.Popen(machine.publish(by=program()), cwd=machine.repo, stdout=subprocess.PIPE)
    assert ended.stdout
    ended.stdout.close()
    assert ended.wait(timeout=60) == 0
    assert LATE in machine.page("xa-mau/tiep-cong-dan")


def test_a_site_folder_that_was_lost_is_built_anew_as_a_whole(machine: Machine, clone: Clone) -> None:
    shutil.rmtree(machine.out)
    clone.commit({SCHEDULE: LATER})
    assert clone.push().returncode == 0
    assert (machine.out / "xa-phu-dinh" / "index.html").exists()


def test_for_a_new_day_everything_is_built(machine: Machine, clone: Clone) -> None:
    later = machine.publish("--all", by=program())
    later[later.index("--date") + 1] = "2026-11-23"
    done = subprocess.run(later, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    for slug in ("xa-mau", "xa-phu-dinh"):
        assert "Trang dựng ngày 23/11/2026." in machine.page(slug)


def test_a_repository_of_one_commune_takes_the_province_from_the_server(
    machine: Machine, tmp_path: Path
) -> None:
    """Two repositories, one site: neither takes the other's commune away."""
    for slug, text in {"xa-mau": SAMPLE, "xa-phu-dinh": "ma: '05602'\ntinh_trang: ban_sao\n"}.items():
        repo = tmp_path / f"{slug}.git"
        given = ["--out", str(machine.out), "--tinh", "content/tinh", "--only", slug]
        assert congkhai("receive", "init", str(repo), *given).returncode == 0
        clone = Clone(tmp_path / slug)
        clone.folder.mkdir()
        clone.git("init", "--quiet", "--initial-branch", "main")
        clone.git("remote", "add", "origin", str(repo))
        clone.commit({f"content/xa/{slug}/xa.yml": text})
        assert clone.push().returncode == 0
    assert {"xa-mau", "xa-phu-dinh"} <= {path.name for path in machine.out.iterdir()}
    clone.commit({"content/xa/xa-mau/xa.yml": SAMPLE})
    refused = clone.push()
    assert refused.returncode == 1
    assert (
        "Kho này chỉ được sửa content/xa/xa-phu-dinh/, không được sửa content/xa/xa-mau/xa.yml."
        in refused.stderr
    )


@pytest.mark.parametrize(
    ("files", "allowed"),
    [
        ({SCHEDULE: LATER}, True),
        ({"content/xa/xa-phu-dinh/xa.yml": SAMPLE}, False),
        ({SCHEDULE: LATER, "content/tinh/tinh.yml": "ten: X\n"}, False),
        ({"Makefile": "all:\n"}, False),
        ({".github/workflows/x.yml": "on: push\n"}, False),
        ({"content/xa/ghi-chu.txt": "x"}, False),
        ({"content/khac/x.yml": "x"}, False),
        ({"content/xa/xa-mau-2/xa.yml": SAMPLE}, False),
    ],
)
@pytest.mark.parametrize("branch", ["main", "nhap"])
def test_the_key_of_one_commune_changes_that_commune_alone(
    clone: Clone, files: dict[str, str], allowed: bool, branch: str
) -> None:
    clone.commit(files)
    done = clone.push(f"main:{branch}", CONGKHAI_XA="xa-mau")
    assert (done.returncode == 0) is allowed
    said = f"Khóa này chỉ được sửa content/xa/xa-mau/, không được sửa {max(files, key=is_foreign)}."
    assert (said in done.stderr) is not allowed


def is_foreign(path: str) -> bool:
    return not path.startswith("content/xa/xa-mau/")


def test_the_key_of_one_commune_hides_nothing_in_a_commit_that_it_takes_back(clone: Clone) -> None:
    clone.commit({"Makefile": "all:\n"})
    (clone.folder / "Makefile").unlink()
    clone.commit({SCHEDULE: LATER})
    done = clone.push(CONGKHAI_XA="xa-mau")
    assert done.returncode == 1
    assert "không được sửa Makefile." in done.stderr


def test_the_key_of_one_commune_may_take_the_others_changes_into_its_draft(
    machine: Machine, clone: Clone
) -> None:
    clone.commit({SCHEDULE: LATER})
    assert clone.push("main:nhap", CONGKHAI_XA="xa-mau").returncode == 0
    other = machine.clone("may-khac")
    other.commit({"content/xa/xa-phu-dinh/xa.yml": "ma: '05602'\ntinh_trang: ban_sao\n"})
    assert other.push().returncode == 0
    clone.git("pull", "--quiet", "--no-rebase", "origin", "main")
    done = clone.push("main:nhap", CONGKHAI_XA="xa-mau")
    assert done.returncode == 0, done.stderr
    assert clone.push(CONGKHAI_XA="xa-mau").returncode == 0


def test_a_merge_that_undoes_anothers_change_is_refused(machine: Machine, clone: Clone) -> None:
    """What it leaves is as one of those it joins, and yet not as the others left it."""
    clone.commit({SCHEDULE: LATER})
    other = machine.clone("may-khac")
    other.commit({"content/xa/xa-phu-dinh/xa.yml": "ma: '05602'\ntinh_trang: ban_sao\n"})
    assert other.push().returncode == 0
    clone.git("fetch", "--quiet", "origin")
    clone.git("merge", "--quiet", "--strategy", "ours", "--message", "x", "origin/main")
    done = clone.push(CONGKHAI_XA="xa-mau")
    assert done.returncode == 1
    assert "không được sửa content/xa/xa-phu-dinh/xa.yml." in done.stderr


def test_the_pages_tell_the_history_of_the_branch(machine: Machine, clone: Clone) -> None:
    write_tree(clone.folder, {SCHEDULE: LATER})
    clone.git("add", "--all")
    clone.git("commit", "--quiet", "--message", "Đổi giờ", GIT_COMMITTER_DATE=f"{DAY}T09:00:00+07:00")
    assert clone.push().returncode == 0
    page = (machine.out / "xa-mau" / "tiep-cong-dan" / "index.html").read_text("utf-8")
    assert "Có trong kho dữ liệu từ ngày 22/11/2026." in page
