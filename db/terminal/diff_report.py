"""What people read on the terminal of a diff."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from rich import box
from rich.console import Console, RenderableType
from rich.markup import escape
from rich.table import Table

from db.comparison import diff_words
from db.comparison.diff import Diff
from db.schema.iso_dates import date_vi
from db.terminal.console import shorten
from db.views import words

Row = dict[str, Any]
# Characters of a sentence that are shown in a cell.
_QUOTE = 160


def tables(found: Diff, lines: Sequence[Row], *, everything: bool = False) -> Iterator[RenderableType]:
    """Both plans, then a table for each part that differs; says so where nothing does.

    Args:
        found: the diff.
        lines: its lines (`diff_words.lines`).
        everything: what was only reworded as well.
    """
    for name, side in (("A", found.old), ("B", found.new)):
        yield f"[bold]{name}[/] {escape(_plan(side.head))}"
    hidden = {"same"} if everything else {"same", "reworded"}
    shown = [row for row in lines if row["state"] not in hidden]
    if not shown:
        yield "Hai bản không khác nhau về nội dung. / Nothing differs."
    counted = diff_words.counts(lines)
    for part in words.DIFF_PARTS:
        mine = [row for row in shown if row["part"] == part]
        if mine:
            yield _table(part, mine)
    yield _summary(counted)


def _plan(head: Row) -> str:
    number = head["number"] or "chưa có số / no number"
    day = date_vi(head["issued_on"])
    return shorten(f"{number}{', ' + day if day else ''}: {head['title'] or head['slug']}", 200)


def _table(part: str, mine: Sequence[Row]) -> Table:
    vi, en = words.DIFF_PARTS[part]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.title, table.title_justify, table.title_style = f"{vi} / {en}", "left", "bold"
    table.add_column("", no_wrap=True)
    table.add_column("Nội dung\n[dim]About[/]", ratio=2)
    table.add_column("Bản trước (A)\n[dim]Before[/]", ratio=3)
    table.add_column("Bản sau (B)\n[dim]After[/]", ratio=3)
    for row in mine:
        word = diff_words.state_word(row)
        table.add_row(
            f"[{word.colour}]{word.sign}[/]",
            f"{escape(shorten(row['about'], 80))}\n[{word.colour}]{word.short_vi}[/] [dim]({word.en})[/]",
            _cell(row, "old"),
            _cell(row, "new"),
        )
    return table


def _cell(row: Row, side: str) -> str:
    """The value of a side, then its sentence."""
    word = words.TENDENCIES.get(row["stance"] or "") if side == "new" else None
    said = escape(str(row[side]))
    if word and row["state"] == "changed":
        said += f" [{word.colour}]{word.sign} {word.short_vi}[/]"
    quote = " ".join((row[f"{side}_quote"] or "").split())
    where = f"[dim]{escape(row[f'{side}_section'])}[/] " if row[f"{side}_section"] else ""
    return "\n".join(
        part for part in (said, f"{where}[dim]«{escape(shorten(quote, _QUOTE))}»[/]" if quote else "") if part
    )


def _summary(counted: dict[str, dict[str, int]]) -> str:
    """A line a part that counts its rows by state."""
    out = []
    for part, (vi, en) in words.DIFF_PARTS.items():
        states = [
            f"{many} {diff_words.state_word({'part': part, 'state': state}).short_vi}"
            for state, many in counted.get(part, {}).items()
        ]
        if states:
            out.append(f"{vi} ({en}): {', '.join(states)}")
    return "\n".join(out)


def text(found: Diff, lines: Sequence[Row], *, everything: bool = False) -> str:
    """The same without colours, for a file."""
    out = io.StringIO()
    console = Console(file=out, width=100)
    for one in tables(found, lines, everything=everything):
        console.print(one, highlight=False)
    return out.getvalue()
