"""The page about codes is the program's own: nothing forgotten, nothing stale, nothing invented."""

from __future__ import annotations

from tests.error_codes import PAGE, UNPROVOKED, codes, page
from tests.wrong_inputs import cases

CODES = codes()


def test_the_page_about_codes_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: make docs"


def test_every_code_has_a_case_that_provokes_it() -> None:
    provoked = {case.code for case in cases()}
    assert [code for code in CODES if code not in provoked and code not in UNPROVOKED] == []


def test_every_case_and_every_exception_names_a_code_of_the_program() -> None:
    assert [case.name for case in cases() if case.code not in CODES] == []
    assert [code for code in UNPROVOKED if code not in CODES] == []


def test_codes_are_found_in_calls_and_in_tuples() -> None:
    assert "generator/fields/money.py" in CODES["money_ambiguous"]
    assert CODES["unknown_key"] == ["generator/load/explanations.py"]
    assert "generator/kinds/board/concerns.py" in CODES["no_head"]
    assert "cho_tiep_nhan" not in CODES
