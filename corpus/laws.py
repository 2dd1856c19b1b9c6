"""The register of central documents: number, date, issuer, subject, whether another replaced it.

`laws.tsv` holds what was checked against a source; a document that is not in it is unknown, which says nothing about it.
Numbers begin anew each year (`06/QĐ-TTg` is one document of 2019 and another of 2022), so that a number alone may mean several.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import regex

from patterns import periods
from patterns.fold import fold

_REPLACED = regex.compile(r"replaced by (\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A document of the register; `issued_on` is an ISO date, `replaced_by` the key of another one."""

    key: str
    doc_type: str
    number: str | None
    name: str | None
    issued_on: str
    issuer: str
    subject: str
    replaced_by: str | None
    source: str

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
    def in_force_from(self) -> str:
        """The day it took effect where the register says so, else the day of issue."""
        match = periods.IN_FORCE_FROM.search(self.subject)
        return f"{match.group(3)}-{int(match.group(2)):02}-{match.group(1)}" if match else self.issued_on


class Register:
    """Documents found by number or by name."""

    def __init__(self, laws: tuple[Law, ...]) -> None:
        self.laws = laws
        self._by_key = {law.key: law for law in laws}
        self._by_number: dict[str, list[Law]] = defaultdict(list)
        self._by_name: dict[str, list[Law]] = defaultdict(list)
        for law in laws:
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
    return Register(tuple(_law(row) for row in rows))


def _law(row: dict[str, str]) -> Law:
    replaced = _REPLACED.search(row["in_force"])
    return Law(
        key=row["key"],
        doc_type=row["doc_type"],
        number=row["number"] or None,
        name=row["name"] or None,
        issued_on=row["issued_on"],
        issuer=row["issuer"],
        subject=row["subject"],
        replaced_by=replaced.group(1) if replaced else None,
        source=row["source"],
    )
