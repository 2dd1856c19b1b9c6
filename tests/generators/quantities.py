"""Numbers as offices write them: signs, ranges, fractions, rates, missing spaces; and numbers that are names."""

from __future__ import annotations

import random
from typing import Any

from tests.generators.case import Case
from tests.generators.prose import WHO, Draw, document, number


def case(draw: random.Random) -> Case:
    """A plan with lines that each hold one number that is a value, beside some that are none."""
    made = Draw(draw)
    lines, expect = [], []
    for _ in range(draw.randint(2, 5)):
        words, fields = _value(made)
        who = made.pick(WHO)
        before = made.pick(("đạt ", "ở mức ", "duy trì ", ""))
        name = made.pick(("", " phủ sóng 5G", " theo Nghị quyết 27", " của Xã Đông Hải 2", " trên đường Quốc lộ 10"))
        lines.append(f"Tỷ lệ {who}{name} có biển báo {before}{words} vào năm {made.year()}")
        expect.append({"kind": "quantitative", "comparator": "="} | fields)
    return Case(data=document(lines, "- "), expect={"targets": expect})


def _value(made: Draw) -> tuple[str, dict[str, Any]]:
    draw = made.draw
    a, b = made.shares(2)
    whole = draw.randint(2, 30)
    return draw.choice(
        (
            (f"{number(a)}%", {"value": a, "unit": "percent"}),
            (f"{number(a)} %", {"value": a, "unit": "percent"}),
            (f"{number(int(a) + 0.125)}%", {"value": int(a) + 0.125, "unit": "percent"}),
            (f"{number(a)} phần trăm", {"value": a, "unit": "percent"}),
            (
                f"từ {number(a)}% đến {number(b)}%",
                {"value": a, "value_high": b, "comparator": "range", "unit": "percent"},
            ),
            (
                f"{int(a)}÷{int(b) + 1}%",
                {"value": int(a), "value_high": int(b) + 1, "comparator": "range", "unit": "percent"},
            ),
            (
                f"{int(a)} - {int(b) + 1}%",
                {"value": int(a), "value_high": int(b) + 1, "comparator": "range", "unit": "percent"},
            ),
            (f"{whole},5‰", {"value": whole + 0.5, "unit": "per", "per": 1000}),
            (f"{whole},5%o", {"value": whole + 0.5, "unit": "per", "per": 1000}),
            (f"{whole}%0", {"value": whole, "unit": "per", "per": 1000}),
            (f"{whole}/1.000 dân", {"value": whole, "unit": "per", "per": 1000}),
            (f"{whole} ca/100.000 dân", {"value": whole, "unit": "per", "per": 100000}),
            (f"{100 + whole} trẻ trai/100 trẻ gái", {"value": 100 + whole, "unit": "per", "per": 100}),
            (f"⩾ {number(a)}%", {"value": a, "comparator": ">=", "unit": "percent"}),
            (f"=> {number(a)}%", {"value": a, "comparator": ">=", "unit": "percent"}),
            (f"dưới hoặc bằng {number(a)}%", {"value": a, "comparator": "<=", "unit": "percent"}),
            (f"{number(a)}% trở lên", {"value": a, "comparator": ">=", "unit": "percent"}),
            (f"từ {number(a)}% trở lên", {"value": a, "comparator": ">=", "unit": "percent"}),
            (f"gấp {number(1.7)} lần", {"value": 1.7, "unit": "times"}),
        )
    )
