"""README and guide cannot rot: what they name exists, what they show works."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import pytest
import yaml

from generator.fields.base import Model
from generator.fields.dates import read_day, read_hours
from generator.fields.money import read_dong, read_percent
from generator.hosting.limits import GB, LIMITS, MIB, Host
from generator.hosting.measure import say_count
from generator.hosting.owners import Owners
from generator.kinds._disclosure import Correction, Posting, Reply
from generator.kinds._withdrawn import Withdrawals
from generator.kinds.document import OfficialDocument
from generator.kinds.empty.model import Declaration
from generator.kinds.profile import Profile
from generator.kinds.project.model import Project
from generator.kinds.project.parts import Photo, Schedule
from generator.kinds.reception.model import Change, Held, Periodic
from generator.kinds.reception.rule import read_rule
from generator.load.false_alarms import Mark
from generator.load.yaml_tree import read_yaml
from generator.province.calendar import YearOverride
from generator.province.settings import Settings
from generator.province.words import Words
from tests.conftest import CONTENT, ROOT
from tests.test_cli import congkhai

README = (ROOT / "README.md").read_text(encoding="utf-8")
PROVINCE_GUIDE = (ROOT / "docs" / "huong-dan-tinh.md").read_text(encoding="utf-8")
HOSTING_GUIDE = (ROOT / "docs" / "dang-trang.md").read_text(encoding="utf-8")
GUIDE = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "huong-dan").glob("*.md"))
)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
MODELS: dict[str, type[Model]] = {
    "dinh_ky": Periodic,
    "dieu_chinh": Change,
    "da_tiep": Held,
    "anh": Photo,
    "bao_nham": Mark,
    "khong_phat_sinh": Declaration,
    "tra_loi": Reply,
    "thoi_gian": Schedule,
    "dinh_chinh": Correction,
    "hinh_thuc": Posting,
}
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def test_readme_is_under_a_page_and_shows_both_commands_picture_and_tree() -> None:
    assert len(README.splitlines()) <= 60
    assert "make site" in README
    assert "make test" in README
    picture = re.search(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert picture
    assert (ROOT / picture[1]).is_file()


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"(?:^|`)make ([a-z-]+)", README + GUIDE, re.MULTILINE)))
)
def test_every_make_target_that_is_named_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_link_of_the_readme_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_every_file_of_the_guides_table_is_in_the_sample() -> None:
    named = re.findall(r"^\| `([^`]+)` \|", GUIDE, re.MULTILINE)
    assert len(named) >= 7
    assert [name for name in named if not (CONTENT / "xa" / "xa-mau" / name).exists()] == []


def test_every_file_of_the_provinces_guide_is_there() -> None:
    named = re.findall(r"^\| `([^`]+)` \|", PROVINCE_GUIDE, re.MULTILINE)
    assert len(named) == 9
    assert [name for name in named if not (CONTENT / "tinh" / name).exists()] == []


def test_every_piece_of_yaml_in_the_provinces_guide_loads() -> None:
    models: dict[str, type[Model]] = {
        "dia_chi_goc": Settings,
        "noi_bao_sai_sot": Settings,
        "kho_du_lieu": Settings,
        "nam": YearOverride,
        "ma": Profile,
        "viet_tat": Words,
    }
    blocks = re.findall(r"```yaml\n(.*?)```", PROVINCE_GUIDE, re.DOTALL)
    duties = [block for block in blocks if block.startswith("nghia_vu:")]
    assert (len(blocks), len(duties)) == (8, 2)
    for block in (block for block in blocks if block not in duties):
        tree: Any = read_yaml(block.encode(), "huong-dan-tinh.md").tree
        model = models[next(iter(tree))]
        model.model_validate({"ten": "Tỉnh", "ma": "19", **tree} if model is Settings else tree)


@pytest.mark.parametrize("block", BLOCKS)
def test_every_piece_of_yaml_in_the_guide_loads(block: str) -> None:
    reading = read_yaml(textwrap.dedent(block).encode(), "huong-dan/")
    assert reading.problems == []
    tree: Any = reading.tree
    if list(tree) == ["tom_tat"]:
        document = next(other for other in BLOCKS if "trich_yeu:" in other)
        whole: Any = read_yaml(textwrap.dedent(document).encode(), "huong-dan/").tree
        assert OfficialDocument.model_validate(whole | tree).summary.count("\n- ") == 2
        return
    if "tham_gia_tu" in tree:
        profile = Profile.model_validate(tree)
        assert profile.office
        assert (len(profile.leaders), len(profile.thon)) == (2, 2)
        return
    if "ma" in tree:
        model = OfficialDocument if "trich_yeu" in tree else Project
        assert model.model_validate(tree).id
        return
    items = tree.items() if isinstance(tree, dict) else [("dieu_chinh", tree)]
    for key, entries in items:
        for entry in entries if isinstance(entries, list) else [entries]:
            MODELS[key].model_validate(entry)


def test_every_spelling_that_the_guide_promises_is_read() -> None:
    rules = re.search(r"Máy hiểu các cách sau:\n\n(.*?)\n\n", GUIDE, re.DOTALL)
    assert rules
    for text in re.findall(r"`([^`]+)`", rules[1]):
        read_rule(text)
    readers = {"Ngày": read_day, "Giờ": read_hours, "Số tiền": read_dong, "Phần trăm": read_percent}
    for name, read in readers.items():
        row = re.search(rf"^\| {name} \| (.*) \|$", GUIDE, re.MULTILINE)
        assert row
        for text in re.findall(r"`([^`]+)`", row[1]):
            read(text)


def test_the_guide_to_a_live_site_names_commands_and_options_that_exist() -> None:
    plain = HOSTING_GUIDE.replace("\\\n", " ")
    named = set(
        re.findall(
            r"(?:^|`)\.venv/bin/congkhai ([a-z-]+(?: (?:deploy|lock|export))?)([^`\n#]*)",
            plain,
            re.MULTILINE,
        )
    )
    assert {command for command, _ in named} == {
        "new lock",
        "new deploy",
        "excel export",
        "check",
        "thu-hoi",
    }
    for command, rest in named:
        help_page = congkhai(*command.split(), "--help").stdout
        assert [option for option in re.findall(r"--[a-z-]+", rest) if option not in help_page] == []


def test_the_files_that_the_guide_to_a_live_site_has_people_write_by_hand_load() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", HOSTING_GUIDE, re.DOTALL)
    owners, withdrawn = (yaml.load(textwrap.dedent(block), yaml.BaseLoader) for block in blocks[1:])  # noqa: S506
    assert Owners.model_validate(owners).communes[0].people == ["@tai-khoan-lanh-dao"]
    assert Withdrawals.model_validate(withdrawn).entries[0].file == "tep/ho-tro/danh-sach-nhan-gao.pdf"


def test_the_guide_to_a_live_site_links_to_what_is_there_and_shows_yaml_that_loads() -> None:
    links = re.findall(r"\]\(([^)]+)\)", HOSTING_GUIDE)
    headings = [
        text.lower().replace(" ", "-") for text in re.findall(r"^## (.*)$", HOSTING_GUIDE, re.MULTILINE)
    ]
    assert len(links) >= 3
    for link in links:
        assert link[1:] in headings if link.startswith("#") else (ROOT / "docs" / link).is_file()
    block = re.findall(r"```yaml\n(.*?)```", HOSTING_GUIDE, re.DOTALL)[0]
    tree: Any = read_yaml(textwrap.dedent(block).encode(), "dang-trang.md").tree
    assert Profile.model_validate({"ma": "05602", "tinh_trang": "cho_tiep_nhan", **tree}).base


def test_the_guide_to_a_live_site_gives_the_limits_that_are_checked() -> None:
    github, cloudflare = LIMITS[Host.GITHUB], LIMITS[Host.CLOUDFLARE]
    assert github.site
    assert github.file
    assert cloudflare.files
    assert cloudflare.file
    assert (
        f"cả trang nhiều nhất {github.site.most // GB} GB, mỗi tệp nhiều nhất {github.file.most // MIB} MB"
        in HOSTING_GUIDE
    )
    told = f"nhiều nhất {say_count(cloudflare.files.most)} tệp, mỗi tệp nhiều nhất {cloudflare.file.most // MIB} MB"
    assert told in HOSTING_GUIDE


def test_the_guide_to_a_live_site_names_jobs_as_the_workflows_do() -> None:
    flows = "".join(
        (ROOT / "site_templates" / "deploy" / "github" / name).read_text("utf-8")
        for name in ("cong-khai.yml", "xem-truoc.yml")
    )
    for name in ("Công khai", "Đăng lên GitHub Pages", "Xem trước"):
        assert f"**{name}**" in HOSTING_GUIDE
        assert f"name: {name}\n" in flows


SERVER_GUIDE = (ROOT / "docs" / "may-chu.md").read_text(encoding="utf-8")
SETUP = (ROOT / "deploy" / "setup.sh").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line", sorted(set(re.findall(r"congkhai (?:new|receive) [^\n`<>]*[^\n`<> ]", SERVER_GUIDE + SETUP)))
)
def test_every_command_of_the_servers_guide_and_set_up_takes_its_options(line: str) -> None:
    words = line.split('"')[0].split()
    help_page = congkhai(*words[1:3], "--help")
    assert help_page.returncode == 0, line
    assert [word for word in words if word.startswith("--") and word not in help_page.stdout] == []


def test_every_path_of_the_servers_guide_is_one_that_the_set_up_uses() -> None:
    made = "/opt/congkhai", "/srv/congkhai/noi-dung.git", "/srv/congkhai/trang"
    used = SETUP.replace("$HOME_FOLDER", "/srv/congkhai")
    assert [path for path in made if path not in SERVER_GUIDE or path not in used] == []
    unit = (ROOT / "deploy" / "congkhai-rebuild.service").read_text(encoding="utf-8")
    assert "ExecStart=/opt/congkhai/bin/congkhai receive rebuild /srv/congkhai\n" in unit
