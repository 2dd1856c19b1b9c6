"""Records of synthetic plans straight into a database, past the extraction: for measuring what a hundred thousand plans cost to query."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from itertools import islice
from pathlib import Path

from corpus import units
from corpus.files import Found
from corpus.programme import load_all
from db.load import registers, rows, writer
from db.load.derive import Deriving, derive
from db.load.reading import Reading, counted
from db.schema.database import open_database, transaction
from extract.records import (
    Assignment,
    Deadline,
    Document,
    LegalRef,
    Plan,
    Section,
    SourceInfo,
    Target,
    TargetAlignment,
    with_keys,
)
from extract.version import version
from tests.bench.synthetic import Synthetic, chosen, plan

_BATCH = 250


def fill(path: Path, count: int, executor: Executor, *, deriving: Deriving | None = None) -> None:
    """Makes a database with the records of so many plans, derived; the executor makes the rows."""
    db = open_database(path)
    with transaction(db):
        registers.store(db)
    asked = iter(islice(chosen(), count))
    ahead: deque[Future[list[Reading]]] = deque()
    while True:
        while len(ahead) < 6 and (some := [(unit.code, kind, seed) for unit, kind, seed in islice(asked, _BATCH)]):
            ahead.append(executor.submit(readings, some))
        if not ahead:
            break
        with transaction(db):
            for reading in ahead.popleft().result():
                writer.write(db, [Found(Path(str(reading.slug)), str(reading.slug))], reading, None)
    derive(db, executor=executor, deriving=deriving)
    db.conn.execute("PRAGMA optimize = 0x10002")
    db.close()


def readings(asked: list[tuple[str, str, int]]) -> list[Reading]:
    """What a worker would make of the files of some plans: unit code, kind and seed of each."""
    register = units.load()
    return [_reading(plan(unit, kind, seed)) for code, kind, seed in asked if (unit := register.get(code))]


def _reading(made: Synthetic) -> Reading:
    read = plan_of(made)
    tables = rows.of_plan(read)
    return Reading(
        sha256=read.source.sha256,
        result="loaded",
        version=read.version,
        document=rows.document_id(read.source.sha256),
        title=read.document.title,
        slug=f"{made.name}.txt",
        counts={name: len(tables[name].rows) for name in counted()},
        rows=tables,
    )


def plan_of(made: Synthetic) -> Plan:
    """The records of a plan as extraction would find them; its text is its opening, its aims and its duties, a line each."""
    clauses = [block.text for block in made.blocks if block.kind == "item"] or [made.title]
    opening = made.blocks[0].text
    text = "\n".join((made.title, opening, *clauses, *_said(made).values()))
    level = made.unit.level
    above = units.load().ancestors(made.unit)
    names = {one.level: one.name for one in (made.unit, *above)}
    start, end = made.period
    document = Document(
        doc_type="CTr" if made.doc_type == "CHƯƠNG TRÌNH" else "KH",
        number=made.number,
        symbol="KH-UBND",
        issuer=f"Ủy ban nhân dân {made.unit.full_name}",
        issuer_kind="people_committee",
        level=level,
        province=names.get("province"),
        district=names.get("district"),
        commune=names.get("commune"),
        issued_on=made.issued.isoformat() if made.number else None,
        title=made.title,
        period_start=start,
        period_end=end,
        plan_kind="annual" if start == end else "multi_year",
        status="issued" if made.number else "draft",
        slug=made.name,
    )
    return Plan(
        source=SourceInfo(
            path=made.name,
            sha256=hashlib.sha256(made.name.encode()).hexdigest(),
            media_type="text/plain",
            pages=None,
            characters=len(text),
            reader="synthetic",
        ),
        document=document,
        text=text,
        sections=(Section(path="I", label="I", title="MỤC TIÊU", role="objectives", start=0, end=len(text)),),
        records={
            "targets": with_keys(list(_targets(made, text)), "targets"),
            "deadlines": with_keys([_deadline(made, text, at) for at in range(2)], "deadlines"),
            "legal_refs": with_keys(list(_references(made, text)), "legal_refs"),
            "assignments": with_keys(list(_assignments(made, text)), "assignments"),
        },
        version=version(),
    )


def _said(made: Synthetic) -> dict[tuple[str, int], str]:
    """The sentence of each value."""
    names = {measure.code: measure.name_vi for measure in load_all()[0].measures}
    return {(code, year): f"{names[code]} đạt {value:g} vào năm {year}" for (code, year), value in made.values.items()}


def _targets(made: Synthetic, text: str) -> Iterator[Target]:
    programme = load_all()[0]
    measures = {measure.code: measure for measure in programme.measures}
    said = _said(made)
    for (code, year), value in made.values.items():
        measure, quote = measures[code], said[code, year]
        start = text.index(quote)
        yield Target(
            quote=quote, start=start, end=start + len(quote), section="I", confidence=0.9, kind="quantitative", comparator="=",
            value=value, unit=measure.unit, per=measure.per, year=year, measure=code, match="exact", measure_score=1.0,
            indicator_no=measure.indicator, subject=measure.short_vi, clause=quote,
            programme=programme.id,
            alignments=(TargetAlignment(programme=programme.id, measure=code, match="exact", score=1.0),),
        )  # fmt: skip


def _deadline(made: Synthetic, text: str, at: int) -> Deadline:
    return Deadline(
        quote=text[:40], start=0, end=40, section="V", kind="report", relation="before",
        recurrence=f"FREQ=YEARLY;BYMONTH={5 + 6 * at};BYMONTHDAY={15 + at}", actor="các cơ quan, đơn vị", recipient="Ủy ban nhân dân",
    )  # fmt: skip


def _references(made: Synthetic, text: str) -> Iterator[LegalRef]:
    for number, issued_on, issuer, doc_type in made.grounds:
        start = text.index(number)
        yield LegalRef(
            quote=number, start=start, end=start + len(number), section="", doc_type=doc_type, number=number, issued_on=issued_on,
            issuer=issuer, role="implements",
        )  # fmt: skip


def _assignments(made: Synthetic, text: str) -> Iterator[Assignment]:
    agency = None
    for block in made.blocks:
        if block.kind == "heading":
            agency = block.text if block.level == 2 else None
        elif block.kind == "item" and agency is not None and agency in made.agencies:
            start = text.index(block.text)
            yield Assignment(
                quote=block.text, start=start, end=start + len(block.text), section="IV", agencies=(agency,),
                role="lead" if block.text.startswith("Chủ trì") else "implement",
            )  # fmt: skip
