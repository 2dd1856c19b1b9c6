"""The commands that load: `kehoach load` and `kehoach watch`. Modules of substance are imported where they are used."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from db.terminal.options import DATABASE, EPILOG

_LIMITS = (
    click.option(
        "--workers",
        type=click.IntRange(1, 512),
        metavar="N",
        help="Số tiến trình đọc tệp; mặc định bằng số lõi. / Processes that read files; as many as there are cores by default.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(0, min_open=True),
        default=600,
        show_default=True,
        metavar="SECONDS",
        help="Thời gian tối đa cho một văn bản. / Longest time for one document.",
    ),
    click.option(
        "--memory",
        type=click.IntRange(256),
        default=2048,
        show_default=True,
        metavar="MB",
        help="Bộ nhớ tối đa của một tiến trình. / Most memory of one process.",
    ),
    click.option(
        "--max-pages",
        type=click.IntRange(1),
        default=1000,
        show_default=True,
        metavar="N",
        help="Số trang tối đa của một tệp PDF. / Most pages of one PDF.",
    ),
    click.option(
        "--follow-links",
        is_flag=True,
        help="Nạp cả những gì liên kết tượng trưng dẫn ra ngoài thư mục. / Also load what symbolic links out of a folder lead to.",
    ),
    click.option(
        "--log",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Tệp nhật ký, mỗi tệp một dòng; mặc định là tên cơ sở dữ liệu thêm .log. / The log, one line a file; "
        "by default the database's name with .log.",
    ),
    click.option(
        "--wait/--no-wait",
        default=True,
        show_default=True,
        help="Chờ lần nạp khác của cơ sở dữ liệu xong, hoặc dừng ngay. / Wait for another load of the database, or end at once.",
    ),
)


def _limited(command: Any) -> Any:
    for option in reversed(_LIMITS):
        command = option(command)
    return command


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@DATABASE
@click.option("-q", "--quiet", is_flag=True, help="Chỉ in dòng tổng kết và lỗi. / Only the summary and failures.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="json: mỗi tệp một dòng JSON. / json: one JSON object a file, as each is done.",
)
@click.option(
    "--refresh",
    is_flag=True,
    help="Đọc lại cả những tệp trong cơ sở dữ liệu mà phiên bản cũ của chương trình đã đọc. / "
    "Also read again every file in the database that an older version of the program read.",
)
@click.option(
    "--dask",
    metavar="ADDRESS",
    help="Đọc bằng cụm Dask ở địa chỉ này. / Read on the Dask cluster of this scheduler, e.g. tcp://host:8786.",
)
@_limited
def load(
    paths: tuple[Path, ...],
    database: Path,
    quiet: bool,
    form: str,
    refresh: bool,
    dask: str | None,
    follow_links: bool,
    **limited: Any,
) -> None:
    """Nạp tệp và thư mục vào cơ sở dữ liệu. / Load files and folders into the database.

    Tệp không thay đổi được bỏ qua; tệp lỗi được báo và không làm dừng các tệp khác. Ctrl-C đọc nốt văn bản dở dang rồi dừng; lần sau
    nạp tiếp.
    Unchanged files are skipped; a file that fails is reported and stops no other. Ctrl-C finishes the documents in hand; the next run
    goes on.

    \b
    Ví dụ / examples:
      kehoach load ke-hoach/
      kehoach load ke-hoach/2025 them.docx --db tinh.db
      kehoach load --refresh --db tinh.db
      kehoach load /chung/ke-hoach --dask tcp://may-chu:8786
    """
    from db.load import bulk
    from db.schema.database import open_database

    if not paths and not refresh:
        raise click.UsageError("Missing argument '[PATH]...' (thiếu tệp hoặc thư mục cần nạp)")
    with closing(open_database(database)) as db:
        found = bulk.files(db, database, paths, refresh=refresh, follow=follow_links, log=limited["log"])
        tally = _load(db, database, found, form=form, quiet=quiet, dask=dask, **limited)
    _log(database, tally, paths)
    sys.exit(130 if tally.stopped else 1 if tally.failed or tally.faults else 0)


def _log(database: Path, tally: Any, paths: Sequence[Path]) -> None:
    """Notes who loaded what, where anything was."""
    from db.review import audit

    if tally.counts["loaded"]:
        audit.by_command(database, "loaded", " ".join(map(str, paths)), str(tally.counts["loaded"]))


def _load(
    db: Any, database: Path, found: Any, *, form: str, quiet: bool, dask: str | None = None, **limited: Any
) -> Any:
    from rich.console import Console

    from db.load import bulk
    from db.terminal import load_report

    listener = load_report.listener(form, Console(stderr=True), quiet=quiet)
    with listener.shown():
        tally = bulk.run(db, found, bulk.settings(database, dask=dask, **limited), listener)
    load_report.failures(tally, Console(stderr=True))
    if form == "table":
        load_report.report(tally, database, Console(), quiet=quiet)
    return tally


@click.command(epilog=EPILOG)
@click.argument("folder", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path))
@DATABASE
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="json: mỗi tệp một dòng JSON. / json: one JSON object a file, as each is done.",
)
@click.option(
    "--quiet-for",
    type=click.FloatRange(0.1),
    default=2,
    show_default=True,
    metavar="SECONDS",
    help="Đọc tệp sau khi tệp không thay đổi trong thời gian này. / Read a file once it has not changed for so long.",
)
@click.option(
    "--poll",
    is_flag=True,
    help="Tự rà thư mục, dùng cho ổ đĩa mạng. / Look through the folder again and again, for network drives.",
)
@_limited
def watch(
    folder: Path, database: Path, form: str, quiet_for: float, poll: bool, follow_links: bool, **limited: Any
) -> None:
    """Nạp một thư mục rồi theo dõi, nạp những gì được chép vào. / Load a folder, then what arrives in it, until Ctrl-C.

    \b
    Ví dụ / examples:
      kehoach watch hop-thu/ --db tinh.db
      kehoach watch /mnt/chung/ke-hoach --poll
    """
    from rich.console import Console

    from db.load import bulk
    from db.schema.database import open_database
    from db.terminal import load_report

    listener = load_report.Lines() if form == "json" else load_report.Watch(Console(stderr=True))
    run = bulk.settings(database, **limited)
    with closing(open_database(database)) as db:
        tally = bulk.watch(db, database, folder, run, listener, polling=poll, quiet=quiet_for, follow=follow_links)
    if form == "table":
        load_report.report(tally, database, Console(), quiet=True)
    _log(database, tally, [folder])
    sys.exit(1 if tally.failed or tally.faults else 0)
