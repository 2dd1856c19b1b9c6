"""The register of central documents: number, days of issue and of effect, issuer, subject, what replaced or amended them.

`laws.tsv` holds what was checked against public pages; a document that is not in it is unknown, which says nothing about it. Numbers
begin anew each year (`06/QĐ-TTg` is one document of 2019 and another of 2022), and a law of one name may be passed twice in a year, so
that a number or a name alone may mean several.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources

from patterns import periods
from patterns.fold import fold

# What makes rules for everyone comes into force on a day that it names itself; what directs offices (`QĐ` of a programme, `CT`, `KL`) on
# the day it is signed.
_NAMES_ITS_DAY = frozenset({"HP", "BL", "L", "NĐ", "TT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A document of the register. Days are ISO dates, `replaced_by` and `amended_by` keys of other documents.

    `in_force_to` is its last day where the register says so; where it is replaced, `Register.last_day` tells it. `verified` says that
    number, issuer and day of issue stand at two addresses that do not copy one another.
    """

    key: str
    doc_type: str
    number: str | None
    name: str | None
    issued_on: str
    in_force_from: str | None
    in_force_to: str | None
    issuer: str
    subject: str
    replaced_by: str | None
    amended_by: tuple[str, ...]
    verified: bool
    sources: tuple[str, ...]

    @property
    def period(self) -> tuple[int, int] | None:
        """The years that a programme covers, as its subject says them."""
        match = periods.OF_SUBJECT.search(self.subject)
        if match is None:
            return None
        if match.group("end"):
            return int(self.issued_on[:4]), int(match.group("end"))
        return int(match.group(1)), int(match.group(2))

    @property
    def first_day(self) -> date | None:
        """The day from which it holds; `None` where it names one itself that the register does not know."""
        if self.in_force_from:
            return date.fromisoformat(self.in_force_from)
        return None if self._names_its_day else date.fromisoformat(self.issued_on)

    @property
    def _names_its_day(self) -> bool:
        """`37/2010/QĐ-TTg`, with a year in its number, makes rules as well."""
        return self.doc_type in _NAMES_ITS_DAY or (self.doc_type == "QĐ" and (self.number or "").count("/") > 1)


class Register:
    """Documents found by number or by name."""

    def __init__(self, laws: Iterable[Law]) -> None:
        self.laws = tuple(laws)
        self._by_key = {law.key: law for law in self.laws}
        self._by_number: dict[str, list[Law]] = defaultdict(list)
        self._by_name: dict[str, list[Law]] = defaultdict(list)
        for law in self.laws:
            if law.number:
                self._by_number[number_key(law.number)].append(law)
            if law.name:
                self._by_name[fold(law.name)].append(law)

    def get(self, key: str) -> Law | None:
        """The document with a key."""
        return self._by_key.get(key)

    def by_number(self, number: str | None) -> tuple[Law, ...]:
        """The documents that bear a number, of any year; `ND-CP` finds `NĐ-CP`."""
        return tuple(self._by_number.get(number_key(number), ())) if number else ()

    def by_name(self, name: str | None) -> tuple[Law, ...]:
        """The laws of a name, older and newer ones."""
        return tuple(self._by_name.get(fold(name), ())) if name else ()

    def last_day(self, law: Law) -> date | None:
        """The last day of a document: its own, else the day before its successor comes into force; `None` where it goes on.

        Where the register does not know from when the next one holds, the one after that does.
        """
        if law.in_force_to:
            return date.fromisoformat(law.in_force_to)
        begins = next((after.first_day for after in self._successors(law) if after.first_day), None)
        return begins - timedelta(days=1) if begins else None

    def holds(self, law: Law, on: date) -> bool:
        """Whether a document is in force on a day, as far as the register knows."""
        begins, ends = law.first_day, self.last_day(law)
        return (begins is None or begins <= on) and (ends is None or on <= ends)

    def successor(self, law: Law, on: date) -> Law | None:
        """What stands in the place of a document on a day: the last of those that replaced one another by then."""
        begun = [after for after in self._successors(law) if after.first_day and after.first_day <= on]
        return begun[-1] if begun else None

    def _successors(self, law: Law) -> Iterator[Law]:
        """What replaced a document, what replaced that, and so on."""
        after = self.get(law.replaced_by) if law.replaced_by else None
        while after is not None:
            yield after
            after = self.get(after.replaced_by) if after.replaced_by else None


def number_key(number: str) -> str:
    """A number as it is compared: folded, the running number without leading zeros.

    >>> number_key("06/QĐ-TTg") == number_key("6/QD-TTG")
    True
    """
    return fold(number).lstrip("0")


@lru_cache(maxsize=1)
def register() -> Register:
    """The register that ships."""
    text = resources.files("corpus").joinpath("laws.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return Register(_law(row) for row in rows)


def _law(row: dict[str, str]) -> Law:
    return Law(
        key=row["key"],
        doc_type=row["doc_type"],
        number=row["number"] or None,
        name=row["name"] or None,
        issued_on=row["issued_on"],
        in_force_from=row["in_force_from"] or None,
        in_force_to=row["in_force_to"] or None,
        issuer=row["issuer"],
        subject=row["subject"],
        replaced_by=row["replaced_by"] or None,
        amended_by=tuple(row["amended_by"].split()),
        verified=row["verified"] == "yes",
        sources=tuple(row["sources"].split()),
    )
