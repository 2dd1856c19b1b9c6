"""What every page has: its language, its checked parameters, notes, addresses that keep their state, the queries it ran."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markupsafe import Markup, escape
from rapidfuzz import fuzz

from db.review import audit
from db.schema.iso_dates import date_vi
from db.site import fields, queries, shown
from db.site.access import may
from db.site.cache import Stamp
from db.site.guard.headers import POLICY
from db.site.guard.people import address_of
from db.views import unit_names, words
from patterns.fold import fold

Row = dict[str, Any]

LANGUAGES = ("vi", "en")

# Pages about one programme, whose addresses say which.
_OF_PROGRAMME = re.compile(r"/(?:compare|measures|coverage|progress)(?:$|[.?]|/(?!cell))")

# How alike (0 to 100) what is suggested must be to what was asked for.
_NEAR = 50

# What our pages may load; every answer gets the rest of its headers at the gate.
SECURITY = {"content-security-policy": POLICY}


class Page:
    """One request to the site, while it is answered."""

    def __init__(self, datasette: Datasette, request: Request) -> None:
        self.datasette = datasette
        self.request = request
        self.notes: list[str] = []
        self.used: list[tuple[queries.Query, dict[str, Any]]] = []
        self.programmes: list[Row] = []
        self._asked: set[str] = {"lang", "next", "_context"}
        self._once: set[str] = set()
        self._stamp: Stamp | None = None
        # Where this page stands; what sends a form shows the page that the form is on.
        self.path = request.path.removeprefix(datasette.setting("base_url").rstrip("/"))
        lang = request.args.get("lang") or "vi"
        self.lang = lang if lang in LANGUAGES else "vi"

    # --- words and addresses -------------------------------------------------------------------------------------

    def say(self, vi: str, en: str) -> str:
        """The words of the page's language."""
        return vi if self.lang == "vi" else en

    def word(self, known: Mapping[str, words.Word], code: str | None, *, short: bool = False) -> str:
        """The words of a code of the database."""
        found = known.get(code or "")
        if found is None:
            return code or ""
        return self.say(found.short_vi if short else found.vi, found.en)

    def url(self, path: str, **parameters: Any) -> str:
        """An address on the site with its parameters; the language stays."""
        given = {name: value for name, value in parameters.items() if value not in (None, "", False, [])}
        if self.programmes and _OF_PROGRAMME.match(path):
            given.setdefault("programme", self._programme()["id"])
        if self.lang != "vi" and "lang" not in parameters:
            given.setdefault("lang", self.lang)
        return f"{self.datasette.urls.path(path)}{'?' + urlencode(given, doseq=True) if given else ''}"

    def here(self, **changes: Any) -> str:
        """This page's address with some parameters changed (`None` drops one)."""
        return self.action(self.path, **changes)

    def action(self, path: str, **changes: Any) -> str:
        """An address with the parameters of this page, some changed: where its forms are sent, so that the page can be shown again."""
        given: dict[str, Any] = {
            name: self.request.args.getlist(name) for name in self.request.args if name not in self._once
        }
        given = {name: values if len(values) > 1 else values[0] for name, values in given.items()} | changes
        return self.url(path, **given)

    def absolute(self, path: str, **parameters: Any) -> str:
        """The whole address of a page, for what is read elsewhere than on the site."""
        return self.whole(self.url(path, **parameters))

    def fields(self, *without: str) -> list[tuple[str, str]]:
        """The parameters of this page's address for the hidden fields of a form, some left out."""
        return [
            (name, value)
            for name in self.request.args
            if name not in without and name not in self._once
            for value in self.request.args.getlist(name)
        ]

    def whole(self, address: str) -> str:
        """An address with the site's own before it, to be sent to others."""
        gate = self.datasette.kehoach_gate
        scheme = "https" if gate.https else self.request.scheme
        return f"{scheme}://{gate.hosts.public(self.request.host)}{address}"

    def picture(self, path: str) -> str:
        """The address of a picture of what this page shows, with the filters of the page."""
        given = {name: self.request.args.get(name) for name in self.request.args}
        return self.url(
            path, **{name: value for name, value in given.items() if name not in ("tab", "embed", "figure")}
        )

    # --- parameters ----------------------------------------------------------------------------------------------

    def text(self, name: str) -> str:
        """A parameter as it is, white space made one."""
        self._asked.add(name)
        return " ".join((self.request.args.get(name) or "").replace("\x00", "").split())[:500]

    def texts(self, name: str) -> list[str]:
        """All that is given of a parameter that may stand several times (`plan=…&plan=…`), each once, in order."""
        self._asked.add(name)
        given = (" ".join(one.replace("\x00", "").split())[:500] for one in self.request.args.getlist(name))
        return list(dict.fromkeys(one for one in given if one))

    def choice(self, name: str, allowed: Collection[str], default: str = "") -> str:
        """A parameter that is one of some words; another is ignored with a note."""
        given = self.text(name)
        if not given or given in allowed:
            return given or default
        self._ignored(name, given, ", ".join(list(allowed)[:12]))
        return default

    def once(self, name: str) -> int | None:
        """A number that the page says something about this once: it is in none of its links."""
        self._once.add(name)
        return self.integer(name, 0, 999_999_999)

    def integer(self, name: str, low: int, high: int) -> int | None:
        """A parameter that is a whole number within bounds; another is ignored with a note."""
        given = self.text(name)
        if not given:
            return None
        if re.fullmatch(r"\d{1,9}", given) and low <= int(given) <= high:
            return int(given)
        self._ignored(name, given, f"{low}–{high}")
        return None

    def _ignored(self, name: str, given: str, there: str) -> None:
        self.notes.append(
            self.say(
                f"Bỏ qua {name}={shown.shorten(given, 40)}: giá trị không có. Có: {there}.",
                f"{name}={shown.shorten(given, 40)} was ignored: there is no such value. There are: {there}.",
            )
        )

    def _unknown(self) -> list[str]:
        unknown = [name for name in self.request.args if name not in self._asked and not name.startswith("_")]
        if not unknown:
            return []
        names = ", ".join(shown.shorten(name, 40) for name in unknown[:5])
        return [self.say(f"Bỏ qua tham số không dùng ở trang này: {names}.", f"Ignored, of no use here: {names}.")]

    # --- the programme that plans are held against ------------------------------------------------------------

    async def know_programmes(self) -> None:
        """Reads which programmes there are: addresses of pages about one bear it."""
        self.programmes = await self.kept("programme_list", show=False)

    def _programme(self) -> Row:
        asked = self.request.args.get("programme")
        return next((row for row in self.programmes if row["id"] == asked), self.programmes[0])

    def programme(self) -> Row:
        """The programme that the address asks for, the default of the database where it asks for none that there is."""
        self.choice("programme", [row["id"] for row in self.programmes])
        return self._programme()

    @property
    def lacks_programme(self) -> bool:
        """Whether the address is of a page about one programme and does not say which."""
        path = self.request.path.removeprefix(self.datasette.setting("base_url").rstrip("/"))
        return bool(self.programmes and _OF_PROGRAMME.match(path) and not self.request.args.get("programme"))

    # --- data ----------------------------------------------------------------------------------------------------

    async def query(
        self,
        name: str,
        asked: Mapping[str, Any] | None = None,
        /,
        *,
        show: bool = True,
        limited: bool = True,
        **more: Any,
    ) -> list[Row]:
        """The rows of a named query for some parameters; `show` lists it at the foot of the page, files are not `limited` in time."""
        given = {**(asked or {}), **more}
        if show:
            self.show(name, given)
        return await queries.run(self.datasette, name, given, limited=limited)

    def show(self, name: str, given: Mapping[str, Any]) -> None:
        """Lists a named query at the foot of the page."""
        query = queries.all_queries()[name]
        given_here = {key: value for key, value in given.items() if value not in (None, "")}
        self.used.append((query, {key: given_here[key] for key in query.parameters if key in given_here}))

    async def stamp(self) -> Stamp:
        """What changes whenever the data do, as it was when this request first asked for it; a form may itself change them."""
        if self._stamp is None or self.request.method == "POST":
            self._stamp = await queries.read(self.datasette, queries.stamp)
        return self._stamp

    async def kept(self, name: str, asked: Mapping[str, Any] | None = None, /, *, show: bool = True) -> list[Row]:
        """The rows of a named query that counts everything: kept until plans, decisions or corrections change (`db.site.cache`)."""
        given = tuple(sorted((asked or {}).items()))
        rows: list[Row] = await self.datasette.kehoach_counted.of(
            (name, given),
            await self.stamp(),
            lambda: queries.run(self.datasette, name, asked or {}),
            lambda rows: 1 + len(rows),
        )
        if show:
            self.used.append((queries.all_queries()[name], dict(given)))
        return rows

    async def may(self, action: str) -> bool:
        """Whether the person may do something: `review`, `correct`, `upload`, `remove` or `answer`."""
        return await may(self.datasette, self.request.actor, action)

    def log(self, act: audit.Act, *, about: str = "", more: str = "", who: str = "") -> None:
        """Notes in the log what the person has done."""
        name = who or str((self.request.actor or {"id": "–"})["id"])
        address = address_of(self.request)
        audit.record(self.datasette.kehoach_path, act, who=name, where="site", about=about, more=more, address=address)

    # --- answers -------------------------------------------------------------------------------------------------

    async def shared(self) -> dict[str, Any]:
        """What every template may use."""
        return {
            "page": self,
            "say": self.say,
            "programmes": self.programmes,
            "url": self.url,
            "here": self.here,
            "lang": self.lang,
            "words": words,
            "value": lambda row, prefix="": shown.value(row, prefix, self.lang),
            "num": lambda number: shown.number(number, self.lang),
            "off": lambda amount, row: shown.difference(amount, row, self.lang),
            "day": date_vi,
            "moment": shown.moment,
            "about": shown.about,
            "spelled": shown.spelled,
            "period": shown.period,
            "place": unit_names.place,
            "above": unit_names.above,
            "since": unit_names.since,
            "whole_place": unit_names.full,
            "unit_name": unit_names.name_of,
            "shorten": shown.shorten,
            "kinds_of_records": fields.kinds(),
            "field_name": lambda kind, name: self.say(*fields.label(kind, name)),
            "field_value": lambda kind, name, value: fields.said(kind, name, value, self.lang),
            "half": lambda message: shown.half(message, self.lang),
            "stance": self.stance,
            "notes": [*self.notes, *self._unknown()],
            "used": self.used,
            "can_upload": await self.may("upload"),
            "can_review": await self.may("review"),
            "can_correct": await self.may("correct"),
            "can_remove": await self.may("remove"),
            "can_answer": await self.may("answer"),
            "version": self.datasette.kehoach_assets,
        }

    async def render(self, template: str, *, status: int = 200, title: str = "", **context: Any) -> Response:
        """The page as HTML."""
        shared = await self.shared()
        html = await self.datasette.render_template(
            [f"kehoach/{template}.html"],
            shared | {"title": title} | context,
            request=self.request,
            view_name=f"kehoach-{template}",
        )
        return Response.html(html, status=status, headers=dict(SECURITY))

    def stance(self, code: str | None, *, short: bool = True) -> Markup:
        """A stance as its sign, with its words for those who cannot see it or do not know it yet."""
        word = words.STANCES.get(code or "")
        if word is None:
            return Markup("")
        said = self.say(word.short_vi if short else word.vi, word.en)
        return Markup(
            '<span class="stance s-{}" title="{}"><span aria-hidden="true">{}</span><span class="vh">{}</span></span>'
        ).format(code, said, word.sign, said)

    async def missing(self, what: str, asked: str, near: Iterable[tuple[str, str]]) -> Response:
        """A page that says what is not there, and what comes near."""
        return await self.render(
            "missing",
            status=404,
            title=self.say("Không tìm thấy", "Not found"),
            what=what,
            asked=asked,
            near=list(near),
        )

    async def refuse(self, why: str) -> Response:
        """A page that says that one may not; nothing was written."""
        return await self.render("refused", status=403, title=self.say("Chưa được phép", "Not allowed"), message=why)

    def redirect(self, address: str, status: int = 303) -> Response:
        """To another address."""
        return Response.redirect(address, status=status)


def nearest(asked: str, known: Mapping[str, str], limit: int = 6) -> list[str]:
    """The keys whose key or name comes nearest to what was asked for.

    Args:
        asked: words, accents not needed.
        known: names by key.
        limit: how many at most.
    """
    said = fold(asked)
    scores = {
        key: max(fuzz.WRatio(said, fold(name)), fuzz.WRatio(said, fold(key)), fuzz.ratio(said, fold(key)))
        for key, name in known.items()
    }
    best = sorted(scores, key=lambda key: -scores[key])[:limit]
    return [key for key in best if scores[key] >= _NEAR]


def emphasised(text: str, places: Iterable[tuple[int, int]]) -> Markup:
    """A text with some of its places marked; everything is escaped."""
    out, at = [], 0
    for start, end in sorted(places):
        if start < at:
            continue
        out += [escape(text[at:start]), Markup("<mark>"), escape(text[start:end]), Markup("</mark>")]
        at = end
    return Markup("").join([*out, escape(text[at:])])
