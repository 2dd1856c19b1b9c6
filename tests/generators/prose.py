"""What families of prose share: invented vocabulary, numbers as offices write them, a plan around some lines."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.plans import HEAD, TAIL

WHO = (
    "cán bộ thư viện", "hộ trồng dừa", "hợp tác xã", "trường mầm non", "tổ dân phố", "người cao tuổi", "công nhân", "học viên", "trạm y tế xã",
    "làng nghề", "nhà văn hóa thôn",
)  # fmt: skip
_COMPARATORS = (
    ("=", ""), (">", "trên "), (">=", "ít nhất "), (">=", "tối thiểu "), (">=", "≥ "), ("<=", "không quá "), ("<", "dưới "), (">=", "không dưới "),
)  # fmt: skip

T = TypeVar("T")


def number(value: float) -> str:
    """The figures of a number: `98,5`, `1.500`.

    >>> number(98.5), number(1500)
    ('98,5', '1.500')
    """
    return f"{value:,.3f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))


@dataclass(frozen=True, slots=True)
class Draw:
    """Random choices of what plans are made of."""

    draw: random.Random

    def pick(self, among: Sequence[T]) -> T:
        """One of several."""
        return self.draw.choice(among)

    def share(self) -> float:
        """A share in per cent."""
        return self.shares(1)[0]

    def shares(self, count: int) -> list[float]:
        """Different shares, rising, some with a decimal."""
        found = self.draw.sample(range(20, 99), count)
        return sorted(one + self.draw.choice((0, 0, 0.5)) for one in found)

    def year(self) -> int:
        """A year to come."""
        return self.draw.randint(2024, 2030)

    def years(self, count: int) -> list[int]:
        """Different years, rising."""
        return sorted(self.draw.sample(range(2023, 2032), count))

    def comparator(self) -> tuple[str, str]:
        """A comparator and its words."""
        return self.draw.choice(_COMPARATORS)

    def joined(self, parts: Sequence[str]) -> str:
        """Parts with commas between them and `và` before the last, or semicolons."""
        if self.draw.random() < 0.3:
            return "; ".join(parts)
        return f"{', '.join(parts[:-1])} và {parts[-1]}"


def document(lines: Sequence[str], label: str) -> bytes:
    """A plan whose specific objectives are some lines."""
    numbered = [label.replace("1", str(at)) if "1" in label else label for at in range(1, len(lines) + 1)]
    if label == "1.1. ":
        numbered = [f"1.{at}. " for at in range(1, len(lines) + 1)]
    if label == "a) ":
        numbered = [f"{'abcdeghiklmn'[at]}) " for at in range(len(lines))]
    items = [f"{mark}{line}." for mark, line in zip(numbered, lines, strict=True)]
    return (HEAD + "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n" + "\n".join(items) + TAIL).encode()
