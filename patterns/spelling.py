"""One spelling for patterns: a view of a text, as long as the text itself, in which they look.

Vietnamese offices write `hoà` and `hòa`, `Uỷ ban` and `Ủy ban`, `–` and `-`; character recognition reads `phần đầu` for
`phấn đấu` and `l00%` for `100%`. The view says each in one way, one character for one, so that a match in the view is
a match at the same place in the text. Quotes are taken from the text, never from the view.
"""

from __future__ import annotations

import regex

# The tone mark on the glide (`hoà`, `thuỷ`) against the mark on the main vowel (`hòa`, `thủy`); both are two characters
# in NFC. Only at the end of a syllable: `hoàn` has its mark in the one right place. `quý` keeps its own (`qu` is an onset).
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONES |= {old.upper(): new.upper() for old, new in _TONES.items()} | {
    old.capitalize(): new.capitalize() for old, new in _TONES.items()
}
_OLD_TONE = regex.compile(r"(?<![qQ])(?:" + "|".join(_TONES) + r")(?!\w)")
_HAS_OLD_TONE = regex.compile("[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]")

# Character → its one spelling. `replace` of those that occur is many times faster than `translate`.
_CHARACTERS: dict[str, str] = {
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
        "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'",
        "¡": " ", "¬": " ",  # specks that recognition makes signs of
        "\u00a0": " ", "\t": " ", "\u2009": " ", "\u202f": " ", "∕": "/", "⁄": "/", "％": "%",
        "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ",  # letters of other languages that look like it
}  # fmt: skip

# What character recognition makes of words that patterns look for. Each pair has one length, and the wrong form is
# either no Vietnamese at all or makes no sense before what follows it.
MISREADINGS: tuple[tuple[str, str], ...] = (
    (r"\b(?P<p>[Pp])h[ầâẩ]n đ[ầâấ]u\b", "hấn đấu"),
    (r"\b(?P<p>[ĐđDd])[âầấ]y (?=mạnh|manh|nhanh|lùi)", "ẩy "),
    (r"\b(?P<p>[Tt])ổ t[ụu]ng\b", "ố tụng"),
    (r"\b(?P<p>[Ll])òng ghép\b", "ồng ghép"),
    (r"\b(?P<p>[Cc])h[iỉ] ti[eê]u(?= \d)", "hỉ tiêu"),
    (r"\b(?P<p>[Qq])uyêt định\b", "uyết định"),
    (r"\b(?P<p>[Bb])ổ sưng\b", "ổ sung"),
    (r"\b(?P<p>[Cc])hính quyên\b", "hính quyền"),
    (r"(?<=\bcủa )(?P<p>C)hính ph[iúùũụu]\b", "hính phủ"),
    (r"(?<=\d\s?[-/]\s?)(?P<p>N)O(?=\s?[-/]\s?(?:TW|CP|HĐND)\b)", "Q"),
)
_MISREADINGS = tuple((regex.compile(wrong), right) for wrong, right in MISREADINGS)

# The words of the frame that values stand in, where what stands beside them leaves no other reading: a bound before a number, a time
# before a year, an area. Values that they belong to are less sure (`misread_frame`).
FRAME_MISREADINGS: tuple[tuple[str, str], ...] = (
    (r"\b(?![dD]ưới\b)(?:[đĐ][ưuứừửữự][oơớờởỡợ]i|[dD](?:u[oơớờởỡợ]|ư[oơờởỡợ])i)(?=\s(?:mức\s|hoặc bằng\s)?\d)", "dưới"),
    (r"\b(?:[đĐ][eêềểễẹệẻẽ]n|[dD][eêéềếểễẹệẻẽè]n)(?=\s(?:hết\s|cuối\s)?năm\s(?:19|20)\d\d)", "đến"),
    (r"\b(?:[dD][aạáàảã]t|[đĐ][aáàảã]t)(?=(?:\s(?:mức|trên|hơn|từ|ít nhất|tối thiểu|khoảng))*\s?\d[\d.,]*\s?%)", "đạt"),
    (r"\b[mM](?:iễ|iể|iế|iê|ie)n(?=\snúi\b)", "miền"),
    (r"\b[tT][yYýỳỹỵÝỲỸỴ](?=\sl[eêệếềểễẹ]\b)", "tỷ"),
    (r"(?<=\b[tT][ỷỉyiYýỳỹỵ]\s)l[eêếềểễẹ]\b(?=\s\p{Ll}{2})", "lệ"),
    (r"\b[đĐ]ôi(?=\svới\b)(?<!\b(?:đi|cặp|sánh|nhân|gấp|thành)\s[đĐ]ôi)", "đối"),
    (r"\btuyên(?=\s(?:trung ương|tỉnh|huyện|xã|cơ sở)\b)", "tuyến"),
    (r"(?<=\b[tT]hành\s)ph[oôồổỗộ]\b", "phố"),
    (r"\bhang(?=\snăm\b)", "hàng"),
    (r"\bthang(?=\s\d{1,2}\snăm\s(?:19|20)\d\d)", "tháng"),
)
_FRAME = tuple((regex.compile(wrong), right) for wrong, right in FRAME_MISREADINGS)

# A digit that was read as a letter, inside or beside digits: `l00%`, `2O25`, `1OO.000`.
# `I` counts only before a per cent sign: `II.1` is a section.
_LETTER_FOR_DIGIT = regex.compile(
    r"(?<![\p{L}\d])(?=[lIO.,]*\d|[lIO]+\d|\d)(?:[lIO\d][lIO\d.,]*(?=\s?%)|[lO\d][lO\d.,]*(?=$|[\s;,.)])|[lO\d]{2}(?=/[lO\d]{1,2}/[lO\d]{4}(?!\w)))"
    r"|(?<![\p{L}\d])l\d+(?=/\d)|(?<=\d/)[lO\d]{1,2}(?=/[lO\d]{4}(?!\w))"
)
_HAS_LETTER_FOR_DIGIT = regex.compile(r"[lIO][.,/]*\d|\d[.,/]*[lIO]|O\s?%")
_DIGITS = str.maketrans("lIO", "110")


def one_tone(text: str) -> str:
    """The text with every tone mark on the main vowel.

    >>> one_tone("Hoà Bình, Uỷ ban, quý")
    'Hòa Bình, Ủy ban, quý'
    """
    if _HAS_OLD_TONE.search(text) is None:
        return text
    return _OLD_TONE.sub(lambda match: _TONES[match.group()], text)


def typed(text: str) -> str:
    """The text in one spelling, misreadings left as they are."""
    seen = text
    for odd, plain in _CHARACTERS.items():
        seen = seen.replace(odd, plain)
    return one_tone(seen)


def view(text: str) -> str:
    """The text as patterns read it: same length, one spelling, misreadings repaired."""
    seen = typed(text)
    for wrong, right in _MISREADINGS:
        seen = wrong.sub(lambda match, right=right: match["p"] + right, seen)  # type: ignore[misc]
    for wrong, right in _FRAME:
        seen = wrong.sub(lambda match, right=right: _cased(match.group(), right), seen)  # type: ignore[misc]
    if _HAS_LETTER_FOR_DIGIT.search(seen) is None:
        return seen
    return _LETTER_FOR_DIGIT.sub(lambda match: match.group().translate(_DIGITS), seen)


def _cased(read: str, right: str) -> str:
    return right.capitalize() if read[0].isupper() else right


def misread_frame(text: str) -> bool:
    """Whether a word of the frame that values stand in was misread.

    >>> misread_frame("giảm đưới 8% khu vực miễn núi"), misread_frame("giảm dưới 8% khu vực miền núi, trao đổi với trường")
    (True, False)
    """
    return any(wrong.search(text) is not None for wrong, _ in _FRAME)


# A year of a span that lost a digit: `2023- 030`; on one line, for the dash of the next one opens an item of a list.
_BROKEN_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d[^\S\n]?[-–][^\S\n]?0\d\d(?![\d.,])")
_LETTER = regex.compile("[lIO]")


def misread_figures(text: str) -> list[tuple[int, int]]:
    """Ranges of figures that look misread: a letter for a digit, a year that lost a digit; those that the view repairs among them."""
    found = []
    if _HAS_LETTER_FOR_DIGIT.search(text) is not None:
        found += [match.span() for match in _LETTER_FOR_DIGIT.finditer(text) if _LETTER.search(match.group())]
    found += [match.span() for match in _BROKEN_YEAR.finditer(text)]
    return sorted((start, end + text.startswith("%", end)) for start, end in found)


def repaired(figures: str) -> str:
    """Figures with the digits that letters stand for."""
    return figures.translate(_DIGITS)


def lower(seen: str) -> str:
    """The view in lower case, still of the same length (a few foreign capitals grow when lowered; they stay)."""
    low = seen.lower()
    if len(low) == len(seen):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in seen)
