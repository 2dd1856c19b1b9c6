"""Symbols in the numbers of documents: abbreviations of bodies and of the offices that draft for them.

Nghị định 30/2020/NĐ-CP, Điều 8 and phụ lục III: a number ends in the type of the document and the body (`QĐ-BYT`), an official letter
in the body and the drafting office (`SLĐTBXH-BVCSTE`).
"""

from __future__ import annotations

import regex

# What ministries (B…), departments (S…) and offices (P…) look after, as symbols abbreviate it.
_FUNCTIONS = (
    "LĐTBXH", "GDĐT", "VHTTDL", "VHTT", "VHXH", "KHĐT", "TNMT", "NNPTNT", "NNMT", "TTTT", "KHCN", "GTVT", "TCKH", "DTTG",
)  # fmt: skip
_BODIES = (
    "UBND", "HĐND", "UBTVQH", "MTTQ", "BHXH", "LĐLĐ", "HLHPN", "BCĐTW", "BCĐ", "TLĐLĐVN", "ĐTNCSHCM", "TWĐTN", "VPCP", "VPUB",
    "TTCP", "NHNN", "TANDTC", "VKSNDTC", "BNNPTNT", "BTNMT", "BNNMT", "BTTTT", "BGTVT",
)  # fmt: skip
# Offices within a body that draft its letters.
_OFFICES = ("BVCSTE", "BVCSTEBĐG", "KGVX", "KTTH", "TTBVCSTE", "BTXH", "GDMN", "GDTH", "GDTrH", "CTTE", "NVTT", "TCCB")

SYMBOLS: frozenset[str] = frozenset(
    (*_FUNCTIONS, *(prefix + name for prefix in "BSP" for name in _FUNCTIONS), *_BODIES, *_OFFICES)
)

# A department (S…) in the symbol of a number: `KH-SYT`.
OF_DEPARTMENT = regex.compile(r"-S[A-ZĐ]{2,}")

# Symbols after the type of a document and the body that signs with them (Nghị định 30/2020/NĐ-CP, phụ lục III; Luật Ban hành
# văn bản quy phạm pháp luật).
_ISSUERS: tuple[tuple[str, str], ...] = (
    (r"(?:QĐ|CT|CĐ)-TTg$", "Thủ tướng Chính phủ"),
    (r"NĐ-CP$|NQ-CP$", "Chính phủ"),
    (r"/QH\d+$", "Quốc hội"),
    (r"/UBTVQH\d+$", "Ủy ban Thường vụ Quốc hội"),
    (r"NQ-HĐND$", "Hội đồng nhân dân"),
)
ISSUERS = tuple((regex.compile(pattern, regex.IGNORECASE), name) for pattern, name in _ISSUERS)

# Numbers of the Party's centre (`20-CT/TW`).
OF_PARTY = regex.compile(r"/TW$", regex.IGNORECASE)

# Numbers of central bodies: the Prime Minister, the Government, the Party, the National Assembly, ministries (B…).
CENTRAL = regex.compile(r"[-/](?:TTg|CP|TW|QH\d+|UBTVQH\d+|B[A-ZĐ]{2,})$")

# A part of a symbol that abbreviates a body.
PART = regex.compile(r"[A-ZĐÂĂÊÔƠƯ&a-z]{4,}")
# What several bodies issue together (`KHPH-CAT-HLHPN`, `KHLT-SYT-SGDĐT`).
JOINT = regex.compile(r"(?:KH|CTr|CT|QC|HD|TB|NQ)\s?-?(?:PH|LT|LN)(?![\p{L}])")
