"""`kehoach backup`, `restore`, `doctor`: looking after a database, on the command line."""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from db.terminal.options import DATABASE
from db.upkeep.defect import halves

if TYPE_CHECKING:
    from db.upkeep.doctor import Examined
    from db.upkeep.manifest import Manifest
    from db.upkeep.restoring import Loss

_EPILOG = "Mã thoát / exit codes: 0 xong / done; 1 không làm được / not done; 2 dùng sai / wrong usage."


@click.command(epilog=_EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@DATABASE
@click.option(
    "--accounts/--no-accounts",
    default=True,
    help="Kèm tài khoản và nhật ký (mặc định có). / With accounts and the log of who did what (by default).",
)
@click.option(
    "--uploads/--no-uploads",
    default=True,
    help="Kèm các tệp đã tải lên (mặc định có). / With the files that were uploaded (by default).",
)
@click.option("--force", is_flag=True, help="Thay tệp đã có. / Replace a file that is there.")
def backup(file: Path, database: Path, accounts: bool, uploads: bool, force: bool) -> None:
    """Sao lưu cơ sở dữ liệu vào một tệp. / Back the database up into one file.

    Chạy được khi đang nạp, rà soát: bản sao lưu là cơ sở dữ liệu tại một thời điểm, với mọi quyết định và sửa dữ liệu. Tệp .zip
    chỉ chủ sở hữu đọc được; trong đó có cả mật khẩu đã băm. Tệp gốc nạp từ thư mục khác không nằm trong đó. / Works while others load and
    review: it is the database at one moment, with every decision and correction. The .zip is its owner's alone; hashes of passwords are in
    it. Files that were loaded from other folders are not.

    \b
    Ví dụ / examples:
      kehoach backup sao-luu.zip
      kehoach backup /mnt/sao-luu/plans.zip --force --db tinh.db
      kehoach backup gui-di.zip --no-accounts --no-uploads
    """
    from db.upkeep.backup import back_up

    made = back_up(database, file, with_accounts=accounts, with_uploads=uploads, force=force)
    click.echo(f"{file}: {_megabytes(file.stat().st_size)}")
    _tell(made)


@click.command(epilog=_EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@DATABASE
@click.option("--check", is_flag=True, help="Chỉ kiểm tra bản sao lưu. / Only look at the backup.")
@click.option(
    "--force",
    is_flag=True,
    help="Không hỏi khi cơ sở dữ liệu có thứ mới hơn bản sao lưu. / Do not ask where the database has what the backup has not.",
)
def restore(file: Path, database: Path, check: bool, force: bool) -> None:
    """Phục hồi cơ sở dữ liệu từ bản sao lưu. / Put a backup of the database back.

    Bản sao lưu được kiểm tra trước. Nếu cơ sở dữ liệu có thứ mà bản sao lưu không có thì hỏi lại; cơ sở dữ liệu cũ được giữ bên cạnh
    (plans.db-replaced-….zip), phục hồi lại được. Trang đang mở dùng ngay dữ liệu mới; nếu có người đang rà soát thì hãy dừng trang trước: quyết
    định ghi đúng trong vài giây phục hồi có thể mất. / The backup is looked at first. Where the database has what the backup has not, it asks; the
    old database is kept beside it and can be put back as well. A site that is open goes on with it; where people are reviewing, stop it first: a
    decision made in the very seconds of restoring may be lost.

    Kế hoạch đã rút được đưa trở lại bằng kehoach reinstate. / A plan that was taken back comes back with kehoach reinstate.

    \b
    Ví dụ / examples:
      kehoach restore sao-luu.zip
      kehoach restore sao-luu.zip --db tinh.db
      kehoach restore sao-luu.zip --check
    """
    from db.upkeep import restoring

    if check:
        click.echo(f"{file}: nguyên vẹn / whole")
        _tell(restoring.look_at(file))
        return
    done = restoring.restore(file, database, agreed=lambda loss: force or _agreed(database, loss))
    if done is None:
        click.echo("Không thay đổi gì. / Nothing was changed.", err=True)
        sys.exit(1)
    click.echo(f"{database}: đã phục hồi / restored")
    _tell(done.made)
    if done.kept is not None:
        click.echo(f"  bản cũ giữ tại / the old one is kept: {done.kept.name}")
    if done.moved:
        click.echo("  hãy mở lại trang nếu đang mở / start the site anew if it is open")


def _agreed(database: Path, loss: Loss) -> bool:
    """Whether the person at the terminal lets go of what the backup has not; nobody's silence is agreement."""
    if loss.rows is None:
        said = "cơ sở dữ liệu hiện có bị hỏng, không so sánh được / the database that is there is damaged, and cannot be compared"
    else:
        names = ", ".join(f"{count} {_NAMES.get(table, table)}" for table, count in loss.rows.items())
        said = f"có thứ mà bản sao lưu không có / has what the backup has not: {names}"
    click.echo(f"{database}: {said}", err=True)
    if not sys.stdin.isatty():
        click.echo("Thêm --force để vẫn phục hồi. / --force restores it all the same.", err=True)
        return False
    return click.confirm("Vẫn phục hồi? / Restore it all the same?", default=False, err=True)


_NAMES = {
    "documents": "văn bản (documents)",
    "reviews": "quyết định (decisions)",
    "corrections": "sửa dữ liệu (corrections)",
    "removals": "lần rút (withdrawals)",
    "version_answers": "câu trả lời về phiên bản (answers)",
    "settings": "thiết đặt (settings)",
    "programmes": "chương trình (programmes)",
    "accounts": "tài khoản (accounts)",
}


def _tell(made: Manifest) -> None:
    """What is in a backup, in four lines."""
    from datetime import datetime

    counted = ", ".join(
        f"{made.rows.get(table, 0)} {_NAMES[table]}" for table in ("documents", "reviews", "corrections")
    )
    click.echo(f"  {counted}")
    said = [
        "tài khoản, nhật ký (accounts, log)" if made.has("accounts.json") or made.has("audit.jsonl") else "",
        f"{len(made.uploads())} tệp tải lên (uploaded files)" if made.has("uploads/") else "",
    ]
    if any(said):
        click.echo(f"  kèm / with: {', '.join(one for one in said if one)}")
    at = datetime.fromisoformat(made.made_at).astimezone()
    click.echo(f"  lúc / at: {at:%H:%M:%S %d/%m/%Y}, kehoach {made.program}")


@click.command(epilog="Mã thoát / exit codes: 0 tốt / well; 1 còn lỗi / something is wrong; 2 dùng sai / wrong usage.")
@DATABASE
@click.option("--fix", is_flag=True, help="Sửa những gì sửa được. / Mend what can be mended.")
@click.option("--json", "as_json", is_flag=True, help="In mỗi lỗi một dòng JSON. / Print one JSON object a trouble.")
def doctor(database: Path, fix: bool, as_json: bool) -> None:
    """Khám cơ sở dữ liệu: hỏng gì, ở đâu, sửa thế nào. / Look at a database: what is wrong, where, what to do.

    Không có --fix thì chỉ nói. Lưu ý (!) không làm đổi mã thoát. / Without --fix it only tells. Notices (!) do not count for the exit code.

    \b
    Ví dụ / examples:
      kehoach doctor
      kehoach doctor --fix --db tinh.db
      kehoach doctor --json
    """
    from db.upkeep.doctor import examine

    found = examine(database, fix=fix)
    if as_json:
        for defect, mended in [*((one, True) for one in found.mended), *((one, False) for one in found.defects)]:
            click.echo(json.dumps({**defect.to_json(), "mended": mended}, ensure_ascii=False))
    else:
        _tell_health(database, found)
    sys.exit(0 if found.is_well() else 1)


_CHECKS = {
    "integrity": "toàn vẹn / integrity",
    "schema": "lược đồ / schema",
    "keys": "khóa ngoại / foreign keys",
    "search": "tìm kiếm / search",
    "computed": "so sánh, rà soát / comparison, findings",
    "versions": "phiên bản bóc tách / versions of reading",
    "sources": "tệp gốc / original files",
    "uploads": "tệp tải lên / uploads",
    "people": "tài khoản, nhật ký / accounts, log",
    "modes": "quyền đọc / who may read",
    "leftovers": "tệp viết dở / leftovers",
}


def _tell_health(database: Path, found: Examined) -> None:
    """Each check with what it found; lines of 80 characters."""
    click.echo(f"{database}: {len(found.ran)} mục kiểm tra / checks")
    for name in found.ran:
        mine = [defect for defect in found.defects if defect.check == name]
        mended = [defect for defect in found.mended if defect.check == name]
        sign = "✗" if any(defect.grave for defect in mine) else "!" if mine else "✓"
        click.echo(f"{sign} {_CHECKS[name]}")
        for defect in mended:
            _lines(f"✓ đã sửa / mended: {defect.where}")
            _lines(defect.says)
        for defect in mine:
            _lines(defect.where)
            _lines(defect.says)
            vi, en = halves(defect.remedy)
            _lines(f"→ {vi}" if vi == en else f"→ {defect.remedy}")
    grave = sum(defect.grave for defect in found.defects)
    notices = len(found.defects) - grave
    click.echo(f"{grave} lỗi / troubles, {notices} lưu ý / notices, {len(found.mended)} đã sửa / mended")


def _lines(said: str) -> None:
    click.echo(textwrap.fill(said, 80, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False))


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f} MB".replace(".", ",")
