"""How a plan cites: type word, sign, number, date, issuer; laws by name; lists under one type word or one issuer.

`mentions` reads a paragraph from left to right: numbers (`document_numbers`) and names (`law_names`) are its anchors, and each is
completed by what stands before it and behind it. Patterns read the view; those on `lower` say so.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from patterns import document_numbers, documents, issuing, law_names
from patterns.compiled import compiled
from patterns.dates import FULL, MONTH_OF_YEAR, ONLY_YEAR, is_real, iso
from patterns.issuing import issuer_at, issuer_beside

Span = tuple[int, int]


@dataclass(slots=True)
class Mention:
    """A citation; offsets are those of the text that was read, `name`, `issuer` and `wrong_date` are ranges of it.

    `start` to `end` is what is quoted. `head` is the type word that several numbers share, and where the issuer that it names stands.
    `wrong_date` is a date that does not exist.
    """

    start: int
    end: int
    doc_type: str
    number: str | None = None
    name: Span | None = None
    issued_on: str | None = None
    issuer: Span | None = None
    wrong_date: Span | None = None
    number_end: int = -1
    shared: bool = False
    plural: bool = False
    sure: float = 0.97
    joined: list[Mention] = field(default_factory=list)


# --- type words ----------------------------------------------------------------------------------------------------

_NAMES = "|".join(sorted((regex.escape(name) for name in documents.TYPES), key=len, reverse=True))
# Abbreviations that stand for the type word before a number (`QĐ 23/QĐ-TTg`).
_SHORT = {"QĐ": "QĐ", "NĐ": "NĐ", "NQ": "NQ", "CT": "CT", "TT": "TT", "TTLT": "TTLT", "KH": "KH", "CV": "CV", "TB": "TB", "HD": "HD", "KL": "KL", "TTr": "TTr", "BC": "BC"}  # fmt: skip
_TYPE = compiled("citations-type-word", rf"(?<!\p{{L}})(?:(?i:{_NAMES})|{'|'.join(_SHORT)})(?!\p{{L}})")
_PLURAL = regex.compile(r"(?:các|những|một số)\s$")
_SIGN = r"(?:(?:[Ss][ốôồ]|SỐ)\s?[:.]?\s?)"
_OPENS = r"[\"'(\[]?\s?"
# Between the type word and the number: what kind of it (`hành động`, `liên tịch`), a colon, the sign, a quotation mark.
_DIRECT = regex.compile(
    rf"(?:\s(?:hành động|liên tịch|phối hợp|hướng dẫn|kết luận|liên ngành|công tác))?\s?:?\s?{_SIGN}?{_OPENS}"
)
_QUALIFIED = regex.compile(
    rf"(?P<words>(?:\s(?!(?:tại|theo|của|do|và|về|ban|với|trong|cho|từ|này|là|có|được|để|số)(?!\p{{L}}))\p{{L}}+){{1,8}})\s?:?\s{_SIGN}{_OPENS}"
)
# Bodies that issue together, named as a kind of the document: `Kết luận liên ngành tư pháp Trung ương số …`.
_JOINT_BODIES = regex.compile(r"\s(?P<bodies>liên (?:ngành|tịch)(?:\s\p{L}+)+)")
_OF = regex.compile(r"\s(?:của|do)\s")
_BEHIND_ISSUER = regex.compile(rf"(?:\s(?:ban hành|ký))?\s?[,:]?\s?{_SIGN}?{_OPENS}")
# How far before a number its type word and the issuer between them may stand.
_REACH = 160
# What joins a number to the one before it under one type word, and what a subject between them ends with.
_JOINED = regex.compile(rf"(?:\s?[,;]|\s(?:và|hoặc))(?:\s(?:và|các|hoặc))*\s{_SIGN}?{_OPENS}|\s?[,;]\s?{_OPENS}")
_JOINED_BEHIND_BRACKETS = regex.compile(rf"\s?\([^()]{{0,120}}\)\s?[;,]\s{_SIGN}{_OPENS}")
_JOINED_BEHIND_SUBJECT = regex.compile(rf"(?:[;,]|\svà|\s-)\s(?:và\s)?{_SIGN}{_OPENS}$")
_LONGEST_SUBJECT = 320
# How long a list under one type word may be: the quote of each number begins at that word.
_LONGEST_LIST = 2400
# Things other than documents that bear numbers, before the sign.
_OTHER_THING = regex.compile(
    r"(?:mẫu|biểu|biểu mẫu|phụ lục|bảng|hồ sơ|tài khoản|mã|lô|thửa|tờ|nhà|ngõ|tổng đài|điện thoại|đường dây nóng|tiêu chí|chỉ tiêu|tiêu chuẩn|biển|sim|máy|đề tài|hợp đồng|xe|tcvn|qcvn|quốc lộ|tỉnh lộ)"
    r"\s?(?:số\s?)?:?\s?$"
)
_HAS_SIGN = regex.compile(rf"{_SIGN}{_OPENS}$")

# --- what follows --------------------------------------------------------------------------------------------------

_BLANK = r"[\s.…_/]*"
_DATE_AFTER = regex.compile(
    rf"{issuing.CLOSES}\s?[,(]?\s?(?:(?:(?:được\s)?ban hành|ký|thông qua)\s)?(?:vào\s)?(?:(?:ngày\s?:?\s?)?{FULL}|(?:ngày{_BLANK})?{MONTH_OF_YEAR}|{ONLY_YEAR}|"
    r"(?P<y>(?:19|20)\d\d)(?=[\s;,:)]|\.?$|\.\s)(?!\s-))",
    regex.IGNORECASE,
)
# Numbers that several bodies issue together (`TTLT`, `QCPH`).
_JOINT = regex.compile(r"[/-](?:TTLT|NQLT|QCPH|CTPH|KHPH|QCLT|KHLT|HDLT)")
_HOUSES = ("Quốc hội", "Ủy ban Thường vụ", "Ủy ban thường vụ", "Chủ tịch nước")
# The issuer before the mention: `theo đề nghị của Sở … tại văn bản số`, `đã được Thủ tướng Chính phủ phê duyệt tại các Quyết định`.
_AT = regex.compile(r"\s(?:tại|theo|trong)\s(?:các\s|những\s)?$|\s\($")
# The issuer as the subject: `Bộ Y tế đã có Công văn số …`, `Ngày 16/7/2012, Ủy ban Thường vụ Quốc hội đã ban hành Pháp lệnh số …`.
_HAS_ISSUED = regex.compile(r"\s(?:(?:đã|vừa|mới)\s)(?:ban hành|có|ký|gửi|phát hành)\s(?:các\s)?$")
_SUBJECT_BEGINS = regex.compile(r"(?:^|(?<=[,;.]\s)|(?<=\d\s))(?=\p{Lu})")
_SAID_BY = regex.compile(r"(?<!\p{L})(?:của|do|được|bởi)\s(?=\p{Lu})")
_VERBS = regex.compile(
    r"(?:\s(?:đã|vừa|mới))?(?:\s(?:phê duyệt|ban hành|quy định|thông qua|ký|hướng dẫn|giao|chỉ đạo|yêu cầu)){0,2}"
)
_ABOUT = regex.compile(r"\s(?:về|để|liên quan)\s[^;:.]{0,160}")
# A list under one issuer: `các văn bản của Bộ Y tế: …`.
_LIST_OF_ISSUER = regex.compile(r"\s?:\s?(?:các\s)?$")


def may_cite(view: str, start: int, end: int) -> bool:
    """Whether words hold anything that a citation is made of: a quick look before the pass over them."""
    words = view[start:end]
    return any(word in words for word in law_names.WORDS) or document_numbers.MAY_BEGIN.search(words) is not None


_ANCHOR = compiled("citations-anchor", rf"{document_numbers.BEGINS}|{law_names.BEGINS}")


def mentions(view: str, low: str, start: int, end: int) -> list[Mention]:
    """The citations of a paragraph in reading order."""
    if not may_cite(view, start, end):
        return []
    reader = _Reader(view, low, start, end)
    at = start
    for anchor in _ANCHOR.finditer(view, start, end):
        if anchor.start() < at:
            continue
        mention = reader.numbered(anchor.start()) if view[anchor.start()].isdigit() else reader.named(anchor.start())
        if mention is not None:
            reader.found.append(mention)
            at = max(mention.end, mention.number_end)
    _share_issuers(reader.found)
    _hand_back_issuers(view, reader.found)
    return reader.found


def spans(view: str, low: str, start: int, end: int) -> list[Span]:
    """The ranges of a paragraph that are citations, dates and issuers included: what is no value and no time."""
    return [(mention.start, max(mention.end, mention.number_end)) for mention in mentions(view, low, start, end)]


_OWN_NUMBER = regex.compile(r"[Ss]ố\s?:\s?")
_OWN_DATE = regex.compile(rf"ngày\s?{FULL}", regex.IGNORECASE)
_DEFINITION = regex.compile(
    r"\((?:(?:sau đây|dưới đây|từ đây|viết tắt|gọi tắt|gọi chung|gọi là)(?!\p{L})[^()]{0,240}|[^()]{0,60}\sgọi tắt(?!\p{L})[^()]{0,160})\)"
)
# The line under the title of what comes with another document.
# A speck before a number where a figure of it may have been: `số ] 39/NQ-CP`.
SPECK_BEFORE = regex.compile(r"(?r)số\s?[\]\[|!{}]\s?\Z")
COMES_WITH = regex.compile(r"\s*\(?\s*(?:ban hành )?kèm theo\s")


def own_number(view: str, start: int, end: int) -> str | None:
    """The number that a line of the head gives its document."""
    sign = _OWN_NUMBER.search(view, start, end)
    match = document_numbers.number_at(view, sign.end(), end) if sign is not None else None
    return document_numbers.written(match.group()) if match is not None else None


def own_date(view: str, start: int, end: int) -> str | None:
    """The date of issue in a line of the head."""
    match = _OWN_DATE.search(view, start, end)
    return iso(match) if match is not None else None


def definitions(low: str, start: int, end: int) -> list[Span]:
    """Brackets that give a document a short name: `(sau đây gọi tắt là Nghị quyết số 57-NQ/TW)` cites nothing."""
    if low.find("gọi", start, end) < 0 and low.find("viết tắt", start, end) < 0:
        return []
    return [match.span() for match in _DEFINITION.finditer(low, start, end)]


class _Reader:
    """Reads one paragraph; `found` are the mentions so far."""

    def __init__(self, view: str, low: str, start: int, end: int) -> None:
        self.view, self.low, self.start, self.end = view, low, start, end
        self.found: list[Mention] = []
        self.under: Span | None = None  # the issuer of the list that is being read

    # --- numbered --------------------------------------------------------------------------------------------------

    def numbered(self, position: int) -> Mention | None:
        """The mention whose number begins at a position."""
        match = document_numbers.number_at(self.view, position, self.end)
        bare = document_numbers.bare_at(self.view, position, self.end) if match is None else None
        if match is None and bare is None:
            return None
        number_end = match.end() if match is not None else bare.end() if bare is not None else position
        number = document_numbers.written(self.view[position:number_end])
        mention = Mention(position, number_end, "", number=number, number_end=number_end)
        law = self._law_before(position)
        if law is not None:
            self.found.pop()
            mention.start, mention.doc_type, mention.name, mention.issued_on = (
                law.start,
                law.doc_type,
                law.name,
                law.issued_on,
            )
        elif (
            not self._typed(mention, position)
            and not self._join(mention, position)
            and not self._by_itself(mention, position)
        ):
            return None
        if bare is not None and (mention.doc_type == "" or mention.sure < 0.9):
            return None
        self._date_and_issuer(mention)
        if mention.issuer is not None or ". " in self.view[self.found[-1].end if self.found else position : position]:
            self.under = None
        if mention.issuer is None:
            mention.issuer = self._issuer_before(mention.start)
        return mention

    def _law_before(self, position: int) -> Mention | None:
        """The law whose name stands right before its number: `Luật Trẻ em số 102/2016/QH13`."""
        last = self.found[-1] if self.found else None
        if last is None or last.name is None or last.number is not None:
            return None
        return last if _BEFORE_NUMBER_OF_LAW.fullmatch(self.low, last.end, position) is not None else None

    def _typed(self, mention: Mention, position: int) -> bool:
        """Finds the type word before a number: the nearest between which and the number nothing stands but what may."""
        since = max(self.start, self.found[-1].number_end if self.found else self.start, position - _REACH)
        for word in reversed(list(_TYPE.finditer(self.view, since, position))):
            issuer = None
            if _DIRECT.fullmatch(self.view, word.end(), position) is None:
                qualified = _QUALIFIED.fullmatch(self.view, word.end(), position)
                issuer = self._issuer_in(qualified) if qualified else self._issuer_between(word.end(), position)
                if issuer is None and qualified is None:
                    continue
            said = word.group()
            mention.start = self._whole_type(word.start(), since)
            mention.doc_type = _SHORT.get(said) or documents.TYPES.get(said.lower(), "VB")
            if mention.start < word.start():
                first = _TYPE.match(self.view, mention.start)
                mention.doc_type = (
                    documents.TYPES.get(first.group().lower(), "VB") if first is not None else mention.doc_type
                )
            mention.issuer = issuer
            between = issuer is not None and _OF.match(self.view, word.end(), position) is not None
            mention.plural = between or ":" in self.view[word.end() : position] or _PLURAL.search(self.view, max(self.start, word.start() - 8), word.start()) is not None  # fmt: skip
            return True
        return False

    def _whole_type(self, start: int, since: int) -> int:
        """Where the type begins that is made of two type words: `Thông báo kết luận số`."""
        before = list(_TYPE.finditer(self.view, max(since, start - 16), start))
        joined = before and self.view[before[-1].end() : start] == " " and self.view[start].islower()
        return before[-1].start() if joined else start

    def _issuer_in(self, qualified: regex.Match[str]) -> Span | None:
        """The issuer that the words between the type word and the sign name without `của`: `Quyết định UBND tỉnh số …`."""
        start, end = qualified.span("words")
        joint = _JOINT_BODIES.fullmatch(self.view, start, end)
        if joint is not None:
            return joint.span("bodies")
        return (start + 1, end) if issuer_at(self.view, start + 1, end) == end else None

    def _issuer_between(self, type_end: int, position: int) -> Span | None:
        """The issuer between the type word and the sign: `Quyết định của Thủ tướng Chính phủ: số …`."""
        of = _OF.match(self.view, type_end, position)
        end = issuer_at(self.view, of.end(), position) if of is not None else None
        if of is None or end is None or _BEHIND_ISSUER.fullmatch(self.view, end, position) is None:
            return None
        return of.end(), end

    def _join(self, mention: Mention, position: int) -> bool:
        """Takes the type word of the number before, where both stand under one."""
        last = self.found[-1] if self.found else None
        if (
            last is None
            or last.number is None
            or position - last.end > _LONGEST_SUBJECT
            or position - last.start > _LONGEST_LIST
        ):
            return False
        joined = any(p.fullmatch(self.view, last.end, position) for p in (_JOINED, _JOINED_BEHIND_BRACKETS))
        if not joined:
            said = document_numbers.type_of_symbol(mention.number or "")
            gap = self.view[last.end : position]
            listed = last.plural and said in (last.doc_type, "CV") and ". " not in gap and "\n" not in gap
            if not listed or _JOINED_BEHIND_SUBJECT.search(gap) is None:
                return False
        mention.start, mention.doc_type = last.start, last.doc_type
        mention.shared = last.shared = True
        mention.plural = last.plural
        last.joined.append(mention)
        return True

    def _by_itself(self, mention: Mention, position: int) -> bool:
        """Takes the type from the symbol, where no word says it and the number is one of a document all the same."""
        before = self.low[max(self.start, position - 40) : position]
        if _OTHER_THING.search(before) is not None:
            return False
        signed = _HAS_SIGN.search(before) is not None
        if not signed and not document_numbers.says_itself(mention.number or ""):
            return False
        mention.doc_type = document_numbers.type_of_symbol(mention.number or "")
        mention.sure = 0.8
        return True

    def _date_and_issuer(self, mention: Mention) -> None:
        dated = self._date(mention, mention.end)
        joint = _JOINT.search(mention.number or "") is not None
        issuer = issuing.issuer_behind(self.view, mention.end, self.end, joint=joint)
        if issuer is None and mention.number is not None and mention.issuer is None:
            issuer = issuer_beside(self.view, mention.end, self.end)
        mention.number_end = mention.end
        if issuer is None or (mention.number is None and not self.view.startswith(_HOUSES, issuer[0])):
            return
        mention.end = issuing.end_of_all(self.view, issuer[1], self.end) if joint else issuer[1]
        mention.issuer = (issuer[0], mention.end)
        if not dated and "ngày" in self.low[mention.end : mention.end + 30]:
            self._date(mention, mention.end)

    def _date(self, mention: Mention, position: int) -> bool:
        """Takes the date that stands at a position."""
        revised = law_names.REVISED.match(self.view, position, self.end) if mention.name is not None else None
        match = _DATE_AFTER.match(self.view, revised.end() if revised is not None else position, self.end)
        if match is None:
            return False
        if (
            mention.number is not None
            and "ngày" not in match.group().lower()
            and match["m"] is None
            and "năm" not in match.group()
        ):
            return False  # a bare year behind a number is none of its date
        mention.issued_on, mention.end = iso(match), match.end()
        if not is_real(match):
            mention.wrong_date = (match.start("d") if match["d"] else match.start("m"), match.end())
        return True

    def _issuer_before(self, position: int) -> Span | None:
        """The issuer named before the mention, or before the list that it stands in."""
        since = max(self.start, position - _REACH)
        if (subject := self._subject(since, position)) is not None:
            return subject
        at = _AT.search(self.view, since, position) or _LIST_OF_ISSUER.search(self.view, since, position)
        if at is None:
            return self.under
        listed = ":" in at.group()
        for said in reversed(list(_SAID_BY.finditer(self.view, since, at.start()))):
            end = issuer_at(self.view, said.end(), at.start())
            if end is not None and (
                _VERBS.fullmatch(self.view, end, at.start())
                or (listed and _ABOUT.fullmatch(self.view, end, at.start()))
            ):
                issuer = (said.end(), end)
                self.under = issuer if listed else None
                return issuer
        return None

    def _subject(self, since: int, position: int) -> Span | None:
        """The body that has issued what is named next (`Bộ Y tế đã có Công văn số …`)."""
        issued = _HAS_ISSUED.search(self.view, since, position)
        if issued is None:
            return None
        for begins in _SUBJECT_BEGINS.finditer(self.view, since, issued.start()):
            if issuer_at(self.view, begins.start(), issued.start()) == issued.start():
                return (begins.start(), issued.start())
        return None

    # --- named -----------------------------------------------------------------------------------------------------

    def named(self, position: int) -> Mention | None:
        """The mention whose word for a law or a convention begins at a position."""
        low = self.low
        if low.startswith("công ước", position):
            return self._convention(position)
        if low.startswith("hiến pháp", position):
            match = law_names.CONSTITUTION.match(low, position, self.end)
            end = match.end() if match is not None else position + 9
            mention = Mention(position, end, "HP", name=(position, end))
            self._date_and_issuer(mention)
            return mention
        if low.startswith("nghị quyết", position):
            match = law_names.CONGRESS.match(self.view, position, self.end)
            if match is None:
                return None
            mention = Mention(position, match.end(), "NQ", name=match.span(), number_end=match.end(), sure=0.9)
            self._date(mention, mention.end)
            return mention
        law = law_names.law_at(self.view, low, position, self.end)
        if law is None:
            return None
        kind, end = law
        start = position - 3 if kind == "BL" else position
        known = law_names.is_known(low, position + (9 if kind == "PL" else 4), self.end)
        mention = Mention(start, end, kind, name=(start, end), sure=0.95 if known else 0.85)
        self._date_and_issuer(mention)
        return mention

    def _convention(self, position: int) -> Mention | None:
        match = law_names.CONVENTION.match(self.view, position, self.end)
        if match is None or (match["number"] is None and not law_names.names_convention(match["rest"])):
            return None
        mention = Mention(position, match.end(), "CƯ", number=match["number"], sure=0.9)
        if match["issuer"] is not None:
            mention.issuer = match.span("issuer")
        if match["number"] is None:
            mention.name = (position, match.end())
            self._date(mention, mention.end)
            mention.number_end = mention.end
        else:
            issuer = mention.issuer
            self._date_and_issuer(mention)
            mention.issuer = mention.issuer or issuer
        return mention


# Between two numbers of one body that each have their type word: `Công văn số … và Công văn số … của …`.
_AND = regex.compile(r"(?:,|;|\svà|,\svà)\s")
_BEFORE_NUMBER_OF_LAW = regex.compile(r"\s?[,(]?\s?(?:luật\s)?(?:số)?\s?:?\s?")


def _hand_back_issuers(view: str, found: list[Mention]) -> None:
    """Gives the issuer behind the last of several numbers of one type and body to those right before it."""
    for before, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if (
            before.issuer is None
            and after.issuer is not None
            and not after.shared
            and before.doc_type == after.doc_type
        ):
            one = document_numbers.same_issuer(before.number or "", after.number or "x")
            if one and after.issuer[0] > after.start and _AND.fullmatch(view, before.end, after.start) is not None:
                before.issuer = after.issuer


def _share_issuers(found: list[Mention]) -> None:
    """Numbers joined under one type word have one issuer; the quote of each ends at its own number and date."""
    issuer: tuple[Span, str] | None = None
    for mention in reversed(found):
        if not mention.shared:
            issuer = None
            continue
        if mention.issuer is not None:
            issuer = (mention.issuer, mention.number or "")
        elif issuer is not None and document_numbers.same_issuer(issuer[1], mention.number or ""):
            mention.issuer = issuer[0]
        mention.end = mention.number_end
    for mention in found:  # an issuer named between the type word and the first number holds for the others
        for other in mention.joined:
            if other.issuer is None and document_numbers.same_issuer(mention.number or "", other.number or ""):
                other.issuer = mention.issuer
