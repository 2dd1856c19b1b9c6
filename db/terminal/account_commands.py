"""`kehoach user`: the accounts of the site on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from db.terminal.options import DATABASE, EPILOG_USAGE


@click.group()
def user() -> None:
    """Tài khoản của trang tra cứu. / Accounts of the site.

    Đọc không cần tài khoản; rà soát, sửa dữ liệu (reviewer) và tải lên (staff) thì cần. Tài khoản nằm trong tệp riêng cạnh
    cơ sở dữ liệu (plans.db-accounts.json, chỉ chủ sở hữu đọc được). / Reading needs none; reviewing and correcting (reviewer)
    and uploading (staff) do. They stand in a file of their own beside the database.

    \b
    Ví dụ / examples:
      kehoach user add lan --role reviewer
      kehoach user list
    """


@user.command(epilog=EPILOG_USAGE)
@click.argument("name", metavar="NAME")
@DATABASE
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice(["reviewer", "staff"]),
    help="Vai trò; mặc định cả hai. / Role; both by default.",
)
@click.password_option(help="Mật khẩu; bỏ trống thì được hỏi. / Password; asked for where left out.")
def add(name: str, database: Path, roles: tuple[str, ...], password: str) -> None:
    """Thêm tài khoản, hoặc đổi mật khẩu và vai trò. / Add an account, or change its password and roles.

    \b
    Ví dụ / examples:
      kehoach user add lan
      kehoach user add minh --role staff --db tinh.db
    """
    from db.review.accounts import Accounts

    accounts = Accounts(database)
    new = accounts.add(name, password, roles or ("reviewer", "staff"))
    done = "đã thêm / added" if new else "đã đổi / changed"
    click.echo(f"{name}: {done} ({', '.join(accounts.names()[name])}) → {accounts.path}")


@user.command(epilog=EPILOG_USAGE)
@click.argument("name", metavar="NAME")
@DATABASE
def remove(name: str, database: Path) -> None:
    """Xóa tài khoản; quyết định đã ghi vẫn còn. / Remove an account; its decisions stay.

    \b
    Ví dụ / examples:
      kehoach user remove lan
    """
    from db.review.accounts import Accounts

    Accounts(database).remove(name)
    click.echo(f"{name}: đã xóa / removed")


@user.command("list", epilog=EPILOG_USAGE)
@DATABASE
def list_users(database: Path) -> None:
    """Liệt kê tài khoản và vai trò. / List accounts with their roles.

    \b
    Ví dụ / examples:
      kehoach user list
    """
    from db.review.accounts import Accounts

    for name, roles in Accounts(database).names().items():
        click.echo(f"{name}\t{', '.join(roles)}")
