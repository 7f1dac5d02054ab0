"""The configuration of the forms in the browser (`config.yml`), for Sveltia CMS and for Decap CMS in its place.

https://decapcms.org/docs/configuration-options/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.fields.attachment import FOLDER as ATTACHMENTS
from generator.fields.base import Model
from generator.from_schema.called import naming, own_code
from generator.from_schema.forms.fields import Tree, form_fields, summary
from generator.from_schema.inputs import Form, Input, inputs
from generator.from_schema.offered import Offered, offered
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.load.data_files import stem
from generator.load.false_alarms import FILE as FALSE_ALARMS
from generator.load.false_alarms import Marks
from generator.province import Province
from generator.province.repositories import Repository, Service

SINGLE, SINGLE_TITLE = "chung", "Mục chỉ có một tệp"
PROFILE, THON = "xa", "thon"
ALARMS_TITLE = "Báo nhầm thông tin cá nhân"
LOCAL = "tren-may-nay"
"""Owner of a repository that is nowhere but on this machine: the CMS wants one to be named."""


@dataclass(frozen=True)
class Place:
    """Whose forms they are and where they write."""

    slug: str
    name: str
    address: str = ""
    """Full address of the site; empty where it has none yet."""
    repository: Repository | None = None
    """Where changes go; None for what stays in the browser, as in tests, or on this machine."""
    local: bool = False
    """Whether a folder of this machine will do."""

    @property
    def folder(self) -> str:
        """The commune's, from the top of the repository."""
        return f"{self.repository.folder if self.repository else 'content'}/xa/{self.slug}"


def config(place: Place, province: Province, day: date) -> bytes:
    """`config.yml`, written as JSON, which is YAML too."""
    tree = {
        "backend": backend(place),
        "locale": "vi",
        **({"local_backend": True} if place.local else _workflow(place.repository)),
        "app_title": f"Nhập dữ liệu - {place.name}",
        **({"site_url": place.address, "display_url": place.address} if place.address else {}),
        "show_preview_links": False,
        "media_folder": f"{place.folder}/{ATTACHMENTS}",
        "public_folder": f"/{ATTACHMENTS}",
        "media_libraries": _uploads(province),
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": False},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none", "indent_sequences": True}},
        "editor": {"preview": False},
        "collections": list(collections(place.folder, offered(province, day))),
    }
    return (json.dumps(tree, ensure_ascii=False) + "\n").encode()


def backend(place: Place) -> Tree:
    """Which server changes go to, and how people sign in there."""
    found = place.repository
    if found is None:
        own: Tree = {"name": "github", "repo": f"{LOCAL}/{place.slug}", "auth_methods": ["token"]}
        return own if place.local else {"name": "test-repo"}
    name = "gitea" if found.service is Service.FORGEJO else found.service.value
    tree: Tree = {"name": name, "repo": found.of(place.slug), "branch": found.branch}
    if found.service is not Service.GITHUB:
        tree |= {"base_url": found.server}
    tree |= {"api_root": found.interface}
    if found.application and found.service is not Service.GITHUB:
        return tree | {"app_id": found.application} | _pkce(found)
    # Without an application of its own, the CMS would ask Netlify; a token asks nobody else.
    return tree | {"auth_methods": ["token"]}


def _pkce(found: Repository) -> Tree:
    return {"auth_type": "pkce"} if found.service is Service.GITLAB else {}


def _workflow(found: Repository | None) -> Tree:
    """Where the server knows proposals, each change is one, since main is protected there."""
    review = found is not None and found.service in (Service.GITHUB, Service.GITLAB)
    return {"publish_mode": "editorial_workflow"} if review else {}


def _uploads(province: Province) -> Tree:
    """Into the commune's own files, under plain names; no photographs from elsewhere."""
    own = {"config": {"max_file_size": province.settings.largest_file_mb << 20, "slugify_filename": True}}
    return {"default": own, "stock_assets": {"providers": []}}


def collections(folder: str, offered: Offered) -> Iterator[Tree]:
    """The files of which a commune has one each, then the folders of records, in menu order."""
    relations = dict(_relations())
    files = [
        {
            "name": stem(pattern),
            "label": title,
            "file": f"{folder}/{pattern}",
            "fields": form_fields(inputs(model), offered, relations),
        }
        for title, pattern, model in _single()
    ]
    yield {"name": SINGLE, "label": SINGLE_TITLE, "format": "yml", "files": files}
    for kind, pattern in _patterns():
        if "*" in pattern:
            yield _records(kind, folder, pattern, form_fields(_fields(kind), offered, relations))


def _single() -> Iterator[tuple[str, str, type[Model]]]:
    """Those of kinds, and false alarms, which staff judge daily; withdrawing takes more than a file."""
    yield from ((kind.title, pattern, kind.model) for kind, pattern in _patterns() if "*" not in pattern)
    yield ALARMS_TITLE, FALSE_ALARMS, Marks


def _records(kind: Kind[Any], folder: str, pattern: str, fields: list[Tree]) -> Tree:
    found = _fields(kind)
    key = _key(found)
    line = summary([field for field in found if field.key != key])
    return {
        "name": stem(pattern),
        "label": kind.title,
        "label_singular": kind.title,
        "folder": f"{folder}/{stem(pattern)}",
        "create": True,
        # An address once published stays; what must go is withdrawn with a reason (`congkhai thu-hoi`).
        "delete": False,
        "extension": "yml",
        "format": "yml",
        "identifier_field": key,
        "slug": f"{{{{fields.{key}}}}}",
        "summary": f"{line} ({{{{{key}}}}})",
        "thumbnail": False,
        "fields": fields,
    }


def _key(found: tuple[Input, ...]) -> str:
    """The field that names the file of a record: its own code, else the code of what it belongs to."""
    belongs = [field for field in found if field.form is Form.CODE and not field.repeated]
    return (own_code(found) or belongs[0]).key


def _relations() -> Iterator[tuple[str, Tree]]:
    """What a commune's own files declare: its thôn, and the records of each kind that has its own codes."""
    yield (
        THON,
        {
            "collection": SINGLE,
            "file": PROFILE,
            "value_field": f"{THON}.*.ma",
            "display_fields": [f"{THON}.*.ten"],
            "search_fields": [f"{THON}.*.ten"],
        },
    )
    for kind, pattern in _patterns():
        found = _fields(kind)
        if "*" in pattern and own_code(found):
            key = _key(found)
            name = naming(tuple(field for field in found if field.key != key))
            yield (
                kind.name,
                {
                    "collection": stem(pattern),
                    "value_field": key,
                    "display_fields": [name, key],
                    "search_fields": [name, key],
                },
            )


def _fields(kind: Kind[Any]) -> tuple[Input, ...]:
    model: type[Model] = kind.model
    return inputs(model)


def _patterns() -> Iterator[tuple[Kind[Any], str]]:
    return ((kind, pattern) for kind in kinds() for pattern in kind.files)
