"""Nasty texts, each once and twice as long: what grows faster than its text, stage by stage.

`nasty(length)` gives the texts by name. A stage is the reading of a text, its outline, or one component; what counts is the ratio of the
time of this process for twice the text to that for the text, both measured in one run: 2 is linear, 4 is quadratic.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language

from extract import pipeline, readers
from extract.structure import text as texts
from tests.bench.table import Line

_WORDS = (
    "trẻ em", "tỷ lệ", "đạt", "trên", "dưới", "65%", "và", "năm 2025", "đến năm 2030", "Ủy ban nhân dân", "các sở, ban, ngành", "phối hợp", "báo cáo", "trước ngày", "15/11",
    "hằng năm", "số", "Quyết định", "23/QĐ-TTg", "của", "Thủ tướng Chính phủ", ",", ";", "-", "(", ")", "chủ trì", "Sở Y tế", "quý II", "tháng 6", "Luật Trẻ em", "Điều 5", "khoản 2",
    "trong đó", "nông thôn", "12,5", "1.000", "10/10 xã", "giảm", "tăng", "không quá", "ít nhất", "Phòng", "Công an", "huyện", "tỉnh", "căn cứ", "thực hiện", "định kỳ", "6 tháng",
)  # fmt: skip

# Pieces that are repeated in one line.
_REPEATED = {
    "figures": "12 ", "percent": "5% ", "fractions": "1/2 ", "thousands": "1.000 ", "decimals": "9,5 ", "round brackets": "(a ", "closed brackets": "(1) ", "square brackets": "[1] ",
    "quotes": '"a" ', "apostrophes": "' ", "dates": "01/01/2021 ", "days": "ngày 01 ", "months": "tháng 1 ", "years": "năm 2025 ", "semicolons": "a; ", "commas": "a, ", "dashes": "- ",
    "long dashes": "– a ", "capitals": "A", "capital words": "An Bình ", "signs": "số ", "signs and figures": "số 1 ", "numbers of documents": "1/QĐ-TTg ", "lists of numbers": "số 1/QĐ-TTg, ", "blank numbers": "số /KH-UBND ",
    "laws": "Luật A ", "known laws": "Luật Trẻ em, ", "provisions": "khoản 1 Điều 2 ", "bodies": "của Ban Chỉ đạo ", "agencies": "Sở Y tế, ", "units": "tỉnh ", "of every sort": "các sở, ban, ngành, ",
    "and": "và ", "recurrences": "hằng năm ", "quarters": "quý I/2024 ", "every": "định kỳ ", "reached": "đạt 5% ", "comparators": "trên dưới ", "cooperation": "phối hợp với ", "lines of letters": "a",
    "full stops": ". ", "colons": "a: ", "spaces": "a   ", "grounds": "căn cứ ", "carried out": "thực hiện ",
}  # fmt: skip
_LINES = {
    "numbered targets": "{n}. Tỷ lệ trẻ em thứ {n} đạt {m}% vào năm 2025.\n",
    "items of targets": "- Tỷ lệ trẻ em thứ {n} đạt {m}%\n",
    "duties": "{n}. Sở Y tế\n- Báo cáo trước ngày 15/11/2024.\n",
    "grounds by line": "Căn cứ Quyết định số {n}/QĐ-TTg;\n",
    "rows": "| {n} | Tỷ lệ trẻ em | {m}% |\n",
    "headings": "{n}. NHIỆM VỤ\n",
    "empty lines": "\n",
    "short lines": "a\n",
}
_HEAD = "KẾ HOẠCH\nThực hiện công tác trẻ em năm 2024\nCăn cứ Luật Trẻ em;\nI. MỤC TIÊU\n"
_PART = "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n"


def nasty(length: int) -> Iterator[tuple[str, str]]:
    """The texts of about that many characters, each by its name: one line of a repeated piece, or many lines of one kind.

    A line stands among the objectives and, where it may be read otherwise there, in the organising part.
    """
    for name, piece in _REPEATED.items():
        line = piece * (length // len(piece) // 2)
        yield name, f"{_HEAD}- Phấn đấu {line}\n{_PART}- Thực hiện {line}\n"
    for name, line in _LINES.items():
        count = length // len(line)
        yield name, _HEAD + "".join(line.format(n=n % 90 + 1, m=n % 100) for n in range(count))
        if name in ("numbered targets", "duties"):
            yield (
                f"{name}, organising",
                _HEAD + _PART + "".join(line.format(n=n % 90 + 1, m=n % 100) for n in range(count)),
            )
    draw = random.Random(1)
    words = " ".join(draw.choice(_WORDS) for _ in range(36))
    line = f"{words} " * (length // len(words) // 2)
    yield "random officialese", f"{_HEAD}- {line}\n{_PART}- {line}\n"


# Seconds below which a ratio means nothing.
_FLOOR = 0.05


@dataclass(frozen=True, slots=True)
class Growth:
    """How one stage grew on one text: seconds for the text and for twice the text."""

    text: str
    stage: str
    once: float
    twice: float

    @property
    def ratio(self) -> float:
        """Twice the text against once."""
        return self.twice / self.once if self.once > 0 else 1.0


def stages(nlp: Language, text: str, clock: Callable[[], float] = time.process_time) -> dict[str, float]:
    """What each stage of a text costs by a clock."""
    out: dict[str, float] = {}
    at = clock()
    read = texts.build(readers.read(text.encode(), "nasty.txt"))
    out["read"] = clock() - at
    at = clock()
    doc = pipeline.make_doc(nlp, read)
    out["outline"] = clock() - at
    for name, component in nlp.pipeline:
        at = clock()
        doc = component(doc)
        out[name] = clock() - at
    return out


def growths(length: int) -> Iterator[Growth]:
    """The growth of every stage on every text."""
    nlp = pipeline.Shared.nlp()
    stages(nlp, _HEAD + _PART)  # what is compiled or read once is no growth
    for (name, once), (_, twice) in zip(nasty(length), nasty(2 * length), strict=True):
        short, long = stages(nlp, once), stages(nlp, twice)
        for stage, cost in short.items():
            yield Growth(name, stage, cost, long[stage])


def lines() -> Iterator[Line]:
    """The lines of the table of `make bench`: the text and stage that grow most."""
    grown = [one for one in growths(20_000) if one.twice >= _FLOOR]
    for one in sorted(grown, key=lambda one: -one.ratio)[:3]:
        yield Line(
            f"`{one.text}` twice as long, {one.stage}",
            f"{one.ratio:.2f} times the time",
            f"{one.once * 1000:.0f} → {one.twice * 1000:.0f} ms",
            f"the most of {len(grown)} stages and texts; below 2.7 is wanted",
        )


def main(length: int = 20_000, most: float = 2.7) -> int:
    """Prints what grows faster than its text."""
    worst = [one for one in growths(length) if one.twice >= _FLOOR]
    for one in sorted(worst, key=lambda one: -one.ratio):
        if one.ratio > most:
            sys.stdout.write(f"{one.text:28} {one.stage:12} {one.once:8.3f} s {one.twice:8.3f} s {one.ratio:6.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:2])))
