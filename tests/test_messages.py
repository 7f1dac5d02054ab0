"""Messages: the very place, the field by its titles, and the forms that people and programs read."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from generator.cli import machine, report
from generator.cli.watch import Watch, Watched
from generator.core import Level, Place, Problem
from generator.fields.titles import fields_of, model_inside, title_of
from generator.inspection import inspect
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.kinds.reception.model import Reception
from generator.load.models import read_model
from generator.load.reading import Reading
from generator.load.yaml_tree import read_yaml
from tests.conftest import CONTENT, DAY, Load, write_tree
from tests.error_codes import codes

XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'


def missing(load: Load, name: str, text: str) -> list[tuple[str, int, int]]:
    _, problems = load({name: text})
    return [(p.field, p.place.line, p.place.column) for p in problems if p.code == "missing"]


def test_a_field_is_named_by_all_titles_on_the_way_and_the_item_of_each_list() -> None:
    assert title_of(Reception, ("lich", 1, "dinh_ky", 0, "quy_tac")) == (
        "Lịch từng năm, mục 2: Lịch định kỳ, mục 1: Quy tắc"
    )
    assert title_of(Reception, ("chuan_bi", 2)) == "Nên mang theo, mục 3"
    assert title_of(Reception, ("noi_tiep",)) == "Nơi tiếp công dân"
    assert title_of(Reception, ("lich", 0, "khong_co", "x")) == "Lịch từng năm, mục 1"


def test_what_reading_finds_in_a_list_names_the_item(load: Load) -> None:
    _, problems = load(
        {"xa.yml": XA + "thon:\n  - {ma: a, ten: A, loai: xom}\n  - {ma: b, ten: B, loai: x}\n"}
    )
    assert [(p.field, p.place.line, p.place.column) for p in problems] == [
        ("Thôn, tổ dân phố, mục 2: Loại", 5, 27)
    ]


@pytest.mark.parametrize(
    ("text", "field", "place"),
    [
        (XA + "tru_so:\n  dien_thoai: 0200 000 0001\n", "Trụ sở: Địa chỉ", (5, 3)),
        (XA + "tru_so:\n  dien_thoai: 0200 000 0001\n\n\n# hết\n", "Trụ sở: Địa chỉ", (5, 3)),
        (XA + "tru_so: {dien_thoai: 0200 000 0001}\n", "Trụ sở: Địa chỉ", (3, 9)),
        (XA + "tru_so:\n  dia_chi:\nzalo: https://zalo.me/1\n", "Trụ sở: Địa chỉ", (4, 11)),
        (XA + "mot_cua:\n  quay:\n  - viec: |\n      Hộ tịch\n\n      Đất\n  ten: A\n", "Một cửa: Các quầy, mục 1: Tên quầy", (9, 5)),
        ("ma: '00000'", "Tình trạng", (2, 1)),
    ],
)  # fmt: skip
def test_a_missing_value_is_told_where_it_is_to_be_typed(
    load: Load, text: str, field: str, place: tuple[int, int]
) -> None:
    assert missing(load, "xa.yml", text)[0] == (field, *place)


@pytest.mark.parametrize(
    ("found", "hint"),
    [
        ("na-mau", "Ghi: thon: [na-mau]"),
        ("na-mau, khe-da", "Ghi: thon: [na-mau, khe-da]"),
        ("B1234567", "Xuống dòng, mỗi mục bắt đầu bằng dấu gạch ngang và một dấu cách."),
        ("Nà Mẫu", "Xuống dòng, mỗi mục bắt đầu bằng dấu gạch ngang và một dấu cách."),
    ],
)
def test_one_code_in_place_of_a_list_is_shown_in_brackets(load: Load, found: str, hint: str) -> None:
    text = "ma: a\nten: Cầu\ntinh_trang: dang_thuc_hien\nthon: {}\n"
    _, problems = load({"du-an/a.yml": text.format(found)})
    assert [p.hint for p in problems if p.code == "list_expected"] == [hint]
    _, problems = load({"du-an/a.yml": text.format("[na-mau]")})
    assert "list_expected" not in {p.code for p in problems}


def test_a_file_with_very_many_gaps_is_judged_in_time() -> None:
    text = "noi_tiep: A\nlich:\n" + "  - x: 1\n" * 3000
    reading = read_yaml(text.encode(), "tiep-cong-dan.yml")
    assert read_model(Reception, reading) is None
    places = {(p.place.line, p.place.column) for p in reading.problems if p.code == "missing"}
    assert places
    assert places <= {(line, 5) for line in range(4, 3004)}
    assert reading.problems[-1].code == "more_problems"


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
@pytest.mark.parametrize("wrong", ["x", ["x"], {"x": "x"}, [["x"]], [{"x": "x"}]], ids=repr)
def test_a_wrong_shape_anywhere_gives_a_code_of_ours(kind: Kind, wrong: object) -> None:  # type: ignore[type-arg]
    known = codes()
    for key, field in fields_of(kind.model).items():
        inner = model_inside(field.annotation)
        trees = [{key: wrong}, *({key: {deep: wrong}} for deep in (fields_of(inner) if inner else ()))]
        for tree in trees:
            reading = Reading("a.yml", tree=tree)  # type: ignore[arg-type]
            read_model(kind.model, reading)
            assert [p for p in reading.problems if p.code not in known or not p.hint] == []


def test_a_rule_names_its_field_too(load: Load) -> None:
    scope, _ = load({"xa.yml": XA + "thon:\n" + "  - {ma: a, ten: A, loai: xom}\n" * 2})
    assert scope
    from generator.check import check

    fields = {p.code: p.field for p in check(scope)}
    assert fields["not_unique"] == "Thôn, tổ dân phố, mục 2: Mã"


WRONG = Problem(Place("content/xa/xã mẫu/du-an/A, B.yml", 12, 18), "money_ambiguous", "đang ghi “1.25%”\nhai dòng",
                "Ghi: 1,25 tỷ", "Tiền: gốc, lãi")  # fmt: skip
LATE = Problem(
    Place("content/xa/xa-mau/xa.yml", 2, 1), "report_old", "đã {cũ} [x](http://a)", level=Level.NOTICE
)


def test_github_gets_one_escaped_workflow_command_a_problem() -> None:
    first, second = machine.as_github([WRONG, LATE]).split("\n")
    assert first == (
        "::error file=content/xa/xã mẫu/du-an/A%2C B.yml,line=12,col=18,"
        "title=Tiền%3A gốc%2C lãi [money_ambiguous]::"
        "“Tiền: gốc, lãi” đang ghi “1.25%25”%0Ahai dòng%0AGợi ý: Ghi: 1,25 tỷ"
    )
    assert second.startswith(
        "::notice file=content/xa/xa-mau/xa.yml,line=2,col=1,title=Cả tệp [report_old]::"
    )


def test_sarif_holds_all_that_code_scanning_asks_for() -> None:
    log = json.loads(machine.as_sarif([WRONG, LATE, LATE]))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    rules = [rule["id"] for rule in driver["rules"]]
    assert rules == ["money_ambiguous", "report_old"]
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in driver["rules"])
    first, second, third = run["results"]
    assert (first["ruleId"], first["level"], second["level"]) == ("money_ambiguous", "error", "note")
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/xa/x%C3%A3%20m%E1%BA%ABu/du-an/A%2C%20B.yml"
    assert place["region"] == {"startLine": 12, "startColumn": 18}
    assert "Ghi: 1,25 tỷ" in first["message"]["text"]
    assert second["message"]["text"] == "đã {{cũ}} \\[x](http://a)"
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in (first, second, third)]
    assert len(set(prints)) == 3


def test_a_fingerprint_stays_when_the_line_moves() -> None:
    moved = Problem(Place(LATE.place.path, 40, 1), LATE.code, LATE.message, level=LATE.level)
    before, after = (json.loads(machine.as_sarif([p]))["runs"][0]["results"][0] for p in (LATE, moved))
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_nothing_wrong_is_nothing_for_machines_to_read() -> None:
    assert machine.as_github([]) == ""
    assert json.loads(machine.as_json([])) == []
    assert json.loads(machine.as_sarif([]))["runs"][0]["results"] == []


def shown(problems: list[Problem], **console: bool) -> str:
    stream = io.StringIO()
    report.show(problems, Console(file=stream, width=60, **console))  # type: ignore[arg-type]
    return stream.getvalue()


def test_a_terminal_groups_problems_under_their_file_and_ends_with_the_worst_file_first() -> None:
    text = re.sub(r"\x1b\[[\d;]*m", "", shown([LATE, LATE, WRONG], force_terminal=True))
    lines = text.splitlines()
    assert lines[0] == "content/xa/xa-mau/xa.yml  0 lỗi, 2 lưu ý"
    assert lines[1].startswith("  2:1  lưu ý: đã {cũ} [x](http://a)")
    assert sum(line.startswith("content/") for line in lines) == 2
    listed = text[text.index("Theo từng tệp") :].splitlines()
    assert [line.split("  ")[-1] for line in listed[1:3]] == [WRONG.place.path, LATE.place.path]


def test_a_pipe_gets_one_line_a_problem_with_its_place_first_and_no_colour() -> None:
    text = shown([WRONG, LATE])
    assert text.startswith("content/xa/xã mẫu/du-an/A, B.yml:12:18: lỗi: ")
    assert "\x1b" not in text


def test_no_colour_is_used_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert re.search(r"\x1b\[[\d;]*3\d", shown([WRONG], force_terminal=True))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[(\d+;)*(3|4|9)\d", shown([WRONG], force_terminal=True))


def test_a_value_cannot_steer_the_terminal() -> None:
    hostile = Problem(Place("a\x1b[2J.yml"), "x", "ghi “\x1b]0;x\x07[red]”", "Gợi \x9b1m")
    for terminal in (True, False):
        text = re.sub(r"\x1b\[[\d;]*m", "", shown([hostile], force_terminal=terminal))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
        assert "[red]" in text


def test_a_long_list_ends_with_totals() -> None:
    many = [Problem(Place(f"content/xa/x/{n:03}.yml"), "x", "sai") for n in range(30)]
    assert "và 10 tệp khác" in shown(many, force_terminal=True)
    assert report.closing(Path("content"), many).startswith("Đã kiểm tra content: 30 lỗi, 0 lưu ý.")


def test_many_workers_find_the_same_in_the_same_order() -> None:
    one, two = (inspect(CONTENT, CONTENT / "tinh", DAY, jobs=jobs) for jobs in (1, 2))
    assert one == two


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    """Two communes without a mistake, looked at once."""
    write_tree(tmp_path, {f"xa/{slug}/xa.yml": f'ma: "{code}"\ntinh_trang: cho_tiep_nhan\n' for slug, code in
                          (("xa-mau", "00000"), ("xa-phu-dinh", "05602"))})  # fmt: skip
    shutil.copytree(CONTENT / "tinh", tmp_path / "tinh")
    watch = Watch(Watched(tmp_path, tmp_path / "tinh", DAY))
    assert len(watch.look()) == 3
    return watch


def found(watch: Watch) -> list[str]:
    return [problem.code for problem in watch.problems if problem.level is Level.ERROR]


def test_watching_reads_only_the_commune_that_changed(watch: Watch, tmp_path: Path) -> None:
    assert watch.look() == []
    write_tree(tmp_path, {"xa/xa-mau/xa.yml": XA + "mã: 1\n"})
    assert watch.look() == [tmp_path / "xa" / "xa-mau"]
    assert found(watch) == ["unknown_key"]
    write_tree(tmp_path, {"xa/xa-mau/xa.yml": XA})
    watch.look()
    assert found(watch) == []


def test_watching_sees_new_and_removed_communes_and_a_province_that_breaks(
    watch: Watch, tmp_path: Path
) -> None:
    write_tree(tmp_path, {"xa/xa-la/xa.yml": XA})
    assert watch.look() == [tmp_path / "xa" / "xa-la"]
    assert found(watch) == ["folder_name"]
    shutil.rmtree(tmp_path / "xa" / "xa-la")
    watch.look()
    assert found(watch) == []
    events = (tmp_path / "tinh" / "su-kien.yml").read_text("utf-8")
    write_tree(tmp_path, {"tinh/su-kien.yml": "su_kien: x\n"})
    assert watch.look()[0] == tmp_path / "tinh"
    assert found(watch) == ["list_expected"]
    write_tree(tmp_path, {"tinh/su-kien.yml": events})
    assert len(watch.look()) == 3
    assert found(watch) == []
