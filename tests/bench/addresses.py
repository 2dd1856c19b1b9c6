"""Addresses of the site's pages, drawn by a seeded choice of what a database holds: plans, measures, filters, words."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from corpus import units
from corpus.programme import load_all
from db.schema.database import open_existing, rows

PLAIN = "Datasette's page of a table"

# The programme that the plans are held against.
_PROGRAMME = load_all()[0].id

_WORDS = (
    "đuối nước", "duoi nuoc", "23/QĐ-TTg", "tảo hôn", "suy dinh dưỡng", "trẻ em", "lao động trẻ em", "Sở Y tế", "môi trường sống an toàn",
    "diễn đàn", "khai sinh", "bạo lực", "20-CT/TW", "Quảng Ninh", "mẫu giáo", "câu lạc bộ trẻ em", "dạy bơi", "xâm hại",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _There:
    """What addresses are made of."""

    plans: list[str]
    provinces: list[str]
    findings: list[str]
    cells: list[str]
    targets: int

    @classmethod
    def of(cls, path: Path) -> _There:
        db = open_existing(path)

        def column(sql: str) -> list[str]:
            return [next(iter(row.values())) for row in rows(db, sql)]

        try:
            return cls(
                column("SELECT slug FROM documents WHERE slug IS NOT NULL ORDER BY id"),
                column("SELECT DISTINCT province FROM documents WHERE province IS NOT NULL ORDER BY 1"),
                column("SELECT key FROM findings WHERE gone = 0 ORDER BY key LIMIT 5000"),
                column("SELECT id FROM comparisons WHERE target IS NOT NULL ORDER BY id LIMIT 5000"),
                rows(db, "SELECT count(*) AS n FROM targets")[0]["n"],
            )
        finally:
            db.close()


def pages(path: Path) -> dict[str, Callable[[], str]]:
    """How the addresses of each page are drawn, by what the page is called."""
    there = _There.of(path)
    dice = random.Random(23)
    codes = [measure.code for measure in load_all()[0].measures]
    today = [unit.name for unit in units.load() if unit.level == "province" and not unit.valid_to]
    drawn = {
        "comparison": (
            "/compare?page={page40}",
            "/compare?province={province}",
            "/compare?province={province}&only=weaker",
            "/compare?level=district&only=weaker&page={page10}",
            "/compare?year=2025&level=commune&page={page40}",
            "/compare?province={province}&cell={cell}",
        ),
        "comparison, a row a locality": (
            "/compare?by=plan&sort={measure}&level=province",
            "/compare?by=plan&measure={measure}&measure={other}&sort={measure}&down=1&page={page10}",
            "/compare?by=plan&province={province}&sort={measure}",
        ),
        "plans side by side": (
            "/compare/plans?plan={plan}&plan={second}",
            "/compare/plans?plan={plan}&plan={second}&plan={third}&differ=1",
        ),
        "list of plans": (
            "/plans?page={page40}",
            "/plans?province={province}",
            "/plans?level=commune&place={word}",
            "/plans?units=new&page={page10}",
        ),
        "measures": ("/measures",),
        "measure": (
            "/measures/{measure}",
            "/measures/{measure}?units=old",
            "/measures/{measure}?tab=table",
            "/measures/{measure}?tab=table&units=old&only=weaker",
        ),
        "measure in communes": (
            "/measures/{measure}?level=commune",
            "/measures/{measure}?level=commune&province={today}",
            "/measures/{measure}?level=commune&tab=table",
            "/measures/{measure}?level=district&units=old",
            "/measures/{measure}?level=commune&units=old",
        ),
        "map": (
            "/measures/{measure}?tab=map",
            "/measures/{measure}?tab=map&colour=adoption",
            "/measures/{measure}?tab=map&colour=coverage",
            "/measures/{measure}?tab=map&colour=value&units=old",
        ),
        "cascade": ("/cascade?province={province}",),
        "cascade of a measure": ("/cascade?province={province}&measure={measure}",),
        "coverage": (
            "/coverage",
            "/coverage?level=commune&province={today}",
            "/coverage?level=commune",
            "/coverage?year=2025&level=district",
        ),
        "progress": (
            "/progress?page={page40}",
            "/progress?province={province}",
            "/progress?measure={measure}",
            "/progress?level=province&year=2025",
        ),
        "plan": ("/plans/{plan}",),
        "review": (
            "/review?page={page40}",
            "/review?finding={finding}",
            "/review?province={province}",
            "/review?severity={severity}&page={page4}",
            "/review?plan={plan}&state=all",
        ),
        "review in other orders": (
            "/review?order={order}&page={page40}",
            "/review?order={order}&state=all",
            "/review?order={order}&province={province}",
            "/review?order={order}&severity={severity}&page={page4}",
        ),
        "review, of whom and since when": (
            "/review?who=-&page={page10}",
            "/review?who=-&order={order}",
            "/review?since=2025-01-01&page={page4}",
        ),
        "review, how far": (
            "/review/progress",
            "/review/progress?order=issued",
            "/review/progress?province={province}",
        ),
        "search": ("/search?q={word}&page={page4}", "/search?q={word}&page={page4}&province={province}"),
        "home": ("/",),
        "deadlines": (
            "/deadlines",
            "/deadlines?from=2025-{month}-01",
            "/deadlines?province={province}",
            "/deadlines?kind=report",
            "/deadlines?view=month&month=2025-{month}",
        ),
        "JSON of what pages show": (
            "/export/compare_plans.json?limit=40",
            "/export/plan_list.json?limit=100",
            "/export/measure_localities.json?measure={measure}&level=province",
            "/export/review_queue.json?state=open&limit=50",
            "/export/review_queue_by.json?order={order}&limit=50",
            "/export/deadlines_due.json?from=2025-{month}-01&limit=301",
            "/export/progress_rows.json?limit=100",
        ),
        PLAIN: ("/kehoach/targets?_next={targets}",),
    }
    draws: dict[str, Callable[[], object]] = {
        "page4": lambda: dice.randint(1, 4),
        "page10": lambda: dice.randint(1, 10),
        "page40": lambda: dice.randint(1, 40),
        "province": lambda: dice.choice(there.provinces),
        "today": lambda: dice.choice(today),
        "measure": lambda: dice.choice(codes),
        "other": lambda: dice.choice(codes),
        "plan": lambda: dice.choice(there.plans),
        "second": lambda: dice.choice(there.plans),
        "third": lambda: dice.choice(there.plans),
        "finding": lambda: dice.choice(there.findings),
        "severity": lambda: dice.choice(("error", "warning", "notice")),
        "order": lambda: dice.choice(("province", "issued", "found")),
        "cell": lambda: dice.choice(there.cells),
        "word": lambda: dice.choice(_WORDS),
        "month": lambda: f"{dice.randint(1, 12):02d}",
        "targets": lambda: dice.randint(0, there.targets // 50) * 50,
    }

    def address(forms: tuple[str, ...]) -> str:
        form = dice.choice(forms)
        values = {name: quote(str(draw())) for name, draw in draws.items() if f"{{{name}}}" in form}
        made = form.format(**values)
        about = made.partition("?")[0].split("/")[1] in ("compare", "measures", "cascade", "coverage", "progress")
        return f"{made}{'&' if '?' in made else '?'}programme={_PROGRAMME}" if about else made

    return {name: lambda forms=forms: address(forms) for name, forms in drawn.items()}  # type: ignore[misc]
