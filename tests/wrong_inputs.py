"""The folder `tests/wrong/`: one mistake a case, with the place, code and level that it must give.

A case is a file `<area>/<code>--<name>.yml` with `<code>--<name>.expect` beside it, or a folder
`<area>/<code>--<name>/` with a file `expect` among the commune's files. The lines of the side file:

    as: du-an/DA-01.yml       the path inside the commune's folder that the file stands for
    in: du-an/DA-01.yml       the same for a folder, whose files already have their names
    tinh: su-kien.yml         in place of `as`: a path inside the province's folder
    import: a.json            in place of `as`: a source of `congkhai import-procedures`
    mirror: mirror.yml        in place of `as`: the list of `congkhai mirror sync`
    at: 3:8                   line and column of the problem
    told: xa.yml              the file that the problem names, where it is another one
    level: notice             error where left out
    with: tep/a.pdf=a.pdf     a further file: where it goes, and which file beside the case it is
    without: tinh.yml         a file of the province that is taken away
    province: tinh.yml=b.yml  a file of the province that is another one, for a commune's case
    folder: xa-khac           the commune's folder, where it is not xa-mau
    link: tep/a.pdf=b.pdf     a symbolic link to be made, and where it leads
    size: 2000001             the file is filled with its last byte up to so many bytes
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.core import Level, Problem
from generator.imports.procedures import Order, import_procedures
from generator.inspection import Question, inspect_commune
from generator.load import load_province
from generator.mirror.listed import read_list
from generator.province import Province
from tests.conftest import CONTENT, DAY

WRONG = Path(__file__).with_name("wrong")
XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
"""What stands in `xa.yml` where a case says nothing of it."""


@dataclass(frozen=True)
class Case:
    """One wrong input and what it must give."""

    source: Path
    """The file, or the folder of a case with several files."""
    expect: dict[str, list[str]]

    @property
    def name(self) -> str:
        return self.source.relative_to(WRONG).as_posix()

    @property
    def code(self) -> str:
        return self.source.name.split("--")[0]

    @property
    def target(self) -> str:
        """The path inside the commune's or the province's folder that is wrong."""
        return (
            self._said("as")
            or self._said("in")
            or self._said("tinh")
            or self._said("import")
            or self._said("mirror")
        )

    @property
    def told(self) -> str:
        """The path that the problem names."""
        return self._said("told") or self.target

    @property
    def shown(self) -> str:
        """The same as a page about errors names it."""
        if self.of_province:
            return f"content/tinh/{self.told}"
        return self.told if self.stands_alone else f"content/xa/{self.folder}/{self.told}"

    @property
    def base(self) -> str:
        """The folder, below the one that the case is laid out in, that paths are told from."""
        return "" if self.stands_alone else "tinh" if self.of_province else self.folder

    @property
    def of_province(self) -> bool:
        return "tinh" in self.expect

    @property
    def stands_alone(self) -> bool:
        """Whether the file belongs to no folder of content."""
        return self.is_import or "mirror" in self.expect

    @property
    def is_import(self) -> bool:
        return "import" in self.expect

    @property
    def folder(self) -> str:
        return self._said("folder") or "xa-mau"

    @property
    def place(self) -> tuple[str, int, int]:
        """Path inside the folder, line and column."""
        line, column = self._said("at").split(":")
        return self.told, int(line), int(column)

    @property
    def level(self) -> Level:
        return Level(self._said("level") or "error")

    def content(self) -> bytes:
        """The bytes of the file that is wrong; none where the mistake is that it is not there."""
        return self._bytes_of(self.told)

    def _bytes_of(self, name: str) -> bytes:
        file = self.source / name if self.source.is_dir() else self.source
        found = file.read_bytes() if file.is_file() else b""
        return found.ljust(int(self._said("size") or 0), found[-1:] or b" ")

    def run(self, root: Path, province: Province) -> tuple[Problem, ...]:
        """Every problem of the case, laid out below `root`."""
        if self.of_province:
            folder = self._lay_out(shutil.copytree(CONTENT / "tinh", root / "tinh"))
            return load_province(folder, DAY)[1]
        if self.is_import:
            folder = self._lay_out(root)
            return import_procedures(Order((folder / self.target,), root / "thu-tuc", DAY)).problems
        if "mirror" in self.expect:
            return read_list(self._lay_out(root) / self.target, province)[1]
        folder = self._lay_out(root / self.folder)
        if self.target != "xa.yml" and not (folder / "xa.yml").exists():
            (folder / "xa.yml").write_text(XA, encoding="utf-8")
        return inspect_commune(Question(self._province(root, province), DAY), folder)

    def _province(self, root: Path, usual: Province) -> Province:
        """The province that the commune is judged by: the usual one, unless the case changes a file of it."""
        changed = self.expect.get("province", ())
        if not changed:
            return usual
        folder = shutil.copytree(CONTENT / "tinh", root / "tinh")
        for given in changed:
            name, beside = given.split("=", 1)
            shutil.copy(self.source.parent / beside, folder / name)
        found, problems = load_province(folder)
        assert found, problems
        return found

    def _lay_out(self, folder: Path) -> Path:
        for name, content in self._files().items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        for given in self.expect.get("link", ()):
            name, target = given.split("=", 1)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).symlink_to(target)
        for name in self.expect.get("without", ()):
            (folder / name).unlink()
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _files(self) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        if self.source.is_dir():
            named = (path for path in self.source.rglob("*") if path.is_file() and path.name != "expect")
            files = {path.relative_to(self.source).as_posix(): path.read_bytes() for path in named}
        for given in self.expect.get("with", ()):
            name, beside = given.split("=", 1)
            files[name] = (self.source.parent / beside).read_bytes()
        content = self._bytes_of(self.target)
        return {**files, self.target: content} if content or self.source.is_file() else files

    def _said(self, key: str) -> str:
        return next(iter(self.expect.get(key, ())), "")


def cases() -> list[Case]:
    """Every case, by area and name."""
    sides = sorted(path for path in WRONG.rglob("*") if path.suffix == ".expect" or path.name == "expect")
    read = ((side, _read(side)) for side in sides)
    return [Case(_source(side, expect), expect) for side, expect in read]


def _source(side: Path, expect: dict[str, list[str]]) -> Path:
    """The file or folder that a side file speaks of; a file of the same stem may stand `with` it."""
    if side.name == "expect":
        return side.parent
    beside = {given.split("=", 1)[1] for given in expect.get("with", ())}
    (source,) = (
        path
        for path in side.parent.iterdir()
        if path.stem == side.stem and path.suffix != ".expect" and path.name not in beside
    )
    return source


def _read(side: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, side.read_text("utf-8").splitlines())):
        key, said = line.split(":", 1)
        found.setdefault(key.strip(), []).append(said.strip())
    return found
