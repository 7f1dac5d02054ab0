"""Workbooks dropped into `nhap/`: read without a question, told in words, all of them or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import CONTENT, DAY, write_tree
from tests.from_schema.workbooks import PROJECTS, Edited
from tests.test_cli import congkhai

MAU, PHU_DINH = ('ma: "00000"\ntinh_trang: chinh_thuc\n', 'ma: "05602"\ntinh_trang: chinh_thuc\n')
PROJECT = "ma: DA-01\nten: Cầu Khe Đá\ntinh_trang: chuan_bi\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two communes with one project each, and an empty `nhap/`."""
    return write_tree(
        tmp_path,
        {
            "content/xa/xa-mau/xa.yml": MAU,
            "content/xa/xa-mau/du-an/DA-01.yml": PROJECT,
            "content/xa/xa-phu-dinh/xa.yml": PHU_DINH,
            "content/xa/xa-phu-dinh/du-an/DA-01.yml": PROJECT,
            "nhap/.gitkeep": "",
        },
    )


def export(repository: Path, to: str, slug: str = "xa-mau", **put: str) -> Path:
    """The workbook of a commune's projects in `nhap/`, with the first of them changed."""
    file = repository / "nhap" / to
    file.parent.mkdir(exist_ok=True)
    tinh = ("--tinh", str(CONTENT / "tinh"))
    done = congkhai("excel", "export", slug, "du-an", "--out", str(file), *tinh, cwd=repository)
    assert done.returncode == 0, done.stderr
    edited = Edited.of(file, repository / "content" / "xa" / slug)
    edited.put(PROJECTS, 3, put)
    edited.book.save(file)
    return file


def take_in(repository: Path) -> tuple[int, str]:
    done = congkhai(
        "excel", "nhan", "--out", "de-nghi.md", "--tinh", str(CONTENT / "tinh"), "--date", str(DAY),
        cwd=repository,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def project(repository: Path, slug: str = "xa-mau") -> str:
    return (repository / "content" / "xa" / slug / "du-an" / "DA-01.yml").read_text("utf-8")


def test_what_a_workbook_changes_is_written_told_and_checked(repository: Path) -> None:
    file = export(repository, "bang-cua-toi.xlsx", ten="Cầu Khe Đá mới")
    status, said = take_in(repository)
    assert (status, file.exists(), (repository / "nhap" / ".gitkeep").exists()) == (0, False, True)
    assert project(repository) == PROJECT.replace("Khe Đá", "Khe Đá mới")
    proposal = (repository / "de-nghi.md").read_text("utf-8")
    assert said == proposal
    title, empty, *rest = proposal.splitlines()
    assert (title, empty) == ("Nhập bảng tính: Xã Mẫu", "")
    assert "        Tên: Cầu Khe Đá → Cầu Khe Đá mới" in rest
    assert any(line.startswith("Kiểm tra sau khi nhập: ") for line in rest)


def test_several_workbooks_go_to_their_communes(repository: Path) -> None:
    export(repository, "a.xlsx", ten="Cầu A")
    export(repository, "xa-phu-dinh/a.xlsx", "xa-phu-dinh", ten="Cầu B")
    status, said = take_in(repository)
    assert (status, said.splitlines()[0]) == (0, "Nhập bảng tính: Xã Mẫu, Xã Phú Đình")
    assert ("Cầu A" in project(repository), "Cầu B" in project(repository, "xa-phu-dinh")) == (True, True)
    assert list(repository.rglob("*.xlsx")) == []


def test_one_wrong_workbook_keeps_the_others_out_too(repository: Path) -> None:
    good = export(repository, "xa-phu-dinh/a.xlsx", "xa-phu-dinh", ten="Cầu B")
    bad = export(repository, "sai.xlsx", tinh_trang="xong rồi")
    status, said = take_in(repository)
    assert (status, good.exists(), bad.exists()) == (1, True, True)
    assert f"nhap/sai.xlsx:\n{PROJECTS}!C3: lỗi: “Tình trạng” ghi “xong rồi”" in said
    assert (project(repository), project(repository, "xa-phu-dinh")) == (PROJECT, PROJECT)
    assert not (repository / "de-nghi.md").exists()


def test_nothing_to_import_is_no_mistake(repository: Path) -> None:
    assert take_in(repository) == (0, "Không có bảng tính nào trong nhap.\n")
    shutil.rmtree(repository / "nhap")
    assert take_in(repository)[0] == 0
    assert not (repository / "de-nghi.md").exists()


def test_what_is_gone_from_the_workbook_is_told_and_kept(repository: Path) -> None:
    file = export(repository, "a.xlsx")
    edited = Edited.of(file, repository / "content" / "xa" / "xa-mau")
    edited.blank(PROJECTS, 3, but=["ma"])
    edited.book.save(file)
    status, said = take_in(repository)
    assert (status, project(repository)) == (0, PROJECT)
    assert "Không còn trong bảng: content/xa/xa-mau/du-an/DA-01.yml" in said
    assert "vẫn giữ tệp" in said


def test_what_a_cell_says_is_no_markup_of_the_proposal(repository: Path) -> None:
    export(repository, "a.xlsx", ten="# @moi-nguoi\nCloses #1 ![](http://a.example/x)")
    assert take_in(repository)[0] == 0
    lines = (repository / "de-nghi.md").read_text("utf-8").splitlines()
    said = [line for line in lines if "@moi-nguoi" in line or "Closes" in line]
    assert said
    assert all(line.startswith("    ") for line in said)


def test_a_file_name_cannot_end_its_line(repository: Path) -> None:
    export(repository, "a\n\n# b.xlsx", ten="Cầu A")
    assert take_in(repository)[0] == 0
    assert "bảng nhap/a··# b.xlsx\n" in (repository / "de-nghi.md").read_text("utf-8")


def test_data_that_break_a_rule_are_proposed_with_what_is_wrong(repository: Path) -> None:
    (repository / "content/xa/xa-mau/tiep-cong-dan.yml").write_text("sai: 1\n", "utf-8")
    export(repository, "a.xlsx", ten="Cầu A")
    status, said = take_in(repository)
    assert status == 0
    assert "Còn lỗi, chưa nên duyệt:\n\n    content/xa/xa-mau/tiep-cong-dan.yml:1:1: " in said


def test_an_error_that_a_workbook_would_make_is_told_at_its_cell(repository: Path) -> None:
    """What only a rule across files finds: the commune has no such thôn."""
    export(repository, "a.xlsx", thon="xom-khong-co")
    status, said = take_in(repository)
    assert (status, project(repository)) == (1, PROJECT)
    assert f"nhap/a.xlsx:\n{PROJECTS}!" in said


@pytest.mark.parametrize(
    ("to", "slug", "code"),
    [
        ("xa-khong-co/a.xlsx", "xa-mau", "excel_commune_unknown"),
        ("xa-phu-dinh/a.xlsx", "xa-mau", "excel_other_commune"),
    ],
)
def test_a_workbook_is_never_taken_for_another_communes(
    to: str, slug: str, code: str, repository: Path
) -> None:
    export(repository, to, slug, ten="Cầu A")
    status, said = take_in(repository)
    assert (status, f"[{code}]" in said) == (1, True)
    assert project(repository, "xa-phu-dinh") == PROJECT


def test_a_workbook_that_does_not_say_whose_it_is_is_known_by_its_name_or_folder(repository: Path) -> None:
    file = export(repository, "a.xlsx", ten="Cầu A")
    edited = Edited.of(file, repository)
    del edited.book["Danh mục"]
    edited.book.save(file)
    assert "[excel_commune_unknown]" in take_in(repository)[1]
    file.rename(file.with_name("xa-phu-dinh.xlsx"))
    assert take_in(repository)[0] == 0
    assert "Cầu A" in project(repository, "xa-phu-dinh")


def test_two_workbooks_that_write_one_file_are_refused(repository: Path) -> None:
    export(repository, "a.xlsx", ten="Cầu A")
    export(repository, "xa-mau/b.xlsx", ten="Cầu B")
    status, said = take_in(repository)
    assert (status, said.count("[excel_record_twice]"), project(repository)) == (1, 2, PROJECT)


@pytest.mark.parametrize("name", ["bang.xls", "bang.ods", "bang.csv", "bang.xlsx"])
def test_a_file_that_is_no_workbook_is_told(name: str, repository: Path) -> None:
    (repository / "nhap" / name).write_bytes(b"PK khong phai bang tinh")
    status, said = take_in(repository)
    assert (status, f"nhap/{name}:" in said, "[excel_broken]" in said) == (1, True, True)


def test_a_link_is_refused_and_what_excel_keeps_for_itself_is_passed_over(repository: Path) -> None:
    (repository / "nhap" / "~$a.xlsx").write_bytes(b"x")
    assert take_in(repository)[1] == "Không có bảng tính nào trong nhap.\n"
    (repository / "nhap" / "a.xlsx").symlink_to(CONTENT / "xa" / "xa-mau" / "xa.yml")
    status, said = take_in(repository)
    assert (status, "[link_refused]" in said) == (1, True)
    (repository / "nhap" / "a.xlsx").unlink()
    shutil.rmtree(repository / "nhap")
    (repository / "nhap").symlink_to(CONTENT)
    assert "[link_refused]" in take_in(repository)[1]


def test_what_waits_disturbs_nothing_and_is_never_published(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "content/xa/xa-mau/xa.yml": MAU,
            "content/xa/xa-mau/nhap/c.xlsx": "x",
            "nhap/a.xlsx": "x",
            "nhap/xa-mau/b.xlsx": "x",
        },
    )
    where = ("--tinh", str(CONTENT / "tinh"), "--date", str(DAY))
    done = congkhai("build", *where, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    names = {path.name for path in (tmp_path / "site").rglob("*")}
    assert "index.html" in names
    assert names & {"a.xlsx", "b.xlsx", "c.xlsx", "nhap"} == set()
