"""Words of a plan on a page: marked or not, before a mark, between two or behind the last, they are text and never HTML."""

from __future__ import annotations

from db.site.highlight import Mark, blocks
from db.site.page import emphasised

_WORDS = "<b>Tỷ lệ</b> 90% <i>và</i> 5% & <u>"
_SAFE = "&lt;b&gt;Tỷ lệ&lt;/b&gt; 90% &lt;i&gt;và&lt;/i&gt; 5% &amp; &lt;u&gt;"


def _marks(*figures: str) -> list[tuple[int, int]]:
    return [(_WORDS.index(one), _WORDS.index(one) + len(one)) for one in figures]


def test_words_around_the_marks_of_records_are_escaped() -> None:
    for figures in ((), ("90%",), ("90%", "5%"), ("<i>",)):
        marks = [Mark(start=start, end=end, kind="targets") for start, end in _marks(*figures)]
        (block,) = blocks(_WORDS, marks, {})
        assert str(block.html).replace('<span class="k k-targets">', "").replace("</span>", "") == _SAFE
        assert str(block.html).count("<span") == len(figures)


def test_words_around_what_was_searched_for_are_escaped() -> None:
    for figures in ((), ("90%",), ("90%", "5%"), ("<i>",)):
        shown = str(emphasised(_WORDS, _marks(*figures)))
        assert shown.replace("<mark>", "").replace("</mark>", "") == _SAFE
        assert shown.count("<mark>") == len(figures)
