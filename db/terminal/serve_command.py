"""`kehoach serve`: the site, and who may come to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from db.terminal.options import DATABASE, EPILOG


@click.command(epilog=EPILOG)
@DATABASE
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe. / Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Cổng. / Port.")
@click.option(
    "--open/--private",
    "reading",
    default=None,
    help="Đọc không cần tài khoản, hoặc cần; mặc định chỉ mở khi nghe ở máy này. / Whether reading needs no account; "
    "by default only where nobody else can reach the site.",
)
@click.option(
    "--host-name",
    "host_names",
    multiple=True,
    metavar="NAME",
    help="Tên miền của trang, nêu nhiều lần được; tên khác bị từ chối. / A name of the site, may be repeated; others are refused.",
)
@click.option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="Địa chỉ máy chủ web đứng trước; chỉ tin X-Forwarded-For và X-Forwarded-Proto của nó. / A web server before the site, which alone is "
    "believed about X-Forwarded-For and X-Forwarded-Proto.",
)
@click.option(
    "--https",
    is_flag=True,
    help="Trình duyệt vào qua HTTPS; cookie cũng vậy. / Browsers come over HTTPS, and cookies that way alone.",
)
def serve(database: Path, host: str, port: int, **given: Any) -> None:
    """Mở trang tra cứu (Datasette) trên cơ sở dữ liệu. / Open the site (Datasette) on the database.

    Rà soát, sửa dữ liệu và tải lên cần tài khoản: kehoach user add. / Reviewing, correcting and uploading need an account.

    \b
    Ví dụ / examples:
      kehoach serve
      kehoach serve --db tinh.db --port 8080
      kehoach serve --host 0.0.0.0 --private
      kehoach serve --proxy 127.0.0.1 --host-name kehoach.tinh.vn --https
    """
    from db.site.serve import Listening, PortTaken
    from db.site.serve import serve as run

    try:
        run(
            database,
            Listening(host=host, port=port, **given),
            ready=lambda url: click.echo(f"{url}  (Ctrl-C để dừng / to stop)", err=True),
        )
    except PortTaken as error:
        raise click.UsageError(str(error)) from error
