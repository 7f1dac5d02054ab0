"""Pages to a website: MkDocs' own build loop with our pages as generated files.

The only module that knows MkDocs and Material; bodies come in as finished HTML.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material prints a banner on import

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File as MkDocsFile
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from generator.assets import OVERVIEW, RANKING, SCRIPT, SEARCH, STYLE, as_published, hashed_names
from generator.compiled import compiled
from generator.core import File, Link, Page, Site
from generator.files import write_file
from generator.frames import Frames
from generator.resources import MKDOCS_YML
from generator.stages import stage

MATERIAL = "assets/stylesheets/main.*.css"
"""All that our pages load of Material's own 14,000 files."""
FRAME = ("main.html", "base.html")
"""The large templates of the theme."""
MENDED = {' autocomplete="off">': ">", '{{ lang.t("action.skip") }}': "Tới nội dung chính"}
"""What no block of Material's base lets us write: its two hidden toggles carry an attribute that HTML does
not allow there, and its skip link names no place."""


@stage("Đóng khung, ghi ra đĩa")
def build(site: Site, pages: Sequence[Page], files: Iterable[File], out: Path) -> None:
    """Write a whole website into an empty or new folder."""
    config = load_config(str(MKDOCS_YML), site_dir=str(out.absolute()), hooks=[])
    config.plugins.on_startup(command="build", dirty=False)
    dress(config, site, pages, files)
    mkdocs_build(config)


def serve(hook: Path, port: int) -> None:
    """MkDocs' own preview server, with pages from the hook, until it is interrupted."""
    from mkdocs.commands.serve import serve as mkdocs_serve  # a web server, for whoever previews

    mkdocs_serve(str(MKDOCS_YML), hooks=[str(hook)], dev_addr=f"127.0.0.1:{port}")


def compile_theme() -> None:
    """For processes that are about to be forked: what is compiled now is compiled for all of them."""
    for name in FRAME:
        _environment().get_template(name)


def dress(config: MkDocsConfig, site: Site, pages: Sequence[Page], files: Iterable[File]) -> None:
    """Give MkDocs the frame, the pages and the files; before its build, or in its `on_config`."""
    config.site_name = escape(site.name)
    config.site_url = site.base or ""
    config.extra["site"] = site
    names = hashed_names(Path(config.docs_dir))
    config.extra |= {"script": names[SCRIPT], "search": names[SEARCH], "ranking": names[RANKING]}
    config.extra_css = [names[STYLE], *([names[OVERVIEW]] if site.of_province else [])]
    config.theme.static_templates.clear()  # 404 and sitemap are ours
    config.theme.get_env = _environment  # type: ignore[method-assign]
    config.plugins["congkhai"] = _Ours(pages, files, names, () if site.of_province else (OVERVIEW,))


@cache
def _environment() -> Environment:
    """MkDocs' environment for our theme, made once: the templates are then compiled once for all sites."""
    theme = load_config(str(MKDOCS_YML), hooks=[]).theme
    env = theme.get_env()
    env.loader, env.bytecode_cache = _Theme(theme.dirs), compiled()
    env.trim_blocks = env.lstrip_blocks = True  # half of the frame's lines are empty
    return env


class _Theme(FileSystemLoader):
    """Material's templates, mended; listed are only the files that a site takes over."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_current = super().get_source(environment, template)
        if template == "base.html":
            for theirs, ours in MENDED.items():
                source = source.replace(theirs, ours)
        return source, path, is_current

    def list_templates(self) -> list[str]:
        folders = map(Path, self.searchpath)
        return [path.relative_to(folder).as_posix() for folder in folders for path in folder.glob(MATERIAL)]


class _Ours(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Adds our pages to MkDocs' files, writes our other files."""

    def __init__(
        self, pages: Sequence[Page], extra: Iterable[File], names: Mapping[str, str], unused: Sequence[str]
    ) -> None:
        super().__init__()
        self.pages = pages
        self.extra = extra
        self.names = names
        """Paths of our assets as they are, and as they are published."""
        self.unused = unused
        """Paths of those that this site does not need."""

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        for unused in filter(None, map(files.get_file_from_path, self.unused)):
            files.remove(unused)
        for file in files:
            if file.src_uri in self.names:
                file.content_string = as_published(file.src_uri, file.content_string)
            file.dest_uri = self.names.get(file.src_uri, file.src_uri)
        by_url = {page.url: page for page in self.pages}
        for page in self.pages:
            files.append(_ReadyPage(page, _trail(page, by_url), config).file)
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Frames:  # type: ignore[override]
        site = config.extra["site"]
        return Frames(env, {site.search, *(link.url for link in (*site.menu, *site.links, *site.feeds))})

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Just before the frame is drawn around a page."""
        if isinstance(page, _ReadyPage):
            page.fill()
        return context

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Let go of a body that is about to be written."""
        page.content = ""
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        for file in self.extra:
            write_file(file, Path(config.site_dir, file.path))


def _trail(page: Page, by_url: Mapping[str, Page]) -> list[Link]:
    """The section pages above a page, outermost first."""
    above = by_url.get(page.section) if page.section else None
    return [*_trail(above, by_url), Link(above.title, above.url)] if above else []


class _ReadyPage(MkDocsPage):
    """A MkDocs page whose body is finished HTML; the theme escapes nothing, so titles come escaped."""

    def __init__(self, page: Page, trail: list[Link], config: MkDocsConfig) -> None:
        source = f"{page.url.rstrip('/') or 'index'}.md"
        file = MkDocsFile.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        super().__init__(escape(page.title), file, config)
        self.ready = page
        self.markdown = self.content = ""
        self.meta = {
            "title": escape(page.title),
            "description": escape(page.description),
            "section": page.section,
            "trail": trail,
            "listed": page.listed,
            "picture": page.picture,
        }

    def fill(self) -> None:
        """With the body, and what follows from it."""
        drawn = self.ready.draw() if self.ready.draw else self.ready
        self.content = drawn.body
        self.toc = get_toc([_entry(id, text) for id, text in drawn.headings])
        self.meta["about"] = drawn.about

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the body came with the page."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render: the body came with the page."""


def _entry(id: str, text: str) -> Any:
    return {"level": 2, "id": id, "name": escape(text), "children": []}
