"""What an opening says of the documents that it names: grounds (`Căn cứ …`), what is carried out (`Thực hiện …`), or neither.

An opening is clauses, each with its lead, its documents and what these are about. A document that the lead, a `;` or another document of the
clause stands right before is one of the clause; one inside the title of another (`về thực hiện Nghị quyết …`, `quy định chi tiết Luật …`)
is only mentioned. Patterns read the view in lower case.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from patterns import provisions
from patterns.citations import Mention
from patterns.vocabulary import CitationRole

_TYPES = r"(?:quyết định|kế hoạch|nghị quyết|nghị định|chỉ thị|chương trình|công văn|thông tư|luật|thông báo|hướng dẫn|kết luận|đề án|văn bản|công điện)"
_BASIS = r"căn cứ|xét|theo|trên cơ sở"
_IMPLEMENTS = r"(?:để |nhằm |tiếp tục |tổ chức |tăng cường |đẩy mạnh )*(?:triển khai|thực hiện|thi hành|cụ thể hóa|quán triệt|hưởng ứng)"
# What is done to a document in carrying it out, whatever the verb: `Để đưa Quyết định … vào cuộc sống`, `Nhằm hoàn thành Chương trình …`.
_FOR = rf"(?:để|nhằm)\s+(?!(?:thay thế|sửa đổi|bổ sung|bãi bỏ|tổng kết|sơ kết|đánh giá)(?!\p{{L}}))\p{{L}}+(?:\s+\p{{L}}+){{0,5}}?(?=\s+{_TYPES}(?!\p{{L}})|\s*$)"
# The plan says of itself what it is made for: `Kế hoạch (này) được lập để cụ thể hóa …`.
_ITSELF = r"(?:(?:bản )?(?:kế hoạch|chương trình|đề án|phương án|văn bản)(?: này)?\s+được\s+(?:\p{L}+\s+){1,2}(?=để|nhằm|căn cứ|trên cơ sở|theo))?"
_LEAD = regex.compile(
    rf"(?:^|[;.\n:]\s*|,\s+(?:và\s+)?(?=theo đề nghị|xét|căn cứ|(?:triển khai )?thực hiện (?:các )?{_TYPES}))(?:[-+•]\s*)?{_ITSELF}(?:(?P<basis>{_BASIS})|(?P<implements>{_IMPLEMENTS}|{_FOR}))(?!\p{{L}})"
)
_SENTENCE_ENDS = regex.compile(r"[.;\n]\s")
# The predicate behind the documents says what they are: `Luật A và Nghị định B là căn cứ pháp lý của Kế hoạch này`.
_ARE_GROUNDS = regex.compile(r"\s*(?:đều |cũng )?là (?:các |những )?(?:căn cứ|cơ sở)(?!\p{L})")
# What may stand between two documents of one clause.
_NEXT = regex.compile(r"[;.\n]\s*(?:[-+•*]\s*|\(?\w{1,2}[.)]\s*)?(?:(?:và|các|những|nội dung|tinh thần)\s+)*$")
_BESIDE = regex.compile(r"\s*(?:\([^()]{0,200}\))?\s*(?:[,;]|và|cùng)?\s*(?:(?:và|các|những|cùng)\s+)*")
_AFTER_SUBJECT = regex.compile(r"(?P<mark>,|\svà)\s+(?:(?:và|các|những|căn cứ)\s+)*$")
_DIRECT = regex.compile(
    r"(?:thực hiện|triển khai|thi hành|quán triệt)\s+(?:(?:các|có hiệu quả|hiệu quả|tốt|nghiêm|nội dung|nhiệm vụ|theo)\s+)*$"
)
# What was done so far carries nothing out: `Sau 8 năm triển khai thực hiện …`, `kết quả thực hiện …`.
_LOOKS_BACK = regex.compile(
    r"(?:^|[;.,]\s)(?:sau|qua|trong)\s[^;.,]{0,40}(?:năm|tháng|thời gian)(?!\p{L})|(?:sơ kết|tổng kết|kết quả)\s"
)
_AT = regex.compile(r"\s(?:tại|theo)\s+(?:các\s+)?$")
_PROPOSED = regex.compile(r"đề nghị[^;.]{0,200}$")
# The plan itself, which its issuer makes to carry something out: `Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện …`.
_OWN_PLAN = regex.compile(
    r"(?:^|[,;.]\s)[^,;.]{3,90}?(?<!về\s)(?<!về việc\s)(?:ban hành|xây dựng)\s+(?:kế hoạch|chương trình|phương án|đề án)[^;.]{0,120}?(?:thực hiện|triển khai|thi hành)\s+(?:(?:các|nội dung)\s+)*$"
)
_TYPE_WORD = regex.compile(rf"(?<!\p{{L}}){_TYPES}(?!\p{{L}})")


@dataclass(slots=True)
class Clause:
    """The clause that is being read: what its lead says, whether it has a document yet and whether a title of one has named another."""

    role: CitationRole | None = None
    has_head: bool = False
    nested: bool = False


def roles(
    low: str, found: list[Mention], start: int, end: int, carried: CitationRole | None
) -> tuple[list[CitationRole], CitationRole | None]:
    """The roles of the mentions of a paragraph, and the role that goes on into the next paragraph.

    Args:
        low: the text in lower case.
        found: the mentions of `low[start:end]` in reading order.
        start: where the words of the paragraph begin, behind its labels.
        end: where they end.
        carried: the role that the paragraph before handed on.
    """
    if _LOOKS_BACK.match(low[start:end]) is not None:
        carried = None
    clause = Clause(carried)
    out: list[CitationRole] = []
    role: CitationRole
    at = start
    head = False
    first = 0  # of those that the sentence names
    for mention in found:
        if mention.shared and out and mention.start < at:
            out.append(out[-1])
            at = max(at, mention.end, mention.number_end)
            continue
        named = provisions.provision(low, at, mention.start)
        gap = low[at : named[0] if named is not None else mention.start]
        first = len(out) if _SENTENCE_ENDS.search(gap) is not None else first
        lead = _last_lead(gap, at == start)
        if lead is not None:
            clause = Clause("implements" if lead["implements"] else "basis")
            gap = gap[lead.end() :]
        head = _is_head(clause, gap, mention, head, fresh=lead is not None or at == start)
        if _OWN_PLAN.search(gap) is not None:
            role = "implements"
        elif head and _PROPOSED.search(gap) is not None:
            role = "basis"
        elif head and clause.role is not None:
            role = clause.role
        else:
            alone = clause.role is None and not clause.has_head  # `Kế hoạch này triển khai Quyết định …`
            carried_out = alone and _DIRECT.search(gap) is not None and _LOOKS_BACK.search(gap) is None
            role = "implements" if carried_out else "mention"
        clause.has_head |= head
        clause.nested |= not head
        out.append(role)
        at = max(mention.end, mention.number_end)
        if _ARE_GROUNDS.match(low, at, end) is not None:
            out[first:] = ["basis" if one == "mention" else one for one in out[first:]]
    return out, _handed_on(low, start, at, end, carried)


def _last_lead(gap: str, at_start: bool) -> regex.Match[str] | None:
    """The last lead in the words before a mention; a bare beginning counts only where the paragraph begins."""
    last = None
    for match in _LEAD.finditer(gap):
        if match.start() > 0 or at_start or gap[:1] in ";.\n:,":
            last = match
    return last


def _is_head(clause: Clause, gap: str, mention: Mention, before: bool, *, fresh: bool) -> bool:
    """Whether a document is one of its clause, not one that the title of another names; `before` says it of the last one."""
    if fresh:
        return mention.number is not None or _TYPE_WORD.search(gap) is None
    if _NEXT.search(gap) is not None:
        clause.nested = False
        return True
    if _BESIDE.fullmatch(gap) is not None:
        return before
    if mention.issuer is not None and mention.issuer[1] <= mention.start and _AT.search(gap) is not None:
        return True
    subject = _AFTER_SUBJECT.search(gap)
    if subject is not None:
        return subject["mark"] == "," or not clause.nested
    return not clause.has_head and mention.number is not None and not clause.nested


def _handed_on(low: str, start: int, at: int, end: int, carried: CitationRole | None) -> CitationRole | None:
    """The role of the documents in the next paragraph: that of this one's lead, the one behind its last document first, where the sentence goes on."""
    if low[start:end].rstrip().endswith("."):
        return None
    lead = (_last_lead(low[at:end], False) if at > start else None) or _LEAD.match(low[start:end])
    if lead is not None:
        return "implements" if lead["implements"] else "basis"
    return carried


# What is said beside a document of the past: summed up, assessed, replaced.
SPEAKS_OF_PAST = regex.compile(
    r"(?:tổng kết|sơ kết|kết quả thực hiện|đánh giá (?:kết quả|việc)|kế thừa|trước đây|đã (?:thực hiện|triển khai|kết thúc|ban hành)|"
    r"sau \d+ năm|qua \d+ năm|\d+ năm thực hiện|thay thế|bãi bỏ|hết hiệu lực)",
    regex.IGNORECASE,
)
# A sentence about what was: it opens with summing up or assessing, the name of the document after it being as long as it may.
OPENS_WITH_PAST = regex.compile(
    r"\W*(?:[\d.]+\s*)?(?:tổng kết|sơ kết|đánh giá|báo cáo kết quả|kế thừa)(?!\p{L})", regex.IGNORECASE
)
# The title of an amending document names what it amends; what was itself amended later (`năm 2015, sửa đổi năm 2017`) is no past.
AMENDS = regex.compile(r"sửa đổi(?:, bổ sung)?[^;.\n]{0,60}$", regex.IGNORECASE)
# A sentence that carries a document out or rests on it, whatever part it stands in: `Tiếp tục thực hiện Quyết định …`.
CARRIES_OUT = regex.compile(rf"\W*(?:{_BASIS}|{_IMPLEMENTS})(?!\p{{L}})", regex.IGNORECASE)
# A clause that opens with a time, by years (`until` is the last) or by how it lies to now: `Giai đoạn trước, …`, `Từ năm 2016 đến năm 2020, …`.
OPENS_WITH_TIME = regex.compile(
    r"\W*(?:(?:trong|ở|vào|tại|từ)\s+)*(?:(?:những|các|nhiều|\d{1,2}|hai|ba|bốn|năm|mười)\s+)?(?:giai đoạn|thời kỳ|thời gian|nhiệm kỳ|năm học|năm|tháng)\s+"
    r"(?:(?:vừa\s+)?(?:qua|trước|rồi)(?!\p{L})|(?:(?:19|20)\d\d\s*(?:[-–—]|đến(?:\s+năm)?)\s*)?(?P<until>(?:19|20)\d\d)(?=\s*,))",
    regex.IGNORECASE,
)
