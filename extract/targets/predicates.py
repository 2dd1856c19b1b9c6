"""Measures side by side that share one predicate (`100% trường tiểu học và 90% trường THCS có nhà vệ sinh`): what differs between them are groups."""

from __future__ import annotations

from dataclasses import replace

import regex

from extract.targets.quantities import in_composition, is_plain
from extract.targets.statements import Measured
from patterns import groups, joining, targets

# The words before the name of a group that belong to it: `cấp quận`, `khối lớp 5`.
_OF_GROUPS = frozenset({"cấp", "khối", "lớp", "vùng", "nhóm", "bậc", "hệ", "khu"})
# Whom belongs to the level of school or the sex behind it; `cơ sở …` of two kinds are two things, and no groups of one.
_PEOPLE = (["học", "sinh"], ["trẻ"], ["trẻ", "em"])
_INSTITUTION = ["cơ", "sở"]


def shared(low: str, found: list[Measured]) -> list[Measured]:
    """`100% hồ sơ cấp quận và 95% hồ sơ cấp phường được xử lý`: one predicate, one quote, the groups are what differs."""
    out = list(found)
    for index in range(len(out) - 1):
        left, right = out[index], out[index + 1]
        if not (left.prefix and right.prefix) or right.quote_start == left.quote_start:
            continue
        counts = left.aims[0].quantity.value.unit is None
        if counts and right.aims[0].quantity.value.unit == "percent" and _is_laid_on(low, left):
            continue  # `bố trí 22 công chức ở cấp xã và 100% thôn có cộng tác viên`
        if right.aims[-1].quantity.value.unit is None and (counts or has_own_words(low, right)):
            if in_composition(low, right.aims[0].start):
                out[index] = replace(left, shares_end=True)
                continue
            if has_own_words(low, right) or _lists(low, left, right, listed=index > 0 and out[index - 1].shares_end):
                out[index] = replace(left, shares_end=True)
                continue
        words = joining.LAST_AND.sub("", targets.without_years(low[left.aims[-1].end : left.end]).strip(" ,;"))
        after = low[right.aims[0].end : right.end].strip(" ,;")
        predicate = targets.PREDICATE.search(joining.SUFFERS.sub(" ", words))
        each = targets.EACH.search(low, left.start, left.aims[0].start) is not None
        if predicate is not None and not each:
            repeated = targets.without_years(after).strip(" ,;")
            if repeated and words.startswith(repeated):
                # `14/19 xã đạt tiêu chuẩn vào năm 2025 và 17/19 xã vào năm 2030`: the same of another year
                out[index] = replace(left, own_end=left.end, end=right.end)
                out[index + 1] = replace(right, quote_start=left.quote_start, subject_start=left.quote_start)
            continue
        began, left = right.quote_start, replace(left, own_end=left.end, end=right.end)
        right = replace(right, quote_start=left.quote_start)
        for at in range(index + 2, len(out)):  # the parts of what shares its predicate are quoted with all of it
            if not out[at].part or out[at].quote_start != began:
                break
            out[at] = replace(out[at], quote_start=left.quote_start)
        changed = targets.change(low[left.start : left.aims[0].start], targets.TO_LEVEL) in ("decrease", "increase")
        if not each and not changed and predicate is None and left.aims[0].quantity.value.unit == "percent":
            listed = index + 2 < len(out) and out[index + 2].prefix
            names = _differing(words, after, listed=listed)
            if names is not None:
                left = replace(left, aims=(replace(left.aims[0], group=names[0]), *left.aims[1:]))
                right = replace(right, aims=(replace(right.aims[0], group=names[1]), *right.aims[1:]))
        out[index], out[index + 1] = left, right
    for index in range(len(out) - 2, -1, -1):  # what comes last is shared by all of a list
        if out[index].own_end >= 0 and out[index + 1].own_end >= 0 and out[index].end == out[index + 1].own_end:
            out[index] = replace(out[index], end=out[index + 1].end)
    return out


# A thing that has words of its own needs none of those behind the last: `tờ gấp` does, `doanh nghiệp trồng nấm` does not.
_OWN_WORDS = 4
_ANY_WORD = regex.compile(r"\p{L}{2}")


def has_own_words(low: str, measure: Measured) -> bool:
    """Whether words of its own stand before a value (`…, nâng tổng số lên 12 khu`, `… và duy trì 12 đội`)."""
    start, end = measure.start, measure.aims[0].start
    since = joining.LEADING.match(low, start, end)
    at = since.end() if since is not None else start
    return not is_plain(low[at:end]) or any(
        pattern.match(low, at, end) is not None for pattern in (targets.AIM, targets.COMMITS)
    )


def _is_laid_on(low: str, measure: Measured) -> bool:
    """Whether a verb before a number lays it on: what is counted needs no predicate behind it."""
    return targets.COMMITS_TO_DO.search(low, measure.start, measure.aims[0].start) is not None


def _lists(low: str, left: Measured, right: Measured, *, listed: bool) -> bool:
    """Whether two counts are things in a list that one verb before the first lays on (`hình thành 30 tổ hợp tác, 12 hợp tác xã`)."""
    item = low[left.aims[-1].end : left.end].rstrip()
    if not item.endswith(",") and not low[left.end : right.aims[0].opens].lstrip().startswith(","):
        return False
    if len(item.split()) < _OWN_WORDS:
        return False
    verb = _ANY_WORD.search(low, left.start, left.aims[0].start) is not None
    if not (verb or listed) or targets.EACH.search(low, left.start, left.aims[0].start) is not None:
        return False
    return targets.PREDICATE.search(low, right.aims[-1].end, right.end) is None


def _differing(words: str, after: str, *, listed: bool) -> tuple[str, str] | None:
    """What two phrases that begin alike differ in: the groups that they are about; `listed` says that another one follows, with the predicate."""
    a, b = words.split(), after.split()
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    few = same < 2 or a[:same] == _INSTITUTION
    if same and a[same - 1] in _OF_GROUPS:
        same -= 1
    elif a[:same] in _PEOPLE and len(a) > same:
        return _pupils(a, b, same)
    predicate = targets.PREDICATE.search(after)
    schools = words, after[: predicate.start()].strip() if predicate is not None else after
    if not same and all(groups.SCHOOLS.fullmatch(name) is not None for name in schools):
        return schools  # `98% cơ sở giáo dục mầm non, 95% trường phổ thông đạt …`
    rest = after[: predicate.start()].split() if predicate is not None else b if listed else []
    if not 0 < same < min(len(a), len(rest)):
        return None
    names = " ".join(a[same:]), " ".join(rest[same:])
    if any(name[0].isdigit() for name in names):
        return None  # `trẻ từ 6 đến 36 tháng tuổi …`: an age is no group, and a statement is none
    known = all(groups.LEVEL_OR_AREA.fullmatch(name) is not None for name in names)
    if not known and any(len(name.split()) < 2 for name in names):
        return None  # `sinh thường`, `sinh mổ`
    return names if known or not few else None


def _pupils(a: list[str], b: list[str], same: int) -> tuple[str, str] | None:
    """The children of two levels or sexes, as written (`học sinh tiểu học`, `học sinh THCS`); areas stand without them."""
    whom, names = " ".join(a[:same]), []
    for words in (a, b):
        behind = " ".join(words[same:])
        name, area = groups.LEVEL_OR_SEX.match(behind), groups.LEVEL_OR_AREA.match(behind)
        if name is not None:
            names.append(f"{whom} {name.group()}")
        elif area is not None:
            names.append(area.group())
        else:
            return None
    return names[0], names[1]
