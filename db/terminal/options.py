"""Options and words that several commands share; nothing here is slow to import."""

from __future__ import annotations

from pathlib import Path

import click

DATABASE = click.option(
    "--db",
    "database",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("plans.db"),
    show_default=True,
    help="Tệp cơ sở dữ liệu. / The database file.",
)
PROGRAMME = click.option(
    "--programme",
    "programme_id",
    metavar="ID",
    help="Mã chương trình (kehoach programme list); không nêu: mặc định của cơ sở dữ liệu. / Programme; the default of the database if left out.",
)
EPILOG = "Mã thoát / exit codes: 0 tất cả tốt / all well; 1 có tệp lỗi / some files failed; 2 dùng sai / wrong usage."
EPILOG_USAGE = "Mã thoát / exit codes: 0 tốt / well; 2 dùng sai / wrong usage."
