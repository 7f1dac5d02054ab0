"""Noting in a record in which form it was made public: one item under `hinh_thuc`, nothing else changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.canonical import as_yaml
from generator.fields.posting import PostingForm
from generator.kinds._disclosure import Disclosed, Posting
from generator.load.data_files import model_at
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.personal.masking import masked_path
from generator.tidy import has_comment

NEXT = timedelta(days=1)


class CannotNoteError(Exception):
    """Why a run cannot be noted, and what to do; in Vietnamese."""


@dataclass(frozen=True)
class Run:
    """From the first to the last day on which it was read or hung; where, if the commune has told."""

    form: PostingForm
    since: date
    until: date | None
    """None for a notice that hangs until further notice."""
    place: str = ""

    @property
    def last(self) -> date:
        return self.until or date.max

    @property
    def days(self) -> int:
        """How many days are told; an open end tells none."""
        return (self.until - self.since).days + 1 if self.until else 0


def note(path: Path, run: Run) -> bytes | None:
    """What the file then holds; None where these days are noted already.

    A run that begins while or right after another ends lengthens that one: a duty counts days in a row.

    Raises: CannotNoteError
    """
    name, model = masked_path(path.as_posix()), model_at(path)
    if path.is_symlink() or model is None:
        raise CannotNoteError(f"{name}: không phải tệp dữ liệu của xã, nên không ghi.")
    before = path.read_bytes()
    data = read_model(model, read_yaml(before, path.as_posix()))
    if not isinstance(data, Disclosed):
        raise CannotNoteError(f"{name}: đang có lỗi. Sửa lỗi trước: congkhai check.")
    forms = _with_run(data.disclosure.forms, run)
    if forms is None:
        return None
    if has_comment(before):
        raise CannotNoteError(
            f"{name}: có ghi chú (#), viết lại sẽ mất, nên để nguyên. Tự thêm mục {run.form.value} vào hinh_thuc."
        )
    new = data.model_copy(update={"disclosure": data.disclosure.model_copy(update={"forms": forms})})
    after = as_yaml(new)
    if read_model(model, read_yaml(after, path.as_posix())) != new:
        raise CannotNoteError(f"{name}: ghi ra rồi đọc lại không giống, nên để nguyên.")
    return after


def longest(content: bytes, path: Path, form: PostingForm) -> int:
    """The most days in a row for which a file notes a form."""
    model = model_at(path)
    data = read_model(model, read_yaml(content, path.as_posix())) if model else None
    forms = data.disclosure.forms if isinstance(data, Disclosed) else []
    return max((run.days for run in map(_run_of, forms) if run and run.form is form), default=0)


def _with_run(forms: list[Posting], run: Run) -> list[Posting] | None:
    """The forms with a run in its place; None where its days are noted already."""
    runs = {index: known for index, form in enumerate(forms) if (known := _run_of(form))}
    noted = {index: known for index, known in runs.items() if known.form is run.form}
    if any(_tells(known, run) for known in noted.values()):
        return None
    touching = {index: known for index, known in noted.items() if _touches(known, run)}
    if not touching:
        return [*forms, _posting(run)]
    first, *others = touching
    parts = [run, *touching.values()]
    place = touching[first].place or run.place
    whole = Run(run.form, min(part.since for part in parts), _end(run, [*touching.values()]), place)
    changed = [_posting(whole) if index == first else form for index, form in enumerate(forms)]
    return [form for index, form in enumerate(changed) if index not in others]


def _run_of(posting: Posting) -> Run | None:
    """The run that an item notes; where only the first day is told a notice still hangs, all else was that day."""
    if posting.since is None:
        return None
    until = posting.until or (None if posting.form is PostingForm.NOTICEBOARD else posting.since)
    return Run(posting.form, posting.since, until, posting.place or "")


def _tells(known: Run, run: Run) -> bool:
    """Whether the days are noted already; each board is one place, loudspeakers reach all."""
    board = run.form is PostingForm.NOTICEBOARD
    same = not board or (_same_place(known, run) and bool(known.until) == bool(run.until))
    return same and known.since <= run.since and run.last <= known.last


def _end(run: Run, touching: list[Run]) -> date | None:
    """The last day of all, but a day that is told now closes what was open."""
    if run.until is None:
        return None
    return max([run.until, *(part.until for part in touching if part.until)])


def _same_place(one: Run, other: Run) -> bool:
    return not one.place or not other.place or one.place == other.place


def _touches(one: Run, other: Run) -> bool:
    """Whether they are one run: at the same place, and no day between them."""
    return _same_place(one, other) and one.since - NEXT <= other.last and other.since - NEXT <= one.last


def _posting(run: Run) -> Posting:
    return Posting.model_construct(form=run.form, place=run.place or None, since=run.since, until=run.until)
