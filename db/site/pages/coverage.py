"""Coverage: which units have sent a plan, which have not, which late."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from typing import Any

from datasette.utils.asgi import Response

from db.site import filters
from db.site.page import Page
from db.site.queries import all_queries
from db.views import unit_names, words

Row = dict[str, Any]

# A day that never comes: nothing is late. The last day of the units of before July 2025.
_NEVER, _LAST_DAY = "9999-12-31", "2025-06-30"

# Units of a level that are listed by name at once; above, by province until one is chosen.
NAMED = 1000


async def coverage(page: Page) -> Response:
    """The page."""
    level = page.choice("level", ("province", "district", "commune"), "province")
    year = page.integer("year", *filters.YEARS)
    programme = page.programme()
    issued = programme["issued_on"]
    on = _date(page, "on") or (f"{year}-01-01" if year else _day(programme, level))
    today = on >= unit_names.REFORM
    # What a unit of today has issued is never late for a day before there was that unit.
    usual = f"{year}-03-31" if year else "" if today else f"{int(issued[:4]) + 1}{issued[4:]}"
    due = _date(page, "due") or usual
    state = page.choice("state", list(words.COVERAGE))
    given = {"level": level, "year": year or "", "programme": programme["id"], "due": due or _NEVER, "on": on}
    units = await page.kept("coverage_units", given, show=False)
    provinces = list(dict.fromkeys(row["province"] for row in units))
    province = page.choice("province", provinces)
    wanted = [row for row in units if province in ("", row["province"])]
    listed = [row | {"earlier": json.loads(row["earlier"] or "[]")} for row in wanted if state in ("", row["state"])]
    # What the foot of the page leads to is what the page shows.
    page.used.append(
        (
            all_queries()["coverage_units"],
            {key: value for key, value in {**given, "province": province, "state": state}.items() if value},
        )
    )
    return await page.render(
        "coverage",
        title=page.say(
            "Đơn vị nào đã gửi, chưa gửi, gửi muộn kế hoạch?",
            "Which units have sent a plan, which have not, which late?",
        ),
        level=level,
        year=year,
        due=due,
        on=on,
        today=today,
        reform=unit_names.REFORM,
        before=issued if issued < unit_names.REFORM else _LAST_DAY,
        state=state,
        province=province,
        provinces=[{"value": name, "plans": count} for name, count in _counted(units).items()],
        programme=programme,
        counts=Counter(row["state"] for row in wanted),
        total=len(wanted),
        by_province=_by_province(units) if level != "province" else [],
        units=listed if level == "province" or province or len(listed) <= NAMED else [],
        listed=len(listed),
    )


def _day(programme: Row, level: str) -> str:
    """The day whose units count: today's while the programme runs, those of its issue where it is over; districts are those there were."""
    ended = programme["ended"] or level == "district"
    return str(programme["issued_on"]) if ended else max(unit_names.REFORM, str(programme["issued_on"]))


def _counted(units: list[Row]) -> dict[str, int]:
    return dict(Counter(row["province"] for row in units))


def _by_province(units: list[Row]) -> list[tuple[str, Counter[str]]]:
    grouped: dict[str, Counter[str]] = defaultdict(Counter)
    for row in units:
        grouped[row["province"]][row["state"]] += 1
    return list(grouped.items())


def _date(page: Page, name: str) -> str:
    given = page.text(name)
    if not given or re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", given):
        return given
    page.choice(name, ("2024-03-31 …",))
    return ""
