"""One folder under `content/xa` to one commune."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any

from generator.core import Commune, Problem, Record, has_error
from generator.fields.codes import RECORD
from generator.fields.titles import titled
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.kinds._withdrawn import FILE as WITHDRAWN
from generator.kinds._withdrawn import NAME as WITHDRAWAL
from generator.kinds._withdrawn import Withdrawal, Withdrawals
from generator.load.attachments import check_attachments
from generator.load.false_alarms import FILE as FALSE_ALARMS
from generator.load.files import NO_CHANGES, Changes, Folder
from generator.load.misnamed import folder_for, report_misnamed
from generator.load.personal import check_personal
from generator.load.unread import name_meant, notice_foreign, rename, report_unread
from generator.load.withdrawn import read_withdrawals, report_returned
from generator.province import Province, Unit

PROFILE, PROFILE_FILE = "profile", "xa.yml"


class NoSuchCommuneError(LookupError):
    """Communes that were asked for by slug or code and have no folder; the argument names them."""


def commune_folders(content: Path, province: Province, only: tuple[str, ...] = ()) -> list[Path]:
    """The communes' folders under `content/xa`, sorted; `only` names some by slug or code.

    Raises: NoSuchCommuneError
    """
    wanted = {unit.slug if (unit := province.unit_called(name)) else name: name for name in only}
    root = content / "xa"
    folders = sorted(path for path in root.iterdir() if path.is_dir()) if root.is_dir() else []
    missing = wanted.keys() - {path.name for path in folders}
    if missing:
        raise NoSuchCommuneError(", ".join(sorted(wanted[slug] for slug in missing)))
    return [path for path in folders if not wanted or path.name in wanted]


def load_commune(
    root: Path, province: Province, changes: Changes = NO_CHANGES
) -> tuple[Commune | None, tuple[Problem, ...]]:
    """The commune of a folder; None where an error keeps it from being published.

    `changes` are judged as if they had been made: what files would hold, None for those that would be gone.
    """
    commune, problems = read_commune(root, province, changes)
    return (None if has_error(problems) else commune), problems


def read_commune(
    root: Path, province: Province, changes: Changes = NO_CHANGES
) -> tuple[Commune | None, tuple[Problem, ...]]:
    """The commune of a folder without the files that have errors; None where it is not known which it is."""
    folder = Folder(root, changes)
    records = {kind.name: _records(kind, folder) for kind in kinds()}
    withdrawn = read_withdrawals(folder)
    report_returned(folder, withdrawn)
    if withdrawn:
        records[WITHDRAWAL] = withdrawn
    known = (*(pattern for kind in kinds() for pattern in kind.files), FALSE_ALARMS, WITHDRAWN)
    report_unread(folder, known, partial(folder_for, folder))
    notice_foreign(folder, known, report_misnamed(folder, known))
    commune = _commune(folder, records, province)
    everything = [record for group in records.values() for record in group]
    sound = check_attachments(everything, folder, province.settings.largest_file_mb, _entries(withdrawn))
    check_personal(folder, everything, sound)
    return commune, tuple(titled(folder.problems, everything))


def _entries(records: tuple[Record[Withdrawals], ...]) -> tuple[Withdrawal, ...]:
    return tuple(entry for record in records for entry in record.data.entries)


def _records(kind: Kind[Any], folder: Folder) -> tuple[Record[Any], ...]:
    names = [n for n in folder.files() if any(fnmatchcase(n, pattern) for pattern in kind.files)]
    found = [folder.record(name, kind.name, kind.model) for name in names]
    for record in found:
        if record is not None:
            _check_id(record, folder)
    return tuple(record for record in found if record is not None)


def _check_id(record: Record[Any], folder: Folder) -> None:
    """The file name is the record's id and its address, so it must be one, and the same inside."""
    if not RECORD.fullmatch(record.id):
        name = folder.inside(record.source.path)
        meant = name_meant(name, (name.replace(record.id, "*"),))
        folder.problems.append(
            record.problem(
                "file_name",
                (),
                f"tên tệp “{record.id}” có dấu hoặc khoảng trắng",
                rename(folder, name, meant) if meant else "Đổi tên tệp: chữ không dấu, chữ số, gạch nối.",
            )
        )
        return
    own = getattr(record.data, "id", record.id)
    if own != record.id:
        folder.problems.append(
            record.problem(
                "id_differs",
                ("ma",),
                f"mã ghi “{own}” khác tên tệp “{record.id}”",
                "Sửa cho mã và tên tệp giống nhau; tên tệp đã đăng thì không đổi.",
            )
        )


def _commune(
    folder: Folder, records: dict[str, tuple[Record[Any], ...]], province: Province
) -> Commune | None:
    """What its profile says it is; the folder's name says it where the profile has errors."""
    profile = next(iter(records.get(PROFILE, ())), None)
    unit = province.units.get(profile.data.code) if profile else None
    problem = _wrong_unit(profile, unit, folder) if profile else _no_profile(folder)
    if problem:
        folder.problems.append(problem)
    unit = unit or province.unit_called(folder.root.name)
    if unit is None:
        return None
    return Commune(
        code=unit.code,
        name=unit.name,
        slug=unit.slug,
        standing=profile.data.standing.value if profile else "",
        fictional=unit.fictional,
        folder=folder.root,
        records=records,
    )


def _no_profile(folder: Folder) -> Problem | None:
    there = PROFILE_FILE in folder.read | folder.folders | folder.meant
    if there or folder.root.is_symlink():
        return None
    return Problem(
        folder.place(PROFILE_FILE),
        "file_missing",
        "còn thiếu tệp xa.yml",
        "Tạo xa.yml, ghi mã đơn vị 5 chữ số, xem trong don-vi.yml của tỉnh.",
    )


def _wrong_unit(profile: Record[Any], unit: Unit | None, folder: Folder) -> Problem | None:
    if unit is None:
        return profile.problem(
            "unit_unknown",
            ("ma",),
            f"mã “{profile.data.code}” không có trong sổ đăng ký đơn vị của tỉnh",
            "Xem mã trong content/tinh/don-vi.yml.",
        )
    if unit.slug != folder.root.name:
        return profile.problem(
            "folder_name",
            ("ma",),
            f"mã này là {unit.name}, thư mục phải tên “{unit.slug}”, đang là “{folder.root.name}”",
            "Đổi tên thư mục hoặc sửa mã.",
        )
    return None
