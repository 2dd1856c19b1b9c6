"""Who issues documents: the grammar of names after `của` and before `tại`, as officialese writes them.

Patterns read the view with its capitals (`patterns.spelling.view`): a name of a place is a run of capitalised syllables.
"""

from __future__ import annotations

import regex

from patterns.fold import fold

# What ministries, departments and offices look after; the part of a name after `Bộ`, `Sở`, `Phòng`, `Ban`.
FUNCTIONS: tuple[str, ...] = (
    r"Lao động\s?-\s?(?:Thương binh|TB)(?:\s?(?:và|&|-)\s?)(?:Xã hội|XH)",
    r"Lao động,? (?:Thương binh|TB)\s?(?:và|&)\s?(?:Xã hội|XH)",
    r"Lao động\s?-?\s?TB\s?(?:&|và)?\s?XH",
    r"LĐ\s?-?\s?TB\s?(?:&|và)?\s?XH",
    r"Văn hóa,? [Tt]hể thao,? (?:và )?Du lịch",
    r"VH,?\s?TT\s?(?:&|và)\s?DL",
    r"Văn hóa,? (?:Khoa học )?và (?:Thể thao|Thông tin)",
    r"Văn hóa - Thông tin",
    r"Văn hóa, Khoa học và Thông tin",
    r"Văn hóa - Xã hội",
    r"VH\s?&\s?TT",
    r"Giáo dục\s?(?:và|&)\s?Đào tạo",
    r"GD\s?(?:&|-|và)?\s?ĐT",
    r"Kế hoạch\s?(?:và|-|&)\s?Đầu tư",
    r"KH\s?(?:&|và)\s?ĐT",
    r"Tài chính\s?-\s?Kế hoạch",
    r"Thông tin\s?(?:và|&)\s?Truyền thông",
    r"TT\s?(?:&|và)\s?TT",
    r"Nông nghiệp và Phát triển [Nn]ông thôn",
    r"Nông nghiệp và Môi trường",
    r"NN\s?(?:&|và)\s?PTNT",
    r"Tài nguyên và Môi trường",
    r"TN\s?(?:&|và)\s?MT",
    r"Khoa học và Công nghệ",
    r"Giao thông vận tải",
    r"Dân tộc và Tôn giáo",
    r"Kinh tế,? (?:và )?Hạ tầng(?: và Đô thị)?",
    r"Y tế", r"Tài chính", r"Nội vụ", r"Tư pháp", r"Công an", r"Quốc phòng", r"Công [Tt]hương", r"Xây dựng", r"Du lịch", r"Ngoại giao",
    r"Ngoại vụ", r"Ngân hàng", r"Dân tộc", r"Tôn giáo", r"Kinh tế", r"Quản lý đô thị", r"Thể thao", r"Lao động",
)  # fmt: skip
FUNCTION = "(?:" + "|".join(FUNCTIONS) + ")"

# Functions in the case of a name, for heads that are set in capitals.
PROPER_FUNCTIONS: tuple[str, ...] = (
    "Lao động - Thương binh và Xã hội", "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hóa và Thông tin", "Văn hóa - Xã hội",
    "Văn hóa, Khoa học và Thông tin", "Giáo dục và Đào tạo", "Kế hoạch và Đầu tư", "Tài chính - Kế hoạch", "Thông tin và Truyền thông",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Tài nguyên và Môi trường", "Khoa học và Công nghệ",
    "Giao thông vận tải", "Dân tộc và Tôn giáo", "Kinh tế và Hạ tầng", "Kinh tế, Hạ tầng và Đô thị", "Y tế", "Tài chính", "Nội vụ", "Tư pháp",
    "Công an", "Quốc phòng", "Công Thương", "Xây dựng", "Du lịch", "Ngoại giao", "Ngoại vụ", "Dân tộc", "Kinh tế", "Quản lý đô thị",
    "Liên hiệp Phụ nữ", "Nông dân", "Cựu chiến binh", "Chữ thập đỏ", "Thanh niên Cộng sản Hồ Chí Minh", "Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc", "Khuyến học",
    "Bảo vệ quyền trẻ em", "Lao động", "Chính phủ",
)  # fmt: skip


# What heads abbreviate in the names of bodies, as it is written in full, in capitals.
_IN_FULL: tuple[tuple[str, str], ...] = (
    (r"LHPN", "LIÊN HIỆP PHỤ NỮ"),
    (r"UBMTTQ(?:VN)?", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM"),
    (r"MTTQVN", "MẶT TRẬN TỔ QUỐC VIỆT NAM"),
    (r"MTTQ", "MẶT TRẬN TỔ QUỐC"),
    (r"LĐLĐ", "LIÊN ĐOÀN LAO ĐỘNG"),
    (r"LĐ\s?-?\s?TB\s?(?:&|VÀ)?\s?XH", "LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"),
    (r"GD\s?(?:&|VÀ|-)?\s?ĐT", "GIÁO DỤC VÀ ĐÀO TẠO"),
    (r"VH,?\s?TT\s?(?:&|VÀ)?\s?DL", "VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
    (r"NN\s?(?:&|VÀ)?\s?PTNT", "NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"),
    (r"TN\s?(?:&|VÀ)?\s?MT", "TÀI NGUYÊN VÀ MÔI TRƯỜNG"),
    (r"KH\s?(?:&|VÀ)\s?ĐT", "KẾ HOẠCH VÀ ĐẦU TƯ"),
    (r"BCĐ", "BAN CHỈ ĐẠO"),
    (r"THCS", "TRUNG HỌC CƠ SỞ"),
    (r"THPT", "TRUNG HỌC PHỔ THÔNG"),
)
_ABBREVIATED = tuple((regex.compile(rf"(?<!\p{{L}}){short}(?!\p{{L}})"), full) for short, full in _IN_FULL)


def written_out(name: str) -> str:
    """The name of a body in capitals without its abbreviations.

    >>> written_out("HỘI LHPN TỈNH LÀO CAI"), written_out("PHÒNG GD&ĐT HUYỆN A")
    ('HỘI LIÊN HIỆP PHỤ NỮ TỈNH LÀO CAI', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN A')
    """
    for short, full in _ABBREVIATED:
        name = short.sub(full, name)
    return name


# How the name of a body begins before the words of what it does (`Chi cục` Bảo vệ thực vật).
_HEAD_WORDS = regex.compile(
    r"(?:văn phòng|trung tâm|chi cục|tổng cục|bệnh viện|học viện|đại học|trường|ủy ban|liên hiệp|liên đoàn|bộ|sở|phòng|ban|cục|viện|trạm|hội|đoàn|đài|quỹ)\s+(?=\p{Ll})"
)
_NEXT_FUNCTION = regex.compile(r"(?:(?<=\bvà )|(?<=[-,] ))(?!chống(?!\p{L}))\p{Ll}")


# A school in capitals, whose own name keeps them; the bodies of mass organisations at the centre.
_SCHOOL = regex.compile(
    r"TRƯỜNG\s(?P<kind>(?:MẦM NON|MẪU GIÁO|TIỂU HỌC|TRUNG HỌC CƠ SỞ|TRUNG HỌC PHỔ THÔNG|PHỔ THÔNG DÂN TỘC (?:NỘI|BÁN) TRÚ|CAO ĐẲNG|ĐẠI HỌC|TRUNG CẤP)"
    r"(?:\s(?:VÀ|-)\s(?:TIỂU HỌC|TRUNG HỌC CƠ SỞ|TRUNG HỌC PHỔ THÔNG))*)(?P<number>\sSỐ \d{1,2})?(?:\s(?P<own>\p{Lu}[\p{L}\s]*))?"
)
# A department of a province, whoever stands above it in its head.
OF_PROVINCE = regex.compile(r"SỞ\s", regex.IGNORECASE)
OF_CENTRE = regex.compile(r"(?:TRUNG ƯƠNG|TW)\.?\s(?=HỘI|ĐOÀN|MẶT TRẬN)")


def _of_centre(name: str) -> str:
    """A mass organisation of the whole country, with the country in its name."""
    country = name.endswith(" VIỆT NAM")
    words = in_sentence_case(name.removesuffix(" VIỆT NAM"))
    return f"{words} Việt Nam" if country else words


def in_sentence_case(name: str) -> str:
    """The name of a body set in capitals, as it is written in a sentence.

    >>> in_sentence_case("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"), in_sentence_case("CHI CỤC KIỂM LÂM")
    ('Sở Lao động - Thương binh và Xã hội', 'Chi cục Kiểm lâm')
    """
    if name.upper() != name:
        return name
    if (school := _SCHOOL.fullmatch(name)) is not None:
        kind, own = school["kind"].lower(), school["own"] or ""
        own = " ".join(word.capitalize() for word in own.split())
        return f"Trường {kind[:1].upper()}{kind[1:]}{(school['number'] or '').lower()} {own}".strip()
    if (centre := OF_CENTRE.match(name)) is not None:
        return f"Trung ương {_of_centre(name[centre.end() :])}"
    words = name[:1] + name[1:].lower()
    for proper in PROPER_FUNCTIONS:
        at = words.lower().find(proper.lower())
        if at >= 0:
            return words[:at] + proper + words[at + len(proper) :]
    head = _HEAD_WORDS.match(words.lower())
    if head is None:
        return words
    rest = _NEXT_FUNCTION.sub(lambda match: match.group().upper(), words[head.end() :])
    return words[: head.end()] + rest[:1].upper() + rest[1:]


UNIT = r"(?:[Tt]ỉnh|[Tt]hành phố|[Tt]hị xã|[Hh]uyện|[Qq]uận|[Tt]hị trấn|[Xx]ã|[Pp]hường|[Đđ]ặc khu|TP\.?|[Tt]\.)"
# A proper name: capitalised syllables, a dash between two of them (`Bà Rịa - Vũng Tàu`), a number of a ward.
PLACE = r"(?:\p{Lu}\p{L}*(?:['’]\p{L}+)?(?:[ ](?:\p{Lu}\p{L}*|[Kk]rông))*(?:[ ]-[ ]\p{Lu}\p{L}*(?:[ ]\p{Lu}\p{L}*)*)?|\d{1,2})"
IN_UNIT = rf"{UNIT}(?:\s{PLACE})?"

# The body whose Party committee issues (`Đảng ủy UBND tỉnh`, `Đảng ủy các cơ quan Đảng tỉnh`).
_PARTY_OF = (
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an|Quân sự|Bộ Chỉ huy Quân sự|Chính phủ|Quốc hội|Khối (?:các )?[Cc]ơ quan(?: và [Dd]oanh nghiệp)?|"
    r"(?:các )?[Cc]ơ quan [Đđ]ảng)(?!\p{L})"
)

ISSUER = (
    r"(?:"
    r"Thủ tướng Chính phủ|Phó Thủ tướng Chính phủ|Thủ tướng(?!\s\p{L})|Chính phủ|TTCP|TTg|CP\b|Chủ tịch nước|Ủy ban [Tt]hường vụ Quốc hội|Quốc hội(?: khóa [XVI]+)?|"
    r"Bộ Chính trị(?:,? khóa [XVI]+)?|Ban Bí thư(?: Trung ương(?: Đảng| Đoàn(?: TNCS Hồ Chí Minh)?)?)?(?:,? khóa [XVI]+)?|Ban [Cc]hấp hành Trung ương(?: [Đđ]ảng)?(?:,? [Kk]hóa [XVI]+)?|Ban Chỉ đạo Trung ương|Trung ương Đảng|"
    r"Trung ương Đoàn(?: TNCS Hồ Chí Minh)?|Trung ương Hội(?! (?:Liên hiệp|Cựu chiến binh|Chữ thập đỏ)(?!\p{L}))(?: [\p{Lu}]\p{L}*)*|Liên h[iợ]ệ?p [Qq]uốc|LHQ|Tổ chức [Ll]ao động [Qq]uốc tế|ILO|Đại hội đồng Liên h[iợ]ệ?p [Qq]uốc|"
    r"Hội đồng Thẩm phán(?: Tòa án nhân dân tối cao)?|Tòa án nhân dân tối cao|Viện [Kk]iểm sát nhân dân tối cao|Ban Tuyên giáo Trung ương|Ban Dân vận Trung ương|"
    rf"(?:(?:Bộ trưởng|Thứ trưởng)\s)?Bộ(?:\strưởng)?\s{FUNCTION}|(?:Bộ trưởng,? Chủ nhiệm )?(?:Ủy ban Dân tộc|Văn phòng Chính phủ)|Ủy ban Quốc gia [^,;.()]{{3,60}}?(?=\s(?:về|ban)|[,;.()]|$)|Văn phòng Chính phủ|"
    rf"Công an\s{IN_UNIT}|(?:Tòa án|Viện [Kk]iểm sát) nhân dân\s{IN_UNIT}|(?:Bộ|Ban) Chỉ huy Quân sự\s{IN_UNIT}|"
    rf"(?:(?:Giám đốc|Trưởng phòng)\s)?(?:Liên\s)?(?:Sở|Phòng|Ban)\s{FUNCTION}(?:\s{IN_UNIT})?|Trưởng (?:phòng|ban)\s{FUNCTION}(?:\s{IN_UNIT})?|"
    rf"(?:(?:Chủ tịch|Phó Chủ tịch|Thường trực|TT)\s)?(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Ủy ban hành chính)(?:\s\(UBND\))?\s{IN_UNIT}|"
    r"(?:(?:Chủ tịch|Thường trực)\s)?(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)|"
    rf"(?:Ban Thường vụ|Ban Chấp hành(?: Đảng bộ)?|Thường trực|BTV|BCH|Ban Tuyên giáo(?: và Dân vận)?|Ban Tổ chức|Ban Dân vận|Ủy ban Kiểm tra|Văn phòng)?\s?(?:Đảng ủy\s{_PARTY_OF}(?:\s{IN_UNIT})?|(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s?ủy(?:\s(?:{IN_UNIT}|{PLACE}))?)|"
    rf"Ban (?:Thường vụ|Chấp hành) Đảng bộ {IN_UNIT}|Ban Chỉ đạo [^,;.()]{{3,80}}?(?=\s(?:về|ban hành)\s|[,;.()]|$)|"
    r"(?:Tổng [Cc]ục|Cục|Vụ|Chi cục|Viện|Trung tâm)(?:\s(?:\p{Lu}\p{L}*|và|-|,))+|Bảo hiểm xã hội(?: Việt Nam)?|Ngân hàng Nhà nước(?: Việt Nam)?|"
    rf"(?:Tỉnh|Thành|Huyện|Quận|Thị) [đĐ]oàn(?:\s{PLACE})?|(?:Ủy ban|UB)\s?(?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?(?:\s{IN_UNIT})?|"
    r"(?:(?:Ban Thường vụ|Ban Chấp hành|Thường trực|Đoàn Chủ tịch|Trung ương|TW|BTV|BCH)\s)*(?:Hội (?:Liên hiệp [Pp]hụ nữ|LHPN|Nông dân|Cựu chiến binh|Chữ thập đỏ|Khuyến học|"
    r"Bảo vệ quyền trẻ em|Người cao tuổi)|Đoàn (?:TNCS|Thanh niên Cộng sản) Hồ Chí Minh|(?:Tổng )?Liên đoàn Lao động)"
    rf"(?: Việt Nam)?(?:\s{IN_UNIT})?"
    r")"
)

# Abbreviations of bodies and units, folded → as written out.
_WRITTEN_OUT = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "ttcp": "thu tuong chinh phu",
    "ttg": "thu tuong chinh phu", "cp": "chinh phu", "lhpn": "lien hiep phu nu",
}  # fmt: skip
_ABBREVIATION = regex.compile(r"\b(?:" + "|".join(_WRITTEN_OUT) + r")\b")
# The person or the organ that acts for a body, before its name.
_PERSON = regex.compile(
    r"^(?:(?:pho )?(?:chu tich|bo truong|giam doc|truong phong)|(?:ban thuong vu|ban chap hanh|ban thuong truc|btv|bch)(?= hoi| doan| uy ban mat tran)) "
)


def identity(issuer: str) -> str:
    """What two spellings of one issuer share: folded, abbreviations written out, the person or organ before the body left out.

    >>> identity("UBND tỉnh Bắc Giang") == identity("Chủ tịch Ủy ban nhân dân tỉnh Bắc Giang")
    True
    >>> identity("Hội LHPN tỉnh Sơn La") == identity("Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Sơn La")
    True
    """
    return _ABBREVIATION.sub(lambda match: _WRITTEN_OUT[match.group()], _PERSON.sub("", fold(issuer)))


# --- bodies as the head of a document names them, in capitals or not ---------------------------------------------------

# Kind of the body → how its name begins, the first that fits; read without regard to case.
BODIES: dict[str, str] = {
    "government": r"(?:CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|CHỦ TỊCH NƯỚC|(?:ỦY BAN THƯỜNG VỤ )?QUỐC HỘI)\s*$",
    "party": r"ĐẢNG BỘ|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG)\s?ỦY\b|BAN CHẤP HÀNH (?:TRUNG ƯƠNG|ĐẢNG BỘ)|BỘ CHÍNH TRỊ|BAN BÍ THƯ|TRUNG ƯƠNG ĐẢNG|"
    r"BAN (?:TUYÊN GIÁO|DÂN VẬN|TỔ CHỨC|NỘI CHÍNH|XÂY DỰNG ĐẢNG)\b|ỦY BAN KIỂM TRA|VĂN PHÒNG (?:TRUNG ƯƠNG ĐẢNG|\w+ ỦY)|CHI BỘ",
    "committee": r"(?:CHỦ TỊCH )?(?:ỦY BAN NHÂN DÂN|UBND|ỦY BAN HÀNH CHÍNH)",
    "council": r"(?:THƯỜNG TRỰC )?(?:HỘI ĐỒNG NHÂN DÂN|HĐND)",
    "ministry": r"BỘ (?!CHỈ HUY|ĐỘI|PHẬN)|VĂN PHÒNG (?:CHÍNH PHỦ|QUỐC HỘI|CHỦ TỊCH NƯỚC)|THANH TRA CHÍNH PHỦ|NGÂN HÀNG NHÀ NƯỚC VIỆT NAM|ỦY BAN DÂN TỘC|(?:ỦY BAN|BAN CHỈ ĐẠO|HỘI ĐỒNG) (?:QUỐC GIA|TRUNG ƯƠNG)|"
    r"TỔNG CỤC|(?:BẢO HIỂM XÃ HỘI|ĐÀI \w+(?: \w+)?|THÔNG TẤN XÃ) VIỆT NAM\s*$|(?:TÒA ÁN|VIỆN KIỂM SÁT) NHÂN DÂN TỐI CAO",
    "organisation": r"(?:TRUNG ƯƠNG|TW)\.? (?:HỘI|ĐOÀN|MẶT TRẬN)|HỘI (?!ĐỒNG)|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|XÃ) ĐOÀN|ĐOÀN |(?:ỦY BAN |UB\s?)?(?:MẶT TRẬN|MTTQ)|(?:TỔNG )?LIÊN ĐOÀN|CÔNG ĐOÀN|LIÊN MINH|LIÊN HIỆP",
    "department": r"SỞ|PHÒNG|BAN|CHI CỤC|CỤC|TRUNG TÂM|BỆNH VIỆN|TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|VIỆN|CÔNG AN|BỘ (?:CHỈ HUY|ĐỘI)|TÒA ÁN|THANH TRA|VĂN PHÒNG|"
    r"TRẠM|KHO BẠC|BẢO HIỂM|NGÂN HÀNG|ĐÀI|QUỸ|HỘI ĐỒNG|TỔ CÔNG TÁC|TIỂU BAN|HẠT|ĐỘI|LIÊN NGÀNH|ỦY BAN|BCĐ",
}  # fmt: skip
_BODIES = {kind: regex.compile(rf"\W*(?:{words})(?:\b|(?<=\s))", regex.IGNORECASE) for kind, words in BODIES.items()}
# How the name of a body begins, where a broken line shows the first words alone.
BODY_START = regex.compile(
    rf"\W*(?:{'|'.join(BODIES.values())}|(?:ỦY|HỘI|BỘ|VĂN|TỔNG|HỌC|BẢO|NGÂN|KHO|LIÊN)\s*$|(?:BTV|BCH|THƯỜNG TRỰC|ĐOÀN CHỦ TỊCH)\b)(?:\b|(?<=\s))",
    regex.IGNORECASE,
)
# Organs that act for the body named above them: `HỘI NÔNG DÂN … / BAN THƯỜNG VỤ`.
ORGAN = regex.compile(
    r"\W*(?:BAN (?:THƯỜNG VỤ|CHẤP HÀNH|THƯỜNG TRỰC)|BTV|BCH|ĐOÀN CHỦ TỊCH|THƯỜNG TRỰC)\b(?! HĐND| HỘI ĐỒNG)",
    regex.IGNORECASE,
)
# A line after which a name goes on, whatever the next one begins with: `… THƯƠNG BINH VÀ XÃ` / `HỘI`.
UNFINISHED = regex.compile(
    r"(?:\b(?:VÀ|XÃ|ỦY|BAN|BỘ|SỞ|PHÒNG|VĂN|TỔNG|HỌC|NGÂN|KHO|NHÂN|HỘI ĐỒNG|THÀNH|THỊ|TRUNG|CHI|BẢO|LIÊN|MẶT)|[-,&])\s*$"
)
# Where a line runs the body above and the issuer into one: `UBND TỈNH … SỞ Y TẾ`.
SECOND_BODY = regex.compile(
    r"(?<=\S)\s+(?=(?:SỞ|UBND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|(?<!\b(?:VĂN|PHỐ HẢI|TP\.? HẢI|DỰ|QUỐC|BIÊN)\s)PHÒNG(?!\s(?:TỈNH|HUYỆN|CHỐNG))|CHI CỤC|TRUNG TÂM|BAN CHỈ ĐẠO|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) ỦY)\s\p{Lu}(?!\p{Ll}))"
    r"|(?<=\S)\s+(?=(?:BAN (?:THƯỜNG VỤ|CHẤP HÀNH|THƯỜNG TRỰC)|ĐOÀN CHỦ TỊCH)\s*$)"
)


def body_kind(name: str) -> str | None:
    """What kind of body a name in a head names: one of the keys of `BODIES`.

    >>> body_kind("SỞ Y TẾ"), body_kind("BỘ Y TẾ"), body_kind("BỘ CHỈ HUY QUÂN SỰ TỈNH")
    ('department', 'ministry', 'department')
    """
    return next((kind for kind, pattern in _BODIES.items() if pattern.match(name) is not None), None)


# Committees and youth unions are named for their unit: `HUYỆN ỦY BẢO LÂM` is that of `huyện Bảo Lâm`.
NAMED_FOR = regex.compile(r"\b(?P<kind>TỈNH|THÀNH|HUYỆN|QUẬN|THỊ)\s?(?:ỦY|ĐOÀN)\b", regex.IGNORECASE)
# The youth union in a head: how it is written in full, and the name in it, which is no place.
YOUTH_UNION = regex.compile(
    r"(?P<union>ĐOÀN\s(?:TNCS|THANH NIÊN CỘNG SẢN)\s(?:HỒ CHÍ MINH|HCM))(?!\p{L})", regex.IGNORECASE
)
YOUTH_UNION_IN_FULL = "Đoàn Thanh niên Cộng sản Hồ Chí Minh"
# The organ of a body that its name begins with (`BCH ĐOÀN …`).
ITS_ORGAN = regex.compile(
    r"(?:(?P<committee>BCH|BAN CHẤP HÀNH)|(?P<standing>BTV|BAN THƯỜNG VỤ))\s(?=\p{L})", regex.IGNORECASE
)
# Organs of a mass organisation, as they stand in a line of their own → in full.
_ORGANS = {
    r"BAN THƯỜNG VỤ|BTV": "Ban Thường vụ",
    r"BAN CHẤP HÀNH|BCH": "Ban Chấp hành",
    r"BAN THƯỜNG TRỰC": "Ban Thường trực",
    r"ĐOÀN CHỦ TỊCH": "Đoàn Chủ tịch",
}
_ORGANS_READ = {regex.compile(rf"\W*(?:{words})\b", regex.IGNORECASE): name for words, name in _ORGANS.items()}


def organ_in_full(words: str) -> str | None:
    """The organ that a line of a head begins with, in full.

    >>> organ_in_full("BTV TỈNH LÀO CAI"), organ_in_full("THƯỜNG TRỰC")
    ('Ban Thường vụ', None)
    """
    return next((name for pattern, name in _ORGANS_READ.items() if pattern.match(words) is not None), None)


# The country behind the name of a body, which tells no two of them apart.
OF_VIETNAM = regex.compile(r"\s+Việt Nam(?=\s|$)", regex.IGNORECASE)

# A body of the State, which signs nothing of the Party's; folded, without the head of a body.
OF_STATE = regex.compile(r"(?:thu tuong|chinh phu|quoc hoi|uy ban thuong vu quoc hoi|bo (?!chinh tri))")
# The head of a body, who is named for it (`Bộ trưởng Bộ Y tế`); folded.
HEAD_OF_BODY = regex.compile(r"^(?:pho )?(?:bo truong|thu truong|chu nhiem|chu tich) (?=bo |uy ban |quoc hoi|hoi dong)")
