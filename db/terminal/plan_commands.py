"""`kehoach remove`, `reinstate`, `confirm`: whether a document counts as a plan, on the command line."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from db.terminal.options import DATABASE, EPILOG_USAGE


@click.command(epilog=EPILOG_USAGE)
@click.argument("plan", metavar="PLAN")
@click.option("--reason", required=True, help="Lý do, được ghi vào nhật ký. / Why, for the log.")
@click.option("--replaced-by", metavar="PLAN", help="Kế hoạch thay thế. / The plan that counts instead.")
@DATABASE
def remove(plan: str, reason: str, replaced_by: str | None, database: Path) -> None:
    """Rút một kế hoạch khỏi mọi số liệu; khôi phục được. / Take a plan out of all that is counted; it can be brought back.

    PLAN là địa chỉ hoặc tệp của kế hoạch đã nạp. Mọi bản của kế hoạch (dự thảo, bản sao) đi cùng; không có gì bị xóa, và nạp lại cùng tệp
    cũng không đưa kế hoạch trở lại. / PLAN is the address or the file of a loaded plan. All its versions go with it; nothing is
    deleted, and loading the same file again does not bring it back.

    \b
    Ví dụ / examples:
      kehoach remove tan-yen --reason "nạp nhầm tệp"
      kehoach remove tan-yen-ctr-ubnd-2021 --reason "đã thay thế" --replaced-by tan-yen-45-kh-ubnd-2024
    """
    from db.load import lock
    from db.review import audit, removal
    from db.schema.database import open_existing
    from db.views.selection import document

    with closing(open_existing(database)) as db:
        found = document(db, plan)
        other = document(db, replaced_by)["id"] if replaced_by else None
        try:
            taken = removal.remove(db, found["id"], reason=reason, replaced_by=other, reviewer=lock.user())
        except removal.RemovalError as error:
            raise click.UsageError(f"{found['slug']}: {error}") from error
        _derive(db, database, taken)
    audit.by_command(database, "removed", found["slug"], reason)
    click.echo(f"{found['slug']}: đã rút / taken back; kehoach reinstate {found['slug']}")


@click.command(epilog=EPILOG_USAGE)
@click.argument("plan", metavar="PLAN")
@click.option("--reason", default="", help="Lý do, được ghi vào nhật ký. / Why, for the log.")
@DATABASE
def reinstate(plan: str, reason: str, database: Path) -> None:
    """Khôi phục một kế hoạch đã rút. / Bring a plan back that was taken back.

    \b
    Ví dụ / examples:
      kehoach reinstate tan-yen-ctr-ubnd-2021
      kehoach reinstate tan-yen-ctr-ubnd-2021 --reason "rút nhầm"
    """
    from db.load import lock
    from db.review import audit, removal
    from db.schema.database import open_existing
    from db.views.selection import document

    with closing(open_existing(database)) as db:
        found = document(db, plan)
        try:
            back = removal.restore(db, found["id"], reason=reason, reviewer=lock.user())
        except removal.RemovalError as error:
            raise click.UsageError(f"{found['slug']}: {error}") from error
        _derive(db, database, back)
    audit.by_command(database, "restored", found["slug"], reason)
    click.echo(f"{found['slug']}: đã khôi phục / brought back")


@click.command(epilog=EPILOG_USAGE)
@click.argument("plan", metavar="PLAN")
@click.option("--note", default="", help="Ghi chú, căn cứ. / Note, grounds.")
@DATABASE
def confirm(plan: str, note: str, database: Path) -> None:
    """Xác nhận một văn bản là kế hoạch. / Confirm that a document is a plan, where the program could not tell.

    Văn bản không nhận ra là văn bản của cơ quan được liệt kê ở trang Tệp và chưa được tính là kế hoạch. Việc xác nhận là một lần sửa trường
    thể loại và có thể rút lại. / What was not recognised as a document of an office stands on the page of files and counts as no plan.
    Confirming is a correction of its genre, and can be withdrawn as one.

    \b
    Ví dụ / examples:
      kehoach confirm ho-so/ghi-chep.docx --note "kế hoạch gửi qua thư"
    """
    from db.load import lock
    from db.review import audit, corrections
    from db.schema.database import open_existing
    from db.views.selection import document

    with closing(open_existing(database)) as db:
        found = document(db, plan)
        if found["genre"] != "other":
            raise click.UsageError(
                f"{found['slug']}: đã được tính là văn bản / is a document already ({found['genre']})"
            )
        changed = corrections.correct(db, "documents", found["id"], "genre", "plan", note=note, reviewer=lock.user())
        _derive(db, database, {changed})
    audit.by_command(database, "confirmed", found["slug"], note)
    click.echo(f"{found['slug']}: đã xác nhận là kế hoạch / confirmed as a plan")


def _derive(db: Any, database: Path, documents: Collection[str]) -> None:
    """Brings what follows up to date; a load that is at work does it with the rest."""
    from db.load import lock
    from db.load.derive import derive
    from db.load.writer import mark
    from db.schema.database import transaction

    if lock.is_held(database):
        with transaction(db):
            mark(db, documents)
        click.echo("lần nạp đang chạy sẽ cập nhật số liệu / the load at work brings the figures up to date", err=True)
    else:
        with transaction(db):
            derive(db, documents)
