"""What stands at `/quan-tri/` of a commune's site: the editor with its configuration, or how to begin."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path

from generator.core import File, Site
from generator.from_schema.forms.config import Place, config
from generator.from_schema.forms.usual import defaults
from generator.from_schema.guide import has_guide
from generator.kinds._kind import Scope
from generator.resources import TEMPLATES
from generator.templates import environment
from generator.webserver import editor_policy

FOLDER = "quan-tri/"
OWN = ("khoi-dong.js", "ghi-yaml.js")
PACKED = (".gz", ".br")


class Writing(Enum):
    """Where the forms write."""

    SERVER = "server"
    """The repository that the province names; without one there is nothing to fill in."""
    MACHINE = "machine"
    """Also a folder of this machine, in a preview."""
    BROWSER = "browser"
    """Nowhere but into the browser, in tests."""


def forms_files(
    scope: Scope, site: Site, editor: Path, writing: Writing = Writing.SERVER, packed: bool = False
) -> Iterator[File]:
    """The files of one site; `editor` is the folder that `make admin` prepares, `packed` with .gz and .br."""
    slug = scope.commune.slug
    found = scope.province.settings.repository_of(slug) if writing is not Writing.BROWSER else None
    if found is None and writing is Writing.SERVER:
        html = (
            environment()
            .get_template("quan-tri/bat-dau.html")
            .render(site=site, slug=slug, guide=has_guide(scope.commune))
        )
        yield File(f"{FOLDER}index.html", html.encode())
        return
    place = Place(slug, site.name, site.base or "", found, writing is Writing.MACHINE)
    yield File(f"{FOLDER}index.html", _page(site, found.origins if found else (), has_guide(scope.commune)))
    yield File(f"{FOLDER}config.yml", config(place, scope.province, scope.day))
    for name in OWN:
        yield File(f"{FOLDER}{name}", (TEMPLATES / "quan-tri" / name).read_bytes())
    for path in sorted(editor.iterdir()):
        if packed or path.suffix not in PACKED:
            yield File(f"{FOLDER}{path.name}", source=path, linked=True)


def _page(site: Site, origins: Iterable[str], guide: bool) -> bytes:
    page = environment().get_template("quan-tri/index.html")
    usual = json.dumps(defaults(), ensure_ascii=False)
    return page.render(site=site, policy=editor_policy(origins), usual=usual, guide=guide).encode()
