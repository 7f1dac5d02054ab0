"""The indices of the province (`chi-so.yml`), which it may do without."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from generator.core import Loc, Problem, Record
from generator.kinds import kinds
from generator.kinds._references import meant
from generator.kinds.document.model import DocumentType
from generator.load.files import Folder
from generator.province.indices import Indices

FILE = "chi-so.yml"


def load_indices(folder: Folder, duties: Collection[str]) -> Indices:
    """Nothing where the file is not there; `duties` are the ids that `nghia-vu.yml` declares."""
    record = folder.only_record(FILE, Indices) if FILE in folder.files() else None
    if record is None:
        return Indices()
    folder.problems += [*_twice(record), *_items(record, duties), *_counted(record)]
    return record.data


def _twice(record: Record[Indices]) -> Iterable[Problem]:
    """Ids of indices and of their items are anchors of one page."""
    seen: set[str] = set()
    for at, index in enumerate(record.data.indices):
        places: list[tuple[Loc, str]] = [(("chi_so", at, "ma"), index.id)]
        places += [(("chi_so", at, "noi_dung", n, "ma"), item.id) for n, item in enumerate(index.items)]
        for loc, id in places:
            if id.lower() in seen:
                hint = "Mỗi chỉ số, mỗi nội dung một mã riêng."
                yield record.problem("not_unique", loc, f"mã “{id}” đã dùng ở trên", hint)
            seen.add(id.lower())


def _items(record: Record[Indices], duties: Collection[str]) -> Iterable[Problem]:
    """No error: a duty that the law took away must not stop the communes; the item goes on without it."""
    for at, index in enumerate(record.data.indices):
        for place, item in enumerate(index.items):
            for n, id in enumerate(item.duties):
                if id not in duties:
                    loc: Loc = ("chi_so", at, "noi_dung", place, "nghia_vu", n)
                    text = f"mã “{id}” không phải nghĩa vụ nào trong nghia-vu.yml"
                    hint = meant(id, tuple(duties)) or "Chép mã từ nghia-vu.yml, hoặc bỏ mã này."
                    yield record.notice("duty_unknown", loc, text, hint)


def _counted(record: Record[Indices]) -> Iterable[Problem]:
    known = tuple(kind.name for kind in kinds())
    types = tuple(type.value for type in DocumentType)
    for at, rule in enumerate(record.data.half_yearly):
        for place, counted in enumerate(rule.counted):
            loc: Loc = ("sau_thang", at, "cot", place)
            yield from _unknown(record, (*loc, "loai"), counted.kinds, known)
            yield from _unknown(record, (*loc, "loai_van_ban"), counted.types, types)


def _unknown(
    record: Record[Indices], loc: Loc, names: Sequence[str], known: Sequence[str]
) -> Iterable[Problem]:
    for index, name in enumerate(names):
        if name not in known:
            hint = meant(name, known) or f"Chọn một trong: {', '.join(known)}."
            yield record.problem("kind_unknown", (*loc, index), f"không có loại “{name}”", hint)
