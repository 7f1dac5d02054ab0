"""A second import: what people own is kept, what did not change is not touched, what ended is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.imports.procedures import Fate
from tests.imports.portal_data import CODE, DAY, answer, flat, load, run

LATER = date(2026, 12, 1)
OTHER = "1.000002"


def fates(report: object) -> dict[str, str]:
    return {change.procedure.code: change.fate.name for change in report.changes}  # type: ignore[attr-defined]


def path(folder: Path, code: str = CODE) -> Path:
    return folder / "thu-tuc" / f"{code}.yml"


def add_line(folder: Path, line: str, code: str = CODE) -> None:
    """As a person would: one more line at the end of the file."""
    text = path(folder, code).read_text(encoding="utf-8")
    path(folder, code).write_text(f"{text}{line}\n", encoding="utf-8", newline="\n")


def test_what_did_not_change_keeps_its_file_byte_for_byte(tmp_path: Path) -> None:
    assert fates(run(tmp_path, answer())) == {CODE: "ADDED"}
    before, stamp = path(tmp_path).read_bytes(), path(tmp_path).stat().st_mtime_ns
    assert fates(run(tmp_path, answer(), day=LATER)) == {CODE: "SAME"}
    assert (path(tmp_path).read_bytes(), path(tmp_path).stat().st_mtime_ns) == (before, stamp)
    assert load(tmp_path).fetched == DAY


def test_a_change_names_the_fields_by_their_vietnamese_titles(tmp_path: Path) -> None:
    run(tmp_path, answer())
    report = run(tmp_path, answer(name="Tên mới", note="Thêm ghi chú"), day=LATER)
    assert [change.fields for change in report.of(Fate.CHANGED)] == [("Tên thủ tục", "Ghi chú của nguồn")]
    assert (load(tmp_path).name, load(tmp_path).fetched) == ("Tên mới", LATER)


def test_a_summary_is_never_touched(tmp_path: Path) -> None:
    run(tmp_path, answer())
    summary = tmp_path / "thu-tuc" / f"{CODE}.tom-tat.yml"
    summary.write_text("không phải YAML: [", encoding="utf-8")
    report = run(tmp_path, answer(OTHER), full=True)
    assert report.good
    assert summary.read_text(encoding="utf-8") == "không phải YAML: ["


def test_dates_of_validity_that_people_wrote_are_kept(tmp_path: Path) -> None:
    run(tmp_path, answer())
    add_line(tmp_path, 'hieu_luc_tu: "2026-01-01"\nhieu_luc_den: "2026-10-31"')
    assert fates(run(tmp_path, answer())) == {CODE: "SAME"}
    run(tmp_path, answer(name="Tên mới"))
    assert (load(tmp_path).since, load(tmp_path).until) == (date(2026, 1, 1), date(2026, 10, 31))


def test_what_the_sources_lack_is_only_listed_and_left_alone(tmp_path: Path) -> None:
    run(tmp_path, answer(), answer(OTHER))
    before = path(tmp_path).read_bytes()
    assert fates(run(tmp_path, answer(OTHER))) == {OTHER: "SAME", CODE: "UNSEEN"}
    assert path(tmp_path).read_bytes() == before


def test_in_a_full_catalogue_what_is_missing_ended_the_day_before(tmp_path: Path) -> None:
    run(tmp_path, answer(), answer(OTHER))
    assert fates(run(tmp_path, answer(OTHER), day=LATER, full=True)) == {OTHER: "SAME", CODE: "ENDED"}
    assert load(tmp_path).until == date(2026, 11, 30)
    assert "không còn trong danh mục nhập ngày 01/12/2026" in load(tmp_path).source
    assert load(tmp_path).fetched == DAY
    before = path(tmp_path).read_bytes()
    assert fates(run(tmp_path, answer(OTHER), day=date(2026, 12, 9), full=True)) == {OTHER: "SAME"}
    assert path(tmp_path).read_bytes() == before


def test_what_comes_back_loses_the_end_that_the_import_wrote(tmp_path: Path) -> None:
    run(tmp_path, answer(), answer(OTHER))
    run(tmp_path, answer(OTHER), day=LATER, full=True)
    report = run(tmp_path, answer(), answer(OTHER), day=date(2027, 1, 5))
    assert fates(report) == {OTHER: "SAME", CODE: "BACK"}
    assert (load(tmp_path).until, load(tmp_path).source) == (None, "Cổng Dịch vụ công quốc gia")


@pytest.mark.parametrize("line", ['hieu_luc_den: "2027-03-01"', 'hieu_luc_tu: "2027-03-01"'])
def test_a_date_still_to_come_that_people_wrote_is_stronger_than_a_missing_code(
    tmp_path: Path, line: str
) -> None:
    run(tmp_path, answer(), answer(OTHER))
    add_line(tmp_path, line)
    before = path(tmp_path).read_bytes()
    assert fates(run(tmp_path, answer(OTHER), full=True)) == {OTHER: "SAME", CODE: "UNSEEN"}
    assert path(tmp_path).read_bytes() == before


def test_nothing_ends_while_a_source_cannot_be_read(tmp_path: Path) -> None:
    run(tmp_path, answer(), answer(OTHER))
    report = run(tmp_path, '{"hỏng', answer(OTHER), full=True)
    assert fates(report) == {OTHER: "SAME", CODE: "UNSEEN"}
    assert not report.good


def test_nothing_ends_when_the_sources_hold_no_procedure_at_all(tmp_path: Path) -> None:
    run(tmp_path, answer())
    assert fates(run(tmp_path, [], full=True)) == {CODE: "UNSEEN"}


def test_what_the_source_calls_repealed_ends(tmp_path: Path) -> None:
    run(tmp_path, answer(), [flat(OTHER)])
    repealed = (answer(state="REPEALED"), [flat(OTHER, trang_thai_danh_muc="EXPIRED")])
    assert fates(run(tmp_path, *repealed, day=LATER)) == {CODE: "ENDED", OTHER: "ENDED"}
    assert load(tmp_path).until == load(tmp_path, OTHER).until == date(2026, 11, 30)
    assert fates(run(tmp_path, *repealed, day=date(2027, 1, 1))) == {CODE: "SAME", OTHER: "SAME"}
    assert fates(run(tmp_path, answer(), [flat(OTHER)])) == {CODE: "BACK", OTHER: "BACK"}


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    run(tmp_path, answer())
    add_line(tmp_path, "hieu_luc_den: ngày mai")
    before = path(tmp_path).read_bytes()
    report = run(tmp_path, answer(name="Tên mới"), answer(OTHER))
    assert {"date_expected", "catalogue_unreadable"} <= {problem.code for problem in report.problems}
    assert path(tmp_path).read_bytes() == before
    assert path(tmp_path, OTHER).is_file()


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    run(tmp_path, answer(), answer(OTHER))
    assert sorted(p.name for p in (tmp_path / "thu-tuc").iterdir()) == [f"{CODE}.yml", f"{OTHER}.yml"]


def test_a_part_of_the_portal_taken_for_the_whole_ends_nothing(tmp_path: Path) -> None:
    codes = [f"1.{number:06}" for number in range(100, 140)]
    run(tmp_path, *[answer(code) for code in codes])
    report = run(tmp_path, answer(codes[0]), day=LATER, full=True)
    assert [problem.code for problem in report.problems] == ["too_many_ended"]
    assert set(fates(report).values()) == {"SAME", "UNSEEN"}


def test_changed_procedures_with_a_summary_are_named_for_whoever_wrote_it(tmp_path: Path) -> None:
    run(tmp_path, answer(CODE), answer(OTHER))
    (tmp_path / "thu-tuc" / f"{CODE}.tom-tat.yml").write_text("ma: x\n", encoding="utf-8")
    report = run(
        tmp_path, answer(CODE, name="Tên mới của thủ tục"), answer(OTHER, name="Tên khác hẳn"), day=LATER
    )
    assert [change.procedure.code for change in report.stale] == [CODE]
