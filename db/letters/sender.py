"""Who sends letters: agency, place, symbol, signer and those who get a copy; nothing here is slow to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

# What divides the lines of a field that may have several.
_BETWEEN = ";"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends: each field as an office writes it, empty where it is not known; `authority` and `copies` may have several parts."""

    agency: str = ""
    superior: str = ""
    place: str = ""
    symbol: str = ""
    unit: str = ""
    authority: str = ""
    title: str = ""
    signer: str = ""
    copies: str = ""

    @property
    def authorities(self) -> list[str]:
        """The lines above the title of who signs: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`."""
        return _parts(self.authority)

    @property
    def others(self) -> list[str]:
        """Who gets a copy beside those to whom the letter goes."""
        return _parts(self.copies)

    @property
    def drafted_by(self) -> str:
        """The short name of the unit that drafted the letter: the last part of the symbol where it is not said."""
        return self.unit or (self.symbol.rsplit("-", 1)[-1] if "-" in self.symbol else "")


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(_BETWEEN) if part.strip()]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """What a field is called, Vietnamese and English, and an example."""

    vi: str
    en: str
    example: str


WORDS: Mapping[str, FieldWords] = {
    "agency": FieldWords(vi="Cơ quan gửi", en="Agency", example="Sở Y tế"),
    "superior": FieldWords(
        vi="Cơ quan chủ quản trực tiếp (nếu có)",
        en="Superior agency (if any)",
        example="Ủy ban nhân dân tỉnh Bắc Giang",
    ),
    "place": FieldWords(vi="Địa danh", en="Place", example="Bắc Giang"),
    "symbol": FieldWords(vi="Ký hiệu công văn", en="Symbol of letters", example="SYT-BVCSTE"),
    "unit": FieldWords(vi="Đơn vị soạn thảo (viết tắt)", en="Unit that drafts (short)", example="BVCSTE"),
    "authority": FieldWords(
        vi="Quyền hạn ký (nhiều dòng cách nhau bằng “;”)", en="Authority (lines divided by “;”)", example="KT. GIÁM ĐỐC"
    ),
    "title": FieldWords(vi="Chức vụ người ký", en="Signer's title", example="PHÓ GIÁM ĐỐC"),
    "signer": FieldWords(vi="Họ và tên người ký", en="Signer", example="Nguyễn Văn A"),
    "copies": FieldWords(
        vi="Nơi nhận khác (cách nhau bằng “;”)",
        en="Copies to (divided by “;”)",
        example="Giám đốc Sở (để b/c); Phòng BVCSTE",
    ),
}
FIELDS = tuple(field.name for field in fields(Sender))


def sender_of(given: Mapping[str, str]) -> Sender:
    """A sender out of its fields by name, others left aside; white space made one.

    >>> sender_of({"agency": "Sở  Y tế", "symbol": "SYT-BVCSTE", "other": "x"}).drafted_by
    'BVCSTE'
    """
    return Sender(**{name: " ".join(given[name].split()) for name in FIELDS if name in given})
