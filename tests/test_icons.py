"""Every icon that the province may choose is drawn, and nothing else."""

from __future__ import annotations

from generator.province.events import Icon
from generator.templates import environment


def test_the_drawings_are_those_of_the_list() -> None:
    module = environment().get_template("parts/hinh.html").module
    assert set(module.HINH) == {icon.value for icon in Icon}  # type: ignore[attr-defined]


def test_an_event_without_an_icon_shows_a_paper() -> None:
    hinh = environment().get_template("parts/hinh.html").module.hinh  # type: ignore[attr-defined]
    assert "<path" in hinh(Icon.PAPER.value)
    assert hinh("").strip() == ""
