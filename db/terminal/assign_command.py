"""`kehoach assign`: plans are given to people for review, by account or by name."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from db.terminal.options import DATABASE, EPILOG_USAGE


@click.command(epilog=EPILOG_USAGE)
@click.argument("plans", nargs=-1, required=True, metavar="PLAN...")
@click.option(
    "--to", "person", metavar="NAME", help="Tài khoản hoặc tên người rà soát. / Account or name of who reviews."
)
@click.option("--nobody", is_flag=True, help="Thôi giao. / Give it to nobody any more.")
@DATABASE
def assign(plans: tuple[str, ...], person: str | None, nobody: bool, database: Path) -> None:
    """Giao kế hoạch cho người rà soát. / Give plans to somebody for review.

    PLAN là địa chỉ hoặc tệp của kế hoạch đã nạp. Ai có gì, còn bao nhiêu điểm: trang /review/progress. / PLAN is the address or the file of a
    loaded plan. Who has what, and how much is left, says the page /review/progress.

    \b
    Ví dụ / examples:
      kehoach assign tan-yen-ctr-ubnd-2021 quang-ninh-52-kh-ubnd-2021 --to lan
      kehoach assign tan-yen --to "Nguyễn Thị Hòa"
      kehoach assign tan-yen --nobody
    """
    from db.load import lock
    from db.review import assigning, audit
    from db.schema.database import open_existing
    from db.views.selection import document

    if bool(person and person.strip()) == nobody:
        raise click.UsageError("cần --to TÊN hoặc --nobody / --to NAME or --nobody is needed")
    with closing(open_existing(database)) as db:
        slugs = [str(document(db, plan)["slug"]) for plan in plans]
        try:
            assigning.assign(db, person or "", plans=slugs, by=lock.user())
        except assigning.AssignmentError as error:
            raise click.UsageError(str(error)) from error
    audit.by_command(database, "assigned", " ".join(slugs), person or "")
    for slug in slugs:
        click.echo(f"{slug}: {person or 'thôi giao / nobody'}")
