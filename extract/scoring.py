"""Scoring extracted records against annotations.

`found` counts records matched on what identifies them and on most of the quote (half of the words of the longer one);
`exact` counts those whose every scored field is right as well. Two quotes and names are compared in NFC, without Markdown
marks, with every run of white space made one space, case folded.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract import record_types

Record = dict[str, Any]

DOCUMENT = (
    "doc_type", "number", "symbol", "issuer", "level", "province", "district", "commune", "issued_on", "title", "period_start",
    "period_end", "signer", "signer_title", "recipients",
)  # fmt: skip
# Fields whose dashes, spaces and case carry no meaning.
_LOOSE = frozenset(
    {"issuer", "actor", "recipient", "title", "name", "agencies", "partners", "recipients", "signer", "signer_title", "group", "provision"}
)  # fmt: skip


def scored() -> tuple[str, ...]:
    """The types of records that are scored."""
    return tuple(kind.name for kind in record_types.types() if kind.scored)


def _identity(kind: str) -> tuple[str, ...]:
    return tuple(name for one in record_types.of(kind).paired for name in one.split("|"))


def _fields(kind: str) -> tuple[str, ...]:
    return (*_identity(kind), *record_types.of(kind).scored)


@dataclass(slots=True)
class Tally:
    """Counts of one record type: annotated, predicted, matched, exact; and by field how many were right of how many."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0
    fields: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    @property
    def precision(self) -> float:
        return _ratio(self.matched, self.found)

    @property
    def recall(self) -> float:
        return _ratio(self.matched, self.gold)

    @property
    def f1(self) -> float:
        return _f1(self.matched, self.gold, self.found)

    @property
    def exact_f1(self) -> float:
        return _f1(self.exact, self.gold, self.found)


@dataclass(slots=True)
class Score:
    """The tallies of all record types, document fields right of all, and every difference as a line."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in scored()})
    document: list[int] = field(default_factory=lambda: [0, 0])
    differences: list[str] = field(default_factory=list)

    @property
    def document_right(self) -> float:
        return _ratio(*self.document)

    @property
    def mean_exact(self) -> float:
        return sum(tally.exact_f1 for tally in self.kinds.values()) / len(self.kinds)

    def table(self, *, fields: bool = False) -> Iterator[str]:
        """The lines of the table; with `fields` the share of right ones of each field."""
        yield f"{'':12} {'gold':>5} {'found':>5} {'P':>6} {'R':>6} {'F1':>6} {'exact F1':>8}"
        for kind, tally in self.kinds.items():
            yield (
                f"{kind:12} {tally.gold:5} {tally.found:5} {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f} "
                f"{tally.exact_f1:8.3f}"
            )
            if fields:
                yield "             " + "  ".join(
                    f"{name} {_ratio(*counts):.3f}" for name, counts in tally.fields.items()
                )
        yield f"{'document':12} {self.document[1]:5} {'':5} fields right {self.document_right:.3f}"
        yield f"mean exact F1 {self.mean_exact:.3f}"


def load_annotations(folder: Path) -> dict[str, Record]:
    """The annotations of a folder by the stem of their plan (`<stem>.json`; planted findings left aside)."""
    paths = sorted(path for path in folder.glob("*.json") if not path.name.endswith(".findings.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def stem(plan: Record) -> str:
    """The stem by which a predicted plan belongs to its annotation (`-scan` left aside)."""
    return Path(plan["source"]["path"]).stem.removesuffix("-scan")


def score(gold: dict[str, Record], predicted: Iterable[Record]) -> Score:
    """How the predicted plans agree with the annotations; plans that only one side has are left out."""
    by_stem = {stem(plan): plan for plan in predicted}
    out = Score()
    for name, annotation in gold.items():
        if name in by_stem:
            _document(out, name, annotation["document"], by_stem[name].get("document", {}))
            for kind in scored():
                if kind in annotation:
                    _kind(out, name, kind, annotation[kind], by_stem[name].get(kind, []))
    return out


def gained_and_lost(before: Record, after: Record) -> Iterator[str]:
    """A line for each record of a plan that one version has and the other has not: `+` gained, `-` lost."""
    for kind in scored():
        old, new = (Counter(_signature(kind, record) for record in plan.get(kind, [])) for plan in (before, after))
        for sign, found in (("-", old - new), ("+", new - old)):
            for signature in sorted(found.elements()):
                yield f"{sign} {kind}: {signature}"


def _signature(kind: str, record: Record) -> str:
    names = [name for name in (*_fields(kind), "number", "name") if record.get(name) not in (None, False, [])]
    return f"{normal(record['quote'])[:100]} | " + ", ".join(f"{name}={record[name]}" for name in names)


# --- comparing -----------------------------------------------------------------------------------------------------------


def normal(text: str) -> str:
    """A text as quotes are compared."""
    text = unicodedata.normalize("NFC", text).replace("*", "")
    text = re.sub(r"^#+\s*", "", text, flags=re.M)
    return re.sub(r"\s+", " ", text).strip().casefold()


def _loose(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return sorted(_loose(item) for item in value)
    if isinstance(value, str):
        return re.sub(r"[\s\-–—.,;:()“”\"']+", "", normal(value))
    return value


def equal(name: str, a: Any, b: Any) -> bool:
    """Whether two values of a field are the same; nothing, `false` and an empty list are one."""
    a, b = (None if value is False or value == "" or value == [] or value == () else value for value in (a, b))
    if a is None or b is None:
        return a is b
    if name in _LOOSE or "|" in name:
        return bool(_loose(a) == _loose(b))
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return sorted(a) == sorted(b)
    return bool(a == b)


def _pairs(kind: str, a: Record, b: Record) -> bool:
    """Whether the fields that identify a record are the same in two."""
    return all(
        equal(name, *(next((one[part] for part in name.split("|") if one.get(part)), None) for one in (a, b)))
        for name in record_types.of(kind).paired
    )


def _overlap(a: str, b: str) -> tuple[float, float]:
    """Shared words of two quotes, as parts of the shorter and of the longer one."""
    x, y = normal(a).split(), normal(b).split()
    if not x or not y:
        return 0.0, 0.0
    shared = sum((Counter(x) & Counter(y)).values())
    return shared / min(len(x), len(y)), shared / max(len(x), len(y))


def match(kind: str, gold: Sequence[Record], found: Sequence[Record]) -> list[tuple[int, int]]:
    """Pairs of annotated and predicted records, best overlap of quotes first, each used once."""
    need = record_types.of(kind).overlap  # of the shorter quote; half of the longer one, always
    pairs = []
    for i, a in enumerate(gold):
        for j, b in enumerate(found):
            if _pairs(kind, a, b):
                shorter, longer = _overlap(a["quote"], b["quote"])
                if shorter >= need and longer >= 0.5:
                    size = abs(len(normal(a["quote"])) - len(normal(b["quote"])))
                    agree = sum(equal(name, a.get(name), b.get(name)) for name in record_types.of(kind).scored)
                    pairs.append((-shorter, -agree, size, i, j))
    out, used_gold, used_found = [], set(), set()
    for *_, i, j in sorted(pairs):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out.append((i, j))
    return out


def right(kind: str, gold: Sequence[Record], found: Sequence[Record]) -> list[bool]:
    """Which of the records found match one that is annotated and have every scored field right."""
    names = record_types.of(kind).scored
    matched = {j: i for i, j in match(kind, gold, found)}
    return [
        j in matched and all(equal(name, gold[matched[j]].get(name), one.get(name)) for name in names)
        for j, one in enumerate(found)
    ]


def _document(out: Score, name: str, gold: Record, found: Record) -> None:
    for key in DOCUMENT:
        if key in gold:
            good = equal(key, gold[key], found.get(key))
            out.document[0] += good
            out.document[1] += 1
            if not good:
                out.differences.append(f"{name} document.{key}: want {gold[key]!r} got {found.get(key)!r}")


def _kind(out: Score, name: str, kind: str, gold: Sequence[Record], found: Sequence[Record]) -> None:
    a, b, scored_fields = gold, found, record_types.of(kind).scored
    pairs, tally = match(kind, a, b), out.kinds[kind]
    for i, j in pairs:
        wrong = [key for key in scored_fields if key in a[i] and not equal(key, a[i][key], b[j].get(key))]
        for key in scored_fields:
            if key in a[i]:
                tally.fields[key][0] += key not in wrong
                tally.fields[key][1] += 1
        tally.exact += not wrong
        out.differences += [
            f"{name} {kind}.{key}: want {a[i][key]!r} got {b[j].get(key)!r} | {a[i]['quote'][:90]}" for key in wrong
        ]
    tally.gold, tally.found, tally.matched = tally.gold + len(a), tally.found + len(b), tally.matched + len(pairs)
    for label, records, hit in (("MISSED", a, {i for i, _ in pairs}), ("EXTRA", b, {j for _, j in pairs})):
        out.differences += [
            f"{name} {kind} {label}: {[record.get(key) for key in _identity(kind)]} {record['quote'][:110]}"
            for index, record in enumerate(records)
            if index not in hit
        ]


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found) if gold + found else 1.0
