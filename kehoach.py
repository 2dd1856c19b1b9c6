"""The command line: a few lines a command, no logic of its own."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import click
from click.exceptions import Exit

from db.terminal import load_command as command_load
from db.terminal import plan_commands as command_plans
from db.terminal.account_commands import user
from db.terminal.assign_command import assign
from db.terminal.diff_command import diff
from db.terminal.letter_commands import comments, review
from db.terminal.options import DATABASE, EPILOG, PROGRAMME
from db.terminal.programme_commands import programme
from db.terminal.progress_command import progress
from db.terminal.result_commands import results
from db.terminal.serve_command import serve
from db.terminal.upkeep_commands import backup, doctor, restore
from extract import command_read

_CHECK_EPILOG = "Mã thoát / exit codes: 0 tốt / well; 1 có điểm ở mức của --fail-on / findings as grave as --fail-on; 2 dùng sai / wrong usage."


class _Commands(click.Group):
    """A group whose errors of data become one line on standard error and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, Exit):
            raise
        except Exception as error:
            if isinstance(error, _errors_of_data()):
                raise click.UsageError(str(error)) from error
            said = _trouble(error)
            if said is not None:
                raise click.ClickException(said) from error
            raise


def _trouble(error: Exception) -> str | None:
    from db.schema import trouble

    return trouble.words(error)


def _errors_of_data() -> tuple[type[Exception], ...]:
    """Imported when there is an error: before, they would cost every command its start."""
    from corpus.programme import ProgrammeError
    from db.findings.measuring import MeasuringError
    from db.load.cluster import ClusterError
    from db.load.dispatch import ExecutorBroken
    from db.schema.database import DatabaseError
    from db.views.export import ExportError
    from db.views.selection import SelectionError
    from extract.evaluation import EvaluationError

    return (
        ClusterError,
        DatabaseError,
        EvaluationError,
        ExecutorBroken,
        ExportError,
        MeasuringError,
        ProgrammeError,
        SelectionError,
    )


@click.group(
    cls=_Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="kehoach", message="kehoach %(version)s")
def main() -> None:
    """Đọc kế hoạch hành chính: bóc tách, nạp vào SQLite, so sánh với chương trình mà kế hoạch thực hiện.

    Reads Vietnamese administrative plans: extracts their records, loads them into SQLite, compares them with the
    programmes that they carry out.
    """


for _command in (
    command_read.read, command_load.load, command_load.watch, user, command_plans.remove,
    serve, command_plans.reinstate, command_plans.confirm, programme, results, progress, diff, review, assign, comments, backup,
    restore, doctor,
):  # fmt: skip
    main.add_command(_command)


@main.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--text", "with_text", is_flag=True, help="Kèm toàn văn. / With the text of the document.")
def extract(files: tuple[Path, ...], with_text: bool) -> None:
    """In bản ghi của từng tệp, mỗi tệp một dòng JSON. / Print the records of each file, one JSON object a line.

    \b
    Ví dụ / examples:
      kehoach extract ke-hoach.docx | python -m json.tool
      kehoach extract *.pdf ho-so.zip > ban-ghi.jsonl
    """
    from corpus.files import given
    from extract.containers import unpacked
    from extract.errors import ReadError
    from extract.pipeline import extract_found

    failed = False
    with unpacked(map(given, files)) as members:
        for found in members:
            try:
                plan = extract_found(found)
            except ReadError as error:
                failed = True
                click.echo(f"{found.shown}: {error}", err=True)
                continue
            except Exception as error:  # one bad file must not lose the others
                failed = True
                message = f"lỗi của chương trình / a fault of the program: {type(error).__name__}: {error}"
                click.echo(f"{found.shown}: {message}", err=True)
                continue
            click.echo(json.dumps(plan.to_json(with_text=with_text), ensure_ascii=False))
    sys.exit(1 if failed else 0)


@main.command(epilog=EPILOG)
@DATABASE
@PROGRAMME
@click.option(
    "--measure",
    "measures",
    multiple=True,
    metavar="CODE",
    help="Mã chỉ tiêu thành phần, ví dụ 4a. / Code of a measure.",
)
@click.option("--unit", metavar="NAME", help="Tên địa phương, không cần dấu. / Name of a locality, accents not needed.")
@click.option("--year", type=int, metavar="YEAR", help="Năm phải đạt. / Year of the values.")
@click.option(
    "--against",
    type=click.Choice(["programme", "parent"]),
    default="programme",
    show_default=True,
    help="So với chương trình hay kế hoạch làm căn cứ. / Against the programme or the plan carried out.",
)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--summary", is_flag=True, help="Chỉ in phần tổng hợp từng kế hoạch. / Only the summary of each plan.")
@click.option(
    "--xlsx",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Ghi biểu so sánh để in (A4 ngang) của một cấp. / Write the form for printing of one level (A4 landscape).",
)
@click.option(
    "--level",
    type=click.Choice(["province", "district", "commune"]),
    default="commune",
    show_default=True,
    help="Cấp của biểu --xlsx. / Level of the form --xlsx.",
)
@click.option(
    "--province", default="", metavar="NAME", help="Biểu --xlsx chỉ trong tỉnh này. / The form within this province."
)
def compare(
    database: Path,
    programme_id: str | None,
    measures: tuple[str, ...],
    unit: str | None,
    year: int | None,
    against: str,
    form: str,
    summary: bool,
    xlsx: Path | None,
    level: str,
    province: str,
) -> None:
    """So sánh các kế hoạch với chương trình. / Compare plans with a programme that they carry out: measures × plans.

    \b
    Ví dụ / examples:
      kehoach compare
      kehoach compare --programme qd-23-2021
      kehoach compare --measure 4a --measure 11b --year 2025
      kehoach compare --unit "tan yen" --format csv > tan-yen.csv
      kehoach compare --xlsx bieu-cac-xa.xlsx --level commune --province "bac giang"
    """
    from db.schema.database import open_to_read
    from db.terminal import letter_commands, report
    from db.views.selection import Selection, comparisons
    from db.views.selection import programme as chosen

    with closing(open_to_read(database)) as db:
        if xlsx is not None:
            return letter_commands.comparison_form(db, xlsx, programme_id, level=level, province=province, year=year)
        row = chosen(db, programme_id)
        found = comparisons(db, Selection(programme=row["id"], measures=measures, unit=unit, year=year))
        report.comparison(
            db, found, programme=row, form="summary" if summary and form == "table" else form, against=against
        )
    return None


@main.command(epilog=EPILOG)
@DATABASE
@click.option(
    "--level",
    type=click.Choice(["province", "district", "commune"]),
    default="province",
    show_default=True,
    help="Cấp của đơn vị. / Level of the units.",
)
@click.option("--province", metavar="NAME", help="Chỉ trong tỉnh, thành phố này. / Only within this province.")
@PROGRAMME
@click.option(
    "--year", type=int, metavar="YEAR", help="Kế hoạch của năm này thay cho chương trình. / Plans for a year instead."
)
@click.option(
    "--due",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Hạn gửi; mặc định 31/3 của năm, hoặc một năm sau khi ban hành chương trình. / Last day in time; "
    "31 March of the year, or a year after the programme, by default.",
)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def coverage(
    database: Path,
    level: str,
    province: str | None,
    programme_id: str | None,
    year: int | None,
    due: Any,
    form: str,
) -> None:
    """Đơn vị nào đã gửi, chưa gửi, gửi muộn kế hoạch. / Which units have sent a plan, which have not, which late.

    \b
    Ví dụ / examples:
      kehoach coverage
      kehoach coverage --programme qd-23-2021 --level district
      kehoach coverage --level district --province "Yên Bái" --year 2023
      kehoach coverage --level district --format csv > da-gui.csv
    """
    from db.schema.database import open_to_read
    from db.terminal import report
    from db.views.coverage import Asked
    from db.views.coverage import coverage as covered

    with closing(open_to_read(database)) as db:
        day = due.date().isoformat() if due else None
        asked = Asked(level=level, province=province, programme=programme_id, year=year, due=day)
        report.coverage(covered(db, asked), form=form)


@main.command(epilog=EPILOG)
@DATABASE
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def cascade(database: Path, form: str) -> None:
    """Kế hoạch nào thực hiện kế hoạch nào, dạng cây. / Which plan carries out which, as a tree.

    \b
    Ví dụ / examples:
      kehoach cascade
      kehoach cascade --format json
    """
    from db.schema.database import open_to_read
    from db.terminal import report

    with closing(open_to_read(database)) as db:
        report.cascade(db, form=form)


@main.command(epilog=_CHECK_EPILOG)
@click.argument("plans", nargs=-1, metavar="[PLAN]...")
@DATABASE
@click.option(
    "--programme",
    "programme_id",
    metavar="ID",
    help="Chỉ các kế hoạch thực hiện chương trình này, trừ điểm dựa trên chương trình khác. / Only plans that carry it out, "
    "but for what rests on another programme.",
)
@click.option("--rule", "rules", multiple=True, metavar="CODE", help="Chỉ quy tắc này. / Only this rule.")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "notice"]),
    default="notice",
    show_default=True,
    help="Từ mức này trở lên. / This severity and graver ones.",
)
@click.option("--dismissed", is_flag=True, help="Kể cả điểm đã quyết định không góp ý. / Dismissed ones too.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "notice"]),
    help="Mã thoát 1 nếu có điểm ở mức này trở lên. / Exit code 1 where there are findings this grave.",
)
def check(
    plans: tuple[str, ...],
    database: Path,
    programme_id: str | None,
    rules: tuple[str, ...],
    severity: str,
    dismissed: bool,
    form: str,
    fail_on: str | None,
) -> None:
    """Liệt kê các điểm cần rà soát của từng kế hoạch. / List what a reviewer should look at, plan by plan.

    PLAN là địa chỉ hoặc tệp của kế hoạch đã nạp; bỏ trống là tất cả. / PLAN is the address or the file of a loaded plan; all if left out.

    \b
    Ví dụ / examples:
      kehoach check
      kehoach check tan-yen --severity warning
      kehoach check --programme qd-23-2021 --rule missing-measures
      kehoach check --format json --fail-on error > ra-soat.jsonl
    """
    from db.schema.database import open_to_read
    from db.terminal import report
    from db.views.selection import FindingSelection, at_least, findings
    from db.views.selection import plans as chosen

    with closing(open_to_read(database)) as db:
        found = findings(
            db,
            FindingSelection(programme=programme_id, plans=plans, rules=rules, severity=severity, dismissed=dismissed),
        )
        report.findings(found, form=form, checked=len(chosen(db, plans)))
    grave = at_least(fail_on) if fail_on else ()
    sys.exit(1 if any(row["severity"] in grave and row["state"] != "dismissed" for row in found) else 0)


@main.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@DATABASE
def export(folder: Path, database: Path) -> None:
    """Xuất toàn bộ bảng xem ra CSV, JSON Lines và một tệp Excel. / Export every view: CSV, JSON Lines, one workbook.

    \b
    Ví dụ / examples:
      kehoach export xuat/
      kehoach export xuat-2025 --db tinh.db
    """
    from db.schema.database import open_to_read
    from db.views.export import export as write

    with closing(open_to_read(database)) as db:
        for path, count in write(db, folder):
            unit = "trang / sheets" if path.suffix == ".xlsx" else "dòng / rows"
            click.echo(f"{path}: {count} {unit}")


@main.command(epilog=EPILOG)
@click.argument("gold", required=False, metavar="[GOLD_DIR]", type=click.Path(path_type=Path))
@click.option(
    "--plans",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Tệp hoặc thư mục kế hoạch; mặc định là các kế hoạch mẫu. / Plans, files or folders; by default those that ship.",
)
@click.option(
    "--against",
    "other",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="So với bản ghi của phiên bản khác (tệp của `extract`). / Compare with another version's records.",
)
@click.option(
    "--confidence",
    is_flag=True,
    help="In số chỉ tiêu đúng theo độ tin cậy. / Print how many targets of each confidence are right.",
)
@click.option(
    "--findings",
    "of_rules",
    is_flag=True,
    help=(
        "Đo các quy tắc rà soát: lỗi cài sẵn (GOLD_DIR/*.findings.json) tìm được, điểm được người đọc xác nhận là đúng. / "
        "Measure the rules: faults planted (GOLD_DIR/*.findings.json) and found, findings that a person judged true."
    ),
)
@click.option(
    "--judged",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Danh sách đã đánh giá; mặc định GOLD_DIR/judged.tsv. / What was judged; by default GOLD_DIR/judged.tsv.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="Dạng kết quả của --findings. / Format of --findings.",
)
@click.option(
    "-v", "--verbose", is_flag=True, help="In từng khác biệt và từng trường. / Print every difference and field."
)
def evaluate(
    gold: Path | None,
    plans: tuple[Path, ...],
    other: Path | None,
    confidence: bool,
    of_rules: bool,
    judged: Path | None,
    form: str,
    verbose: bool,
) -> None:
    """Đo độ chính xác trên các kế hoạch đã chú giải. / Score the extraction, or the rules of findings, on annotated plans.

    \b
    Ví dụ / examples:
      kehoach evaluate
      kehoach evaluate chu-giai/ --plans ke-hoach/ -v
      kehoach evaluate chu-giai/ --plans ke-hoach/ --findings --format json
      kehoach extract *.txt > cu.jsonl; kehoach evaluate --against cu.jsonl
    """
    from importlib import resources

    from extract import evaluation

    if other is not None:
        for line in evaluation.against(other):
            click.echo(line)
        return
    corpus = Path(str(resources.files("corpus")))
    gold, plans = gold or corpus / "gold", plans or (corpus / "plans",)
    if confidence:
        for line in evaluation.confidence(gold, plans):
            click.echo(line)
        return
    if of_rules:
        from db.terminal import rules_measured

        rules_measured.show(rules_measured.of_plans(plans, gold, judged), form=form, verbose=verbose)
        return
    score = evaluation.evaluate(gold, plans)
    for line in (*(score.differences if verbose else ()), *score.table(fields=verbose)):
        click.echo(line)


if __name__ == "__main__":
    main()
