"""`kehoach review`, `kehoach comments`: comments on a plan as an official letter, and those of several agencies in one table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from db.letters.sender import WORDS
from db.terminal.options import DATABASE, EPILOG, EPILOG_USAGE

if TYPE_CHECKING:
    from sqlite_utils import Database

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


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--docx",
    "path",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tệp Word cần ghi. / The Word file to write.",
)
@click.option(
    "--plan",
    metavar="PLAN",
    help="Dự thảo đã nạp: các dòng xếp theo thứ tự của dự thảo. / The draft, if it is loaded: rows come in its order.",
)
@click.option("--name", default="", metavar="TEXT", help="Tên dự thảo. / What the draft is called.")
@DATABASE
def comments(files: tuple[Path, ...], path: Path, plan: str | None, name: str, database: Path) -> None:
    """Tổng hợp ý kiến góp ý của nhiều cơ quan thành một bảng. / Put the comments of several agencies into one table.

    Ghi Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý (STT, nội dung dự thảo, cơ quan góp ý, nội dung góp ý, tiếp thu, giải trình). Nhận công văn
    do `kehoach review` ghi và mọi tệp có bảng góp ý với đầu cột cùng nghĩa. Ý kiến về cùng một chỗ đứng cạnh nhau; tệp, dòng không hiểu được nêu ra.

    Writes the table in which who drafts answers all comments. Takes the letters of `kehoach review` and any file with a table of comments whose heads
    mean the same. Comments on one place stand together; files and rows that are not understood are named.

    \b
    Ví dụ / examples:
      kehoach comments gop-y/*.docx --docx tong-hop.docx
      kehoach comments so-y-te.docx so-tu-phap.docx --docx tong-hop.docx --plan yen-lac-kh-ubnd-2024 --db tinh.db
    """
    from corpus.files import given
    from db.letters import collected, collection, received
    from db.letters.terms import terms_of
    from db.schema.database import open_to_read
    from db.schema.trouble import writing
    from db.views.selection import plans, text_of
    from extract.errors import ReadError
    from extract.opening import data_of

    named, text = name, ""
    if plan:
        with closing(open_to_read(database)) as db:
            (head,) = plans(db, (plan,))
            named, text = name or terms_of(head).named, text_of(db, head["id"])
    heard = []
    for one in files:
        try:
            heard.append(received.read(str(one), data_of(given(one))))
        except ReadError as error:
            heard.append(received.unreadable(str(one), error))
    found = collected.collect(heard, text)
    with writing(path, click.UsageError):
        collection.write(found, named, path)
    total = sum(found.agencies.values())
    click.echo(f"{path}: {total} ý kiến, {len(found.spots)} chỗ / comments, places")
    for agency, count in found.agencies.items():
        click.echo(f"  {agency}: {count}")
    for problem in found.problems:
        where = f"{problem.file}, dòng / row {problem.row}" if problem.row else problem.file
        said = f": «{problem.words}»" if problem.words else ""
        click.echo(f"! {where}: {problem.why_vi} / {problem.why_en}{said}", err=True)
    sys.exit(1 if found.problems else 0)


def comparison_form(
    db: Database, path: Path, programme_id: str | None, *, level: str, province: str, year: int | None
) -> None:
    """Writes the form for printing of the localities of a level."""
    from db.letters import comparison_form as forms
    from db.schema.trouble import writing

    held = forms.compared(db, programme_id, level=level, province=province, year=year)
    with writing(path, click.UsageError):
        path.write_bytes(forms.workbook(held))
    click.echo(f"{path}: {len(held.plans)} kế hoạch, {forms.LEVELS[level]} / plans")
