"""How sure a target is: a score from what speaks for it and what had to be guessed, so that of those at 0.8 and more nearly all are right.

`docs/confidence.md` has the table that the weights were set by; a test holds the annotated plans against it.
"""

from __future__ import annotations

from dataclasses import dataclass

# Of a value that is read for certain, where one of its fields may be meant otherwise: just below what is called sure.
DOUBTFUL = 0.78
# From so many on, what belongs to the value is not known at all.
_LOST = 9


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a target besides its fields."""

    objectives: bool  # it stands among the specific objectives
    sign: bool  # its value has a sign of its own: %, ‰, a denominator, a total
    explicit: bool  # words or signs of a comparator, or a verb of an aim
    dated: bool  # it has a year
    inferred: int = 0  # fields taken from another value of the clause
    values: int = 1  # values of the same measure
    shares: bool = False  # its subject is another clause's
    repaired: bool = False  # its figures were misread and are repaired
    subject: bool = True  # the clause says what is measured
    preferred: bool = False  # `ưu tiên` before it: the number may say which come first, not how many are to be
    complete: bool = True  # a clause that begins with its value says what is to become of those it counts
    doubted: bool = False  # one of its fields may well be meant otherwise


def quantitative(signs: Signs) -> float:
    """The confidence of a value."""
    if signs.repaired:
        return 0.6
    if signs.preferred:
        return 0.55
    score = 0.97
    score -= 0.0 if signs.objectives else 0.1
    score -= 0.0 if signs.sign else 0.1
    score -= 0.0 if signs.explicit else 0.02
    score -= 0.0 if signs.dated else 0.02
    score -= 0.04 * min(signs.inferred, 3) if signs.inferred < _LOST else 0.3
    score -= 0.03 * min(max(signs.values - 2, 0), 4)
    score -= 0.08 if signs.shares else 0.0
    score -= 0.0 if signs.subject else 0.3
    score -= 0.0 if signs.complete else 0.18
    return round(max(min(score, DOUBTFUL) if signs.doubted else score, 0.3), 2)


# Of a table: where column, row, unit and subject are sure, and where one of them is guessed.
SURE, GUESSED = 0.9, 0.6
QUALITATIVE = 0.75
QUALITATIVE_BESIDE = 0.7
