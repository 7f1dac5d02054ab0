"""Parts of a province, built on several machines, to one folder of sites: the same bytes as one build."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.core import Outcome, State, only_errors, packed
from generator.ledger import Ledger, read_ledger
from generator.load import commune_folders, kept_province, of_editors, withdrawn_by
from generator.province import Province
from generator.publish import go_live, what_stands
from generator.publish.commune import still_good
from generator.publish.memory import common_source, held_by
from generator.publish.orders import Job, Order, Report
from generator.publish.province import publish_province
from generator.swap import link_tree, staging
from generator.words.dates import say_day
from generator.workers import each

SHOWN = 5
"""Communes that a message names."""


@dataclass
class PartError(Exception):
    """Parts that do not make up a whole."""

    message: str
    hint: str


def merge(order: Order, parts: Sequence[Path]) -> Report:
    """Bring the sites of all parts into `order.out`, with the province's pages over all of them.

    Raises: PartError, NotOursError
    """
    if any(order.out.resolve().is_relative_to(part.resolve()) for part in parts):
        raise PartError(
            "nơi ghi trùng với một phần, hoặc ở trong một phần", "Ghép vào thư mục khác, như --out site."
        )
    common = common_source(order)
    ledgers = {part: _ledger(part, common, order) for part in parts}
    province, problems = kept_province(order.province, order.day)
    if province is None:
        return Report(problems=packed(only_errors(problems)), stopped=True)
    where = _where(ledgers)
    folders = commune_folders(order.content, province)
    _check_whole(folders, province, where)
    _check_unchanged(dict(each(held_by, None, folders, order.jobs)), ledgers)
    with staging(order.out, order.waiting) as fresh:
        before = what_stands(order.out)
        job = Job(
            province, order.day, before, fresh, order.out, compressed=order.compressed, jobs=order.jobs
        )
        found = sorted((o for one in ledgers.values() for o in one.outcomes), key=_slug)
        outcomes = tuple(_as_it_stands(order, before, outcome) for outcome in found)
        for new in set(outcomes).intersection(found):
            link_tree(where[new.slug] / new.slug, fresh / new.slug)
        publish_province(job, outcomes)
        order.finish(fresh)
        go_live(job, outcomes, order.out)
    return Report(outcomes, packed(of_editors(problems, order.province, order.content)))


def _as_it_stands(order: Order, before: Ledger, outcome: Outcome) -> Outcome:
    """A part knows no earlier site; where one stands that is still good, it stays."""
    if outcome.state is not State.WAITING:
        return outcome
    withdrawn = withdrawn_by(order.content / "xa" / outcome.slug)
    return still_good(before, outcome.slug, withdrawn, outcome.errors, outcome.notices) or outcome


def _slug(outcome: Outcome) -> str:
    return outcome.slug


def _ledger(part: Path, common: str, order: Order) -> Ledger:
    found = read_ledger(part) if part.is_dir() else None
    if found is None or not found.part:
        raise PartError(
            f"thư mục “{part}” không phải một phần đã dựng",
            "Dựng từng phần: congkhai build --shard 1/4 --out …, rồi ghép các thư mục ấy.",
        )
    day = date.fromisoformat(found.part.day)
    if day != order.day:
        raise PartError(
            f"phần “{part}” dựng cho ngày {say_day(day)}, lệnh ghép này cho ngày {say_day(order.day)}",
            f"Ghép với --date {day}, hoặc dựng lại phần ấy với --date {order.day}.",
        )
    if found.part.common != common:
        raise PartError(
            f"phần “{part}” dựng với dữ liệu chung của tỉnh khác, hoặc bằng bản chương trình khác",
            "Dùng cùng dữ liệu, cùng bản chương trình, cùng cách nén (--compressed) ở mọi phần và lệnh ghép.",
        )
    return found


def _where(ledgers: Mapping[Path, Ledger]) -> dict[str, Path]:
    """The part that holds each commune's site."""
    found: dict[str, Path] = {}
    for part, ledger in ledgers.items():
        for outcome in ledger.outcomes:
            if outcome.slug in found:
                raise PartError(
                    f"“{outcome.slug}” có ở cả hai phần “{found[outcome.slug]}” và “{part}”",
                    "Mỗi xã chỉ ở một phần: dựng các phần với cùng số phần (--shard 1/4, 2/4, 3/4, 4/4).",
                )
            if not (part / outcome.slug).is_dir():
                raise PartError(
                    f"phần “{part}” thiếu thư mục trang “{outcome.slug}”", "Chép đủ phần ấy, hoặc dựng lại."
                )
            found[outcome.slug] = part
    return found


def _check_whole(folders: Sequence[Path], province: Province, where: Mapping[str, Path]) -> None:
    """Every commune of the content is in one of the parts, and no other one."""
    named = [folder.name for folder in folders]
    wanted = {name for name in named if (unit := province.unit_called(name)) and unit.slug == name}
    for names, message, hint in (
        (
            wanted - where.keys(),
            "còn thiếu",
            "Đưa đủ mọi phần đã chia (chia làm 4 thì đủ 1/4, 2/4, 3/4, 4/4).",
        ),
        (
            where.keys() - wanted,
            "không có trong dữ liệu:",
            "Dựng lại các phần từ cùng một thư mục dữ liệu.",
        ),
    ):
        if names:
            raise PartError(f"{message} {_told(names)}", hint)


def _check_unchanged(held: Mapping[str, str], ledgers: Mapping[Path, Ledger]) -> None:
    """What the parts show is what the content holds now."""
    for path, ledger in ledgers.items():
        made_of = ledger.part.held if ledger.part else {}
        if changed := {slug for slug, digest in made_of.items() if held.get(slug) != digest}:
            raise PartError(
                f"dữ liệu đã khác lúc dựng phần “{path}”: {_told(changed)}",
                "Dựng lại phần ấy, hoặc ghép với --content là dữ liệu lúc dựng.",
            )


def _told(slugs: Collection[str]) -> str:
    shown = ", ".join(sorted(slugs)[:SHOWN]) + (" …" if len(slugs) > SHOWN else "")
    return f"{len(slugs)} xã, phường: {shown}"
