"""What a Vietnamese syllable can be: how to tell words from what a bad recognition or a wrong encoding made of them.

A syllable is an onset, a rhyme and a tone (Đoàn Thiện Thuật, Ngữ âm tiếng Việt, 1977); the written forms of onsets and rhymes are few
enough to be listed. A rhyme that ends in a stop (`p`, `t`, `c`, `ch`) takes the tones sắc and nặng only.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gh",
    "gi",
    "h",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "ngh",
    "nh",
    "p",
    "ph",
    "q",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
RHYMES = [
    "a",
    "ac",
    "ach",
    "ai",
    "am",
    "an",
    "ang",
    "anh",
    "ao",
    "ap",
    "at",
    "au",
    "ay",
    "ăc",
    "ăm",
    "ăn",
    "ăng",
    "ăp",
    "ăt",
    "âc",
    "âm",
    "ân",
    "âng",
    "âp",
    "ât",
    "âu",
    "ây",
    "e",
    "ec",
    "em",
    "en",
    "eng",
    "eo",
    "ep",
    "et",
    "ê",
    "êch",
    "êm",
    "ên",
    "ênh",
    "êp",
    "êt",
    "êu",
    "i",
    "ia",
    "ich",
    "iêc",
    "iêm",
    "iên",
    "iêng",
    "iêp",
    "iêt",
    "iêu",
    "im",
    "in",
    "inh",
    "ip",
    "it",
    "iu",
    "o",
    "oa",
    "oac",
    "oach",
    "oai",
    "oam",
    "oan",
    "oang",
    "oanh",
    "oao",
    "oap",
    "oat",
    "oay",
    "oăc",
    "oăm",
    "oăn",
    "oăng",
    "oăt",
    "oc",
    "oe",
    "oen",
    "oeo",
    "oet",
    "oi",
    "om",
    "on",
    "ong",
    "ooc",
    "oong",
    "op",
    "ot",
    "ô",
    "ôc",
    "ôi",
    "ôm",
    "ôn",
    "ông",
    "ôp",
    "ôt",
    "ơ",
    "ơi",
    "ơm",
    "ơn",
    "ơp",
    "ơt",
    "u",
    "ua",
    "uc",
    "uê",
    "uêch",
    "uên",
    "uênh",
    "uêt",
    "ui",
    "um",
    "un",
    "ung",
    "uôc",
    "uôi",
    "uôm",
    "uôn",
    "uông",
    "uôt",
    "uơ",
    "up",
    "ut",
    "uân",
    "uâng",
    "uât",
    "uây",
    "uy",
    "uya",
    "uych",
    "uyên",
    "uyêt",
    "uynh",
    "uyp",
    "uyt",
    "uyu",
    "ư",
    "ưa",
    "ưc",
    "ưi",
    "ưm",
    "ưn",
    "ưng",
    "ươc",
    "ươi",
    "ươm",
    "ươn",
    "ương",
    "ươp",
    "ươt",
    "ươu",
    "ưt",
    "ưu",
    "y",
    "yêm",
    "yên",
    "yêng",
    "yêt",
    "yêu",
]
# What only `q` goes with, whose `u` is written with the rhyme.
_AFTER_Q = [
    "uac",
    "uach",
    "uai",
    "uan",
    "uang",
    "uanh",
    "uao",
    "uat",
    "uau",
    "uay",
    "uăc",
    "uăm",
    "uăn",
    "uăng",
    "uăp",
    "uăt",
    "ue",
    "uen",
    "ueo",
    "uet",
    "ui",
    "uich",
    "uin",
    "uit",
    "uôc",
    "uơ",
    "uơn",
]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPS = ("p", "t", "c", "ch")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]+")


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    """All syllables without their tones."""
    forms = {onset + rhyme for onset in ("", *ONSETS) for rhyme in RHYMES if onset != "q"}
    forms |= {"q" + rhyme for rhyme in (*_AFTER_Q, *RHYMES) if rhyme.startswith("u")}
    forms |= {"g" + rhyme for rhyme in RHYMES if rhyme.startswith("i")}  # gì, gìn, giếng
    return frozenset(forms)


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether a word can be a Vietnamese syllable.

    >>> [is_syllable(word) for word in ("nghiêng", "Quốc", "gìn", "truờng", "phâp", "céng", "web")]
    [True, True, True, False, False, True, False]
    """
    marks = unicodedata.normalize("NFD", word.lower())
    tone = [mark for mark in marks if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    if len(tone) > 1 or bare not in _forms():
        return False
    return not bare.endswith(_STOPS) or (bool(tone) and tone[0] in "\u0301\u0323")


def impossible_share(text: str) -> float:
    """The share of words that cannot be Vietnamese, 0 to 1; 0 where there are no words.

    Single letters and abbreviations in capitals do not count.
    """
    words = [word for word in _WORD.findall(text) if not (word.isupper() and len(word) < 7)]
    return sum(not is_syllable(word) for word in words) / len(words) if words else 0.0


# Letters that only Unicode has: what holds them is no legacy text.
UNICODE_LETTER = regex.compile(r"[ăĂđĐơƠưƯĩĨũŨ\u1ea0-\u1ef9]")

# Letters that only Vietnamese has: what tells a text in Windows-1258 from one in another code page.
OWN_LETTER = regex.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ]")
