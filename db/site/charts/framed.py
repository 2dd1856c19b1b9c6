"""What every chart bears: its words, formats and the lines around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from db.site import shown
from db.site.charts import svg
from db.site.unit_values import Locality
from db.views import words

Row = dict[str, Any]

JUDGED = ("stricter", "equal", "weaker")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is drawn: a measure of a programme for one year; `address` gives the link of a locality."""

    title: str
    subtitle: str
    caveat: str
    source: str
    unit: str
    per: float | None
    less: bool
    year: int
    lang: str
    asked: tuple[Row, ...]
    asked_name: str
    address: Callable[[Locality], str]
    notes: dict[str, str] = field(default_factory=dict)

    def say(self, vi: str, en: str) -> str:
        """The words of the language."""
        return vi if self.lang == "vi" else en

    def number(self, value: float) -> str:
        """A number as people write it."""
        return shown.number(value, self.lang, digits=2)

    def value(self, value: float) -> str:
        """A number with its unit."""
        return self.number(value) + shown.unit(self.unit, self.per, self.lang)

    def stance(self, code: str) -> str:
        """A stance in few words."""
        word = words.STANCES.get(code)
        return (
            self.say(word.short_vi, word.en)
            if word
            else self.say("chưa có kế hoạch trong dữ liệu", "no plan in the data")
        )

    def own_value(self, row: Row) -> str:
        """A value of a locality with comparator, in the unit in which it was set; empty where it is no number."""
        return shown.value({**row, "unit": row["value_unit"]}, lang=self.lang)

    @property
    def _due(self) -> Row | None:
        """What the programme asks by the year: its latest value that is due."""
        due = [row for row in self.asked if row["year"] and row["year"] <= self.year] or list(self.asked)
        return max(due, key=lambda row: row["year"] or 0, default=None)

    @property
    def line(self) -> float | None:
        """Where the programme's line runs."""
        return None if self._due is None else self._due["value"]

    @property
    def asked_value(self) -> str:
        """What the programme asks, with comparator and unit."""
        return "" if self._due is None else shown.value(self._due, lang=self.lang)


def label(subject: Subject, one: Locality) -> str:
    """All that a picture says of a locality, for those who cannot see it."""
    said = [
        f"{row['unit_name'] + ': ' if one.merged else ''}"
        f"{subject.own_value(row) or subject.stance(row['stance'])}"
        + (f" ({subject.stance(row['stance'])})" if row["value"] is not None else "")
        for row in one.values
    ]
    return f"{one.name}: {'; '.join(said) or subject.stance('')}"


def frame(subject: Subject, width: float, height: float, *inner: str, kind: str = "chart", note: str = "") -> Markup:
    """A drawing under its title and above its source; `inner` is drawn from 62 down to 42 above the end."""
    foot = [subject.caveat, f"{note}. {subject.source}" if note else subject.source]
    return svg.picture(
        width,
        height,
        f"{subject.title}. {subject.subtitle}",
        svg.tag("rect", width=width, height=height, class_="ground"),
        svg.text(12, 24, subject.title, class_="head"),
        svg.text(12, 43, subject.subtitle, class_="faint"),
        *inner,
        *(svg.text(12, height - 8 - 15 * (len(foot) - 1 - at), line, class_="faint") for at, line in enumerate(foot)),
        kind=kind,
    )


def legend(subject: Subject, stances: list[str], x: float, y: float) -> Markup:
    """The signs with their words, in a row, and the programme's line."""
    parts: list[Markup] = []
    for stance in stances:
        parts += [svg.sign(stance, x + 5, y - 4), svg.text(x + 15, y, subject.stance(stance), class_="faint")]
        x += 32 + 6.2 * len(subject.stance(stance))
    if subject.line is not None:
        parts.append(svg.tag("path", d=f"M{svg.number(x)} {svg.number(y - 4)}h24", class_="asked"))
        said = f"{subject.asked_name} {subject.asked_value}"
        parts.append(svg.text(x + 29, y, said, class_="faint"))
    return svg.group(*parts)
