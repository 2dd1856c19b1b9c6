"""What the columns of a table hold: decided for all of them at once, by their heads and by what stands below.

Exactly one column holds the subjects, and it is made of words; the numbers of the rows stand left of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus import units
from extract.structure.tables.lines import FROM_LEFT, Line
from patterns.tables import AGENTS, FIGURES, TOTAL, Column, Content, columns, heads_years, is_place, is_year_of_row

# Shares of the cells with words that must be of a kind.
_NUMBERS = 0.7
_FIGURES = 0.4
_CLEARLY = 0.6
_LOCALITIES = 0.5
_ELSEWHERE = (
    Column.LEAD,
    Column.IMPLEMENT,
    Column.PARTNERS,
    Column.TIME,
    Column.UNIT,
    Column.NOTE,
    Column.PRODUCT,
    Column.BASELINE,
)


class Shares:
    """Which share of the cells of a column, blank ones left out, may be of which kind; of a column without words any may be."""

    def __init__(self, lines: Sequence[Line], contents: Sequence[Sequence[Content]], at: int) -> None:
        self.cells = [line.cells[at] for line in lines if at < len(line.cells) and not line.cells[at].blank]
        self._titles = [line.cells[at] for line in lines if line.merged[at + 1 : at + 2] == FROM_LEFT]
        self._kinds = Counter(kind for found in contents if at < len(found) for kind in Content if kind & found[at])
        self.known = bool(self.cells)

    def __getitem__(self, kind: Content) -> float:
        return self._kinds[kind] / len(self.cells) if self.cells else 0.0

    @property
    def places(self) -> float:
        """The share of cells that name a locality."""
        return sum(is_place(cell.low) for cell in self.cells) / len(self.cells) if self.cells else 0.0

    @property
    def localities(self) -> float:
        """The share of cells that name a locality, of its kind or a known one without it; titles and totals left out."""
        of_rows = [cell for cell in self.cells if cell not in self._titles and TOTAL.fullmatch(cell.low) is None]
        named = sum(is_place(cell.low) or bool(units.load().find(cell.text)) for cell in of_rows)
        return named / len(of_rows) if of_rows else 0.0

    @property
    def tells_rows_apart(self) -> bool:
        """Whether its cells are words, another in each row."""
        words = [cell.low for cell in self.cells]
        return len(set(words)) == len(words) > 1 and self[Content.LABEL] < _FIGURES and self[Content.FIGURE] < _FIGURES

    @property
    def all_years(self) -> bool:
        """Whether each cell names a year and nothing else."""
        return self.known and all(is_year_of_row(cell.low) for cell in self.cells)


def solve(heads: Sequence[str], lines: Sequence[Line]) -> tuple[Column, ...]:
    """The kind of each column, by its head (in lower case) and the rows below the head."""
    said = [line for line in lines if len(line.words) > 1 and not line.doubtful]  # a title says nothing of its column
    contents = [line.contents for line in said]
    shares = [Shares(said, contents, at) for at in range(len(heads))]
    may = [columns(head) for head in heads]
    years = _years(heads, may, shares)
    localities = _localities(may, shares)
    subject = localities if localities is not None else _subject(may, shares)
    subject = None if subject == years else subject
    number = _number(may, shares, subject if subject is not None else years)
    placed = _placed(may, shares, number) if subject is None else None
    subject = placed if subject is None else subject
    out = []
    for at, (kinds, share) in enumerate(zip(may, shares, strict=True)):
        if at == years and at != number:
            out.append(Column.ROW_YEAR)
        elif at == subject:
            of_places = at in (placed, localities) or _holds_places(kinds, share)
            out.append(Column.PLACE if of_places else Column.SUBJECT)
        elif at == number:
            out.append(Column.NUMBER)
        else:
            out.append(_other(kinds, share, said=bool(heads[at]) or not any(heads)))
    return tuple(out)


def _years(heads: Sequence[str], may: Sequence[tuple[Column, ...]], shares: Sequence[Shares]) -> int | None:
    """The column that names the year of each row; in a table of tasks times are those by which they are done."""
    of_tasks = any(kind in (*AGENTS, Column.PARTNERS, Column.PRODUCT) for kinds in may for kind in kinds[:1])
    return next(
        (
            at
            for at, head in enumerate(heads)
            if shares[at].all_years
            and ((heads_years(head) and not (of_tasks and Column.TIME in may[at])) or _heads_all(may[at], shares[at]))
        ),
        None,
    )


def _heads_all(kinds: Sequence[Column], share: Shares) -> bool:
    """Whether a column called that of subjects, or nothing, has years instead, one a row: what is measured stands in the head."""
    words = [cell.low for cell in share.cells]
    return (not kinds or kinds[0] is Column.SUBJECT) and len(set(words)) == len(words) > 1


def _subject(may: Sequence[tuple[Column, ...]], shares: Sequence[Shares]) -> int | None:
    """The column of subjects: words, below a head that says so; none where no column has words."""

    def fit(at: int) -> float:
        kinds, share = may[at], shares[at]
        score = 0.0
        if Column.SUBJECT in kinds:
            score += 3 if kinds[0] in (Column.SUBJECT, Column.YEAR, Column.GROUP) else 1
        if Column.PLACE in kinds:
            score += 1
        if kinds and kinds[0] in _ELSEWHERE:
            score -= 2
        if kinds and kinds[0] is Column.NUMBER:
            score -= 3
        score += 2 * share[Content.WORDS] - 3 * share[Content.FIGURE] - share[Content.LABEL]
        return score - at / 100

    best = max(range(len(may)), key=fit, default=None)
    return best if best is not None and fit(best) > 0.4 else None


def _localities(may: Sequence[tuple[Column, ...]], shares: Sequence[Shares]) -> int | None:
    """The column whose head may mean units of measure or localities (`Đơn vị`) and whose cells are localities, another in each row;
    none where one left of it tells the rows apart, or one is called that of subjects.
    """
    if any(
        Column.SUBJECT in kinds and share[Content.FIGURE] < _FIGURES for kinds, share in zip(may, shares, strict=True)
    ):
        return None
    first = next((at for at, share in enumerate(shares) if share.tells_rows_apart), None)
    if first is None or may[first][:1] != (Column.UNIT,) or Column.PLACE not in may[first]:
        return None
    return first if shares[first].localities >= _LOCALITIES else None


def _number(may: Sequence[tuple[Column, ...]], shares: Sequence[Shares], subject: int | None) -> int | None:
    """The column of the rows' numbers, left of the subjects."""
    for at in range(len(may) if subject is None else subject):
        named = Column.NUMBER in may[at]
        counts = shares[at][Content.LABEL] >= _NUMBERS
        if (named and (counts or not shares[at].known)) or (
            counts and (not may[at] or may[at][0] in (Column.SUBJECT, Column.VALUE))
        ):
            return at
        if named:
            return at
    return None


def _placed(may: Sequence[tuple[Column, ...]], shares: Sequence[Shares], number: int | None) -> int | None:
    """The column of localities of a table without subjects: its head may mean them, and each stands there once."""

    def fits(at: int) -> bool:
        words = [cell.low for cell in shares[at].cells]
        names = at != number and Column.PLACE in may[at] and shares[at][Content.FIGURE] == 0
        units_stand_there = Column.UNIT in may[at][:1] and any(_may_be_unit(cell.text) for cell in shares[at].cells)
        return names and len(words) > 1 and len(set(words)) == len(words) and not units_stand_there

    return next((at for at in range(len(may)) if fits(at)), None)


def _may_be_unit(words: str) -> bool:
    """Whether the words of a cell below `Đơn vị` are those of a unit (`%`, `lượt`) and not a name."""
    return words[:1].islower() or not any(character.isalpha() for character in words)


def _holds_places(kinds: Sequence[Column], share: Shares) -> bool:
    return Column.PLACE in kinds and Column.SUBJECT not in kinds and (share.places >= 0.5 or kinds[0] is Column.PLACE)


def _other(kinds: Sequence[Column], share: Shares, *, said: bool) -> Column:
    """What a column holds that holds neither numbers nor subjects: the first that its head says and its cells allow.

    `said` says that the column has a head, or that no column has one.
    """
    for kind in kinds:
        if kind in (Column.SUBJECT, Column.NUMBER, Column.PLACE):
            continue
        if _allowed(kind, share):
            return kind
    if share[Content.FIGURE] >= _CLEARLY and said:
        return Column.VALUE
    if share[Content.TIME] >= _CLEARLY and share[Content.FIGURE] < _FIGURES and share[Content.AGENCY] < _FIGURES:
        return Column.TIME if kinds else Column.OTHER
    return Column.OTHER


def _allowed(kind: Column, share: Shares) -> bool:
    if not share.known:
        return True
    if kind in FIGURES:
        return share[Content.FIGURE] >= _FIGURES
    if kind is Column.TIME:
        return share[Content.FIGURE] < _CLEARLY
    if kind is Column.UNIT:
        return share[Content.FIGURE] < _FIGURES and share[Content.AGENCY] < _CLEARLY
    if kind in AGENTS or kind is Column.PARTNERS:
        return share[Content.FIGURE] < _FIGURES
    return not (kind is Column.GROUP and share[Content.FIGURE] >= _FIGURES)
