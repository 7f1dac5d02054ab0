"""`mirror.yml`: what may stand in it, and that no password in it is ever repeated."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

from generator.fields.titles import fields_of, model_inside
from generator.mirror.address import HERE, read_git_address
from generator.mirror.listed import LARGEST_MB, Holds, MirrorList, Source, read_list
from generator.province import Province
from tests.mirror.conftest import Mirror


def test_what_is_left_out_has_a_sensible_value(tmp_path: Path, province: Province) -> None:
    (tmp_path / "mirror.yml").write_text(
        "nguon:\n  - {xa: ['05602', xa-mau], kho: 'https://git.example/tinh.git'}\n", encoding="utf-8"
    )
    found, problems = read_list(tmp_path / "mirror.yml", province)
    assert found
    assert problems == ()
    settings = found.settings
    assert (settings.kept, settings.old_days, settings.seconds) == (3, 7, 300)
    assert settings.largest_mb == LARGEST_MB == 1000
    first, second = found.wanted
    assert (first.unit.slug, second.unit.slug) == ("xa-mau", "xa-phu-dinh")
    assert first.id == second.id
    assert (first.source.branch, first.source.holds) == ("main", Holds.CONTENT)
    assert first.path == "content/xa/xa-mau/"
    assert first.shown == "https://git.example/tinh.git"


def test_a_built_site_lies_at_the_root_of_its_repository_or_where_it_is_said(
    tmp_path: Path, province: Province
) -> None:
    entry = "nguon:\n  - {xa: [xa-mau], loai: trang, kho: 'ssh://git@git.example/a.git'%s}\n"
    for more, path in {"": "", ", ben_trong: site/xa-mau": "site/xa-mau/", ", ben_trong: .": ""}.items():
        (tmp_path / "mirror.yml").write_text(entry % more, encoding="utf-8")
        found, _ = read_list(tmp_path / "mirror.yml", province)
        assert found
        assert found.wanted[0].path == path


def test_every_key_has_a_title_and_a_description() -> None:
    for model in (MirrorList, Source):
        for key, info in fields_of(model).items():
            assert key.isascii()
            assert info.title, key
            assert info.description, key
    assert model_inside(MirrorList.model_fields["sources"].annotation) is Source


@pytest.mark.parametrize(
    ("text", "url", "shown"),
    [
        ("https://git.example/a/b.git", "https://git.example/a/b.git", "https://git.example/a/b.git"),
        ("https://u:p%40x@git.example:8443/a", "https://git.example:8443/a", "https://git.example:8443/a"),
        ("https://chi-ma@git.example/a", "https://git.example/a", "https://git.example/a"),
        ("ssh://git@git.example:22/a.git", "ssh://git@git.example:22/a.git", "ssh://git.example:22/a.git"),
        ("file:///srv/kho/a.git", "file:///srv/kho/a.git", HERE),
    ],
)
def test_an_address_is_read_and_shown_without_who_signs_in(text: str, url: str, shown: str) -> None:
    found = read_git_address(text)
    assert (found.url, found.shown) == (url, shown)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("git@git.example:a/b.git", "git_address_short"),
        ("http://git.example/a", "git_address_plain"),
        ("http://u:bi-mat@git.example/a", "git_address_plain"),
        ("git://git.example/a", "git_address_expected"),
        ("ext::sh -c true", "git_address_expected"),
        ("ssh://git:bi-mat@git.example/a", "git_address_expected"),
        ("ssh://-oProxyCommand=x/a", "git_address_expected"),
        ("https://git.example/a?private_token=bi-mat", "git_address_expected"),
        ("https://u:bi-mat@", "git_address_expected"),
        ("https://u:bi mat@git.example/a", "git_address_expected"),
        ("/srv/kho", "git_address_expected"),
        ("--upload-pack=x", "git_address_expected"),
        ("https://git.example/../a", "git_address_expected"),
        ("https://u:pa/bi-mat@git.example/a", "git_address_expected"),
        ("https://u:12/bi-mat@git.example/a", "git_address_expected"),
        ("https:/u:bi-mat@git.example/a", "git_address_expected"),
        ("https:u:bi-mat@git.example/a", "git_address_expected"),
        ("oauth2:bi-mat@git.example/a.git", "git_address_expected"),
        ("https://u:p@bi-mat@git.example/a", "git_address_expected"),
        ("http://u:bi-mat/x@git.example/a", "git_address_plain"),
        ("bi-mat@git.example:a/b.git", "git_address_short"),
        (f"https://u:{'bi-mat' * 20}@", "git_address_expected"),
    ],
)
def test_other_addresses_are_refused_and_no_password_is_repeated(text: str, code: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_git_address(text)
    assert refused.value.type == code
    assert "bi-mat" not in refused.value.message()
    assert "bi mat" not in refused.value.message()
    assert "bi-mat" not in str(refused.value.context)


@pytest.mark.parametrize(
    "line",
    [
        "    kho: https://u:bi-mat@git.example/a  x: y",
        "\tkho: https://u:bi-mat@git.example/a",
        "    https://u:bi-mat@git.example/a: kho",
        "    khoo: https://u:bi-mat@git.example/a",
        "    nhanh: https://u:bi-mat@git.example/a",
        "    kho: http://u:bi-mat@git.example/a?x",
        "    thu_muc: a\n    kho: https://u:bi-mat@git.example/a",
    ],
)
def test_no_message_about_a_wrong_line_repeats_its_password(mirror: Mirror, line: str) -> None:
    mirror.listed(f"nguon:\n  - xa: [xa-mau]\n{line}\n")
    done = mirror.run("sync")
    assert done.returncode == 1
    assert "mirror.yml:" in done.stderr
    assert "bi-mat" not in done.stderr + done.stdout


WRITTEN = (
    "https://u:pa/bi-mat@git.example/a",
    "https:/u:bi-mat@git.example/a",
    "oauth2:bi-mat@git.example/a.git",
    "https://u:p@bi-mat@git.example/a",
    "https://u:a”bi-mat@git.example/a",
    "https://u:bi-mat/x@git.example/a",
    "https://u:bi-mat",
    "https:/git.example/a?token=bi-mat",
    f"u:{'bi-mat' * 15}@git.example/a",
    f"{'bi-mat' * 15}@git.example:a",
)
PLACES = (
    "kho: %s",
    "nhanh: %s",
    "khoo: %s",
    "%s: kho",
    "kho: %s  x: y",
    "ben_trong: %s",
    "loai: %s",
    "xa: [%s]",
    "%s",
)


@pytest.mark.parametrize("place", PLACES)
def test_no_message_repeats_a_password_in_a_mistyped_address(
    tmp_path: Path, province: Province, place: str
) -> None:
    file = tmp_path / "mirror.yml"
    for written in WRITTEN:
        file.write_text(f"nguon:\n  - thu_muc: a\n    {place % written}\n", encoding="utf-8")
        _, problems = read_list(file, province)
        assert problems, written
        assert [p for p in problems if "bi-mat" in p.message + p.hint] == []


def test_what_holds_no_password_is_still_repeated(tmp_path: Path, province: Province) -> None:
    file = tmp_path / "mirror.yml"
    for written, said in {
        "http://git.example/a.git": "“http://git.example/a.git”",
        "git@git.example:a/b.git": "“git@git.example:a/b.git”",
        "https://u:p@git.example/a?b": "“https://…@git.example/a”",
    }.items():
        file.write_text(f"nguon:\n  - xa: [xa-mau]\n    kho: {written}\n", encoding="utf-8")
        _, (problem,) = read_list(file, province)
        assert said in problem.message
    assert problem.place.line == 3


def test_two_lists_of_sources_are_fetched_apart_where_branch_or_password_differ(
    tmp_path: Path, province: Province
) -> None:
    text = "nguon:\n  - {xa: [xa-mau], kho: 'https://u:1@git.example/a'}\n  - {xa: [xa-phu-dinh], kho: 'https://u:2@git.example/a'}\n"
    (tmp_path / "mirror.yml").write_text(text, encoding="utf-8")
    found, _ = read_list(tmp_path / "mirror.yml", province)
    assert found
    assert found.wanted[0].id != found.wanted[1].id
