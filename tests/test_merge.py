"""Parts of a province built apart and merged, and work handed to other executors: the same bytes as one build."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.core import State
from generator.publish import Order, publish
from generator.publish.merge import PartError, merge
from generator.publish.orders import HALF_DONE
from generator.workers import each
from tests.conftest import CONTENT, DAY, until, write_tree
from tests.test_cli import congkhai

UNITS = {
    "xa-mau": "00000",
    "xa-phu-dinh": "05602",
    "xa-binh-yen": "05587",
    "xa-dinh-hoa": "05569",
    "xa-phu-lac": "05788",
}


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """Five small communes, one of them with an error, and the real province without procedures."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT / "tinh", root / "tinh", ignore=shutil.ignore_patterns("thu-tuc"))
    for slug, code in UNITS.items():
        wrong = "khong_co: 1\n" if slug == "xa-binh-yen" else ""
        write_tree(root, {f"xa/{slug}/xa.yml": f'ma: "{code}"\ntinh_trang: chinh_thuc\n{wrong}'})
    return Order(root, root / "tinh", tmp_path / "site", DAY)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def parts(order: Order, of: int) -> list[Path]:
    made = []
    for number in range(1, of + 1):
        part = order.out.with_name(f"part-{number}")
        publish(replace(order, out=part, share=(number, of)))
        made.append(part)
    return made


@pytest.mark.parametrize("of", [2, 3])
def test_parts_that_are_merged_are_the_same_bytes_as_one_build(order: Order, of: int) -> None:
    publish(order)
    whole = replace(order, out=order.out.with_name("whole"))
    report = merge(whole, parts(order, of))
    assert tree(whole.out) == tree(order.out)
    assert sorted(outcome.slug for outcome in report.outcomes) == sorted(UNITS)


def test_a_part_holds_its_share_of_the_communes_and_nothing_of_the_province(order: Order) -> None:
    first, second = parts(order, 2)
    names = [{path.name for path in part.iterdir()} - {".congkhai.json"} for part in (first, second)]
    assert names[0] | names[1] == set(UNITS)
    assert not names[0] & names[1]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda order, made: made.pop(), "còn thiếu 2 xã"),
        (lambda order, made: made.append(made[0]), ""),
        (lambda order, made: shutil.copytree(made[0], made[0].with_name("twice")) and made.append(made[0].with_name("twice")), "cả hai phần"),
        (lambda order, made: shutil.rmtree(made[0]), "không phải một phần"),
        (lambda order, made: publish(replace(order, out=made[0], day=DAY + timedelta(days=1), share=(1, 2))), "dựng cho ngày 23/11/2026, lệnh ghép này cho ngày 22/11/2026"),
        (lambda order, made: write_tree(order.content, {"tinh/tinh.yml": f"{(order.content / 'tinh' / 'tinh.yml').read_text('utf-8')}\n"}), "dữ liệu chung của tỉnh khác"),
        (lambda order, made: write_tree(order.content, {"xa/xa-mau/xa.yml": 'ma: "00000"\ntinh_trang: cho_xac_nhan\n'}), "dữ liệu đã khác lúc dựng phần"),
        (lambda order, made: write_tree(order.content, {"xa/xa-mau/du-an/DA-1.yml": "ten: Đường\n"}), "1 xã, phường: xa-mau"),
        (lambda order, made: shutil.rmtree(order.content / "xa" / "xa-mau"), "không có trong dữ liệu"),
    ],
)  # fmt: skip
def test_parts_that_do_not_make_a_whole_are_refused(
    order: Order, spoil: Callable[[Order, list[Path]], object], told: str
) -> None:
    made = parts(order, 2)
    spoil(order, made)
    out = order.out.with_name("whole")
    if not told:
        assert merge(replace(order, out=out), made).outcomes  # the same folder twice is that folder
        return
    with pytest.raises(PartError) as error:
        merge(replace(order, out=out), made)
    assert told in error.value.message
    assert not out.exists()


def test_a_site_that_is_still_good_is_kept_by_a_merge_too(order: Order) -> None:
    """The parts do not know it; one build in its folder would keep it."""
    whole = replace(order, out=order.out.with_name("whole"))
    publish(order)
    publish(whole)
    write_tree(order.content, {"xa/xa-mau/xa.yml": 'ma: "00000"\ntinh_trang: chinh_thuc\nkhong_co: 1\n'})
    publish(order)
    report = merge(whole, parts(order, 2))
    assert {one.slug for one in report.outcomes if one.state is State.KEPT} == {"xa-mau"}
    assert tree(whole.out) == tree(order.out)


def test_a_folder_of_a_part_may_become_that_of_the_whole_and_back(order: Order) -> None:
    part = replace(order, share=(1, 2))
    publish(part)
    assert not (order.out / "index.html").exists()
    publish(order)
    fresh = replace(order, out=order.out.with_name("fresh"))
    publish(fresh)
    assert tree(order.out) == tree(fresh.out)
    publish(part)
    second = order.out.with_name("second")
    publish(replace(order, out=second, share=(2, 2)))
    merged = replace(order, out=order.out.with_name("merged"))
    merge(merged, [order.out, second])
    assert tree(merged.out) == tree(fresh.out)


def test_a_commune_that_leaves_a_part_leaves_its_folder(order: Order) -> None:
    made = parts(order, 3)
    last = sorted(UNITS)[-1]
    shutil.rmtree(order.content / "xa" / last)
    again = parts(order, 3)
    assert made == again
    assert not any((part / last).exists() for part in again)
    assert merge(order, again).outcomes


def test_the_commands_build_parts_and_merge_them(order: Order) -> None:
    where = ("--content", str(order.content), "--date", str(DAY))
    for part in ("1/2", "2/2"):
        out = str(order.out.with_name(f"p{part[0]}"))
        found = congkhai("build", *where, "--out", out, "--shard", part)
        assert f"phần {part}" in found.stdout
    both = [str(order.out.with_name(name)) for name in ("p1", "p2")]
    merged = congkhai("merge", *both, *where, "--out", str(order.out))
    assert (merged.returncode, merged.stdout.count("dữ liệu mới có 1 lỗi")) == (1, 1)
    assert "ghép 2 phần, 5 xã, phường" in merged.stdout
    assert congkhai("merge", both[0], *where, "--out", str(order.out)).returncode == 2
    assert congkhai("build", *where, "--shard", "3/2").returncode == 2
    before = tree(order.out)
    assert congkhai("build", *where, "--shard", "1/2", "--out", str(order.out)).returncode == 2
    assert tree(order.out) == before, "a part never takes the place of a whole"


def test_any_executor_does_the_work(order: Order) -> None:
    publish(order)
    threads = replace(order, out=order.out.with_name("threads"), pool=partial(ThreadPoolExecutor, 1))
    publish(threads)
    assert tree(threads.out) == tree(order.out)


@contextmanager
def cluster(workers: int) -> Iterator[tuple[Any, Callable[[], Executor]]]:
    import distributed

    with (
        distributed.LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=workers, threads_per_worker=1, dashboard_address=None
        ) as machines,
        distributed.Client(machines) as client,  # type: ignore[no-untyped-call]
    ):
        yield client, client.get_executor


def test_a_cluster_does_the_work_and_a_lost_worker_costs_nothing_but_time(
    order: Order, tmp_path: Path
) -> None:
    publish(order)
    with cluster(2) as (client, pool):
        there = replace(order, out=tmp_path / "there", pool=pool)
        publish(there)
        assert tree(there.out) == tree(order.out)
        lost = tmp_path / "lost"
        assert sorted(each(_lost_once, lost, range(8), 2, pool)) == list(range(8))
        assert lost.exists()
        again = replace(order, out=tmp_path / "again", pool=pool)
        worker = next(iter(client.run(os.getpid).values()))
        killer = threading.Thread(target=_kill_at_work, args=(worker, tmp_path))
        killer.start()
        publish(again)
        killer.join()
        assert worker not in client.run(os.getpid).values()
        assert tree(again.out) == tree(order.out)


def _lost_once(mark: Path, item: int) -> int:
    """The first worker that comes here is killed."""
    if item == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def _kill_at_work(worker: int, folder: Path) -> None:
    """As soon as the first site is half written."""
    until(lambda: any(folder.glob(f".again-dang-dung-*/{HALF_DONE}/*")))
    os.kill(worker, signal.SIGKILL)
