"""A site that a commune built itself: copied when it is that commune's and nothing foreign runs in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.mirror.built import FORMS
from generator.mirror.own_assets import own_assets
from generator.mirror.page_check import wrong_in_page, wrong_in_sitemap
from generator.mirror.restore import NothingKeptError
from generator.mirror.settle import Result
from generator.publish import Order, publish
from tests.conftest import CONTENT, DAY
from tests.mirror.conftest import BROKEN, LATER, Mirror, Origin, origin, results, traces
from tests.mirror.test_withdrawn import GONE, PROJECT, SECRET, TEXT
from tests.test_site import pages

SCHEDULE = "tiep-cong-dan.yml"
IDENTITY = "trang.json"


class Built:
    """A commune that builds at home and puts its site into the branch `pages`, as our workflows do."""

    def __init__(self, mirror: Mirror) -> None:
        self.mirror = mirror
        self.source = origin(mirror.folder, "xa-mau", {PROJECT: TEXT})
        self.pages = Origin(mirror.folder / "trang-goc" / "xa-mau", "xa-mau")
        self.build()
        self.push()

    def build(self) -> None:
        content = self.source.folder / "content"
        publish(Order(content, self.mirror.folder / "tinh", self.mirror.folder / "trang-goc", DAY))

    def push(self) -> None:
        """The branch holds the last site only, without those before."""
        shutil.rmtree(self.pages.folder / ".git", ignore_errors=True)
        self.pages.git("init", "--quiet", "--initial-branch", "pages")
        self.pages.commit_all()


@pytest.fixture
def built(mirror: Mirror) -> Built:
    made = Built(mirror)
    mirror.listed(f"nguon:\n  - {{xa: [xa-mau], loai: trang, kho: '{made.pages.url}', nhanh: pages}}\n")
    return made


def tree(folder: Path) -> dict[str, bytes]:
    """Without what is for staff of the commune, which no copy takes over."""
    files = (p for p in folder.rglob("*") if p.is_file() and p.suffix not in (".gz", ".br"))
    public = (p for p in files if not {".git", FORMS} & {*p.relative_to(folder).parts})
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in public}


def test_a_site_is_copied_byte_for_byte_and_compressed_here(mirror: Mirror, built: Built) -> None:
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert tree(mirror.out / "xa-mau") == tree(built.pages.folder)
    assert (mirror.out / "xa-mau" / "index.html.br").is_file()
    assert (built.pages.folder / FORMS).is_dir()
    assert not (mirror.out / "xa-mau" / FORMS).exists()
    entry = mirror.entry("xa-mau")
    assert (entry["nguon"]["loai"], entry["tinh_trang"], entry["tinh_den"]) == (
        "trang",
        "moi",
        "2026-11-22",
    )
    assert results(mirror.sync()) == {"xa-mau": Result.SAME}


def test_a_site_that_is_no_longer_built_anew_grows_old(mirror: Mirror, built: Built) -> None:
    mirror.sync()
    assert results(mirror.sync(now=mirror.after(8))) == {"xa-mau": Result.SAME}
    assert (mirror.entry("xa-mau")["tuoi_ngay"], mirror.entry("xa-mau")["qua_cu"]) == (8, True)


def test_a_folder_with_a_site_is_copied_too(mirror: Mirror, built: Built) -> None:
    mirror.listed("nguon:\n  - {xa: [xa-mau], loai: trang, thu_muc: trang-goc/xa-mau}\n")
    git = built.pages.folder / ".git"
    git.rename(mirror.folder / "cat-di")
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert tree(mirror.out / "xa-mau") == tree(built.pages.folder)


Change = Callable[[Path], object]


def identity(**more: object) -> Change:
    def change(site: Path) -> None:
        found = json.loads((site / IDENTITY).read_bytes())
        (site / IDENTITY).write_text(json.dumps({**found, **more}), encoding="utf-8")

    return change


REFRESH = '<meta http-equiv="refresh" content="0; url=../moi/">'


def head() -> str:
    return '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'


def put(text: str) -> Change:
    """A page of ours with something put in."""

    def change(site: Path) -> None:
        page = site / "lien-he" / "index.html"
        found = page.read_text(encoding="utf-8")
        page.write_text(found.replace("</main>", f"{text}</main>"), encoding="utf-8")

    return change


WRONG: dict[str, tuple[Change, str]] = {
    "another commune's": (identity(ma="05602"), "đây là trang của đơn vị khác"),
    "no identity": (lambda site: (site / IDENTITY).unlink(), "không có trang.json"),
    "broken identity": (lambda site: (site / IDENTITY).write_text("{"), "trang.json hỏng"),
    "wrong identity": (identity(thu_hoi=["x"]), "trang.json hỏng"),
    "trial data": (identity(thu_nghiem=True), "là dữ liệu thử"),
    "no home page": (lambda site: (site / "index.html").unlink(), "không có trang chủ"),
    "program": (lambda site: (site / "a.exe").write_bytes(b"MZ"), "có loại tệp lạ (.exe)"),
    "page of a server": (lambda site: (site / "a.php").write_text("x"), "có loại tệp lạ (.php)"),
    "script elsewhere": (lambda site: (site / "a.js").write_text("x"), "có loại tệp lạ (.js)"),
    "link": (lambda site: (site / "a.pdf").symlink_to("/etc/passwd"), "có liên kết"),
    "foreign script": (put('<script src="https://cdn.example/a.js"></script>'), "có phần lạ (script)"),
    "another encoding": (
        lambda site: (site / "lien-he" / "index.html").write_text("<p>x</p>", encoding="utf-16"),
        "không phải chữ UTF-8",
    ),
    "a byte order mark": (
        lambda site: (site / "a.html").write_text(head() + "<p>x</p>", encoding="utf-8-sig"),
        "có ký tự điều khiển",
    ),
    "XML that runs": (
        lambda site: (site / "a.xml").write_text('<x xmlns="http://www.w3.org/1999/xhtml"/>'),
        "có tệp XML lạ",
    ),
    "home page that forwards": (
        lambda site: (site / "index.html").write_text(f"{head()}{REFRESH}</head></html>"),
        "tự chuyển sang trang khác",
    ),
}


def test_a_site_that_is_wrong_keeps_the_good_copy(mirror: Mirror, built: Built) -> None:
    mirror.sync()
    good = tree(mirror.out / "xa-mau")
    kept = shutil.copytree(built.pages.folder, mirror.folder / "de-danh")
    for name, (change, said) in WRONG.items():
        shutil.rmtree(built.pages.folder)
        shutil.copytree(kept, built.pages.folder)
        change(built.pages.folder)
        built.push()
        assert results(mirror.sync()) == {"xa-mau": Result.KEPT}, name
        assert said.lower() in " ".join(mirror.entry("xa-mau")["loi"].values()).lower(), name
        assert tree(mirror.out / "xa-mau") == good, name


def test_hidden_files_and_foreign_compressed_ones_are_left_behind(mirror: Mirror, built: Built) -> None:
    site = built.pages.folder
    (site / ".nojekyll").touch()
    (site / "CNAME").write_text("xa-mau.example", encoding="utf-8")
    (site / "quan-tri").mkdir(exist_ok=True)
    (site / "quan-tri" / "index.html").write_text("<script src=khoi-dong.js></script>", encoding="utf-8")
    (site / "quan-tri" / "symbols.woff2").write_bytes(b"wOF2")
    (site / "index.html.gz").write_bytes(b"other")
    built.push()
    mirror.sync()
    assert (mirror.out / "xa-mau" / "index.html.gz").read_bytes() != b"other"
    assert not (mirror.out / "xa-mau" / "CNAME").exists()
    assert not (mirror.out / "xa-mau" / "quan-tri").exists()
    assert not (mirror.out / "xa-mau" / ".nojekyll").exists()


def test_what_the_commune_withdraws_leaves_every_copy(mirror: Mirror, built: Built) -> None:
    mirror.sync()
    assert traces(mirror.out, SECRET)
    (built.source.folder / "content" / "xa" / "xa-mau" / PROJECT).unlink()
    built.source.commit({"thu-hoi.yml": GONE})
    built.build()
    built.push()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert traces(mirror.out, SECRET) == traces(mirror.store, SECRET) == []


@pytest.mark.parametrize("broken_too", ["content", "site"])
def test_it_leaves_at_once_though_the_new_site_cannot_be_taken(
    mirror: Mirror, built: Built, broken_too: str
) -> None:
    mirror.sync()
    (built.source.folder / "content" / "xa" / "xa-mau" / PROJECT).unlink()
    more = {SCHEDULE: BROKEN if broken_too == "content" else LATER}
    built.source.commit({"thu-hoi.yml": GONE, **more})
    built.build()
    if broken_too == "site":
        (built.pages.folder / "a.exe").write_bytes(b"MZ")
    built.push()
    assert results(mirror.sync()) == {"xa-mau": Result.NOTICE}
    assert traces(mirror.out, SECRET) == traces(mirror.store, SECRET) == []
    assert "Trang này chưa dựng được" in mirror.page("xa-mau")


def test_a_new_release_of_the_program_checks_every_copy_anew(
    mirror: Mirror, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those kept to go back to: what an older release let in is not shown again."""
    mirror.sync()
    (built.pages.folder / "tep").mkdir(exist_ok=True)
    (built.pages.folder / "tep" / "a.txt").write_text("bản sau", encoding="utf-8")
    built.push()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    assert results(mirror.sync()) == {"xa-mau": Result.SAME}
    monkeypatch.setattr("generator.mirror.sync.program", lambda: "bản phần mềm sau")
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    kept = sorted((mirror.store / "giu" / "xa-mau").iterdir())
    (older,) = [folder for folder in kept if not (folder / "tep" / "a.txt").exists()]
    put('<script src="https://cdn.example/a.js"></script>')(older)
    with pytest.raises(NothingKeptError):
        mirror.restore("xa-mau")
    assert (mirror.out / "xa-mau" / "tep" / "a.txt").is_file()


EVIL = "https://khac.example"
GRAPH = '{"@context":"https://schema.org","@graph":[{"name":"%s"}]}'
HOSTILE = (
    '<script src="//cdn.example/a.js"></script>',
    "<script>x()</script>",
    '<script type="application/ld+json">{}</script>',
    '<script defer src="../assets/khac.12345678.js"></script>',
    '<script defer src="../assets/congkhai.12345678.js">x()</script>',
    f'<SCRIPT SRC=" {EVIL}/a.js"></SCRIPT>',
    f'<img src="{EVIL}/1.gif">',
    '<img src="data:image/svg+xml,x">',
    f'<img src="a.png" srcset="a.png 1x, {EVIL}/1.gif 2x">',
    '<img src="//khac.example/1.gif">',
    '<img src="\\\\khac.example\\1.gif">',
    '<img src="/\t/khac.example/1.gif">',
    '<img src="x" onerror="x()">',
    "<img src=x onerror=x()>",
    '<img src="x"onerror="x()">',
    '<a href="java\nscript:x()">x</a>',
    '<a href="&#106;avascript:x()">x</a>',
    '<a href="javascript&colon;x()">x</a>',
    '<a href=" javascript:x()">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="a/" href="javascript:x()">x</a>',
    '<a href="a/" HREF="javascript:x()">x</a>',
    f'<a href="a/" ping="{EVIL}">x</a>',
    '<a href="ht\ttps://khac.example">x</a>',
    '<p onclick="x()">x</p>',
    '<iframe src="a.html"></iframe>',
    '<iframe srcdoc="x"></iframe>',
    f'<base href="{EVIL}/">',
    f'<meta http-equiv="refresh" content="0;url={EVIL}/">',
    f'<meta http-equiv="refresh" content="{EVIL}" content="./">',
    f"<meta http-equiv=refresh content={EVIL} content=./>",
    '<meta http-equiv="refresh" content="0; url=../../moi/">',
    '<meta http-equiv="content-type" content="text/html; charset=utf-7">',
    '<meta charset="iso-2022-jp">',
    '<meta name="referrer" content="unsafe-url">',
    f'<link rel="stylesheet" href="{EVIL}/a.css">',
    '<link rel="stylesheet" href="../tep/a.css">',
    f'<link rel="canonical stylesheet" href="{EVIL}/a.css">',
    f'<link rel="preload" as="image" imagesrcset="{EVIL}/1.gif 1x">',
    f'<form action="{EVIL}/"></form>',
    '<input type="image" src="a.png">',
    '<button type="submit" formaction="a">x</button>',
    f'<body background="{EVIL}/1.gif">',
    '<p style="color:red">x</p>',
    "<style>@import url(a.css);</style>",
    f"<style>p{{background:image-set('{EVIL}/1.gif' 1x)}}</style>",
    '<svg><use href="a.svg#x"/></svg>',
    f'<svg><rect fill="url({EVIL}/a.svg#x)"/></svg>',
    f'<svg><path stroke="url({EVIL}/a.svg#x)" d="M0 0"/></svg>',
    '<svg><a xlink:href="javascript:x()"><path d="M0 0"/></a></svg>',
    '<svg><animate attributeName="href" values="javascript:x()"/></svg>',
    '<svg><set attributeName="href" to="javascript:x()"/></svg>',
    "<svg><foreignObject></foreignObject></svg>",
    "<math><mtext>x</mtext></math>",
    '<object data="a.pdf"></object>',
    '<embed src="a.pdf">',
    "<template><p>x</p></template>",
    "<noscript><p>x</p></noscript>",
    "<textarea><!--</textarea><img src=x onerror=x()>",
    "<title><!--</title><img src=x onerror=x()>-->",
    "<title><p></title>",
    "<!--><img src=x onerror=x()>-->",
    "<!-- --!><img src=x onerror=x()>-->",
    "<!-- x -->",
    "<![CDATA[x]]>",
    "<?xml-stylesheet href='a'?>",
    '<script type="application/ld+json">x()</script>',
    '<script type="application/ld+json">[]</script>',
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[1]}</script>',
    '<script type="application/ld+json">{"@context":"//khac.example/a","@graph":[]}</script>',
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[],"a":1}</script>',
    f'<script type="application/ld+json">{GRAPH % "<!--<script>"}</script>',
    f'<script type="application/ld+json">{GRAPH % "</script><script>x()"}</script>',
    f'<script type="application/ld+json">{GRAPH % "a&amp;b"}</script>',
    f'<script type="application/ld+json">{GRAPH % "a>b"}</script>',
    f'<script type="application/ld+json">{GRAPH % ("a" * 100_000)}</script>',
    f'<script type="application/ld+json">{"[" * 50_000}</script>',
    f'<script type="application/ld+json" src="a.js">{GRAPH % "a"}</script>',
    f'<script type="application/ld+json" onload="x()">{GRAPH % "a"}</script>',
    f'<script  type="application/ld+json">{GRAPH % "a"}</script>',
    f'<script type="application/json">{GRAPH % "a"}</script>',
    f'<script type="text/javascript">{GRAPH % "a"}</script>',
    f'<script type="application/ld+json">{GRAPH % "a"}</script >',
    f'<SCRIPT type="application/ld+json">{GRAPH % "a"}</SCRIPT>',
    "</p x>",
    "<p",
    "1 < 2",
    "<p>\0</p>",
    "\x1b(J",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_our_pages_are_not_made_of_is_refused(text: str) -> None:
    assert wrong_in_page(f"{head()}</head><body><p>x</p></body></html>") == ""
    assert wrong_in_page(f"{head()}</head><body>{text}</body></html>")


def test_an_apostrophe_in_a_title_is_no_trick() -> None:
    """As `html.escape` writes it: "Nhà văn hóa người H'Mông"."""
    page = f'{head()}<meta name="description" content="H&#x27;Mông"></head><body><p>x</p></body></html>'
    assert wrong_in_page(page) == ""


def test_what_a_page_says_to_programs_is_let_be() -> None:
    block = f'<script type="application/ld+json">{GRAPH % "a"}</script>'
    assert wrong_in_page(f"{head()}{block}</head></html>") == ""


def test_a_page_says_its_encoding_before_all_else() -> None:
    assert wrong_in_page('<!doctype html><html lang="vi"><head><title>x</title>')
    assert wrong_in_page('<html lang="vi"><head><meta charset="utf-8">')
    assert wrong_in_page("\ufeff" + head())


def test_a_page_that_forwards_inside_its_site_is_let_be() -> None:
    assert wrong_in_page(f"{head()}{REFRESH}</head></html>") == ""


def test_script_and_style_are_taken_only_where_they_are_our_own(mirror: Mirror, built: Built) -> None:
    """What is left out costs no page its facts; a style of another release gives way to ours."""
    site = built.pages.folder
    script = next((site / "assets").glob("congkhai.*.js"))
    style = next((site / "assets").glob("congkhai.*.css"))
    good, before = style.read_bytes(), tree(site)
    script.write_text("fetch('//khac.example/')", encoding="utf-8")
    style.write_text("p{background:image-set('//khac.example/1.gif' 1x)}", encoding="utf-8")
    (site / "assets" / "sw.js").write_text("x()", encoding="utf-8")
    (site / "assets" / "x.css").write_text("p{}", encoding="utf-8")
    (site / "a.svg").write_text('<svg onload="x()"></svg>', encoding="utf-8")
    built.push()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    taken = tree(mirror.out / "xa-mau")
    del before[script.relative_to(site).as_posix()]
    assert taken == before
    assert taken[style.relative_to(site).as_posix()] == good


def test_every_page_script_and_style_of_our_own_is_let_be(site: Path) -> None:
    public = [
        path for commune in site.glob("xa-*") for path in commune.rglob("*") if FORMS not in path.parts
    ]
    assert public
    for path in {*pages(site)} & {*public}:
        assert wrong_in_page(path.read_text("utf-8")) == "", path
    for path in public:
        if path.suffix in (".js", ".css", ".svg"):
            assert path.read_bytes() in own_assets(), path


def test_only_our_own_form_of_a_sitemap_is_let_be() -> None:
    frame = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n%s</urlset>\n'
    assert wrong_in_sitemap(frame % "<url><loc>https://xa-mau.example/</loc></url>\n") == ""
    assert (
        wrong_in_sitemap(frame % "<url><loc>https://a.example/</loc><lastmod>2026-10-05</lastmod></url>\n")
        == ""
    )
    assert wrong_in_sitemap(frame % "<url><loc>https://a.example/</loc><lastmod>nay</lastmod></url>\n")
    assert wrong_in_sitemap(frame % '<x xmlns="http://www.w3.org/1999/xhtml"/>')


def test_hostile_text_of_any_length_is_refused() -> None:
    """What it costs stands in `bench/hostile.py`."""
    for text in ("<p " + "a " * 200_000, "<p " + 'a="' * 200_000, "<" * 300_000, "<p" + " " * 200_000):
        assert wrong_in_page(head() + text)


def test_each_site_says_whose_it_is(site: Path) -> None:
    found = json.loads((site / "xa-phu-dinh" / IDENTITY).read_bytes())
    assert found == {
        "ma": "05602",
        "ten": "Xã Phú Đình",
        "slug": "xa-phu-dinh",
        "tinh_trang": "cho_tiep_nhan",
        "ngay": "2026-11-22",
        "cho_sua": False,
        "thu_nghiem": False,
        "thu_hoi": [],
    }
    marks = json.loads((site / "xa-mau" / IDENTITY).read_bytes())["thu_hoi"]
    assert len(marks) == 2
    text = (CONTENT / "xa" / "xa-mau" / "thu-hoi.yml").read_text("utf-8")
    assert [mark for mark in marks if mark.partition("@")[0] in text or len(mark) != 75] == []


FORM = '<form class="tim" role="search" action="{}" method="{}"></form>'


@pytest.mark.parametrize("action", ["a-z/", "../a-z/", "../../a-z/", "./"])
def test_a_form_may_lead_to_the_sites_own_search(action: str) -> None:
    assert wrong_in_page(head() + FORM.format(action, "get")) == ""


@pytest.mark.parametrize(
    ("action", "method"),
    [
        ("https://khac.example/a-z/", "get"),
        ("//khac.example/a-z/", "get"),
        ("/a-z/", "get"),
        ("../lien-he/", "get"),
        ("javascript:x()", "get"),
        ("", "get"),
        ("a-z/", "post"),
    ],
)
def test_a_form_may_lead_nowhere_else(action: str, method: str) -> None:
    assert wrong_in_page(head() + FORM.format(action, method)) == "có mẫu gửi đi nơi khác"


def test_what_the_script_fetches_for_a_search_is_our_own() -> None:
    own = '<script defer src="assets/congkhai.12345678.js" data-tim="{}" data-xep="assets/xep.12345678.js"></script>'
    assert wrong_in_page(head() + own.format("assets/tim.12345678.js")) == ""
    for address in ("//khac.example/assets/tim.12345678.js", "tep/tim.12345678.js", "assets/tim.js"):
        assert wrong_in_page(head() + own.format(address)) == "có phần lạ (script)"


def test_the_index_is_taken_and_its_program_only_where_it_is_our_own(mirror: Mirror, built: Built) -> None:
    site = built.pages.folder
    (site / "tim" / "pagefind.js").write_text("fetch('//khac.example/')", encoding="utf-8")
    (site / "tim" / "wasm.unknown.pagefind").write_bytes(b"\0asm")
    built.push()
    assert results(mirror.sync()) == {"xa-mau": Result.NEW}
    taken = {
        path.relative_to(mirror.out / "xa-mau").as_posix() for path in (mirror.out / "xa-mau").rglob("*")
    }
    assert {"tim/ten.json", "tim/pagefind-entry.json"} <= taken
    assert any(name.startswith("tim/index/") for name in taken)
    assert taken.isdisjoint({"tim/pagefind.js", "tim/wasm.unknown.pagefind"})


@pytest.mark.parametrize("name", ["tep/a.pf_index", "tim/khac.js", "tim/khac.pagefind", "a.pagefind"])
def test_files_of_an_index_stand_nowhere_else(mirror: Mirror, built: Built, name: str) -> None:
    (built.pages.folder / name).parent.mkdir(exist_ok=True)
    (built.pages.folder / name).write_text("x", encoding="utf-8")
    built.push()
    assert results(mirror.sync()) == {"xa-mau": Result.NOTHING}
