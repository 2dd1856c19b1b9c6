"""Words of another level, another place or another type of document that were left over from a model text.

Found: `các sở, ngành` without `tỉnh` in a district's plan, departments of the province told there or in a commune's what to do (`; các
sở, ban, ngành của tỉnh đưa chỉ tiêu …`, `Giao Sở Y tế …`), `UBND các huyện` or `các xã, thị trấn` in a commune's, `Kế hoạch này` inside a
programme, `trên địa bàn tỉnh …` with another province's name, among the tasks also other names of a locality (`nhân dân huyện …`) and `trên địa
bàn tỉnh` alone in a district's. Left alone: names of documents and recipients, other mentions of `các sở, ngành của tỉnh` (whom one asks, works
with or reports to, what was); departments in a commune's plan since July 2025, when the province is right above it; names that a city of the
province bears, and since then those of provinces merged with it; neighbours and examples (`kinh nghiệm của tỉnh …`), what the level above laid
down for its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import regex

from corpus import successions, units
from db.findings.facts import Facts
from db.findings.rule import Finding, Rule
from patterns import copied, places
from patterns.fold import fold
from patterns.sifting import Sifted

# Parts that say what is to be done.
_ACTS = frozenset({"tasks", "objectives", "organisation", "funding", "reporting", "schedule", "body"})
_RANK = {"province": 1, "district": 2, "commune": 3}


def findings_in(plan: Facts) -> Iterator[Finding]:
    """One finding for each phrase, at its first place."""
    head = plan.document
    pattern = copied.OF_ANOTHER_LEVEL.get(head["level"] or "")
    if head["level"] == "commune" and _is_since_the_merger(plan):
        pattern = copied.OF_ANOTHER_LEVEL_WITHOUT_DISTRICTS
    if pattern is not None:
        yield from _phrases(plan, pattern, "cấp khác", "another level")
    if head["level"] in copied.OF_ANOTHER_LEVEL:
        laying: list[Sifted | regex.Pattern[str]] = [copied.LAYS_ON_PROVINCE]
        if not _is_since_the_merger(plan):
            laying += [copied.CHARGES_DEPARTMENT, *([copied.LAYS_ON_DISTRICT] if head["level"] == "commune" else [])]
        for one in laying:
            yield from _phrases(plan, one, "cấp khác", "another level", _is_no_duty)
        yield from _phrases(plan, copied.OF_NO_NAME[head["level"]], "cấp khác", "another level", _is_laid_down)
    typed = copied.OF_ANOTHER_TYPE.get(head["doc_type"] or "")
    if typed is not None and (not typed[1] or typed[1] not in str(head["title"] or "").lower()):
        yield from _phrases(plan, typed[0], "loại văn bản khác", "another type of document")
    yield from _places(plan)


def _no_exception(plan: Facts, offset: int) -> bool:
    return False


def _is_no_duty(plan: Facts, offset: int) -> bool:
    """Whether departments of the province at a place are asked, helped, or told of in the past, and not charged with anything."""
    titles = [
        str(one["title"]) for one in plan.sections if one["text_start"] <= offset < one["text_end"] and one["title"]
    ]
    before = plan.text[:offset].rpartition("\n")[2].rpartition(". ")[2]
    return plan.role_at(offset) not in _ACTS or any(map(copied.ASKS_OF_ABOVE.search, [before, *titles]))


def _is_laid_down(plan: Facts, offset: int) -> bool:
    """Whether a locality named by its kind alone is that of what the level above has laid down, or none of the tasks names it."""
    sentence = plan.text[slice(*plan.sentence(offset, offset))]
    return _is_no_duty(plan, offset) or copied.LAID_DOWN.search(sentence) is not None


def _phrases(
    plan: Facts,
    pattern: Sifted | regex.Pattern[str],
    vi: str,
    en: str,
    is_left_alone: Callable[[Facts, int], bool] = _no_exception,
) -> Iterator[Finding]:
    seen = set()
    for match in pattern.finditer(plan.text):
        words = match.group()
        if fold(words) in seen or plan.in_citation(match.start()) or is_left_alone(plan, match.start()):
            continue
        seen.add(fold(words))
        start, end = plan.sentence(*match.span())
        yield Finding(
            subject=fold(words),
            quote=plan.text[start:end],
            quote_start=start,
            quote_end=end,
            found=words,
            expected=f"words of a {plan.document['level']}'s {plan.document['doc_type']}",
            message_vi=f"«{words}» là cách nói của {vi}, có thể còn sót từ văn bản mẫu.",
            message_en=f"Words of {en}, perhaps left over from a model text.",
            suggestion_vi="Rà soát lại câu chữ cho phù hợp cấp và loại văn bản.",
        )


def _places(plan: Facts) -> Iterator[Finding]:
    """A finding for each locality of the plan's level or of one above it that is not its own."""
    seen = set()
    for match in copied.PLACE.finditer(plan.text):
        name = match["name"]
        own = _own(plan, match["type"], name)
        if own is None or fold(name) in seen or plan.in_citation(match.start()):
            continue
        start, end = plan.sentence(*match.span())
        quote = plan.text[start:end]
        sure = match["sure"] is not None and match["type"] in ("tỉnh", "thành phố")
        if not sure and (plan.role_at(match.start()) not in _ACTS or copied.NEIGHBOUR.search(quote)):
            continue
        seen.add(fold(name))
        yield Finding(
            subject=fold(name),
            quote=quote,
            quote_start=start,
            quote_end=end,
            found=name,
            expected=own,
            message_vi=f"Nhắc đến {name} trong văn bản của {own}, có thể còn sót từ văn bản mẫu.",
            message_en=f"Names {name} in a plan of {own}; perhaps left over from a model text.",
            suggestion_vi=f"Kiểm tra lại tên địa phương ({own}).",
        )


def _own(plan: Facts, kind: str, name: str) -> str | None:
    """The name that the plan's own locality of a kind has, where the one given is another's; `None` where it may be its own or below it."""
    head = plan.document
    if kind in ("tỉnh", "thành phố"):
        return head["province"] if head["province"] and _is_another_province(plan, name, head["province"]) else None
    level = places.LEVELS[kind]
    own = head[level]
    if own is None or _RANK[level] > _RANK.get(head["level"], 0) or _is_since_the_merger(plan):
        return None
    if fold(own).endswith(fold(name)) or fold(name).startswith(fold(own)):
        return None
    return str(own) if units.load().find(name, level=level) else None


def _is_since_the_merger(plan: Facts) -> bool:
    return str(plan.document["issued_on"] or "") > successions.districts_until()


def _is_another_province(plan: Facts, name: str, own: str) -> bool:
    """Whether a name is that of a province which is neither the plan's own, nor one merged with it, nor shared by a city of it."""
    known = units.load()
    named, ours = known.find(name, level="province"), known.find(own, level="province")
    if not named or fold(name) == fold(own):
        return False
    if _is_since_the_merger(plan) and _share(known, named, ours):
        return False
    return not any(known.find(name, level="district", within=province) for province in ours)


def _share(known: units.Units, some: Iterable[units.Unit], others: Iterable[units.Unit]) -> bool:
    """Whether units of both became one."""
    now = [{one.code for unit in group for one in (unit, *known.successors(unit))} for group in (some, others)]
    return bool(now[0] & now[1])


RULE = Rule(
    code="copied-text",
    severity="notice",
    name_vi="câu chữ còn sót của văn bản khác",
    name_en="words left over from another text",
    findings_in=findings_in,
)
