"""New folders and files: what must be there at first; all else is added later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.canonical import as_yaml, put
from generator.core import Problem
from generator.fields.base import Model
from generator.from_schema.called import own_code
from generator.from_schema.inputs import Input, inputs
from generator.kinds import kinds
from generator.kinds._disclosure import Disclosed
from generator.kinds.profile import Profile, Standing
from generator.load.data_files import stem
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.province import Province, Unit

DISCLOSURE, POSTED = "cong_khai", "ngay_dang"
LAST_NUMBER = re.compile(r"(.*?)(\d+)")
Answer = Callable[[type[BaseModel], Input], str]
"""Asks for the value of one field of a model."""


@dataclass(frozen=True)
class Starter:
    """Files of one model that can be begun by a command."""

    name: str
    """As their folder or file is called: "du-an"."""
    title: str
    pattern: str
    model: type[Model]

    @property
    def several(self) -> bool:
        """Whether each record has a file of its own."""
        return "*" in self.pattern

    @property
    def key(self) -> str:
        """The key of the code that names the file; empty where nothing in the record does."""
        own = own_code(inputs(self.model)) if self.several else None
        return own.key if own else ""

    def path(self, id: str) -> str:
        return self.pattern.replace("*", id)


def starters() -> dict[str, Starter]:
    """By name, in menu order; the profile is begun with the folder itself."""
    found = ((stem(pattern), pattern, kind) for kind in kinds() for pattern in kind.files)
    return {
        name: Starter(name, kind.title, pattern, kind.model)
        for name, pattern, kind in found
        if kind.model is not Profile
    }


def begun(starter: Starter, answer: Answer, day: date) -> dict[str, Any]:
    """What must be written, as the YAML loader would give it; and that it is made public on a day."""
    tree = _required(starter.model, answer)
    if issubclass(starter.model, Disclosed):
        tree[DISCLOSURE] = {POSTED: day.isoformat()}
    return tree


def _required(model: type[BaseModel], answer: Answer) -> dict[str, Any]:
    return {field.key: _value(model, field, answer) for field in inputs(model) if field.required}


def _value(model: type[BaseModel], field: Input, answer: Answer) -> Any:
    """One item where several may stand."""
    value = _required(field.model, answer) if field.model else answer(model, field)
    return [value] if field.repeated else value


def refusal(model: type[BaseModel], field: Input, text: str) -> str:
    """Why a field does not take a text, and what to write; empty where it does."""
    info = model.model_fields[field.name]
    declared: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    try:
        TypeAdapter(declared).validate_python([text] if field.repeated else text)
    except ValidationError as error:
        said = error.errors(include_url=False)[0].get("ctx", {})
        return ". ".join(filter(None, [str(said.get("message", "chưa đúng")), str(said.get("hint", ""))]))
    return ""


def written(starter: Starter, tree: dict[str, Any], path: Path) -> tuple[Problem, ...]:
    """Write the canonical file; with a problem nothing is written."""
    reading = read_yaml(yaml.safe_dump(tree, allow_unicode=True).encode(), path.as_posix())
    data = read_model(starter.model, reading)
    if data is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, as_yaml(data))
    return tuple(reading.problems)


def next_id(taken: Iterable[str], day: date) -> str:
    """DA-2026-04 after DA-2026-03; DA-2027-01 in the next year; empty where no number ends the last one."""
    ids = [found.groups() for id in taken if (found := LAST_NUMBER.fullmatch(id))]
    if not ids:
        return ""
    head, number = max(ids, key=lambda parts: (parts[0], int(parts[1])))
    this, years = str(day.year), re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", head)
    if years and years[-1] < this:
        return f"{head.replace(years[-1], this)}{1:0{len(number)}}"
    return f"{head}{int(number) + 1:0{len(number)}}"


def new_profile(unit: Unit, joined: date | None, folder: Path) -> Path:
    """The commune's folder with its `xa.yml`: prepared, or official from the day on which it joins."""
    standing = Standing.OFFICIAL if joined else Standing.PREPARED
    tree = {"ma": unit.code, "tinh_trang": standing.value}
    if joined:
        tree["tham_gia_tu"] = joined.isoformat()
    path = folder / unit.slug / "xa.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path, as_yaml(Profile.model_validate(tree)))
    return path


def without_folder(province: Province, folder: Path) -> Iterator[Unit]:
    """Real units of the register that have no `xa.yml` yet."""
    return (unit for unit in province.real_units if not (folder / unit.slug / "xa.yml").exists())
