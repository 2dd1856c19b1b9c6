"""What the map is coloured by: stance, value, adoption of the measure, coverage of the programme."""

from __future__ import annotations

from collections.abc import Mapping

from db.site.charts import svg
from db.site.charts.country import Colours
from db.site.charts.framed import Subject
from db.site.unit_values import Locality, Row, codes_of_province, gravest
from db.views import words

BY = {
    "stance": words.Word("", "kết quả so sánh", "so sánh", "stance"),
    "value": words.Word("", "mức phấn đấu", "mức phấn đấu", "value"),
    "adoption": words.Word("", "tỷ lệ kế hoạch có đặt mức", "có đặt mức", "adoption"),
    "coverage": words.Word("", "đã gửi kế hoạch", "đã gửi kế hoạch", "coverage"),
}
_STEPS = 5
# Signs of stances without a value, as words.
_WORDLESS = {code: words.STANCES[code].sign for code in ("absent", "unquantified")}
# Codes of a province that no merger touched: its own and the one it had before.
_UNCHANGED = 2


def by_stance(subject: Subject, found: list[Locality]) -> Colours:
    """By the gravest stance of a unit's values."""
    there = {gravest([row]) for one in found for row in one.values} | {""}
    order = ("stricter", "equal", "weaker", "pending", "near", "unquantified", "incomparable", "absent", "")

    def of(_code: str, rows: list[Row]) -> tuple[str, str]:
        stance = gravest(rows)
        return f"f-{stance or 'none'}", _WORDLESS.get(stance, stance)

    key = tuple((f"f-{one or 'none'}", _WORDLESS.get(one, one), subject.stance(one)) for one in order if one in there)
    return Colours(subject.say("So với mức chương trình", "Against the programme"), of, key)


def by_value(subject: Subject, found: list[Locality]) -> Colours:
    """By the value itself in five steps of equal width, darker where it is higher; the weaker one where a unit has several."""
    numbers = [value for one in found for value in one.numbers]
    edges = svg.ticks(min(numbers, default=0), max(numbers, default=1), _STEPS)
    width = (edges[-1] - edges[0]) / _STEPS

    def step(value: float) -> int:
        return min(int((value - edges[0]) / width), _STEPS - 1) + 1

    def of(_code: str, rows: list[Row]) -> tuple[str, str]:
        its = [row["value"] for row in rows if row["value"] is not None]
        if not its:
            return f"f-{gravest(rows) or 'none'}", ""
        value = max(its) if subject.less else min(its)
        return f"r-{step(value)}", subject.number(value)

    steps = [
        (f"r-{at + 1}", "", f"{subject.number(edges[0] + at * width)} – {subject.value(edges[0] + (at + 1) * width)}")
        for at in range(_STEPS)
    ]
    rest = (("f-absent", "", subject.stance("absent")), ("f-none", "", subject.stance("")))
    return Colours(subject.say("Mức phấn đấu", "Value aimed at"), of, (*steps, *rest))


def by_adoption(subject: Subject, counts: Mapping[str, tuple[int, int]]) -> Colours:
    """By the share of the plans of all levels in a province that set a value; `counts` has how many do, of how many, by code."""

    def of(code: str, _rows: list[Row]) -> tuple[str, str]:
        its = [counts[one] for one in codes_of_province(code) if one in counts]
        adopted, plans = sum(one for one, _ in its), sum(all_ for _, all_ in its)
        if not plans:
            return "f-none", ""
        at = 1 if not adopted else 5 if adopted == plans else 3 if adopted * 2 < plans else 4
        return f"r-{at}", f"{adopted}/{plans}"

    key = (
        ("r-5", "", subject.say("mọi kế hoạch", "all plans")),
        ("r-4", "", subject.say("từ một nửa trở lên", "half or more")),
        ("r-3", "", subject.say("dưới một nửa", "fewer than half")),
        ("r-1", "", subject.say("không kế hoạch nào", "none")),
        ("f-none", "", subject.stance("")),
    )
    return Colours(subject.say("Kế hoạch có đặt mức", "Plans that set a value"), of, key)


def by_coverage(subject: Subject, sent: set[str], *, today: bool) -> Colours:
    """By whether a province has sent a plan that carries out the programme; `sent` has their codes."""

    def of(code: str, _rows: list[Row]) -> tuple[str, str]:
        its = codes_of_province(code)
        if code in sent and (code.startswith("2025") or not today):
            return "r-5", ""
        if not any(one in sent for one in its):
            return "f-none", ""
        return ("r-5" if len(its) == _UNCHANGED else "r-3"), ""

    own = ("r-5", "", subject.say("đã gửi", "sent"))
    before = ("r-3", "", subject.say("dùng kế hoạch trước sắp xếp", "plan from before the merger"))
    none = ("f-none", "", subject.stance(""))
    return Colours(subject.say("Kế hoạch đã gửi", "Plans sent"), of, (own, before, none) if today else (own, none))
