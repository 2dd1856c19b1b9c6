"""Trend: where plans start, what they aim at year by year and what was reached, beside the steps of the programme."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from db.site import shown
from db.site.charts import svg
from db.site.charts.framed import Subject, frame, legend
from db.site.unit_values import Row

WIDTH, _HEIGHT, _LEFT, _TOP = 860, 400, 70, 84
# With more plans than this the lines alone are drawn; with more than that they are one, whose plans have no names.
_MARKED, NAMED = 40, 200


def draw(subject: Subject, points: list[Row], names: dict[str, str]) -> Markup:
    """The lines; `points` are rows of the query `measure_trend`, `names` the localities by plan."""
    asked = [row for row in subject.asked if row["year"]]
    years = [row["year"] for row in (*points, *asked)]
    values = [row["value"] for row in (*points, *asked)]
    first, last = min(years), max(years)
    marks = svg.ticks(min(values), max(values))
    x = svg.Scale(first, last, _LEFT + 12, WIDTH - 150)
    y = svg.Scale(marks[0], marks[-1], _HEIGHT - 74, _TOP)
    grid = [
        *(svg.tag("path", d=f"M{_LEFT} {svg.number(y(mark))}H{WIDTH - 140}", class_="grid") for mark in marks),
        *(svg.text(_LEFT - 6, y(mark) + 4, subject.value(mark), class_="faint right") for mark in marks),
        *(svg.text(x(year), _HEIGHT - 54, str(year), class_="faint mid") for year in _years(first, last)),
    ]
    plans: dict[str, list[Row]] = defaultdict(list)
    for row in points:
        plans[row["plan"]].append(row)
    if len(plans) > NAMED:
        drawn = [_crowd(subject, points, len(plans), x, y)]
    else:
        drawn = [
            _plan(subject, its, names.get(plan, plan), x, y, marked=len(plans) <= _MARKED)
            for plan, its in plans.items()
        ]
    ends = [max(its, key=lambda row: int(row["year"])) for its in plans.values()] if len(plans) <= _MARKED else []
    said_ends = svg.apart(
        (x(row["year"]), y(row["value"]) + 4, str(names.get(row["plan"]) or row["plan"])[:20]) for row in ends
    )
    drawn += [svg.text(at + 9, height, said, class_="faint") for at, height, said in said_ends]
    signs = ("stricter", "equal", "weaker", "pending") if len(plans) <= _MARKED else ()
    there = [one for one in signs if any(row["stance"] == one for row in points)]
    key: list[Markup] = []
    if any(row["what"] == "reached" for row in points):
        key = [
            svg.tag("circle", cx=WIDTH - 132, cy=58, r=4, class_="mark m-reached"),
            svg.text(WIDTH - 122, 62, subject.say("kết quả đạt được", "reached"), class_="faint"),
        ]
    return frame(subject, WIDTH, _HEIGHT, legend(subject, there, 12, 62), *key, *grid, *drawn, _steps(asked, x, y))


def _years(first: int, last: int) -> range:
    return range(first, last + 1, 1 if last - first <= 12 else 2)


def _steps(asked: list[Row], x: svg.Scale, y: svg.Scale) -> Markup:
    """What the programme asks: a line from each of its years to the next, one for each group."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in asked:
        groups[row["subgroup"] or ""].append(row)
    return svg.group(
        *(
            svg.tag("path", d=_path([(row["year"], row["value"]) for row in its], x, y), class_="asked")
            for its in groups.values()
        )
    )


def _path(points: list[tuple[int, float]], x: svg.Scale, y: svg.Scale) -> str:
    places = [f"{svg.number(x(year))} {svg.number(y(value))}" for year, value in sorted(points)]
    return f"M{places[0]}h.1" if len(places) == 1 else "M" + "L".join(places)


def _crowd(subject: Subject, points: list[Row], many: int, x: svg.Scale, y: svg.Scale) -> Markup:
    """The lines of very many plans; those that run alike are drawn once."""
    by_plan: dict[str, dict[str, list[tuple[int, float]]]] = {
        "line": defaultdict(list),
        "line reached": defaultdict(list),
    }
    for row in points:
        by_plan["line reached" if row["what"] == "reached" else "line"][row["plan"]].append((row["year"], row["value"]))
    drawn = [
        svg.tag("path", d="".join(sorted({_path(its, x, y) for its in lines.values()})), class_=kind)
        for kind, lines in by_plan.items()
        if lines
    ]
    return svg.group(svg.tag("title", f"{shown.number(many, subject.lang)} {subject.say('kế hoạch', 'plans')}"), *drawn)


def _plan(subject: Subject, rows: list[Row], name: str, x: svg.Scale, y: svg.Scale, *, marked: bool) -> Markup:
    aims = [(row["year"], row["value"]) for row in rows if row["what"] != "reached"]
    reached = [(row["year"], row["value"]) for row in rows if row["what"] == "reached"]
    parts = [svg.tag("title", f"{name}: " + "; ".join(f"{row['year']} {subject.value(row['value'])}" for row in rows))]
    for points, kind in ((aims, "line"), (reached, "line reached")):
        if points:
            parts.append(svg.tag("path", d=_path(points, x, y), class_=kind))
    if marked:
        for row in rows:
            at = x(row["year"]), y(row["value"])
            if row["what"] == "aimed":
                parts.append(svg.sign(row["stance"], *at, 0.9))
            else:
                parts.append(
                    svg.tag(
                        "circle",
                        cx=at[0],
                        cy=at[1],
                        r=4 if row["what"] == "reached" else 2.5,
                        class_=f"mark m-{row['what']}",
                    )
                )
    return svg.group(*parts)
