"""`kehoach user`: the accounts of the site on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from db.terminal.options import DATABASE, EPILOG_USAGE
from db.views import words

_ROLES = click.Choice(list(words.ROLES))
_ROLE = click.option(
    "--role",
    "roles",
    multiple=True,
    type=_ROLES,
    help="Vai trò, nêu nhiều lần được: reader chỉ đọc, reviewer rà soát và sửa, staff tải lên và rút, admin xem tài khoản và nhật ký. / "
    "Role, may be repeated: reader reads, reviewer reviews and corrects, staff uploads and takes back, admin sees accounts and the log.",
)


@click.group()
def user() -> None:
    """Tài khoản của trang tra cứu. / Accounts of the site.

    Đọc không cần tài khoản ở máy này; trên mạng thì cần (reader). Rà soát, sửa dữ liệu (reviewer), tải lên (staff) cần tài khoản. Tài khoản
    nằm trong tệp riêng cạnh cơ sở dữ liệu (plans.db-accounts.json, chỉ chủ sở hữu đọc được). / Reading needs none on this machine, and
    one on a network (reader). Reviewing and correcting (reviewer) and uploading (staff) do. They stand in a file of their own beside the database.

    \b
    Ví dụ / examples:
      kehoach user add lan --role reviewer
      kehoach user password lan
      kehoach user list
    """


@user.command(epilog=EPILOG_USAGE)
@click.argument("name", metavar="NAME")
@DATABASE
@_ROLE
@click.password_option(help="Mật khẩu; bỏ trống thì được hỏi. / Password; asked for where left out.")
def add(name: str, database: Path, roles: tuple[str, ...], password: str) -> None:
    """Thêm tài khoản, hoặc đổi mật khẩu và vai trò. / Add an account, or change its password and roles.

    Tài khoản mới cần vai trò: không nêu thì được hỏi. / A new account needs a role: it is asked for where left out.

    \b
    Ví dụ / examples:
      kehoach user add lan --role reviewer
      kehoach user add minh --role staff --role admin --db tinh.db
    """
    from db.review import audit
    from db.review.accounts import Accounts

    accounts = Accounts(database)
    given = roles or accounts.names().get(name) or _asked_for()
    new = accounts.add(name, password, given)
    audit.by_command(database, "account-added" if new else "password-changed", name, ", ".join(given))
    done = "đã thêm / added" if new else "đã đổi / changed"
    click.echo(f"{name}: {done} ({', '.join(accounts.names()[name])}) → {accounts.path}")


def _asked_for() -> tuple[str, ...]:
    """The role of a new account, from the person at the terminal; nobody gets one that nobody chose."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"cần nêu vai trò / a role is needed: --role {'|'.join(words.ROLES)}")
    return (str(click.prompt("Vai trò / role", type=_ROLES)),)


@user.command(epilog=EPILOG_USAGE)
@click.argument("name", metavar="NAME")
@DATABASE
@click.password_option(help="Mật khẩu mới; bỏ trống thì được hỏi. / New password; asked for where left out.")
def password(name: str, database: Path, password: str) -> None:
    """Đặt lại mật khẩu; các phiên đăng nhập cũ kết thúc. / Set a new password; sessions of the old one end.

    \b
    Ví dụ / examples:
      kehoach user password lan
    """
    from db.review import audit
    from db.review.accounts import Accounts

    Accounts(database).change(name, password=password)
    audit.by_command(database, "password-changed", name)
    click.echo(f"{name}: đã đổi mật khẩu / new password")


@user.command(epilog=EPILOG_USAGE)
@click.argument("name", metavar="NAME")
@DATABASE
@_ROLE
def role(name: str, database: Path, roles: tuple[str, ...]) -> None:
    """Đổi vai trò; có hiệu lực ngay. / Change roles; counts at once.

    \b
    Ví dụ / examples:
      kehoach user role lan --role reviewer --role staff
      kehoach user role minh --role reader
    """
    from db.review import audit
    from db.review.accounts import Accounts

    if not roles:
        raise click.UsageError(f"cần nêu vai trò / a role is needed: --role {'|'.join(words.ROLES)}")
    Accounts(database).change(name, roles=roles)
    audit.by_command(database, "roles-changed", name, ", ".join(roles))
    click.echo(f"{name}: {', '.join(Accounts(database).names()[name])}")


@user.command(epilog=EPILOG_USAGE)
@click.argument("name", metavar="NAME")
@DATABASE
def remove(name: str, database: Path) -> None:
    """Xóa tài khoản; quyết định đã ghi vẫn còn. / Remove an account; its decisions stay.

    \b
    Ví dụ / examples:
      kehoach user remove lan
    """
    from db.review import audit
    from db.review.accounts import Accounts

    Accounts(database).remove(name)
    audit.by_command(database, "account-removed", name)
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
