"""Who acts and who receives in a sentence that sets a time: the noun phrase before its verb, and the one behind `gửi`, `về`, `báo cáo`.

What stands before the subject (a time, a ground, a title with a colon, who asks) is peeled off; the subject runs, as written, to its verb.
"""

from __future__ import annotations

import regex

from extract.duties.organisation import names_given
from extract.structure.outline import Outline
from patterns import agencies, delivery, duties

# What may stand before the comma behind which the subject comes: all but the duty itself and the thing handed in.
_TIME_OR_GROUND = regex.compile(
    r"\s*(?:căn cứ|trên cơ sở|theo(?! dõi)|trước|chậm nhất|h[ằà]ng|định kỳ|vào|trong|kết thúc|sau|nhiệm vụ|tình hình|đến|quý|tháng|ngày|từ|khi|đối với|cùng)(?!\w)"
)
_DUTY = regex.compile(rf"\s*{agencies.DUTY}")
_THING = regex.compile(r"danh sách|số|hồ sơ|báo cáo|kết quả|biểu mẫu")
_OF_SUBJECT = regex.compile(
    r"\s*(?:được|chủ trì chỉ tiêu|có tên|có liên quan|liên quan|thuộc|trên địa bàn|các cấp|cấp|cùng cấp|theo phân công)"
)
_PERSON = regex.compile(
    r"(?:(?:đoàn|tổ) (?:(?:kiểm tra|giám sát|thanh tra|công tác)(?:,? )?)+(?:liên ngành)?(?: của (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))?|đoàn liên ngành(?: của (?:tỉnh|thành phố|huyện))?|cộng tác viên|công chức|cán bộ|trạm y tế|giáo viên|tổng phụ trách|trưởng (?:thôn|bản|khu phố))"
)
_AFTER_GROUND = regex.compile(r",\s+|\)\s+")
_TITLE = regex.compile(r"[^:;.]{2,120}:\s+")
_ASKS = regex.compile(r"\s(?:kính\s)?(?:yêu cầu|đề nghị|giao|phân công)\s(?:cho\s)?")
_OTHER_RECEIVER = regex.compile(r"(?:trung tâm|cấp có thẩm quyền)")
_BARE = regex.compile(
    r"(?:Sở|Phòng|Bộ|Ban|Cục|Chi cục|Trung tâm)(?=\s?(?:$|[,;.)(]|\s(?:trước|chậm|muộn|vào|để|theo|định kỳ|h[ằà]ng|tổng hợp|xem xét|trong)))"
)
# Who heads the office that the plan is of (`báo cáo Ban Giám đốc`, `trình Giám đốc phê duyệt`).
_HEAD_OF_OFFICE = regex.compile(
    r"(?:Ban (?:Giám đốc|Giám hiệu|Lãnh đạo|Chủ nhiệm)|Giám đốc|Hiệu trưởng|Thủ trưởng|Lãnh đạo)(?:\s(?:Sở|Bệnh viện|Trung tâm|Trường|Bộ|Cục|Viện))?(?=\s?(?:$|[,;.()])|\s\p{Ll})"
)
# Which of them is meant (`cơ quan công an nơi xảy ra vụ việc`).
_WHERE = regex.compile(
    r"\snơi\s[^,;.:()]{1,60}?(?=\s(?:trong|trước|chậm nhất|để|theo|và|kịp thời|biết)(?!\p{L})|[,;.:()]|$)"
)
_LONGEST = 90


class Actors:
    """Reads sentences of one document."""

    def __init__(self, outline: Outline) -> None:
        self.text, self.view, self.low = outline.text.text, outline.text.view, outline.text.lower
        self.given = names_given(outline)

    def subject(self, start: int, end: int) -> str | None:
        """Who acts, as written: the agencies at the beginning of the clause, behind what may stand before them."""
        at = start
        if not self._names(at, end) and (title := _TITLE.match(self.low, at, end)) is not None:
            at = title.end()  # `Báo cáo định kỳ: các phòng, ban …`
        for _ in range(6):
            lead = delivery.BEFORE_SUBJECT.match(self.low, at, end)
            at = lead.end() if lead is not None else at
            person = _PERSON.match(self.low, at, end)
            if person is not None:
                verb = delivery.VERB.search(self.low, person.end(), min(end, at + _LONGEST))
                if verb is not None:
                    return self._words(at, verb.start())
            names = self._names(at, end)
            if names and delivery.NO_SUBJECT.match(self.low, at, end) is None:
                asks = _ASKS.match(self.low, names[-1].end, end)
                if asks is not None and self._names(asks.end(), end):
                    at = asks.end()  # `UBND tỉnh yêu cầu các sở …`
                    continue
                return self._phrase(at, names, end)
            comma = _AFTER_GROUND.search(self.low, at, end)
            if comma is None or not self._may_precede(at, comma, end):
                return None
            at = comma.end()
        return None

    def _names(self, at: int, end: int) -> list[agencies.Name]:
        return agencies.parse(self.view, at, end, self.given) if agencies.starts(self.view, at) else []

    def _phrase(self, at: int, names: list[agencies.Name], end: int) -> str:
        """The agencies with what tells which of them are meant."""
        stop = names[-1].end
        relative = delivery.RELATIVE.search(self.low, at, min(end, stop + 200))
        if relative is not None and relative.start() <= stop:
            return self._words(at, relative.end())
        verb = delivery.VERB.search(self.low, stop - 1 if stop > at else at, end)
        if verb is not None and _OF_SUBJECT.match(self.low, stop, verb.start()) is not None:
            stop = max(stop, verb.start())
        return self._words(at, stop)

    def _words(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split()).rstrip(",")

    def _may_precede(self, at: int, comma: regex.Match[str], end: int) -> bool:
        """Whether words before a comma are a time or a ground, or stand before agencies that go on with a verb."""
        if _TIME_OR_GROUND.match(self.low, at, comma.start()) is not None:
            return True
        if _DUTY.match(self.low, at, comma.start()) is not None or _THING.match(self.low, at) is not None:
            return False
        if len(self.low[at : comma.start()].split()) <= 4:
            return True
        names = self._names(comma.end(), end)
        return bool(names) and duties.GOES_ON.match(self.low, names[-1].end, end) is not None

    def sender(self, start: int, end: int) -> str | None:
        """Who hands in what the duty is about, where the words before a time say so (`do các đơn vị lập gửi trước …`)."""
        for match in delivery.BY_OTHERS.finditer(self.low, start, end):
            names = self._names(match.end(), end)
            if names and delivery.THEY_SEND.fullmatch(self.low, names[-1].end, end) is not None:
                return self._words(match.end(), names[-1].end)
        return None

    def recipient(self, start: int, end: int) -> str | None:
        """Who receives what is handed in, as written."""
        for pattern in (delivery.SENT, delivery.GIVEN, delivery.ALSO):
            for match in pattern.finditer(self.low, start, end):
                at = match.end()
                bare = _BARE.match(self.view, at, end) or _HEAD_OF_OFFICE.match(self.view, at, end)
                if bare is not None:
                    return bare.group()
                if not agencies.starts(self.view, at) and _OTHER_RECEIVER.match(self.low, at, end) is None:
                    continue
                names = agencies.parse(self.view, at, end, self.given)
                if names:
                    where = _WHERE.match(self.low, names[-1].end, end)
                    last = where.end() if where is not None else names[-1].end
                    return " ".join(self.text[names[0].start : last].split())
        return None
