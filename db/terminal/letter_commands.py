"""`kehoach review`: the comments on a plan as an official letter with its annex."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from db.letters.sender import WORDS
from db.terminal.options import DATABASE, EPILOG_USAGE

_Command = Callable[..., Any]
_DAY = click.DateTime(formats=["%d/%m/%Y", "%Y-%m-%d"])


def sender_options(command: _Command) -> _Command:
    """The options of who sends: what is given is remembered with the database."""
    for name, words in reversed(list(WORDS.items())):
        said = f"{words.vi}, ví dụ “{words.example}”. / {words.en}."
        command = click.option(f"--{name}", metavar="TEXT", help=said)(command)
    return command


@click.command(epilog=EPILOG_USAGE)
@click.argument("plan", metavar="PLAN")
@click.option(
    "--docx",
    "path",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tệp Word cần ghi. / The Word file to write.",
)
@DATABASE
@click.option("--accepted", is_flag=True, help="Chỉ các điểm đưa vào góp ý. / Only findings that were accepted.")
@click.option(
    "--to",
    multiple=True,
    metavar="NAME",
    help="Kính gửi; bỏ trống là cơ quan ban hành. / To whom it goes; the plan's issuer if left out.",
)
@click.option("--number", default="", metavar="N", help="Số công văn; bỏ trống để chấm. / Number; dots if left out.")
@click.option("--date", "day", type=_DAY, metavar="DAY", help="Ngày ký, ví dụ 22/03/2026. / Day of signing.")
@click.option(
    "--request",
    default="",
    metavar="TEXT",
    help="Văn bản đề nghị góp ý: “Công văn số … ngày … của …”. / The letter that asked for comments.",
)
@sender_options
def review(
    plan: str,
    path: Path,
    database: Path,
    accepted: bool,
    to: tuple[str, ...],
    number: str,
    day: datetime | None,
    request: str,
    **sender: str | None,
) -> None:
    """Ghi công văn góp ý một kế hoạch, kèm bảng ý kiến. / Write the comments on a plan as an official letter with its annex.

    Thể thức theo Nghị định 30/2020/NĐ-CP. Dự thảo được góp ý; văn bản đã ban hành thì là ý kiến rà soát, đề nghị đính chính hoặc sửa đổi, thay
    thế. Thông tin cơ quan gửi, người ký chỉ cần nêu một lần, được nhớ trong cơ sở dữ liệu; để "" để xóa; chưa biết thì để chấm.

    The layout is that of Nghị định 30/2020/NĐ-CP. A draft gets comments (góp ý), an issued plan a review (ý kiến rà soát). Who sends and signs
    is said once and remembered with the database; "" forgets a field; dots stand for what is not known.

    \b
    Ví dụ / examples:
      kehoach review tan-yen --docx gop-y.docx --agency "Sở Y tế" --superior "Ủy ban nhân dân tỉnh Bắc Giang" --place "Bắc Giang"
      kehoach review tan-yen --docx gop-y.docx --symbol SYT-BVCSTE --authority "KT. GIÁM ĐỐC" --title "PHÓ GIÁM ĐỐC" --signer "Nguyễn Văn A"
      kehoach review quang-ninh-52-kh-ubnd-2021 --docx ra-soat.docx --accepted --number 415 --date 22/03/2026
    """
    from db.letters import kept, letter
    from db.letters.annex import sent
    from db.schema.database import open_existing, open_to_read
    from db.schema.trouble import writing
    from db.views.selection import plans, reasons

    changes = {name: value for name, value in sender.items() if value is not None}
    with closing(open_existing(database) if changes else open_to_read(database)) as db:
        (head,) = plans(db, (plan,))
        found = reasons(db, head["slug"])
        chosen = [row for row in found if row["state"] == "accepted"] if accepted else sent(found)
        who = kept.keep(db, changes) if changes else kept.known(db)
        details = letter.Details(
            to=to, number=number, day=day.date().isoformat() if day else None, request=request.strip()
        )
        with writing(path, click.UsageError):
            written = letter.write(head, chosen, who, details, path)
    click.echo(f"{path}: {len(chosen)} ý kiến, {len(written.rows)} dòng / comments, rows")
    blank = [words.vi for name, words in WORDS.items() if name not in _OPTIONAL and not getattr(who, name)]
    if blank:
        click.echo(f"  để trống / left blank: {'; '.join(blank)}")


# What many letters do without.
_OPTIONAL = ("superior", "unit", "authority", "copies")
