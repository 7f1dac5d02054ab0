"""Problems of many communes as a build holds them: the same in the end as if all had been sorted at once."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from generator.core import Level, Packed, Place, Problem, in_order, packed, together

FOLDERS = ("content/tinh", "content/xa/xa-a", "content/xa/xa-a-b", "content/xa/xa-ab", "content/xa/xa-á")
a_problem = st.builds(
    Problem,
    st.builds(Place, st.sampled_from(("/a.yml", "/b/c.yml")), st.integers(1, 3), st.integers(1, 3)),
    st.sampled_from(("x", "y")),
    st.text(max_size=20),
    level=st.sampled_from(Level),
    loc=st.tuples(st.one_of(st.text(max_size=3), st.integers())),
)


def _inside(folder: str, problem: Problem) -> Problem:
    place = problem.place
    return Problem(
        Place(f"{folder}{place.path}", place.line, place.column),
        problem.code,
        problem.message,
        level=problem.level,
        loc=problem.loc,
    )


@given(st.lists(st.lists(a_problem, max_size=6), min_size=5, max_size=5), st.permutations(range(5)))
def test_problems_packed_by_folder_come_out_as_if_sorted_at_once(
    found: Sequence[Sequence[Problem]], order: Sequence[int]
) -> None:
    by_folder = [
        [_inside(folder, one) for one in problems] for folder, problems in zip(FOLDERS, found, strict=True)
    ]
    told = together(packed(by_folder[number]) for number in order)
    assert tuple(told) == in_order(one for problems in by_folder for one in problems)
    assert tuple(told) == tuple(told), "told as often as asked"


def test_many_problems_alike_take_little_room() -> None:
    alike = [
        Problem(Place("content/xa/xa-mau/a.yml", line), "x", "Chưa ghi ngày công khai.", "Ghi ngày.")
        for line in range(1, 101)
    ]
    assert sum(map(len, packed(alike).folders)) < 100 * 90
    assert list(Packed()) == []
