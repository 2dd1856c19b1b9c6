"""Which programme a citation means, and which programmes a plan carries out by what its opening cites.

Numbers begin anew every year and in every province: 06/QĐ-TTg is one programme in 2014 and another in 2022.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

import regex

from corpus.programme.model import Programme
from patterns import issuers, places, subjects
from patterns.fold import fold


class Cited(Protocol):
    """What a citation says of the document that it means, and its role in the plan."""

    @property
    def number(self) -> str | None: ...
    @property
    def issued_on(self) -> str | None: ...
    @property
    def issuer(self) -> str | None: ...
    @property
    def role(self) -> str: ...


def meant(cited: Cited, programmes: Sequence[Programme]) -> Programme | None:
    """The programme that a citation means: its number, and neither year nor issuer against it; none where two fit as well."""
    fitting = [one for one in programmes if _fits(cited, one)]
    if len(fitting) > 1:
        fitting = [one for one in fitting if cited.issued_on == one.issued_on.isoformat()]
    return fitting[0] if len(fitting) == 1 else None


def carried_out(
    cited: Iterable[Cited], programmes: Sequence[Programme], *, title: str | None, opening: str
) -> list[tuple[Programme, Cited | None]]:
    """The programmes that a plan carries out, with the citation of each (`None` where it is named without its number).

    What the opening says it carries out (`Thực hiện …`, role `implements`) counts, and what the title names. Where there is nothing of the
    kind, what the opening grounds itself on (`Căn cứ …`, role `basis`), and what it names.
    """
    by_role: dict[str, dict[str, tuple[Programme, Cited | None]]] = {"implements": {}, "basis": {}}
    for one in cited:
        if one.role in by_role and (programme := meant(one, programmes)) is not None:
            by_role[one.role].setdefault(programme.id, (programme, one))
    for role, words in (("implements", title or ""), ("basis", opening)):
        said = fold(words)
        for programme in programmes:
            if programme.id not in by_role[role] and _is_named(said, programme):
                by_role[role][programme.id] = (programme, by_role["basis"].get(programme.id, (programme, None))[1])
    return list((by_role["implements"] or by_role["basis"]).values())


def is_named(words: str, programme: Programme) -> bool:
    """Whether words name the programme, and no other period behind the name speaks against it (`… giai đoạn 2012-2020`).

    That of a locality is named by words of its own (`called`) alone: the plans of others have the same title.
    """
    return _is_named(fold(words), programme)


def _is_named(said: str, programme: Programme) -> bool:
    for name, pattern in _names(programme.called, programme.title_vi, programme.issuer):
        if name not in said:
            continue
        for match in pattern.finditer(said):
            period = subjects.PERIOD.search(said, match.end(), match.end() + _NEAR)
            if period is None or (
                programme.period[0] <= int(period["from"]) and int(period["to"]) <= programme.period[1]
            ):
                return True
    return False


@lru_cache(maxsize=256)
def _names(called: tuple[str, ...], title: str, issuer: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The names by which folded words mean a programme, each with its pattern."""
    if not called and places.NAMED_UNIT.search(issuer) is not None:
        return ()
    names = map(fold, called or (subjects.PERIOD.split(fold(title))[0],))
    return tuple((name, regex.compile(rf"\b{regex.escape(name)}\b")) for name in names)


# So many characters behind a programme's name its period stands, the name of a place between them.
_NEAR = 80


def _fits(cited: Cited, programme: Programme) -> bool:
    if _plain(cited.number) != _plain(programme.number):
        return False
    said = cited.issued_on or ""
    if said and said[:4] != str(programme.issued_on.year):
        return False
    if places.NAMED_UNIT.search(programme.issuer) is None:
        return True  # no other body of the nation numbers so; a wrong issuer beside it is a slip (`citation-issuer`)
    if not cited.issuer:
        return said == programme.issued_on.isoformat()
    return issuers.identity(cited.issuer) == issuers.identity(programme.issuer)


def _plain(number: str | None) -> str:
    return "".join((number or "").casefold().split())
