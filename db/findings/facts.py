"""Everything a rule may know about one plan, read from the database when it is first asked for."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Collection
from functools import cached_property
from typing import Any

from sqlite_utils import Database

from corpus import laws
from corpus.programme import Programme
from db.comparison import compare
from db.schema import programme_store
from db.schema.database import in_batches, rows
from db.schema.iso_dates import first_day

Row = dict[str, Any]


class Known:
    """What is the same for every plan: the programmes and what they ask."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @cached_property
    def milestones(self) -> list[Row]:
        """What the programmes ask, with the direction of each measure."""
        return rows(
            self._db,
            "SELECT s.*, m.direction, m.short_vi, m.name_en, m.position FROM milestones s "
            "JOIN measures m ON m.programme = s.programme AND m.code = s.measure "
            "ORDER BY s.programme, m.position, s.year",
        )

    @cached_property
    def milestones_of(self) -> dict[tuple[str, str], list[Row]]:
        """The same by programme and measure."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.milestones:
            found[row["programme"], row["measure"]].append(row)
        return found

    @cached_property
    def programmes(self) -> list[Row]:
        """The programmes."""
        return rows(self._db, "SELECT * FROM programmes ORDER BY id")

    @cached_property
    def yardstick(self) -> compare.Yardstick:
        """What the programmes ask, as plans are held against it."""
        return compare.Yardstick(self._db)

    @cached_property
    def files(self) -> dict[str, Programme]:
        """The programmes by id, with all that their files say."""
        return {one.id: one for one in programme_store.known(self._db)}


class Together:
    """What is stored of some plans, each query asked once for all of them."""

    def __init__(self, db: Database, documents: Collection[str]) -> None:
        self._db = db
        self._documents = frozenset(documents)
        self._asked: dict[str, dict[str, list[Row]]] = {}

    def of(self, document: str, sql: str) -> list[Row]:
        """The rows of one of the plans: the query has `{}` for the plans' ids and names the plan of a row in the column `of_plan`."""
        if sql not in self._asked:
            found = self._asked[sql] = defaultdict(list)
            for row in in_batches(self._db, sql, self._documents):
                found[row.pop("of_plan")].append(row)
        return self._asked[sql].get(document, [])


class Facts:
    """One plan with its records, its comparisons and its place in the cascade; read with others where these are given (`together`)."""

    def __init__(
        self, db: Database, document: str, known: Known | None = None, together: Together | None = None
    ) -> None:
        self._db = db
        self._known = known or Known(db)
        self._together = together or Together(db, [document])
        self.id = document

    def query(self, sql: str, *parameters: Any) -> list[Row]:
        """Rows of a query: for what only one rule needs, of few plans."""
        return rows(self._db, sql, list(parameters))

    def _own(self, sql: str) -> list[Row]:
        return self._together.of(self.id, sql)

    def _records(self, table: str, *lists: str) -> list[Row]:
        found = self._own(
            f"SELECT *, document AS of_plan FROM {table} WHERE document IN ({{}}) ORDER BY document, position"
        )
        for row in found:
            for name in lists:
                row[name] = json.loads(row[name]) if row[name] not in (None, "[]") else []
        return found

    @cached_property
    def document(self) -> Row:
        """The row of `documents`."""
        return self._own("SELECT *, id AS of_plan FROM documents WHERE id IN ({})")[0]

    @cached_property
    def text(self) -> str:
        """The words of the plan, as offsets count them."""
        found = self.query("SELECT text FROM texts WHERE document = ?", self.id)
        return str(found[0]["text"]) if found else ""

    @cached_property
    def sections(self) -> list[Row]:
        """The outline."""
        return self._records("sections")

    @cached_property
    def targets(self) -> list[Row]:
        """The targets, `agencies` as a list."""
        return self._records("targets", "agencies")

    @cached_property
    def deadlines(self) -> list[Row]:
        """The deadlines."""
        return self._records("deadlines")

    @cached_property
    def legal_refs(self) -> list[Row]:
        """The citations."""
        return self._records("legal_refs")

    @cached_property
    def assignments(self) -> list[Row]:
        """The duties, `agencies`, `partners` and `indicators` as lists."""
        return self._records("assignments", "agencies", "partners", "indicators")

    @cached_property
    def agency_mentions(self) -> list[Row]:
        """The names of agencies in the records, with the agency that each means."""
        return self._own(
            "SELECT m.*, a.name, a.valid_to, m.document AS of_plan FROM agency_mentions m JOIN agencies a ON a.id = m.agency "
            "WHERE m.document IN ({}) ORDER BY m.document, m.rowid"
        )

    @cached_property
    def warnings(self) -> list[Row]:
        """What the extraction could not make sense of."""
        return self._records("warnings")

    def precedes(self, programme_issued_on: str) -> bool:
        """Whether the plan was issued before a programme was, as precisely as both days are known: it cannot be judged by it."""
        day = str(self.document["issued_on"] or "")
        return bool(day) and day < programme_issued_on[: len(day)]

    @cached_property
    def comparisons(self) -> list[Row]:
        """Comparisons with a target: measure, milestone, parent's value and evidence in one row, by each programme that the plan carries out."""
        found = self._own(
            """
            SELECT c.document AS of_plan, c.*, m.short_vi, m.name_vi, m.name_en, m.direction, m.indicator, m.per_year AS measure_per_year,
                   m.change AS measure_change, s.year AS asked_year, s.comparator AS asked_comparator,
                   s.value AS asked_value, s.value_high AS asked_value_high, s.subgroup AS asked_group,
                   p.decision_vi, p.decision_en, p.kind_vi, p.kind_en, p.issued_on AS programme_issued_on, m.part_of, m.below,
                   t.quote, t.quote_start, t.quote_end, t.section, t.page, t.indicator_no, t.match,
                   t.value AS said_value, t.value_high AS said_high, t.unit AS said_unit, t.per AS said_per,
                   t.total AS said_total, t.comparator AS said_comparator, t.change AS said_change, t.year_from,
                   t.position AS position, t.baseline_value, pt.quote AS parent_quote, pd.slug AS parent_slug, pd.number AS parent_number,
                   pd.doc_type AS parent_type, pt.comparator AS parent_comparator, pt.year AS parent_year,
                   pt.subgroup AS parent_group
            FROM comparisons c
            JOIN measures m ON m.programme = c.programme AND m.code = c.measure
            JOIN programmes p ON p.id = c.programme
            JOIN targets t ON t.id = c.target
            LEFT JOIN milestones s ON s.id = c.milestone
            LEFT JOIN targets pt ON pt.id = c.parent_target
            LEFT JOIN documents pd ON pd.id = c.parent
            WHERE c.document IN ({}) ORDER BY c.document, t.position, c.programme
            """
        )
        return [row for row in found if not self.precedes(row["programme_issued_on"])]

    def beside(self, document: str | None = None) -> list[Row]:
        """What a plan (by default this one) sets of programmes that it is not compared with, with evidence, measure and parent in one row."""
        found = compare.beside(self._db, [document or self.id], self._known.yardstick)
        for row in found:
            row |= self.query(
                "SELECT quote, quote_start, quote_end, section, page, value AS said_value, value_high AS said_high, unit AS said_unit, "
                'per AS said_per, total AS said_total, comparator AS said_comparator, "change" AS said_change FROM targets WHERE id = ?',
                row["target"],
            )[0]
            row |= self.query(
                "SELECT short_vi, name_vi, name_en, direction FROM measures WHERE programme = ? AND code = ?",
                row["programme"],
                row["measure"],
            )[0]
            if row["parent"] is not None:
                row |= self.query(
                    "SELECT d.slug AS parent_slug, d.number AS parent_number, d.doc_type AS parent_type, t.quote AS parent_quote, "
                    "t.comparator AS parent_comparator, t.year AS parent_year, t.subgroup AS parent_group "
                    "FROM documents d LEFT JOIN targets t ON t.id = ? WHERE d.id = ?",
                    row["parent_target"], row["parent"],
                )[0]  # fmt: skip
        return found

    @cached_property
    def absent(self) -> list[Row]:
        """Measures that a programme sets for the plan's level and the plan does not mention.

        The plus keeps SQLite from going through the absent measures of all plans by the index of stances.
        """
        found = self._own(
            "SELECT c.document AS of_plan, c.programme, c.measure, m.short_vi, m.name_vi, m.name_en, p.decision_vi, p.decision_en, p.issued_on "
            "FROM comparisons c JOIN measures m ON m.programme = c.programme AND m.code = c.measure JOIN programmes p ON p.id = c.programme "
            "WHERE c.document IN ({}) AND +c.stance = 'absent' ORDER BY c.document, c.programme, m.position"
        )
        return [row for row in found if not self.precedes(row["issued_on"])]

    @cached_property
    def reached(self) -> list[Row]:
        """What was reached of each measure, year by year, with the evidence of the target and of the result (`result_document` is its id)."""
        return self._own(
            """
            SELECT p.document AS of_plan, p.*, coalesce(m.short_vi, p.subject) AS name, m.direction, m.part_of, m.change, t.quote AS target_quote,
                   t.quote_start AS target_start, t.quote_end AS target_end, t.section AS target_section, t.page AS target_page,
                   r.quote, r.document AS result_document
            FROM progresses p
            LEFT JOIN measures m ON m.programme = p.programme AND m.code = p.measure
            LEFT JOIN targets t ON t.id = p.target
            LEFT JOIN results r ON r.id = p.result
            WHERE p.document IN ({}) AND p.value IS NOT NULL ORDER BY p.document, p.position, p.year
            """
        )

    @cached_property
    def reported_baselines(self) -> list[Row]:
        """Targets with a baseline, each beside what other documents of the plan's unit report for its measure, group and year, as final."""
        return self._own(
            """
            SELECT t.document AS of_plan, t.*, a.programme, a.measure, m.short_vi, r.value AS reported, r.quote AS result_quote,
                   r.document AS result_document
            FROM targets t
            JOIN documents d ON d.id = t.document
            JOIN alignments a ON a.target = t.id AND a."match" = 'exact'
            JOIN measures m ON m.programme = a.programme AND m.code = a.measure
            JOIN result_alignments ra ON ra.programme = a.programme AND ra.measure = a.measure AND ra."match" = 'exact'
            JOIN results r ON r.id = ra.result AND coalesce(r.year, r.period_end) = t.baseline_year
            JOIN result_units u ON u.result = r.id AND u.unit = d.unit
            WHERE t.document IN ({}) AND t.baseline_value IS NOT NULL AND r.document <> t.document AND r.estimated = 0 AND r.value IS NOT NULL
              AND r.unit IS t.unit AND r.per IS t.per AND r.subgroup IS t.subgroup
              AND a.programme = (SELECT min(programme) FROM alignments o WHERE o.target = t.id)
            ORDER BY t.document, t.position, t.id, a.programme, r.id
            """
        )

    @property
    def milestones(self) -> list[Row]:
        """What the programmes ask, with the direction of each measure."""
        return self._known.milestones

    def milestones_of(self, programme: str, measure: str) -> list[Row]:
        """What a programme asks of a measure, year by year."""
        return self._known.milestones_of.get((programme, measure), [])

    @property
    def programmes(self) -> list[Row]:
        """The programmes."""
        return self._known.programmes

    @property
    def yardsticks(self) -> list[Programme]:
        """The programmes that the plan carries out, with all that their files say."""
        return [known for one, known in self._known.files.items() if one in self.carried_out]

    def programme(self, programme: str) -> Programme:
        """A programme with all that its file says."""
        return self._known.files[programme]

    def supplements(self, programme: str) -> bool:
        """Whether a programme is a part of another one."""
        return self.programme(programme).supplements is not None

    @cached_property
    def measured(self) -> list[Row]:
        """What each target measures in each programme, carried out or not; near matches too."""
        return self._own(
            "SELECT a.document AS of_plan, a.target, a.programme, a.measure, a.match, m.direction FROM alignments a "
            "JOIN measures m ON m.programme = a.programme AND m.code = a.measure WHERE a.document IN ({}) ORDER BY a.document, a.programme"
        )

    @cached_property
    def cascades(self) -> list[Row]:
        """What the plan carries out, with the evidence of the citation."""
        return self._own(
            "SELECT c.child AS of_plan, c.*, r.quote, r.quote_start, r.quote_end, r.section, r.page, r.doc_type, r.number, r.id AS ref "
            "FROM cascades c LEFT JOIN legal_refs r ON r.id = c.reference WHERE c.child IN ({}) ORDER BY c.child, c.basis, r.position"
        )

    @cached_property
    def parents(self) -> list[Row]:
        """The plans in the database that this one carries out."""
        return self._own(
            "SELECT c.child AS of_plan, d.* FROM cascades c JOIN documents d ON d.id = c.parent WHERE c.child IN ({}) ORDER BY c.child, c.basis, d.id"
        )

    @cached_property
    def same_unit(self) -> list[Row]:
        """Other plans of the same locality in force at some time together with this one."""
        return self._own(
            """
            SELECT d.id AS of_plan, other.* FROM documents d JOIN documents other
              ON other.level = d.level AND other.province IS d.province AND other.district IS d.district
             AND other.commune IS d.commune AND other.id <> d.id AND other.plan = other.id
             AND other.genre IN ('plan', 'allocation', 'resolution')
            WHERE d.id IN ({}) AND d.plan = d.id AND d.province IS NOT NULL
              AND other.period_start <= d.period_end AND other.period_end >= d.period_start
            ORDER BY d.id, other.issued_on, other.id
            """
        )

    @property
    def laws(self) -> laws.Register:
        """The register of central documents."""
        return laws.register()

    # --- what several rules ask ----------------------------------------------------------------------------------

    @cached_property
    def date(self) -> str | None:
        """The day of issue as precise as it is known, else the first year of the period."""
        start = self.document["period_start"]
        return self.document["issued_on"] or (str(start) if start else None)

    @cached_property
    def not_before(self) -> datetime.date | None:
        """The earliest day on which the plan may have been issued; `None` where nothing tells.

        A plan without a day is not older than what its opening rests on, nor than the year before its period.
        """
        if self.document["issued_on"]:
            return first_day(self.document["issued_on"])
        start, end = self.document["period_start"], self.document["period_end"]
        latest = datetime.date(end, 12, 31) if end else None
        days = [
            first_day(row["issued_on"])
            for row in self.legal_refs
            if row["issued_on"] and row["role"] in ("basis", "implements")
        ]
        if start:
            days.append(datetime.date(start - 1, 1, 1))
        return max((day for day in days if latest is None or day <= latest), default=None)

    @cached_property
    def carried_out(self) -> set[str]:
        """Programmes that the plan carries out, by itself or through the plans that it carries out."""
        found = self._own("SELECT document AS of_plan, programme FROM carried WHERE document IN ({})")
        return {row["programme"] for row in found}

    def role_at(self, offset: int | None) -> str:
        """The role of the innermost section at a place of the text (`situation`, `organisation`, …), else empty."""
        found = ""
        if offset is not None:
            for section in self.sections:
                if section["text_start"] <= offset < section["text_end"] and section["role"]:
                    found = str(section["role"])
        return found

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence, item or row of a table that a place stands in, as a range of the text."""
        left = max(self.text.rfind("\n", 0, start), self.text.rfind("; ", 0, start), self.text.rfind(". ", 0, start))
        stops = [at for mark in ("\n", "; ", ". ") if (at := self.text.find(mark, end)) >= 0]
        begin, stop = left + 1, min(stops, default=len(self.text))
        while begin < stop and not self.text[begin].isalnum():
            begin += 1
        return begin, stop

    def in_citation(self, offset: int) -> bool:
        """Whether a place lies within a citation or in the rest of its sentence (the title of the document cited)."""
        for row in self.legal_refs:
            between = self.text[row["quote_start"] : offset]
            if row["quote_start"] <= offset < row["quote_end"] + 200 and not any(mark in between for mark in "\n;"):
                return True
        return False

    def around(self, start: int, end: int, before: int = 160, after: int = 260) -> tuple[str, str]:
        """The words before and after a place, within its paragraph."""
        left = self.text[max(0, start - before) : start].rpartition("\n")[2]
        right = self.text[end : end + after].partition("\n")[0]
        return left, right
