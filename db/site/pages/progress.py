"""What was reached: of one plan year by year, of localities by measure and verdict; the table of a midterm report."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from datasette.utils.asgi import Response

from db.findings import progress_report
from db.site import filters
from db.site.page import SECURITY, Page
from db.views import words

Row = dict[str, Any]

# Rows of a page of localities.
ROWS = 100


async def of_plan(page: Page, head: Row) -> dict[str, Any]:
    """What the tab of a plan shows: a line a measure, a cell a year; what its own document says was reached."""
    rows = await page.query("plan_progress", plan=head["slug"])
    known = progress_report.lines(rows)
    return {
        "lines": known,
        "years": sorted({row["year"] for row in rows}),
        "counts": {code: sum(row["verdict"] == code for row in rows) for code in words.VERDICTS},
        "said": await page.query("plan_results", plan=head["slug"]),
    }


async def progress(page: Page) -> Response:
    """The page of localities."""
    programme = page.programme()
    there = await filters.options(page)
    chosen = filters.read(page, there)
    measures = await page.query("measure_names", show=False, programme=programme["id"])
    measure = page.choice("measure", [row["code"] for row in measures])
    verdict = page.choice("verdict", list(words.VERDICTS))
    known = page.choice("known", ("1",))
    number = page.integer("page", 1, 100_000) or 1
    given = {
        "programme": programme["id"],
        "measure": measure,
        "level": chosen.level,
        "province": chosen.province,
        "year": chosen.year or "",
        "known": known,
    }
    counts = {row["verdict"]: row["n"] for row in await page.kept("progress_counts", given, show=False)}
    found = counts.get(verdict, 0) if verdict else sum(counts.values())
    asked = {**given, "verdict": verdict, "limit": ROWS, "offset": (number - 1) * ROWS}
    if found:
        rows = await page.query("progress_rows", asked)
    else:  # what there is none of needs no looking for
        rows = []
        page.show("progress_rows", asked)
    return await page.render(
        "progress",
        title=page.say("Các địa phương đã đạt được đến đâu?", "How far have localities come?"),
        programme=programme,
        there=there,
        chosen=chosen,
        measures=measures,
        measure=measure,
        verdict=verdict,
        known=known,
        rows=rows,
        counts=counts,
        found=found,
        number=number,
        pages=-(-found // ROWS),
        first=(number - 1) * ROWS + 1,
    )


async def report(page: Page, slug: str) -> Response:
    """The table of a midterm report of a plan as a Word file."""
    from db.site.pages.plan import missing

    found = await page.query("plan", plan=slug, show=False)
    if not found:
        return await missing(page, slug)
    out = BytesIO()
    progress_report.write_report(found[0], await page.query("plan_progress", show=False, plan=slug), out)
    return Response(
        out.getvalue(),
        headers={**SECURITY, "content-disposition": f'attachment; filename="so-ket-{slug}.docx"'},
        content_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
