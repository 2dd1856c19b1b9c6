"""What character recognition does to words, and what it does not."""

from __future__ import annotations

import pytest

from patterns import recognition


@pytest.mark.parametrize("words", ["kinh tế-xã hội", "trang baochinhphu.gov.vn", "chủ trì:các phòng"])
def test_marks_that_writers_set_are_no_specks(words: str) -> None:
    assert recognition.words(words) == words


def test_a_speck_between_two_words_goes() -> None:
    assert recognition.words("duy.trì mức sinh") == "duy trì mức sinh"
