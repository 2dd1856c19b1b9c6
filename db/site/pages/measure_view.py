"""What one asks of a measure's page: the filters of its address, and the localities with their values that every part of it shows."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from corpus.units import Unit
from db.comparison.stances import STANCES
from db.site import filters, shown, unit_values
from db.site.charts import colours, country
from db.site.charts.framed import Subject
from db.site.page import Page
from db.site.unit_values import Locality
from db.views import words

Row = dict[str, Any]

LEVELS = {
    "province": words.Word("", "tỉnh, thành phố", "tỉnh, thành phố", "provinces"),
    "district": words.Word("", "huyện (đến 6/2025)", "huyện (đến 6/2025)", "districts (until June 2025)"),
    "commune": words.Word("", "xã, phường, đặc khu", "xã, phường, đặc khu", "communes"),
}
SORTS = {
    "value": words.Word("", "mức phấn đấu", "mức phấn đấu", "value"),
    "region": words.Word("", "vùng", "vùng", "region"),
    "name": words.Word("", "tên", "tên", "name"),
}
TABS = ("chart", "table", "map")
FIGURES = ("ranked", "spread", "trend", "map")
# A chart shows all localities where they are no more than all districts; more go onto pages of so many, and those of a table on pages of so many.
WHOLE, SHOWN, LISTED = 700, 300, 100
CAVEAT = (
    "Mức toàn quốc; địa phương xác định theo điều kiện thực tế. ▼ cần giải trình, không phải là sai.",
    "A level for the whole country; localities set theirs by their conditions. ▼ asks for an explanation, it is no error.",
)


@dataclass(frozen=True)
class View:
    """What is shown of a measure. `found` has every locality that the filters leave, `years` how many plans set a value for which year."""

    page: Page
    programme: Row
    asked: list[Row]
    level: str
    order: str
    province: str
    kind: str
    year: int
    group: str
    only: str
    sort: str
    by: str
    at: str
    figure: str
    years: list[Row]
    found: list[Locality] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The code of the measure."""
        return str(self.asked[0]["measure"])

    @property
    def parameters(self) -> dict[str, Any]:
        """What the named queries about this measure take."""
        return {"measure": self.code, "programme": self.programme["id"], "level": self.level, "province": self.province}

    @cached_property
    def rows(self) -> list[Locality]:
        """The localities in the order asked for: all of them where they are few, else those that have a plan."""
        every = self.level == "province" and not self.only
        its = [one for one in self.found if one.values or every]
        return unit_values.ordered(its, self.sort, self.asked[0]["direction"] == "less")

    @property
    def shown(self) -> int:
        """How many localities stand on a page of a chart."""
        return WHOLE if len(self.rows) <= WHOLE else SHOWN

    @cached_property
    def known(self) -> list[Locality]:
        """The localities that have a value or a stance."""
        return [one for one in self.found if one.values]

    @cached_property
    def numbers(self) -> int:
        """How many values are numbers."""
        return sum(len(one.numbers) for one in self.found)

    @property
    def choices(self) -> dict[str, Any]:
        """What the form offers."""
        counts = {row["year"]: row["plans"] for row in self.years if row["level"] == self.level}
        offered = sorted({self.year, *counts, *(row["year"] for row in self.asked if row["year"])})
        return {
            "level": LEVELS,
            "units": {code: word for code, word in filters.UNITS.items() if code == "old" or self.level != "district"},
            "province": [unit_values.short_name(unit) for unit in unit_values.of_level(self.order, "province")],
            "year": [(year, counts.get(year, 0)) for year in offered],
            "group": sorted({row["subgroup"] for row in self.asked if row["subgroup"]}),
            "kind": filters.KINDS,
            "sort": SORTS,
            "colour": colours.BY,
        }

    @cached_property
    def chosen(self) -> Locality | None:
        """The locality that is looked at."""
        return next((one for one in self.found if one.unit.code == self.at), None)

    def address(self, one: Locality) -> str:
        """The link of a locality: a province opens beside the map, another its plan."""
        if one.unit.level != "province" and one.values:
            return self.page.url(f"/plans/{one.values[0]['plan']}") + f"#r-{one.values[0]['key']}"
        return self.page.here(tab="map", at=one.unit.code, embed=None, level=None, page=None, only=None) + "#at"

    @cached_property
    def subject(self) -> Subject:
        """What charts need to know."""
        say, measure = self.page.say, self.asked[0]
        what = say(LEVELS[self.level].vi, LEVELS[self.level].en)
        where = f" · {self.province}" if self.province else ""
        order = say(filters.UNITS[self.order].vi, filters.UNITS[self.order].en)
        group = f" · {self.group}" if self.group else ""
        decision = say(self.programme["decision_vi"], self.programme["decision_en"])
        return Subject(
            title=f"{self.code} · {say(measure['short_vi'], measure['name_en'])}, {self.year}{group}",
            subtitle=f"{say('Mức phấn đấu của', 'Values of')} {what}{where} ({order}), {say('so với', 'against')} {decision}",
            caveat=say(*CAVEAT),
            source=say("Nguồn: kế hoạch của địa phương, kehoach", "Source: plans of localities, kehoach"),
            unit=measure["unit"],
            per=measure["per"],
            less=measure["direction"] == "less",
            year=self.year,
            lang=self.page.lang,
            asked=tuple(row for row in self.asked if not self.group or row["subgroup"] in (None, self.group)),
            asked_name=say(self.programme["kind_vi"], self.programme["kind_en"]).capitalize(),
            address=self.address,
        )

    def why_empty(self) -> str:
        """Why there is nothing to draw, and where there is something."""
        say = self.page.say
        there = [
            f"{say(LEVELS[row['level']].vi, LEVELS[row['level']].en)} {row['year']} ({row['plans']})"
            for row in self.years
            if row["level"] in LEVELS
        ]
        if not there:
            return say("Không có kế hoạch nào đặt mức cho chỉ tiêu này.", "No plan sets a value for this measure.")
        asked = [
            LEVELS[self.level].vi if self.page.lang == "vi" else LEVELS[self.level].en,
            str(self.year),
            self.province,
            self.group,
        ]
        asked += [say(words.STANCES[self.only].short_vi, words.STANCES[self.only].en)] if self.only else []
        asked += [say(filters.KINDS[self.kind].vi, filters.KINDS[self.kind].en)] if self.kind else []
        what = ", ".join(one for one in asked if one)
        most = "; ".join(there[:8])
        return say(
            f"Không có mức nào cho: {what}. Có số kế hoạch đặt mức ở: {most}.",
            f"No value for: {what}. Plans that set one: {most}.",
        )


async def read(page: Page, code: str) -> View | None:
    """What an address asks for; `None` where the programme has no such measure."""
    programme = page.programme()
    asked = await page.query("programme", programme=programme["id"], measure=code.lower())
    if not asked:
        return None
    level = page.choice("level", list(LEVELS), "province")
    order = page.choice("units", list(filters.UNITS), "new")
    order = "old" if level == "district" else order
    years = await page.kept("measure_years", {"measure": code, "programme": programme["id"]}, show=False)
    groups = sorted({row["subgroup"] for row in asked if row["subgroup"]})
    provinces = {unit_values.short_name(unit): unit for unit in unit_values.of_level(order, "province")}
    view = View(
        page=page,
        programme=programme,
        asked=asked,
        level=level,
        order=order,
        province=page.choice("province", [*provinces, *(unit.name for unit in provinces.values())]),
        kind=page.choice("kind", list(filters.KINDS)),
        year=page.integer("year", *filters.YEARS) or _usual_year(years, level, asked),
        group=page.choice("group", groups, groups[0] if groups else ""),
        only=page.choice("only", list(STANCES)),
        sort=page.choice("sort", list(SORTS), "value"),
        by=page.choice("colour", list(colours.BY), "stance"),
        at=page.text("at"),
        figure=page.choice("figure", FIGURES),
        years=years,
    )
    view.found.extend(await _localities(view, _province(view.province, order)))
    return view


def _province(name: str, order: str) -> Unit | None:
    return next(
        (
            unit
            for unit in unit_values.of_level(order, "province")
            if name and name in (unit.name, unit_values.short_name(unit))
        ),
        None,
    )


def _usual_year(years: list[Row], level: str, asked: list[Row]) -> int:
    """The year of the programme for which most plans of a level set a value; the latest of several."""
    of_programme: list[int] = sorted({row["year"] for row in asked if row["year"]})
    counts = {row["year"]: row["plans"] for row in years if row["level"] == level}
    there: list[int] = of_programme or list(counts) or [2030]
    return max(there, key=lambda year: (counts.get(year, 0), year))


async def _localities(view: View, within: Unit | None) -> list[Locality]:
    found = await _held(view, view.level, within)
    return [one for one in found if not view.only or any(row["stance"] == view.only for row in one.values)]


async def communes(view: View, province: Unit) -> list[Locality]:
    """The communes of a province with what holds there, for the tiles beside the map."""
    return await _held(view, "commune", province)


async def _held(view: View, level: str, within: Unit | None) -> list[Locality]:
    """The localities of a level with what holds there, of one province or of all.

    Of all districts or communes there are only those with values, and of these what ranks them (`told` has the rest).
    """
    given = {
        "measure": view.code,
        "programme": view.programme["id"],
        "level": level,
        "year": view.year,
        "kind": view.kind,
        "within": json.dumps(unit_values.codes_of_province(within.code)) if within else "",
    }
    if level == "province" or within:
        rows = await view.page.query("measure_localities", given)
        code = within.code if within else ""
        return unit_values.gathered(rows, view.order, level, within=code, kind=view.kind, group=view.group)
    rows = await view.page.kept("measure_stands", given, show=False)
    view.page.show("measure_localities", given)  # the foot leads to all that is told
    return unit_values.gathered(rows, view.order, level, kind=view.kind, group=view.group, every=False)


async def told(view: View, found: list[Locality]) -> list[Locality]:
    """Some localities with all that is told of their values: sentences, baselines, what the programme asks."""
    documents = sorted({row["document"] for one in found for row in one.values if "quote" not in row})
    if not documents:
        return found
    given = {
        "measure": view.code,
        "programme": view.programme["id"],
        "level": view.level,
        "year": view.year,
        "documents": json.dumps(documents),
    }
    whole = {row["cell"]: row for row in await view.page.query("measure_localities", given, show=False)}
    return [replace(one, values=tuple(whole.get(row["cell"], row) for row in one.values)) for one in found]


async def map_colours(view: View) -> country.Colours:
    """What the map is coloured by."""
    given = {"measure": view.code, "programme": view.programme["id"], "kind": view.kind, "year": view.year}
    if view.by == "value":
        return colours.by_value(view.subject, view.found)
    if view.by == "adoption":
        counted = await view.page.kept("measure_adoption", given)
        return colours.by_adoption(view.subject, {row["code"]: (row["adopted"], row["plans"]) for row in counted})
    if view.by == "coverage":
        sent = await view.page.kept("province_plans", {"programme": view.programme["id"]})
        return colours.by_coverage(view.subject, {row["code"] for row in sent}, today=view.order == "new")
    return colours.by_stance(view.subject, view.found)


def cited(view: View, moment: str | None) -> str:
    """How the data are cited."""
    return view.page.say(
        f"kehoach: {view.subject.title}; {view.subject.subtitle}. {len(view.known)} địa phương có kế hoạch trong dữ liệu"
        f"{', cập nhật ' + shown.moment(moment) if moment else ''}.",
        f"kehoach: {view.subject.title}; {view.subject.subtitle}. {len(view.known)} localities with a plan in the data"
        f"{', as of ' + shown.moment(moment) if moment else ''}.",
    )
