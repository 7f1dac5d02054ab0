"""What abbreviations stand for is said on the pages that use them."""

from __future__ import annotations

from pathlib import Path

from generator.words.abbreviations import used_in

KNOWN = (("UBND", "Ủy ban nhân dân"), ("QĐ", "Quyết định"), ("TTHC", "Thủ tục hành chính"))


def test_only_words_of_their_own_are_told_in_the_order_of_the_list() -> None:
    assert used_in("TTHC của UBND xã, UBND tỉnh.", KNOWN) == (KNOWN[0], KNOWN[2])


def test_parts_of_numbers_and_of_longer_words_are_none() -> None:
    assert used_in("Số 41/QĐ-UBND, QĐND, TTHCs", KNOWN) == ()


def test_what_goes_on_before_or_after_makes_it_none() -> None:
    """Alone at either end of a text it is one; within a longer word, of which it may be the end or the start, none."""
    ends = (("QĐ", "Quyết định"), ("ND", "Nhân dân"), ("HĐND", "Hội đồng nhân dân"))
    assert used_in("QĐ", ends) == used_in("QĐ ", ends) == used_in("(QĐ)", ends) == ends[:1]
    assert used_in("HĐND xã", ends) == ends[2:]
    assert used_in("ND HĐND", ends) == ends[1:]
    assert used_in("TTND ĐND 5/ND -ND NDT ND-5 ND/QĐ", ends) == ()


def test_one_that_is_none_hides_none_behind_it() -> None:
    dotted = (("Q.ĐT", "Quận Đống Thịnh"), ("ĐT", "Điện thoại"))
    assert used_in("số 2Q.ĐT", dotted) == dotted[1:]
    assert used_in("\nQ.ĐT", dotted) == dotted[:1]


def test_nothing_is_told_where_nothing_is_known() -> None:
    assert used_in("UBND", ()) == ()


def test_a_page_tells_its_own_abbreviations_and_no_others(site: Path) -> None:
    reception = (site / "xa-mau" / "tiep-cong-dan" / "index.html").read_text(encoding="utf-8")
    told = reception[reception.index('<p class="viet-tat') :].partition("</p>")[0]
    assert "<strong>UBND</strong> là Ủy ban nhân dân" in told
    assert "<strong>HĐND</strong> là Hội đồng nhân dân" in told
    assert "GPMB" not in told
