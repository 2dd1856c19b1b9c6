"""What people and scripts read of a load: a progress bar, lines, lines of JSON, the closing table and summary."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
from rich.table import Table
from rich.text import Text

from db.comparison.stances import number
from db.load import reading
from db.load.bulk import Listener, Tally
from db.load.faults import Fault
from db.load.writer import Outcome
from db.terminal.console import shorten
from db.views import words
from extract import record_types

# Above this many files there is no closing table: the failures are printed, the log has all.
_SHOWN_FILES = 50
# Seconds between the lines of progress where there is no terminal.
_LINE_EVERY = 30.0


def duration(seconds: float) -> str:
    """A span of time as people write it: `3:20`, `1:02:05`."""
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


class _Rate(ProgressColumn):
    """Done of all, files a second, time left, failures so far: `1.234/10.000 45,2/s còn/left 3:14 lỗi/failed 2`."""

    def render(self, task: Task) -> Text:
        """The words behind the bar."""
        text = Text(f"{number(task.completed)}/{number(task.total or 0)}", "progress.download")
        rate, left = task.fields.get("rate", 0.0), task.time_remaining
        if rate:
            text.append(f" {number(round(rate, 1) if rate < 100 else round(rate))}/s", "progress.data.speed")
        if left:
            text.append(f" còn/left {duration(left)}", "progress.remaining")
        if task.fields.get("failed"):
            text.append(f" lỗi/failed {number(task.fields['failed'])}", "red")
        return text


class Bar:
    """Progress on a terminal; a line every half minute where there is none."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=16),
            _Rate(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
            speed_estimate_period=60,
        )
        self._loading = self._bar.add_task("Nạp / loading", total=None, visible=False)
        self._computing = self._bar.add_task("Đối chiếu / comparing", total=None, visible=False)
        self._line_at = time.monotonic() + _LINE_EVERY

    @contextmanager
    def shown(self) -> Iterator[Bar]:
        """The bar while work goes on."""
        with self._bar:
            yield self

    def began(self, total: int | None) -> None:
        self._bar.update(self._loading, total=total, visible=True)

    def outcome(self, outcome: Outcome, tally: Tally) -> None:
        self._bar.update(self._loading, advance=1, total=tally.total, rate=tally.rate, failed=tally.failed)
        left = (tally.total - tally.done) / tally.rate if tally.total else 0.0
        self._line(
            f"{number(tally.done)}/{number(tally.total or 0)} tệp / files, {number(round(tally.rate, 1))}/s, "
            f"còn / left {duration(left)}, {number(tally.failed)} lỗi / failed"
        )

    def deriving(self, done: int, of: int) -> None:
        self._bar.update(self._computing, completed=done, total=of, visible=done < of)
        self._line(f"đối chiếu / comparing {number(done)}/{number(of)}")

    def fault(self, fault: Fault) -> None:
        pass  # told with the failures, when the load is done

    def waiting(self, message: str) -> None:
        _waiting(message)

    def stopping(self, in_hand: int) -> None:
        self._console.print(
            "Đang dừng: đọc nốt các văn bản dở dang; Ctrl-C lần nữa để dừng ngay / "
            "stopping: documents in hand are finished; Ctrl-C again to stop at once",
            highlight=False,
        )

    def watching(self, tally: Tally) -> None:
        pass

    def _line(self, words_: str) -> None:
        if not self._console.is_terminal and time.monotonic() >= self._line_at:
            self._line_at = time.monotonic() + _LINE_EVERY
            self._console.print(words_, highlight=False, soft_wrap=True)


def _waiting(message: str) -> None:
    """Said on standard error even where nothing else is: else it would look as if nothing happened."""
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


class Quiet:
    """Says nothing while work goes on."""

    @contextmanager
    def shown(self) -> Iterator[Quiet]:
        """Nothing is shown."""
        yield self

    def began(self, total: int | None) -> None:
        pass

    def outcome(self, outcome: Outcome, tally: Tally) -> None:
        pass

    def deriving(self, done: int, of: int) -> None:
        pass

    def fault(self, fault: Fault) -> None:
        pass

    def waiting(self, message: str) -> None:
        _waiting(message)

    def stopping(self, in_hand: int) -> None:
        pass

    def watching(self, tally: Tally) -> None:
        pass


class Watch(Quiet):
    """A line a file that is not unchanged, and one that says that the folder is watched."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._said = False

    def began(self, total: int | None) -> None:
        self._said = False

    def outcome(self, outcome: Outcome, tally: Tally) -> None:
        if outcome.result != "unchanged":
            word = words.RESULTS[outcome.result]
            said = outcome.message or outcome.title or ""
            self._console.print(
                f"[{word.colour}]{word.sign}[/] {escape(outcome.path)}  [dim]{escape(said)}[/]",
                highlight=False,
                soft_wrap=True,
            )

    def watching(self, tally: Tally) -> None:
        if not self._said:
            self._said = True
            self._console.print(
                f"{summary(tally)}. Đang theo dõi, Ctrl-C để dừng / watching, Ctrl-C to stop",
                highlight=False,
                soft_wrap=True,
            )


class Lines(Quiet):
    """One JSON object a file on standard output, as each is done."""

    def outcome(self, outcome: Outcome, tally: Tally) -> None:
        sys.stdout.write(json.dumps(outcome.told(), ensure_ascii=False) + "\n")
        sys.stdout.flush()


def listener(form: str, errors: Console, *, quiet: bool) -> Bar | Lines | Quiet:
    """What a load reports to: `form` is `table` or `json`."""
    if form == "json":
        return Lines()
    return Quiet() if quiet else Bar(errors)


def failures(tally: Tally, errors: Console) -> None:
    """A line for each file that could not be read."""
    for outcome in sorted(tally.failures, key=lambda outcome: outcome.path):
        errors.print(f"{outcome.path}: {outcome.message}", highlight=False, soft_wrap=True, markup=False)
    if tally.failed > len(tally.failures):
        errors.print(f"… {number(tally.failed)} lỗi, xem tệp nhật ký / failures, see the log", highlight=False)
    for fault in tally.faults.values():
        errors.print(f"{fault.path}: {fault.message}", highlight=False, soft_wrap=True, markup=False)


def report(tally: Tally, database: Path, console: Console, *, quiet: bool = False) -> None:
    """What a load closes with: the table, one line that counts."""
    if not quiet and 0 < tally.done <= _SHOWN_FILES:
        console.print(table(tally.outcomes, {fault.path: fault.message for fault in tally.faults.values()}))
    console.print(f"{summary(tally)} → {database}", highlight=False, soft_wrap=True)


def table(outcomes: Sequence[Outcome], faults: Mapping[str, str] | None = None) -> Table:
    """The closing table of a load: a file with its document and counts, and what went wrong with it after it was read."""
    shown = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    shown.add_column("", no_wrap=True)
    shown.add_column("Tệp / file\n[dim]văn bản / document[/]", ratio=1)
    headings = {kind.name: kind.heading for kind in record_types.types()} | {"warnings": ("c.báo", "warn.")}
    for name in reading.counted():
        shown.add_column("\n".join(headings[name] or ()), justify="right", no_wrap=True)
    for outcome in sorted(outcomes, key=lambda outcome: outcome.path):
        shown.add_row(*_row(outcome, (faults or {}).get(outcome.path)))
    return shown


def _row(outcome: Outcome, fault: str | None) -> list[str]:
    word = words.RESULTS[outcome.result]
    name = escape(PurePosixPath(outcome.path).name)
    said = outcome.message or outcome.title or "không nhận ra trích yếu / no title found"
    numbers = ["" if outcome.message else str(outcome.counts.get(name, 0)) for name in reading.counted()]
    short = said if outcome.message else shorten(said, 70)
    below = f"\n[red]{escape(fault)}[/]" if fault else ""
    return [f"[{word.colour}]{word.sign}[/]", f"{name}\n[dim]{escape(short)}[/]{below}", *numbers]


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """Files by what became of them: `3 đã nạp (loaded), 2 lỗi (failed)`."""
    known = dict(counts)
    return ", ".join(
        f"{number(known[name])} {word.vi} ({word.en})" for name, word in words.RESULTS.items() if known.get(name)
    )


def summary(tally: Tally) -> str:
    """One line that counts files by what became of them: `5 tệp / files: 3 đã nạp (loaded), 2 lỗi (failed)`."""
    line = f"{number(tally.done)} tệp / files: {counted(tally.counts.items()) or '—'}"
    if tally.faults:
        line += f"; {number(len(tally.faults))} lỗi của chương trình khi đối chiếu (faults in deriving)"
    if tally.stopped:
        line = (
            f"Đã dừng ở {number(tally.done)}/{number(tally.total or 0)} tệp; chạy lại lệnh này để nạp tiếp / "
            f"stopped; run the same command again to go on. {line}"
        )
    return line


__all__ = [
    "Bar",
    "Lines",
    "Listener",
    "Quiet",
    "Watch",
    "duration",
    "failures",
    "listener",
    "report",
    "summary",
    "table",
]
