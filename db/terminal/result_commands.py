"""`kehoach results`: workbooks in which offices enter what was reached, and taking them in again."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from db.terminal.options import DATABASE, EPILOG, EPILOG_USAGE

if TYPE_CHECKING:
    from db.load.result_import import Imported

_UNIT = click.option("--unit", metavar="NAME", help="Địa phương, không cần dấu. / A locality, accents not needed.")


@click.group()
def results() -> None:
    """Kết quả thực hiện: biểu để các cơ quan điền, và nhập số liệu. / What was reached: forms to fill in, and taking them in.

    Kết quả nêu trong báo cáo (Word, PDF, …) được đọc khi nạp bằng `kehoach load`. / What reports say is read by `kehoach load`.

    \b
    Ví dụ / examples:
      kehoach results template tan-yen --year 2025 bieu-2025.xlsx
      kehoach results import bieu-2025.xlsx
      kehoach progress --unit "tan yen"
    """


@results.command(epilog=EPILOG_USAGE)
@click.argument("names", nargs=-1, required=True, metavar="[PLAN] FILE.xlsx")
@_UNIT
@click.option("--year", type=int, required=True, metavar="YEAR", help="Năm của số liệu. / Year of the figures.")
@click.option("--agency", metavar="NAME", help="Chỉ các chỉ tiêu của cơ quan này. / Only what this agency supplies.")
@click.option(
    "--each-agency", is_flag=True, help="Mỗi cơ quan cung cấp một tệp. / A workbook for each supplying agency."
)
@DATABASE
def template(
    names: tuple[str, ...], unit: str | None, year: int, agency: str | None, each_agency: bool, database: Path
) -> None:
    """Ghi biểu Excel gồm các chỉ tiêu của kế hoạch. / Write a workbook with a row for each target of a plan.

    PLAN là địa chỉ hoặc tệp của kế hoạch đã nạp; với --unit là mọi kế hoạch của địa phương cho năm đó. Ô màu vàng để điền: tử số, mẫu số,
    kết quả, kỳ số liệu, chính thức hay ước thực hiện, nguồn, cơ quan cung cấp, ghi chú.

    PLAN is a loaded plan; with --unit all plans of the locality for the year. Yellow cells are to be filled in, the rest is locked.

    \b
    Ví dụ / examples:
      kehoach results template tan-yen-ctr-ubnd-2021 --year 2025 bieu.xlsx
      kehoach results template --unit "Quảng Ninh" --year 2025 bieu.xlsx
      kehoach results template tan-yen --year 2025 --agency "y tế" bieu-y-te.xlsx
      kehoach results template tan-yen --year 2025 --each-agency bieu.xlsx
    """
    from db.findings.wording import value_vi
    from db.schema.database import open_to_read
    from db.schema.trouble import writing
    from db.views import results_form
    from db.views.selection import SelectionError, plans
    from patterns.fold import slug

    if len(names) != (1 if unit else 2):
        raise click.UsageError(
            "nêu PLAN và FILE.xlsx, hoặc --unit và FILE.xlsx / give PLAN and FILE.xlsx, or --unit and FILE.xlsx"
        )
    path = Path(names[-1])
    with closing(open_to_read(database)) as db:
        heads = results_form.plans_of(db, unit, year) if unit else plans(db, names[:1])
        found = results_form.aims(db, [row["id"] for row in heads], value_vi)
        if not found:
            there = ", ".join(str(row["slug"]) for row in heads)
            raise SelectionError(f"{there}: không có chỉ tiêu nào bằng số để điền / no target with a number to fill in")
        chosen: dict[Path, tuple[str | None, Any]] = {path: (None, found)}
        if agency:
            chosen = {path: (agency, results_form.of_agency(found, agency))}
        elif each_agency:
            supplying = sorted({name for aim in found for name in aim.agencies})
            chosen = {
                path.with_stem(f"{path.stem}-{slug(name)}"): (name, results_form.of_agency(found, name))
                for name in supplying
            }
        for one, (name, some) in chosen.items():
            with writing(one, click.UsageError):
                one.write_bytes(results_form.workbook(heads[-1], some, year=year, agency=name))
            click.echo(f"{one}: {len(some)} chỉ tiêu / targets")


@results.command("import", epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@_UNIT
@click.option("--year", type=int, metavar="YEAR", help="Năm, nếu tệp không nêu. / The year, where the file says none.")
@click.option("--agency", metavar="NAME", help="Cơ quan cung cấp. / The agency that supplies them.")
@DATABASE
def import_(files: tuple[Path, ...], unit: str | None, year: int | None, agency: str | None, database: Path) -> None:
    """Nhập kết quả từ Excel, CSV. / Take in results from workbooks and CSV.

    Nhận biểu do `results template` ghi và mọi bảng có cột cùng nghĩa (chỉ tiêu, kết quả hoặc tử số và mẫu số). Ô không hiểu được nêu kèm
    địa chỉ, dòng đó được bỏ qua; nhập lại cùng tệp không thay đổi gì; giá trị người rà soát đã sửa được giữ.

    Takes the forms of `results template` and any table with columns of the same meaning. Cells that are not understood are named and their
    rows left out; importing twice changes nothing; what a reviewer corrected stays.

    \b
    Ví dụ / examples:
      kehoach results import bieu-2025.xlsx
      kehoach results import bieu-*.xlsx --db tinh.db
      kehoach results import so-lieu.csv --unit "Quảng Ninh" --year 2024
    """
    from db.load import lock
    from db.load.result_import import import_file
    from db.load.result_sheets import SheetError
    from db.review import audit
    from db.schema.database import open_database

    failed = False
    with closing(open_database(database)) as db, lock.held(database, wait=False):
        for path in files:
            try:
                failed |= _told(import_file(db, path, unit=unit, year=year, agency=agency))
            except SheetError as error:
                failed = True
                click.echo(str(error), err=True)
    audit.by_command(database, "results-imported", " ".join(path.name for path in files))
    sys.exit(1 if failed else 0)


def _told(done: Imported) -> bool:
    """Prints what became of a workbook; says whether some cell was not understood."""
    click.echo(
        f"{done.path}: {done.new} mới / new, {done.changed} thay đổi / changed, {done.same} không đổi / unchanged, {done.blank} để trống / blank"
        + (f" → {', '.join(done.documents)}" if done.documents else "")
    )
    for problem in done.problems:
        click.echo(f"  {problem.cell}: {problem.message}", err=True)
    for words in done.unknown:
        click.echo(f"  {words}: không ứng với chỉ tiêu nào / fits no measure and no target", err=True)
    return bool(done.problems)
