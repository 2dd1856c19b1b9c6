"""Distribution: how many values lie where, stacked by stance and counted, so that none hides another."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from db.site.charts import svg
from db.site.charts.framed import Subject, frame, legend
from db.site.unit_values import Locality

WIDTH, _HEIGHT, _LEFT, _TOP = 860, 330, 46, 96
_ORDER = ("weaker", "equal", "stricter", "pending", "near", "incomparable")


def draw(subject: Subject, found: list[Locality]) -> Markup:
    """The histogram; a bar is as wide as its values reach."""
    values = [(row["value"], row["stance"]) for one in found for row in one.values if row["value"] is not None]
    edges = svg.ticks(min(value for value, _ in values), max(value for value, _ in values), 14)
    if any(value == edges[-1] for value, _ in values):  # a bar holds what lies from its left edge on
        edges.append(round(2 * edges[-1] - edges[-2], 10))
    counts = [Counter[str]() for _ in edges[1:]]
    for value, stance in values:
        at = next((at for at, edge in enumerate(edges[1:]) if value < edge), len(counts) - 1)
        counts[at][stance] += 1
    tallest = max(count.total() for count in counts)
    base = _HEIGHT - 66
    x = svg.Scale(edges[0], edges[-1], _LEFT, WIDTH - 20)
    y = svg.Scale(0, tallest, base, _TOP)
    bars = [
        _bar(subject, count, x(low), x(high), y) for low, high, count in zip(edges, edges[1:], counts, strict=False)
    ]
    axis = [
        svg.tag("path", d=f"M{_LEFT} {base}H{WIDTH - 20}", class_="axis"),
        *(
            svg.text(x(edge), base + 16, subject.value(edge), class_="faint mid")
            for edge in edges[:: 2 if len(edges) > 10 else 1]
        ),
    ]
    across = []
    if subject.line is not None and edges[0] <= subject.line <= edges[-1]:
        across = [svg.tag("path", d=f"M{svg.number(x(subject.line))} {_TOP - 10}V{base}", class_="asked")]
    there = [one for one in _ORDER if any(count[one] for count in counts)]
    return frame(subject, WIDTH, _HEIGHT, legend(subject, there, 12, 62), *bars, *axis, *across)


def _bar(subject: Subject, count: Counter[str], left: float, right: float, y: svg.Scale) -> Markup:
    if not count:
        return Markup("")
    parts: list[Markup] = []
    below = 0
    for stance in _ORDER:
        if many := count[stance]:
            top, bottom = y(below + many), y(below)
            parts.append(
                svg.tag(
                    "rect",
                    x=left + 1.5,
                    y=top,
                    width=max(right - left - 3, 1),
                    height=bottom - top,
                    class_=f"area f-{stance}",
                )
            )
            if bottom - top >= 14:
                parts.append(svg.sign(stance, (left + right) / 2, (top + bottom) / 2, 0.8))
            below += many
    said = ", ".join(f"{subject.stance(stance)}: {count[stance]}" for stance in _ORDER if count[stance])
    parts.append(svg.text((left + right) / 2, y(below) - 5, str(below), class_="mid strong"))
    return svg.group(svg.tag("title", said), *parts)
