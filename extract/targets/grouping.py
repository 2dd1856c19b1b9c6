"""Stages that say which values belong to one measure, and where the words of a measure begin and end."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import regex

from extract.structure.clauses import trim
from extract.targets import predicates
from extract.targets.brackets import is_of_area, with_sign_of
from extract.targets.quantities import in_composition, is_plain
from extract.targets.statements import Aim, Measured, Statement
from patterns import groups, joining, subjects, targets


def with_measures(statement: Statement) -> Statement:
    """Groups the values of a clause into measures: what stands between two values says whether they measure the same."""
    clause, aims = statement.clause, statement.aims
    low, end = clause.low, clause.end
    found = [_opened(aims[0], clause.start, clause.start, prefix=_has_subject_after(low, aims[0], end))]
    for before, aim, following in zip(aims, aims[1:], [*aims[2:], None], strict=False):
        limit = following.start if following is not None else end
        joined = _join(low, found[-1], before, aim, limit)
        found[-1:] = joined
    found[-1] = replace(found[-1], end=end)
    return replace(statement, measures=tuple(predicates.shared(low, found)))


def _opened(
    aim: Aim, start: int, quote_start: int, *, prefix: bool, subject_start: int = -1, part: bool = False
) -> Measured:
    return Measured(
        (aim,),
        start,
        quote_start=quote_start,
        subject_start=start if subject_start < 0 else subject_start,
        prefix=prefix,
        part=part,
    )


def _join(low: str, current: Measured, before: Aim, aim: Aim, limit: int) -> list[Measured]:
    """The measure at hand with one more value, or closed and a new one behind it."""
    gap_start, gap_end = before.end, aim.opens
    if aim.quantity.again or aim.quantity.milestone or aim.quantity.beside:
        return [_with(current, before, aim)]
    if current.prefix and is_of_area(low, before.end, aim):
        return [_with(current, before, with_sign_of(aim, current.aims[0]))]
    part = _part(low, current, gap_start, gap_end)
    aim = _in_turn(low, current, before, aim)
    prefix = _has_subject_after(low, aim, limit) and (
        in_composition(low, aim.start) or not _counts_the_same(low, before, aim, limit)
    )
    tail = before.after[-1].end if before.after else gap_start
    if part is None:
        if not prefix and is_plain(low[tail:gap_end]):
            return [_with(current, before, aim)]
        if prefix and not current.prefix and _nothing_before(low, current, tail, gap_end):
            return [replace(_with(current, before, aim), prefix=True)]
        own, shared = _own_start(low, tail, aim, prefix, after_subject=current.prefix)
        carries = (
            not aim.quantity.explicit
            and aim.quantity.value.value != 100
            and prefix
            and before.quantity.explicit
            and before.quantity.comparator in (">=", ">")
            and joining.ENDS_JOINED.search(low[max(gap_start, own - 8) : own]) is not None
            and not _says_all_of_another(low, before, own, aim)
        )
        if carries:
            aim = replace(
                aim, quantity=replace(aim.quantity, comparator=before.quantity.comparator), inferred=aim.inferred + 1
            )
        shared = shared or joining.ONLY_HOW_MANY.fullmatch(low, own, aim.start) is not None
        quote_start = current.quote_start if shared else own
        return [replace(current, end=own), _opened(aim, own, quote_start, prefix=prefix)]
    starts, name, closes = part.starts, part.group, part.closes
    aim = replace(aim, group=name)
    own = aim.quantity.explicit or aim.quantity.lead >= 0 or aim.quantity.value.value == 100
    said = current.aims[-1].quantity.comparator
    if name is not None and not own and said in (">=", ">"):
        # `ít nhất 75% …; trong đó nông thôn 65%, thành thị 85%`
        carried = replace(aim.quantity, comparator=said)
        aim = replace(aim, quantity=carried, inferred=aim.inferred + 1)
    has_verb = low[starts : starts + 3] == "có "  # `…, trong đó có 20 hợp tác xã giữ vai trò dẫn dắt`
    counts = prefix and aim.quantity.value.unit is None and aim.quantity.value.total is None
    people = groups.people_counted(low, aim.quantity.value.end, limit) if counts and name is None else None
    if people is not None:  # `600 học sinh …, trong đó có 250 học sinh nữ`
        aim, has_verb = replace(aim, group=people), False
    counts_its_own = has_verb and name is None and counts
    if counts_its_own and groups.GROUP_AFTER_IS.match(low, aim.quantity.value.end, limit) is None:
        return [replace(current, end=closes), _opened(aim, starts, starts, prefix=True, part=True)]
    whole = current.subject_start if name and part.shares else -1
    quote_start = closes if part.says else current.quote_start
    return [
        replace(current, end=closes),
        _opened(aim, starts, quote_start, prefix=prefix, subject_start=whole, part=True),
    ]


def _says_all_of_another(low: str, before: Aim, end: int, aim: Aim) -> bool:
    """Whether the share before says all of its own and the next is of others (`tối thiểu 90% phụ huynh ký cam kết, 80% học sinh được …`)."""
    if before.quantity.value.unit != "percent" or targets.PREDICATE.search(low, before.end, end) is None:
        return False
    first, second = (low[at : at + 40].split()[:1] for at in (before.end, aim.end))
    return first != second


def _in_turn(low: str, current: Measured, before: Aim, aim: Aim) -> Aim:
    """The value with the comparator said once before all (`… thể nhẹ cân và thấp còi lần lượt dưới 9% và 17%`)."""
    first, own = current.aims[0].quantity, aim.quantity
    said_in_turn = joining.IN_TURN.search(low, max(current.start, first.start - 40), first.start) is not None
    if own.explicit or own.value.value == 100 or first.comparator in ("=", "range") or own.lead >= 0:
        return aim
    if aim.before or before.after or (_pairs_with_years(current, aim) and not said_in_turn):
        return aim
    if not said_in_turn and not is_plain(low[before.end : aim.opens]):
        return aim
    return replace(aim, quantity=replace(own, comparator=first.comparator), inferred=aim.inferred + 1)


def _pairs_with_years(current: Measured, aim: Aim) -> bool:
    """Whether as many years follow as there are values: a comparator does not carry over years."""
    return len([year for year in aim.after if not year.keep]) > len(current.aims)


# Figures that stand in a row are no values: so many of one measure are kept, more than any plan sets.
MOST_VALUES = 24


def _with(measure: Measured, before: Aim, aim: Aim) -> Measured:
    """The measure with one more value, which starts where the first one started."""
    if len(measure.aims) > MOST_VALUES:
        return measure
    if aim.baseline is None:
        aim = replace(aim, baseline=measure.aims[0].baseline, baseline_year=measure.aims[0].baseline_year)
    if measure.part and aim.group is None and aim.after:
        aim = replace(aim, group=measure.aims[-1].group)  # `riêng trẻ em dân tộc thiểu số 24% năm 2025 và 19% năm 2030`
    return replace(measure, aims=(*measure.aims, aim))


class _Part(NamedTuple):
    """Where the words of a part of the whole begin, its group, and where the whole ends. `says` tells that it says itself what of the group
    is measured (`riêng trẻ em dân tộc Dao thể thấp còi …`), `shares` that it needs the subject of the whole.
    """

    starts: int
    group: str | None
    closes: int
    says: bool = False
    shares: bool = True


def _part(low: str, current: Measured, start: int, end: int) -> _Part | None:
    """The part of the whole whose words stand between two values; `None` where no part follows."""
    opens = None
    for match in groups.PART_OPENS.finditer(low, start, end):
        opens = match
    if opens is not None:
        alone = "riêng" in opens.group() or "đối với" in opens.group()
        name = groups.part(low[opens.end() : end])
        if name is None:
            return _Part(opens.end(), None, opens.start()) if not alone else None
        said = groups.MEASURED_ANEW.search(low, opens.end() + len(name), end)
        shares = said is None or said["kind"] == "thể"
        return _Part(opens.end(), name, opens.start(), said is not None, shares)
    if not current.part or current.aims[-1].group is None:
        return None
    following = joining.NEXT_PART.match(low, start, end)  # `trong đó thành thị đạt 100%, nông thôn đạt 95%`
    name = groups.part(low[following.end() : end]) if following is not None else None
    return _Part(following.end(), name, following.start()) if following is not None and name is not None else None


def _has_subject_after(low: str, aim: Aim, end: int) -> bool:
    return subjects.NO_SUBJECT.match(low, aim.end, end) is None


def _counts_the_same(low: str, before: Aim, aim: Aim, end: int) -> bool:
    """Whether a value only repeats what the one before it counts (`không quá 03 cặp vào năm 2023 và 01 cặp vào năm 2025`)."""
    counted = targets.COUNTED.match(low, before.quantity.value.end, end)
    again = targets.COUNTED.match(low, aim.quantity.value.end, end)
    if counted is None or again is None or counted["noun"] != again["noun"]:
        return False
    if not is_plain(low[counted.end() : aim.opens]):
        return False  # `500 trẻ em, phẫu thuật cho 20 trẻ em`: something else is counted
    return subjects.NO_SUBJECT.match(low, again.end(), end) is not None


def _nothing_before(low: str, current: Measured, tail: int, gap_end: int) -> bool:
    """`đến năm 2025 đạt 65% và đến năm 2030 là 75% số xã …`: the values before share the subject that comes last."""
    since = current.start
    for aim in current.aims:
        if not is_plain(low[since : aim.start]):
            return False
        since = aim.end
    return is_plain(low[tail:gap_end])


def _own_start(low: str, since: int, aim: Aim, prefix: bool, *, after_subject: bool) -> tuple[int, bool]:
    """Where the words of a new measure begin, and whether it shares its subject with the one before; `after_subject` says that the words
    before it begin with what the value before counts, which may be a list (`7/12 xã, thị trấn đạt chuẩn, tăng 01 đơn vị`).
    """
    if aim.before:
        return _starts_with_year(low, since, aim, prefix)
    gap = low[since : aim.opens]
    verbs = joining.LAST_JOINER.search(gap) if prefix else None
    if verbs is not None and joining.LAYS_ON_MORE.fullmatch(gap, verbs.end()) is not None:
        return since + verbs.end(), False
    if prefix and targets.LEVEL_BEFORE.search(gap) is None:
        verb = joining.VERB_AFTER.search(gap)
        if verb is not None:
            return since + verb.start(1), False
        joiner = joining.LAST_JOINER.search(gap)  # `…, sửa chữa 5 trường`: what stands before the number is its own
        if after_subject and joining.EVENT_FOR.fullmatch(gap) is not None:
            joiner = None  # `108 buổi truyền thông, thực hành dinh dưỡng cho 3.240 bà mẹ`: one event
        return (since + joiner.end(), False) if joiner is not None else (aim.start, False)
    last = None
    for match in joining.BOUNDARY.finditer(gap):
        if targets.SUBJECT_HEAD.match(gap, match.end()) is not None:
            last = match
    if last is None:
        first = _first_boundary(gap, after_subject=after_subject)
        if first is not None and not prefix and joining.HAS_OWN_VERB.match(gap, first.end()) is not None:
            return since + first.end(), False  # `…, hoàn thành chương trình tiểu học 99,9%`
        return (since + first.end() if first is not None else since), True
    words = gap[last.end() :].lstrip()
    return since + last.end(), words.startswith(("thể ", "và thể ")) or _is_short_rate(words)


def _first_boundary(gap: str, *, after_subject: bool) -> regex.Match[str] | None:
    """The mark or word at which the words of the value before end: behind what becomes of those it counts, where that is said."""
    found: list[regex.Match[str]] = [*joining.BOUNDARY.finditer(gap)]
    if not found or not after_subject:
        return found[0] if found else None
    predicate = targets.PREDICATE.search(gap)
    if predicate is None:
        return next((match for match in found if match.group() == ";"), found[0])
    return next((match for match in found if match.start() > predicate.end()), found[-1])


def _is_short_rate(words: str) -> bool:
    """Whether a rate names no one whom it is of: it shares its subject with the one before (`…, tỷ lệ bỏ học không quá 0,2%`)."""
    return joining.RATE_OF.fullmatch(words) is not None


def _starts_with_year(low: str, since: int, aim: Aim, prefix: bool) -> tuple[int, bool]:
    """The same where a year opens it (`…, năm 2026 có 40% xã có thư viện`): it begins at the mark before the year."""
    year = aim.before[0].start
    last = None
    for match in joining.BOUNDARY.finditer(low, since, year):
        last = match
    words = low[aim.before[-1].end : aim.opens].lstrip(" ,")
    goes_on = joining.NEW_LEVEL.search(low, aim.before[-1].end, aim.quantity.value.start) is not None
    shares = (not prefix or goes_on) and targets.SUBJECT_HEAD.match(words) is None
    return (last.end() if last is not None else year), shares


# --- bounds --------------------------------------------------------------------------------------------------------

# A quote longer than this begins with the measure's own words, whatever it shares.
LONGEST_QUOTE = 1500


def with_bounds(statement: Statement) -> Statement:
    """Says where the quote of each measure begins and ends; a thing in a list is quoted from the verb that lays on all of them."""
    low = statement.clause.low
    found = [_to_year_behind(_bounds(low, measure, statement)) for measure in statement.measures]
    for index in range(1, len(found)):
        before, own = found[index - 1], statement.measures[index]
        titled = (
            ":" in low[before.quote_start : before.aims[0].start]
        )  # `Danh hiệu: 35 học sinh xuất sắc, 156 học sinh giỏi`
        alone = titled or predicates.has_own_words(low, own) or in_composition(low, own.aims[0].start)
        if before.shares_end and not alone and not statement.clause.objectives:
            found[index] = replace(found[index], quote_start=before.quote_start)
    return replace(statement, measures=tuple(found))


def _to_year_behind(measure: Measured) -> Measured:
    """The measure quoted up to the year that dates it; the words before that are those of the measure after it."""
    if measure.year_behind is None:
        return measure
    start, end = measure.year_behind
    return replace(measure, end=end, others=(*measure.others, (measure.end, start)))


def _names_behind(low: str, measure: Measured) -> bool:
    """Whether what a measure is about goes on behind its values: nothing names it before them, or they stand in brackets inside its words."""
    first, last = measure.aims[0], measure.aims[-1]
    if is_plain(low[measure.start : first.start]) and measure.quote_start == measure.start:
        return True
    behind = joining.CLOSES_VALUE.match(low, last.end, measure.end)
    return low[first.opens - 1 : first.opens] == "(" and behind is not None and "(" not in low[first.opens : last.end]


def _bounds(low: str, measure: Measured, statement: Statement) -> Measured:
    aims = measure.aims
    last_value = aims[-1].end
    own_end = measure.end if measure.own_end < 0 else measure.own_end
    start, end = measure.quote_start, measure.end
    held = [year for aim in aims for year in (*aim.before, *aim.after) if year.start >= measure.start]
    base = [year for year in statement.years if year.base and measure.start <= year.start < max(own_end, last_value)]
    if not measure.prefix and not _names_behind(low, measure):
        last = max([last_value, measure.told_end, *(year.end for year in held), *(year.end for year in base)])
        for match in groups.GROUP.finditer(low, last_value, min(measure.end, last_value + 200)):
            last = max(last, match.end())
        holds = groups.HOLDS_FOR.match(low, last_value, measure.end) if aims[-1].group is not None else None
        if holds is not None:
            last = max(last, holds.end())
        if aims[-1].quantity.value.unit is None:  # what is counted belongs to the number
            counted = joining.COUNTED.match(low, last_value, measure.end)
            last = max(last, counted.end()) if counted is not None else last
        yearly = targets.YEARLY.search(low, last_value, measure.end)
        if yearly is not None and yearly.start() - last_value < 4:
            last = max(last, yearly.end())
        end = min(last, max(measure.end, last_value))
    trimmed = trim(low, start, max(end, last_value))
    if trimmed is not None:
        start, end = trimmed
    if end - start > LONGEST_QUOTE:
        start = max(start, min(measure.start, aims[0].start))
    if low.count("(", start, end) > low.count(")", start, end):
        closing = low.find(")", end, min(measure.end, end + 200))
        opening = low.rfind("(", last_value, end)
        end = closing + 1 if closing >= 0 else opening if opening >= 0 else end
    elif low[end - 1] == ")" and low.count("(", start, end) < low.count(")", start, end):
        end -= 1
    if in_composition(low, aims[0].start):
        closing = low.find(")", last_value, end)
        end = closing if closing >= 0 else end
    leading = joining.LEADING.match(low, start, end)
    if leading is not None:
        start = leading.end()
    trailing = joining.TRAILING.search(low, start, end)
    if trailing is not None:
        end = trailing.start()
    return replace(measure, quote_start=start, end=end, own_end=own_end)
