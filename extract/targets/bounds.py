"""Where the quote of a target begins and ends: no clause of purpose, no remark in brackets; outside the objectives the commitment alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from extract.component import evidence
from extract.records import Target
from extract.structure.outline import Outline
from extract.targets.grouping import LONGEST_QUOTE
from extract.targets.quantities import is_plain
from extract.targets.statements import Measured
from patterns import aiming, groups, targets

_COMMA = regex.compile(r",\s+(?=\p{L})")
_CLOSING_REMARK = regex.compile(r"\s*\([^()]*\)\s*$")
# What follows a colon behind the value are its details, unless values stand there too.
_DETAILS = regex.compile(r":\s+(?=[^%‰\d]*\Z)")
_GOES_ON_WITH = regex.compile(r";\s+(?P<verb>\p{L}+ \p{L}+)(?P<rest>[^%;\d]*?)[.;]?\s*$")
_LONGEST_REST = 600


def commitment(low: str, measure: Measured, *, objectives: bool) -> Measured:
    """The measure with the quote that it needs."""
    if measure.restates:
        return measure
    start, end = measure.quote_start, measure.end
    last = max(aim.end for aim in measure.aims)
    cut = targets.PURPOSE.search(low, last, end)
    if cut is not None:
        end = cut.start()
    colon = _DETAILS.search(low, last, end)
    if colon is None and measure.aims[-1].quantity.value.unit is None:
        colon = aiming.PARTS_BY_NUMBER.search(low, last, end)
    if colon is not None and measure.prefix:
        end = colon.start()
    bracket = _CLOSING_REMARK.search(low, last, end)
    remarks = (
        bracket is not None
        and bracket.end() > measure.told_end
        and measure.aims[-1].group is None
        and not _is_year(bracket.group())
    )
    if bracket is not None and remarks and not _says_what_is_meant(bracket.group(), measure):
        end = bracket.start()
    if not objectives:
        days = aiming.DAYS_OF_TURNS.search(low, last - 1, end)
        end = days.start() if days is not None else end
        comma = aiming.BESIDE_COMMITMENT.search(low, last, end)
        if comma is not None:
            end = comma.start()
        work = aiming.NEXT_WORK.search(low, last, end)
        if work is not None and targets.PREDICATE.search(low, last, work.start()) is None:
            end = work.start()
        start = _opens_at(low, measure)
    return replace(measure, quote_start=start, end=end)


def naming(measure: Measured, whom: groups.Opening | None) -> Measured:
    """The measure with a quote that names the group that governs its clause, unless that stands too far before it."""
    if whom is None or measure.aims[0].group != whom.group or measure.end - whom.start > LONGEST_QUOTE:
        return measure
    return replace(measure, quote_start=min(measure.quote_start, whom.start))


def _is_year(bracket: str) -> bool:
    """Whether brackets hold a year and nothing else."""
    words = bracket.strip(" ()")
    return targets.BARE_YEAR.fullmatch(words) is not None or not targets.without_years(words).strip()


def _says_what_is_meant(bracket: str, measure: Measured) -> bool:
    """Whether brackets behind what is counted say which things are meant (`ứng dụng công nghệ số (bản đồ số, vé điện tử)`)."""
    return measure.prefix and aiming.BESIDE_MATTER.match(bracket) is None


def _does_something(words: str) -> bool:
    return any(pattern.search(words) is not None for pattern in (targets.COMMITS, aiming.LEADS)) or (
        targets.OPENS_WITH_WORK.match(words) is not None
    )


def _says_only_how_many(low: str, measure: Measured, each: int) -> bool:
    """Whether `mỗi năm khoảng 150 hộ` only says how many of what the words before it lay on: it has no verb of its own."""
    first = measure.aims[0]
    if not low[measure.quote_start : each].rstrip().endswith(",") or first.before:
        return False
    before = aiming.OF_EACH.sub("", low[each : first.start]).strip()
    behind = low[first.end : measure.end]
    return not before and all(pattern.search(behind) is None for pattern in (targets.PREDICATE, targets.COMMITS))


def _opens_at(low: str, measure: Measured) -> int:
    """Where the commitment begins inside a longer sentence."""
    start, first = measure.quote_start, measure.aims[0]
    found = targets.EACH.finditer(low, start, first.quantity.value.start)
    # `hai đợt mỗi năm` only says how often: `mỗi` begins what is laid on behind a mark alone
    each = [match for match in found if match.start() == start or aiming.BEFORE_EACH.search(low, start, match.start())]
    often = aiming.ONLY_HOW_OFTEN.search(low, start, first.end + 6) is not None  # `…, phát mỗi tháng 02 kỳ`
    own = each and low[each[-1].start() - 1] != "(" and not _says_only_how_many(low, measure, each[-1].start())
    if own and not often:
        return int(each[-1].start())
    head = low[start : first.start]
    whole = first.quantity.value.unit == "percent" or first.quantity.value.total is not None
    partners = aiming.WITH_PARTNERS.match(head)
    if partners is not None:
        return start + int(partners.end())
    share = aiming.SHARE_BEHIND_WORK.match(head) if measure.prefix and whole else None
    if share is not None and _does_something(share.group()) and targets.PREDICATE.search(low, first.end, measure.end):
        return start + int(
            share.end()
        )  # `Phối hợp với trạm y tế, 100% học sinh được khám`: what is done before it is no part
    colon = head.rfind(": ") + 2
    if colon > 1 and any(
        pattern.match(head, colon) is not None for pattern in (targets.AIM, targets.COMMITS, targets.SUBJECT_HEAD)
    ):  # `…, cụ thể: Phấn đấu tổng tỷ suất sinh đạt …`
        start, head = start + colon, head[colon:]
    ends = [*aiming.WHAT_FOR.finditer(head)]
    if ends and len(head[ends[-1].end() :].split()) >= 3:
        return start + int(ends[-1].end())
    for match in reversed([*_COMMA.finditer(head)]):
        if len(head[: match.start()].split(maxsplit=3)) <= 2:
            return start  # `biên soạn, cấp phát 500 tờ gấp`: two verbs, one commitment
        in_rate = targets.RATE.search(head, 0, match.start()) is not None  # `tỷ lệ điều tra, khám phá án đạt …`
        only_level = is_plain(head[match.end() :])  # `cấp thẻ cho trẻ em, phấn đấu đạt 60%`: of what was said before
        if targets.COMMITS.match(head, match.end()) is not None and not in_rate and not only_level and not often:
            return int(start + match.end())
    return start


def attached(outline: Outline, found: list[Target], end: int) -> Iterator[Target]:
    """Gives the last target of a paragraph the clause that goes on with its predicate (`…; triển khai …`)."""
    low = outline.text.lower
    for record in found:
        match = _GOES_ON_WITH.match(low, record.end, end) if end - record.end < _LONGEST_REST else None
        if match is not None and match["verb"] in low[record.start : record.end] and record.kind == "quantitative":
            record = replace(record, **evidence(outline, record.start, match.end("rest")))
        yield record
