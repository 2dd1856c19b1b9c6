"""`kehoach programme`: the programmes that a database holds plans against. Modules of substance are imported where they are used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from db.review import audit
from db.terminal.options import DATABASE, EPILOG_USAGE

if TYPE_CHECKING:
    from corpus.programme import Programme
    from db.load.derive import Deriving

_ID = click.argument("programme", metavar="ID")


@click.group()
def programme() -> None:
    """Chương trình, đề án, chiến lược để so sánh: thêm, liệt kê, bỏ. / The programmes that plans are held against.

    Mỗi chương trình là một tệp TOML (docs/programmes.md). Thêm hay bỏ một chương trình không cần đọc lại tệp kế hoạch nào.
    Each is a TOML file (docs/programmes.md). Adding or removing one reads no plan again.

    \b
    Ví dụ / examples:
      kehoach programme draft quyet-dinh.docx -o de-an-thu-vien.toml
      kehoach programme check de-an-thu-vien.toml
      kehoach programme add de-an-thu-vien.toml
      kehoach programme list
      kehoach compare --programme qd-99-2022
    """


@programme.command(epilog=EPILOG_USAGE)
@click.argument("file", metavar="FILE.toml|ID")
@DATABASE
def add(file: str, database: Path) -> None:
    """Thêm một chương trình, hoặc thay bằng bản mới của nó. / Add a programme, or its new version in its place.

    FILE.toml là tệp của chương trình; ID là mã của chương trình có sẵn đã bỏ ra trước đây. Mọi kế hoạch trong dữ liệu được đối chiếu lại.
    FILE.toml is the file of a programme, ID that of one which ships and was taken out. All plans in the database are compared anew.

    \b
    Ví dụ / examples:
      kehoach programme add de-an-thu-vien.toml
      kehoach programme add de-an-thu-vien.toml --db tinh.db
      kehoach programme add qd-23-2021
    """
    from db.load import programme_changes
    from db.schema.database import open_database

    taken = _meant(file)
    with closing(open_database(database)) as db:
        with _progress() as deriving:
            changed = programme_changes.add(db, taken, deriving=deriving)
        plans = programme_changes.carried_by(db, [taken.id]).get(taken.id, 0)
    said = "đã thêm / added" if changed else "không thay đổi / unchanged"
    audit.by_command(database, "programme-changed", taken.id, "add")
    click.echo(f"{taken.id}: {said}; {plans} kế hoạch thực hiện / plans carry it out")


def _meant(name: str) -> Programme:
    """The programme of a file, or one that ships, by its id."""
    from corpus import programme as programmes

    shipped = {one.id: one for one in programmes.load_all()}
    return shipped[name] if name in shipped and not Path(name).is_file() else programmes.load(Path(name))


@programme.command("list", epilog=EPILOG_USAGE)
@DATABASE
def list_(database: Path) -> None:
    """Liệt kê các chương trình trong cơ sở dữ liệu. / List the programmes of the database.

    \b
    Ví dụ / examples:
      kehoach programme list
      kehoach programme list --db tinh.db
    """
    from db.comparison.for_reference import ended
    from db.load import programme_changes
    from db.schema.database import open_to_read, rows
    from db.terminal.beside_lines import ENDED

    with closing(open_to_read(database)) as db:
        found = rows(
            db,
            "SELECT p.*, (SELECT count(*) FROM measures m WHERE m.programme = p.id) AS measures FROM programmes p ORDER BY is_default DESC, id",
        )
        plans = programme_changes.carried_by(db, [row["id"] for row in found])
    for row in found:
        default = " (mặc định / default)" if row["is_default"] else ""
        added = " (đã thêm / added)" if row["origin"] == "added" else ""
        over = f" ({ENDED})" if ended(row["period_end"]) else ""
        click.echo(f"{row['id']}{default}{added}{over}\n  {row['kind_vi']} / {row['kind_en']}: {row['title_vi']}")
        click.echo(
            f"  {row['decision_vi']}, {row['period_start']}–{row['period_end']}; {row['measures']} chỉ tiêu thành phần / measures; "
            f"{plans.get(row['id'], 0)} kế hoạch thực hiện / plans carry it out"
        )


@programme.command(epilog=EPILOG_USAGE)
@_ID
@DATABASE
def remove(programme: str, database: Path) -> None:
    """Bỏ một chương trình ra, cùng mọi so sánh với nó. / Take a programme out with all that was compared with it.

    Kế hoạch, quyết định rà soát và sửa dữ liệu được giữ nguyên; thêm lại chương trình thì có lại so sánh.
    Plans, decisions and corrections stay; adding the programme again brings the comparisons back.

    \b
    Ví dụ / examples:
      kehoach programme remove qd-99-2022
    """
    from db.load import programme_changes
    from db.schema.database import open_existing

    with closing(open_existing(database)) as db:
        with _progress() as deriving:
            programme_changes.remove(db, programme, deriving=deriving)
        default = programme_changes.default(db)
    audit.by_command(database, "programme-changed", programme, "remove")
    click.echo(f"{programme}: đã bỏ ra / taken out; mặc định / default: {default}")


@programme.command(epilog=EPILOG_USAGE)
@_ID
@DATABASE
def default(programme: str, database: Path) -> None:
    """Chọn chương trình được dùng khi không nêu chương trình nào. / Choose the programme that is used where none is named.

    \b
    Ví dụ / examples:
      kehoach programme default qd-99-2022
    """
    from db.load import programme_changes
    from db.schema.database import open_existing

    with closing(open_existing(database)) as db, _progress() as deriving:
        programme_changes.set_default(db, programme, deriving=deriving)
    audit.by_command(database, "programme-changed", programme, "default")
    click.echo(f"{programme}: mặc định / default")


@programme.command(epilog=EPILOG_USAGE)
@click.argument("file", metavar="FILE.toml", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Kiểm tra tệp của một chương trình, in những gì tệp có. / Check the file of a programme, print what it holds.

    \b
    Ví dụ / examples:
      kehoach programme check de-an-thu-vien.toml
    """
    from corpus import programme as programmes
    from db.schema.programme_store import decision
    from db.terminal.console import level_words

    found = programmes.load(file)
    start, end = found.period
    click.echo(f"{found.id}: {found.kind_vi} / {found.kind_en}: {found.title_vi} / {found.title_en}")
    click.echo(f"{decision(found.number)[0]}, {found.issued_on:%d/%m/%Y}, {found.issuer}; {start}–{end}")
    for objective in found.objectives:
        click.echo(f"{objective.number}. {objective.name_vi} / {objective.name_en}")
        numbers = {one.number for one in found.indicators if one.objective == objective.number}
        for measure in found.measures:
            if measure.indicator in numbers:
                way = "↓" if measure.direction == "less" else "↑"
                levels = "; ".join(level_words(measure, one) for one in measure.milestones)
                click.echo(f"  {measure.code} {way} {measure.short_vi}: {levels}")
    click.echo(
        f"Tệp dùng được / the file is well: {len(found.indicators)} chỉ tiêu / indicators, "
        f"{len(found.measures)} chỉ tiêu thành phần / measures"
    )


@programme.command(epilog=EPILOG_USAGE)
@click.argument("decision", metavar="DECISION", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="Tệp để ghi; không nêu: in ra. / File to write; by default it is printed.",
)
def draft(decision: Path, output: Path | None) -> None:
    """Soạn tệp của một chương trình từ quyết định ban hành nó. / Draft the file of a programme from its decision.

    Chỉ tiêu có số trong phần mục tiêu thành các chỉ tiêu thành phần, kèm câu gốc; chỗ chưa chắc được đánh dấu "# ?".
    Một người kiểm tra, rồi check và add. Kế hoạch của một tỉnh cũng soạn được như vậy, để so sánh kế hoạch của các huyện.
    Targets with figures become measures, each with its sentence; what is doubtful is marked "# ?". A person checks it, then check and add.

    \b
    Ví dụ / examples:
      kehoach programme draft quyet-dinh.docx
      kehoach programme draft ke-hoach-tinh.pdf -o ke-hoach-tinh.toml
    """
    from db.schema.trouble import writing
    from extract import drafting
    from extract.errors import ReadError
    from extract.pipeline import extract_file

    if output is not None and output.exists():
        raise click.UsageError(f"{output}: đã có; chọn tên khác / is there already; choose another name")
    try:
        text = drafting.programme(extract_file(decision))
    except ReadError as error:
        raise click.UsageError(f"{decision}: {error}") from error
    if output is None:
        click.echo(text, nl=False)
        return
    with writing(output, click.UsageError):
        output.write_text(text, encoding="utf-8")
    doubts = text.count("  # ? ")
    click.echo(f"{output}: {doubts} chỗ cần xem / places to look at (# ?)")


@contextmanager
def _progress() -> Iterator[Deriving]:
    """A bar while what follows from a change is computed."""
    from rich.console import Console

    from db.terminal.load_report import Bar

    with Bar(Console(stderr=True)).shown() as bar:
        yield bar.deriving
