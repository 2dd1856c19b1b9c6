"""`kehoach diff`: what two plans say differently, on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from db.terminal.options import DATABASE, EPILOG_USAGE

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.comparison.diff import Diff
    from db.load.aside import Source

Row = dict[str, Any]


@click.command(epilog=EPILOG_USAGE)
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@DATABASE
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json", "xlsx"]), default="table", show_default=True
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tệp cần ghi; bắt buộc với xlsx. / The file to write; xlsx needs one.",
)
@click.option(
    "--all", "everything", is_flag=True, help="Kể cả những gì chỉ sửa câu chữ. / What was only reworded as well."
)
def diff(old: str, new: str, database: Path, form: str, output: Path | None, everything: bool) -> None:
    """B khác A ở đâu: chỉ tiêu, phân công, thời hạn, viện dẫn, điểm cần rà soát. / What plan B says otherwise than plan A.

    A (bản trước) và B (bản sau) là tệp, hoặc địa chỉ của kế hoạch đã nạp: dự thảo và bản ban hành, hai năm của một đơn vị, kế hoạch và
    kế hoạch làm căn cứ. Hai tệp thì không cần cơ sở dữ liệu. Góp ý đã chấp nhận trên A: đã tiếp thu chưa. / A (before) and B (after) are
    files, or addresses of loaded plans: a draft and its issued plan, two years of one unit, a plan and the one it carries out. Two files
    need no database. Comments accepted on A: whether B took them over.

    \b
    Ví dụ / examples:
      kehoach diff du-thao.docx ban-hanh.pdf
      kehoach diff quan-hoa-kh-ubnd-2024 quan-hoa-47-kh-ubnd-2024
      kehoach diff cu.docx moi.docx --format xlsx --output so-sanh.xlsx
    """
    from db.comparison import diff_words
    from db.comparison.comments import comments
    from db.load import aside
    from db.schema.database import open_to_read

    if form == "xlsx" and output is None:
        raise click.UsageError("--format xlsx cần --output TỆP / needs --output FILE")
    with ExitStack() as stack:
        needed = not (Path(old).is_file() and Path(new).is_file())
        db = stack.enter_context(closing(open_to_read(database))) if needed or database.is_file() else None
        try:
            found = aside.compare(db, *(_source(db, name) for name in (old, new)))
        except aside.UnreadableError as error:
            raise click.UsageError(str(error)) from error
        accepted = comments(db, found) if db is not None else []
    lines = diff_words.lines(found, accepted)
    _give(found, lines, form, output, everything=everything)


def _source(db: Database | None, name: str) -> Source:
    """What a name means: a file that is there, else a plan of the database. A file that was loaded is the plan, with what was decided about it."""
    from db.load import aside
    from db.views.selection import document

    path = Path(name)
    if path.is_file():
        known = aside.in_database(db, path) if db is not None else None
        return aside.Source(document=known) if known else aside.Source(path=path)
    if db is None:
        raise click.UsageError(f"{name}: không có tệp này / no such file")
    return aside.Source(document=document(db, name)["id"])


def _give(found: Diff, lines: Sequence[Row], form: str, output: Path | None, *, everything: bool) -> None:
    from rich.console import Console

    from db.comparison import diff_files
    from db.schema.trouble import writing
    from db.terminal import diff_report

    if form == "table" and output is None:
        console = Console()
        for one in diff_report.tables(found, lines, everything=everything):
            console.print(one, highlight=False)
        return
    text: str | bytes
    text = diff_report.text(found, lines, everything=everything) if form == "table" else diff_files.as_file(lines, form)
    if output is None:
        click.echo(text, nl=False)
        return
    with writing(output, click.UsageError):
        output.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    click.echo(str(output), err=True)
