"""`kehoach progress`: how far plans have come, on the terminal and as files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from db.terminal.options import DATABASE, EPILOG_USAGE

Row = dict[str, Any]


@click.command(epilog=EPILOG_USAGE)
@click.argument("plans", nargs=-1, metavar="[PLAN]...")
@click.option("--unit", metavar="NAME", help="Tên địa phương, không cần dấu. / Name of a locality, accents not needed.")
@click.option("--year", type=int, metavar="YEAR", help="Chỉ năm này. / This year alone.")
@click.option(
    "--measure", "measures", multiple=True, metavar="CODE", help="Mã chỉ tiêu thành phần. / Code of a measure."
)
@click.option(
    "--programme",
    "programme_id",
    metavar="ID",
    help="Chỉ chỉ tiêu của chương trình này. / Measures of this programme alone.",
)
@click.option("--reached", is_flag=True, help="Chỉ các năm đã có số liệu. / Only years that have a value.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--xlsx", type=click.Path(dir_okay=False, path_type=Path), help="Ghi ra tệp Excel. / Write a workbook.")
@click.option(
    "--docx",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Ghi bảng của báo cáo sơ kết (một kế hoạch). / Write the table of a midterm report (one plan).",
)
@DATABASE
def progress(
    plans: tuple[str, ...],
    unit: str | None,
    year: int | None,
    measures: tuple[str, ...],
    programme_id: str | None,
    reached: bool,
    form: str,
    xlsx: Path | None,
    docx: Path | None,
    database: Path,
) -> None:
    """Kết quả thực hiện: vượt, đạt, chưa đạt từng chỉ tiêu, từng năm. / What was reached of each target, year by year.

    PLAN là địa chỉ hoặc tệp của kế hoạch đã nạp; bỏ trống là tất cả. Một năm được đánh giá theo mức của kế hoạch, nếu không có thì theo mức của
    chương trình; ước thực hiện được ghi rõ.

    PLAN is the address or the file of a loaded plan; all if left out. A year is held against the plan's own figure, else the programme's; estimates
    are marked.

    \b
    Ví dụ / examples:
      kehoach progress quang-ninh --reached
      kehoach progress --unit "tan yen" --year 2025 --format csv > tan-yen.csv
      kehoach progress --programme qd-23-2021 --measure 4a --xlsx nhe-can.xlsx
      kehoach progress quang-ninh-52-kh-ubnd-2021 --docx so-ket.docx
    """
    from db.findings import progress_report
    from db.schema.database import open_to_read
    from db.schema.trouble import writing
    from db.terminal import report
    from db.views.selection import ProgressSelection
    from db.views.selection import plans as chosen
    from db.views.selection import progress as selected

    with closing(open_to_read(database)) as db:
        asked = ProgressSelection(
            plans=plans, unit=unit, year=year, measures=measures, programme=programme_id, reached=reached
        )
        found = selected(db, asked)
        if docx is not None:
            slugs = sorted({row["plan"] for row in found})
            if len(slugs) != 1:
                there = ", ".join(slugs[:8]) or "–"
                raise click.UsageError(f"--docx: chọn một kế hoạch / choose one plan; có / there are: {there}")
            (head,) = chosen(db, tuple(slugs))
            with writing(docx, click.UsageError):
                progress_report.write_report(head, found, docx)
            click.echo(f"{docx}: {len(progress_report.lines(found))} chỉ tiêu / targets")
        if xlsx is not None:
            with writing(xlsx, click.UsageError):
                xlsx.write_bytes(progress_report.workbook(found))
            click.echo(f"{xlsx}: {len(found)} dòng / rows")
    if docx is not None or xlsx is not None:
        return
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(report.as_csv(found), nl=False)
    else:
        _table(found)


def _table(found: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from db.findings import progress_report
    from db.terminal.console import shorten
    from db.views import words

    console = Console()
    if not found:
        console.print("Không có kết quả nào; bỏ bớt điều kiện lọc. / Nothing found; use fewer filters.")
        return
    by_plan: dict[str, list[Row]] = {}
    for row in found:
        by_plan.setdefault(row["plan"], []).append(row)
    for plan, rows in by_plan.items():
        table = Table(title=plan, title_justify="left", box=None, pad_edge=False)
        for name in ("chỉ tiêu / measure", "năm", "phải đạt", "kết quả", "đánh giá"):
            table.add_column(name)
        for row in rows:
            word = words.VERDICTS[row["verdict"]]
            trend = words.TRENDS.get(row["trend"] or "")
            name = " ".join(part for part in (row["measure"], row["measure_vi"], row["subgroup"]) if part)
            table.add_row(
                escape(shorten(name, 44)),
                str(row["year"]),
                progress_report.asked_vi(row) if row["asked_value"] is not None else "",
                f"{progress_report.reached_vi(row)} {trend.sign if trend else ''}".strip(),
                f"[{word.colour}]{word.sign}[/] {escape(progress_report.verdict_vi(row))}",
            )
        console.print(table)
    counted = Counter(row["verdict"] for row in found)
    said = (
        f"{word.sign} {word.short_vi} / {word.en}: {counted[code]}"
        for code, word in words.VERDICTS.items()
        if counted[code]
    )
    console.print("; ".join(said), highlight=False, soft_wrap=True)
