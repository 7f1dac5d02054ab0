"""The list of what is copied (`mirror.yml`): which communes, from where, and how many copies are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.core import Problem, Record, has_error, in_order
from generator.core import Source as RecordSource
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId
from generator.fields.text import Count, Text
from generator.fields.titles import fields_of, titled
from generator.hosting.limits import GB, LIMITS, MIB, Host
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.mirror.address import HERE, Address, Branch, Inside, SiteAddress
from generator.mirror.hush import hushed
from generator.province import Province, Unit
from generator.words.fold import nearest

NAME = "mirror.yml"
LARGEST_SITE = LIMITS[Host.GITHUB].site
LARGEST_MB = LARGEST_SITE.most // (GB // 1000) if LARGEST_SITE else 1000
LARGEST_FILE = LIMITS[Host.GITHUB].file
LARGEST_FILE_MB = LARGEST_FILE.most // MIB if LARGEST_FILE else 100
"""What the free hosts take, since that is where communes publish."""


class Holds(Choice):
    """What a source holds."""

    CONTENT = "du_lieu", "Dữ liệu, tỉnh kiểm tra và dựng thành trang"
    SITE = "trang", "Trang đã dựng, tỉnh kiểm tra và chép"


class Source(Model):
    """One place to copy from, and the communes to take from it."""

    communes: list[RecordId] = many("xa", "Xã", "Tên trên địa chỉ hoặc mã của từng xã lấy ở đây.", least=1)
    holds: Holds = maybe(
        "loai", "Loại", "du_lieu: dữ liệu, tỉnh dựng; trang: trang đã dựng, tỉnh chép.", Holds.CONTENT
    )
    repository: Address | None = maybe("kho", "Kho git", "Địa chỉ https://, ssh:// hoặc file:// của kho.")
    branch: Branch = maybe("nhanh", "Nhánh", "Nhánh được lấy. Bỏ trống là main.", "main")
    inside: Inside | None = maybe(
        "ben_trong", "Bên trong kho", "Thư mục dữ liệu, hoặc trang, trong kho. Bỏ trống: content, hoặc gốc."
    )
    address: SiteAddress | None = maybe(
        "dia_chi", "Địa chỉ trang", "Địa chỉ https của trang đã phát hành; đi cùng loai: trang."
    )
    folder: Text | None = maybe(
        "thu_muc", "Thư mục", "Thư mục trên máy này: dữ liệu (bên trong có xa/), hoặc trang của một xã."
    )


class MirrorList(Model):
    """The file `mirror.yml`."""

    sources: list[Source] = given("nguon", "Nguồn", "Mỗi kho hay thư mục một mục; chưa có thì ghi [].")
    kept: Count = maybe("giu_ban_cu", "Giữ bản cũ", "Giữ bao nhiêu bản tốt gần nhất của mỗi xã.", 3)
    old_days: Count = maybe("qua_cu_ngay", "Quá cũ sau (ngày)", "Bản sao cũ hơn thì ghi rõ là quá cũ.", 7)
    seconds: Count = maybe("toi_da_giay", "Tối đa (giây)", "Lấy hay dựng một nguồn lâu hơn thì dừng.", 300)
    largest_mb: Count = maybe(
        "toi_da_mb",
        "Tối đa (MB)",
        "Một xã nặng hơn thì không lấy. Bỏ trống: mức của GitHub Pages.",
        LARGEST_MB,
    )


@dataclass(frozen=True)
class Wanted:
    """One commune to copy, and where from."""

    unit: Unit
    source: Source
    base: Path
    """The folder that holds the list: paths on this machine start there."""

    @property
    def inside(self) -> str:
        """The folder in the repository; for content of a folder the names that its problems show."""
        given = self.source.inside
        return given if given is not None else "content" if self.source.holds is Holds.CONTENT else ""

    @property
    def path(self) -> str:
        """Where the commune's files are in the repository, with a slash at the end; empty for its root."""
        parts = [self.inside, *(["xa", self.unit.slug] if self.source.holds is Holds.CONTENT else [])]
        return "".join(f"{part}/" for part in parts if part)

    @property
    def folder(self) -> Path:
        """Where the commune's files are on this machine."""
        root = self.base / (self.source.folder or "")
        return root / "xa" / self.unit.slug if self.source.holds is Holds.CONTENT else root

    @property
    def id(self) -> str:
        """The same for sources that are fetched together."""
        given = self.source.repository
        named = f"{given.url if given else ''}\0{given.secret if given else ''}\0{self.source.branch}"
        return sha256(named.encode()).hexdigest()[:16]

    @property
    def is_site(self) -> bool:
        return self.source.holds is Holds.SITE

    @property
    def shown(self) -> str:
        return self.source.repository.shown if self.source.repository else self.source.address or HERE


@dataclass(frozen=True)
class Mirrored:
    """What a list asks for."""

    settings: MirrorList
    wanted: tuple[Wanted, ...]


def read_list(file: Path, province: Province) -> tuple[Mirrored | None, tuple[Problem, ...]]:
    """What the file asks for, by order of its communes' slugs; None where it is wrong."""
    content = file.read_bytes()
    reading = read_yaml(content, file.as_posix())
    keys = {*fields_of(Source), *fields_of(MirrorList)}
    hush = partial(hushed, content.decode(errors="replace").splitlines(), keys)
    data = read_model(MirrorList, reading)
    if data is None:
        return None, tuple(map(hush, in_order(reading.problems)))
    record = Record("", file.stem, data, RecordSource(reading.path, reading.places))
    found = list(reading.problems)
    wanted = sorted(_wanted(record, province, file.parent, found), key=lambda one: one.unit.slug)
    problems = tuple(map(hush, in_order(titled(found, [record]))))
    return (None if has_error(problems) else Mirrored(data, tuple(wanted))), problems


def _wanted(
    record: Record[MirrorList], province: Province, base: Path, problems: list[Problem]
) -> Iterator[Wanted]:
    taken: set[str] = set()
    for number, source in enumerate(record.data.sources):
        problems += _unplaced(record, number, source)
        for index, name in enumerate(source.communes):
            loc = ("nguon", number, "xa", index)
            unit = province.unit_called(name)
            if unit is None:
                slugs = [known.slug for known in province.units.values()]
                near = nearest(name, slugs)
                hint = f"Có phải là “{near}”?" if near else "Xem tên và mã trong don-vi.yml của tỉnh."
                said = f"“{name}” không có trong sổ đăng ký đơn vị của tỉnh"
                problems.append(record.problem("mirror_commune_unknown", loc, said, hint))
            elif unit.code in taken:
                said = f"{unit.name} đã ghi ở một nguồn khác"
                hint = "Mỗi xã chỉ lấy từ một nguồn: xóa một chỗ."
                problems.append(record.problem("mirror_commune_twice", loc, said, hint))
            else:
                taken.add(unit.code)
                yield Wanted(unit, source, base)


def _unplaced(record: Record[MirrorList], number: int, source: Source) -> Iterable[Problem]:
    """A source has one place, and a built site is one commune's."""
    loc = ("nguon", number)
    if sum(place is not None for place in (source.repository, source.folder, source.address)) != 1:
        said = "chưa rõ lấy ở đâu: cần một trong ba mục kho, thu_muc, dia_chi"
        hint = "Kho git thì ghi kho: https://…; thư mục trên máy này thì ghi thu_muc: /đường/dẫn; trang đã phát hành thì ghi dia_chi: https://…"
        yield record.problem("mirror_place", loc, said, hint)
    elif source.address and source.holds is not Holds.SITE:
        said = "dia_chi là địa chỉ của trang đã dựng, mà mục này lấy dữ liệu"
        yield record.problem(
            "mirror_place", (*loc, "dia_chi"), said, "Thêm dòng loai: trang, hoặc ghi kho: thay dia_chi:."
        )
    if source.holds is Holds.SITE and len(source.communes) > 1:
        said = f"trang đã dựng là của một xã, đang ghi {len(source.communes)} xã"
        hint = "Mỗi xã một mục, mục nào cũng ghi kho; ben_trong là thư mục trang của xã ấy."
        yield record.problem("mirror_site_of_one", (*loc, "xa"), said, hint)
