"""The closed vocabularies of the language: the codes that grammars give for what words say. `extract.vocabulary` has those of records beside them.

A code stands here once, as a `Literal`, so that a type checker sees a wrong one; lists of them are made by `typing.get_args`.
"""

from __future__ import annotations

from typing import Literal

# What a value counts in: `per` is a rate in every so many, `times` a ratio.
Unit = Literal["percent", "per", "times", "count"]
Comparator = Literal["=", "<", "<=", ">", ">=", "range"]
# Whether a value is by how much something falls or rises, and no level.
Change = Literal["decrease", "increase"]
# How an act stands to its time: before a day, by it, within a span, every so often.
Relation = Literal["before", "by", "within", "every"]
# What a deadline asks for; what is handed in decides.
DeadlineKind = Literal["report", "budget", "task"]
# What a plan says of a document that it cites.
CitationRole = Literal["implements", "basis", "mention"]
# What a part of a plan is for, as its heading says.
HeadingRole = Literal[
    "basis",
    "situation",
    "general_objectives",
    "objectives",
    "funding",
    "reporting",
    "organisation",
    "tasks",
    "schedule",
]
# What an agency does in a duty.
DutyRole = Literal["lead", "coordinate", "implement"]
# The tier of an office.
Level = Literal["central", "province", "district", "commune"]
# What a measure of a programme may count in, and which way is better.
MeasureUnit = Literal["percent", "per", "count"]
Direction = Literal["more", "less"]
# Whether a target measures what a programme's measure does, or something near it.
Match = Literal["exact", "near"]
