"""Tables that a portal's dump writes one cell a line: a lone `|`, the words of a cell, a lone `|`, the words of the next.

Nothing says where a row ends, how many columns there are, or whether the words between two bars are a cell at all. All of it is found
together: the cheapest reading of the bars and what stands between them, in which the rows of a table have one number of cells. Two bars
in a row are the end of a row and the beginning of the next, or an empty cell; a row may have fewer cells (a title, merged ones).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from patterns import annexes, tables
from patterns.portals import CLOSE, MOTTO

# A bar alone on its line, or before the words of its cell where none closes it.
_BAR = regex.compile(r"^[ \t]*\|[ \t]*(?=$|[^|\n]*[^|\s\n][ \t]*$)", regex.MULTILINE)
_LONE = regex.compile(r"^[ \t]*\|[ \t]*$", regex.MULTILINE)
_FEWEST = 3  # lone bars that such a text has at least
_WIDEST = 24  # columns
_MOST_BESIDE = 3  # columns of a head or a close
_BEAM = 48  # readings that are kept at each cell

# What a cell says that has no words.
_EMPTY = regex.compile(r"[\s*_]*")
_BLANK_INSIDE = regex.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was drawn: the ranges of its cells, those of empty ones empty; `table` numbers the tables from 0."""

    cells: tuple[tuple[int, int], ...]
    table: int

    @property
    def start(self) -> int:
        return self.cells[0][0]

    @property
    def end(self) -> int:
        return self.cells[-1][1]


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a text in order, and where its bars stand, which are no words."""

    rows: tuple[Row, ...]
    bars: frozenset[int]


def read(raw: str) -> Reading:
    """The tables of a text that writes them one cell a line; nothing where it has none."""
    if "|" not in raw or len(_LONE.findall(raw)) < _FEWEST:
        return Reading((), frozenset())
    bars = [match.start() + match[0].index("|") for match in _BAR.finditer(raw)]
    contents = _contents(raw, bars)
    return Reading(tuple(_rows(contents, _best(contents))), frozenset(bars))


@dataclass(frozen=True, slots=True)
class _Content:
    """Words between bars: their range, the bars before them, what speaks for a first cell and against a cell at all."""

    start: int
    end: int
    bars: tuple[int, ...]
    first: bool
    number: int | None
    beside: bool  # a half of the head or of the close, which stand side by side
    outside: float
    inside: float

    def begins(self, after: int) -> float:
        """What it costs that a row begins with it, the last row that has a number having number `after`."""
        if not self.first:
            return 0.0
        if self.number is None:
            return -0.2
        return -0.3 if self.number in (after + 1, 1) else 0.5


def _contents(raw: str, bars: Sequence[int]) -> list[_Content]:
    """What stands between bars, with a last one behind the last bar, which may be nothing."""
    tight = sum(raw[bar + 1 : bar + 3].startswith("\n\n") for bar in bars) * 2 < len(bars)
    out: list[_Content] = []
    waiting: list[int] = []
    for at, bar in enumerate(bars):
        waiting.append(bar)
        last = at + 1 == len(bars)
        words = raw[bar + 1 : len(raw) if last else bars[at + 1]]
        if _EMPTY.fullmatch(words) is not None and not last:
            continue
        start = bar + 1 + len(words) - len(words.lstrip())
        end = max(start, bar + 1 + len(words.rstrip()))
        number = int(bare) if (bare := words.strip(" *_.\n")).isdecimal() and len(bare) < 5 else None
        bare = words.strip()
        blank_inside = tight and _BLANK_INSIDE.search(bare) is not None
        outside = 0.0 if last else _outside(bare) - 3.0 * blank_inside
        out.append(
            _Content(
                start,
                end,
                tuple(waiting),
                tables.FIRST_CELL.fullmatch(words) is not None,
                number,
                MOTTO.search(bare) is not None or CLOSE.match(bare) is not None,
                outside,
                4.0 * blank_inside + 2.5 * (annexes.HEADS_ANNEX.search(bare) is not None),
            )
        )
        waiting = []
    return out


def _outside(words: str) -> float:
    """What it costs to take words for text between two tables; taking them for a cell costs nothing."""
    cost = 4.0 - len(words) / 900 - 0.15 * words.count("\n")
    if tables.NOT_IN_A_CELL.search(words) is not None:
        cost -= 2.5
    return cost


# --- the cheapest reading --------------------------------------------------------------------------------------------

# A state: the columns of the table (0 outside of any), the cell of its row, whether the row is the table's first.
_State = tuple[int, int, bool]
_OUTSIDE: _State = (0, 0, False)


@dataclass(slots=True)  # not frozen: a text has tens of thousands, and a frozen one takes three times as long to make
class _Step:
    """A state that a content was read in: what it cost so far, the step before, how many empty cells stand before and behind."""

    cost: float
    state: _State
    before: _Step | None
    trailing: int  # empty cells at the end of the row that was left
    leading: int  # empty cells before this one
    opens: bool  # a row begins with it
    number: int  # that of the last row that has one


# A way to read the next content: the state that it leads to, what it costs, the empty cells at the end of the row that is left and
# before this cell, whether a row begins with it.
_Move = tuple[_State, float, int, int, bool]


def _best(contents: Sequence[_Content]) -> list[_Step]:
    """The steps of the cheapest reading, one for each content."""
    doubled = any(len(content.bars) > 1 for content in contents[1:-1])
    steps = [_Step(0.0, _OUTSIDE, None, 0, 0, opens=False, number=0)]
    for at, content in enumerate(contents):
        following: dict[_State, _Step] = {}
        last = at + 1 == len(contents)
        for step in steps:
            for move in _moves(step, content, doubled=doubled, last=last):
                _take(following, step, content, move)
        if len(content.bars) == 2 and not last:
            _open_others(following, steps, content)
        steps = sorted(following.values(), key=lambda step: step.cost)[:_BEAM]
    out: list[_Step] = []
    found = steps[0]
    while found.before is not None:
        out.append(found)
        found = found.before
    return out[::-1]


def _take(following: dict[_State, _Step], step: _Step, content: _Content, move: _Move) -> None:
    """Keeps a move where no cheaper one leads to its state."""
    state, cost, trailing, leading, opens = move
    number = 0
    if state[0]:
        cost += content.inside
        number = step.number
        if content.beside and state[0] > _MOST_BESIDE:
            cost += 4.0
    if opens and not leading:
        cost += content.begins(number)
        number = content.number if content.number is not None else number
    cost += step.cost
    known = following.get(state)
    if known is None or cost < known.cost:
        following[state] = _Step(cost, state, step, trailing, leading, opens=opens, number=number)


def _moves(step: _Step, content: _Content, *, doubled: bool, last: bool) -> Iterator[_Move]:
    """The ways to read the next content, but for those of `_open_others`."""
    columns, cell, first = step.state
    bars = len(content.bars)
    if not columns:
        yield _OUTSIDE, content.outside + 0.1 * bars, 0, 0, False
        if not last:
            for width in range(2, _WIDEST):
                yield (width, 1, True), _begin(width) + 0.4 * (bars - 1), 0, 0, True
                if 1 < bars <= width:
                    yield (width, bars, True), _begin(width) + 0.3 * (bars - 1), 0, bars - 1, True
        return
    room = columns - cell
    # The same row goes on.
    if bars <= room and not last:
        label = 0.5 * (content.first and content.number is None) if bars > 1 else 0.0  # rather that of another row
        yield (columns, cell + bars, first), _empty(bars - 1) + label, 0, bars - 1, False
    # Text behind the table.
    behind = min(bars - 1, room)
    over = 0.1 * (bars - 1 - behind)
    yield _OUTSIDE, content.outside + _end(columns, cell + behind, first=first) + over, behind, 0, False
    if last:
        return
    # Another row: one bar ends this one, one begins the next; what is left are empty cells.
    empty = bars - 2 if doubled else bars - 1
    for trailing in range(min(empty, room) + 1):
        leading = empty - trailing
        ended = _end(columns, cell + trailing, first=first)
        if leading < columns:
            cost = ended + 0.1 * trailing + 0.35 * leading
            if not doubled:
                cost += 0.2 if content.first else 1.5
            yield (columns, leading + 1, False), cost, trailing, leading, True
        if leading >= columns + 1 or trailing == room:  # rows without any words
            yield (columns, 1, False), ended + 0.8, trailing, 0, True
    if bars == 1 and cell == columns and doubled:  # a bar that both ends a row and begins the next
        yield (columns, 1, False), 2.0, 0, 0, True


def _open_others(following: dict[_State, _Step], steps: Sequence[_Step], content: _Content) -> None:
    """Takes the moves that begin a table right behind another one, of another number of columns.

    What they cost depends on the width alone, so the cheapest step before them and the cheapest of another width are enough.
    """

    def cost(step: _Step) -> float:
        columns, cell, first = step.state
        return step.cost + _end(columns, cell, first=first) + content.begins(step.number)

    within = sorted((step for step in steps if step.state[0]), key=cost)
    if not within:
        return
    other = next((step for step in within if step.state[0] != within[0].state[0]), None)
    for width in range(2, _WIDEST):
        step = within[0] if within[0].state[0] != width else other
        if step is not None:
            columns, cell, first = step.state
            ended = _end(columns, cell, first=first)
            _take(following, step, content, ((width, 1, True), ended + 1.2 + _begin(width), 0, 0, True))


def _end(columns: int, cells: int, *, first: bool) -> float:
    """What it costs that a row has so few cells; the first one, which names the columns, hardly ever has."""
    if cells == columns:
        return 0.0
    return 0.45 + 0.03 * (columns - cells) + (0.4 if first else 0.0)


def _begin(columns: int) -> float:
    """What it costs that a table begins: the more columns, the less likely it is."""
    return 1.0 + 0.12 * max(0, columns - 6)


def _empty(cells: int) -> float:
    """What so many empty cells between two with words cost; of a single one, the two bars rather part two rows."""
    return min(0.8, 0.5 + 0.1 * (cells - 1)) if cells else 0.0


def _rows(contents: Sequence[_Content], steps: Sequence[_Step]) -> list[Row]:
    """The rows that the steps stand for."""
    out: list[Row] = []
    cells: list[tuple[int, int]] = []
    table = -1
    for content, step in zip(contents, steps, strict=True):
        columns, _, first = step.state
        bars = list(content.bars)
        if cells and (step.opens or not columns):
            cells += [(bar, bar) for bar in bars[: step.trailing]]
            out.append(Row(tuple(cells), table))
            cells = []
        if not columns:
            continue
        if step.opens and first:
            table += 1
        cells += [(bar + 1, bar + 1) for bar in bars[len(bars) - 1 - step.leading : len(bars) - 1]]
        cells.append((content.start, content.end))
    return out
