"""One name for one agency: abbreviations in full, its unit as a level, its place left out.

What the database looks agencies up by; records keep the names as written.
"""

from __future__ import annotations

import unicodedata

import regex

from patterns import spelling
from patterns.agencies import parse
from patterns.agency_functions import FUNCTION, FUNCTIONS, JOIN

# Functions with their patterns, those with the most parts first.
_FUNCTIONS = tuple(
    (name, regex.compile(r"(?i)" + JOIN.join(f"(?:{part})" for part in parts) + r"(?!\w)"))
    for name, parts in sorted(FUNCTIONS.items(), key=lambda item: -len(item[1]))
)

_LEVELS = {"central": "trung ương", "province": "tỉnh", "district": "huyện", "commune": "xã"}
_LEVEL_OF_UNIT = {"tỉnh": "tỉnh", "huyện": "huyện", "quận": "huyện", "thị xã": "huyện", "xã": "xã", "phường": "xã", "thị trấn": "xã",
                  "đặc khu": "xã", "trung ương": "trung ương"}  # fmt: skip
# What a body is called in full; those that every level has one of.
_BODIES: tuple[tuple[str, str], ...] = (
    (r"(?:văn phòng|vp) (?:đoàn.*|hđnd.*|hội đồng.*)(?:ubnd|ủy ban nhân dân)", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
    (r"(?:văn phòng|vp) (?:ubnd|ủy ban nhân dân)", "Văn phòng Ủy ban nhân dân"),
    (r"(?:chủ tịch )?(?:ubnd|ủy ban nhân dân)", "Ủy ban nhân dân"),
    (r"(?:hđnd|hội đồng nhân dân)", "Hội đồng nhân dân"),
    (r"(?:ban thường trực )?(?:ub\s?mttq|mttq|(?:ủy ban )?mặt trận|ủy ban mttq)", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    (r"công an", "Công an"),
    (r"(?:bộ|ban) chỉ huy quân sự", "Bộ Chỉ huy quân sự"),
    (r"(?:bộ chỉ huy )?(?:bộ đội biên phòng|bđbp)", "Bộ đội Biên phòng"),
    (r"tòa án|tand", "Tòa án nhân dân"),
    (r"viện kiểm sát|vksnd", "Viện kiểm sát nhân dân"),
    (r"bảo hiểm xã hội|bhxh", "Bảo hiểm xã hội"),
    (r"kho bạc", "Kho bạc Nhà nước"),
    (r"liên đoàn lao động|lđlđ", "Liên đoàn Lao động"),
    (r"(?:.*\s)?(?:tỉnh|thành|huyện|quận|thị|xã|phường) ?đoàn(?!\w)(?! thể)|đoàn (?:thanh niên|tn)", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    (r"hội (?:liên hiệp |lh ?)(?:phụ nữ|pn)|hội phụ nữ", "Hội Liên hiệp Phụ nữ"),
    (r"hội nông dân", "Hội Nông dân"),
    (r"hội (?:cựu chiến binh|ccb)", "Hội Cựu chiến binh"),
    (r"hội (?:chữ thập đỏ|ctđ)", "Hội Chữ thập đỏ"),
    (r"hội khuyến học", "Hội Khuyến học"),
    (r"hội bảo vệ quyền trẻ em", "Hội Bảo vệ quyền trẻ em"),
    (r"(?:ngân hàng|nh) (?:chính sách xã hội|csxh)", "Ngân hàng Chính sách xã hội"),
    (r"báo và (?:đài )?(?:phát thanh|pt)", "Báo và phát thanh, truyền hình"),
    (r"đài (?:phát thanh|pt)\W+(?:và )?(?:truyền hình|th)", "Đài Phát thanh - Truyền hình"),
    (r"đài (?:truyền thanh|tt)\W+(?:và )?(?:truyền hình|th)", "Đài Truyền thanh - Truyền hình"),
    (r"đài truyền thanh", "Đài Truyền thanh"),
    (r"trung tâm y tế", "Trung tâm Y tế"),
    (r"trạm y tế", "Trạm Y tế"),
)  # fmt: skip
_BODY_PATTERNS = tuple((regex.compile(pattern), body) for pattern, body in _BODIES)
_KIND = regex.compile(r"(?:sở|phòng|ban|bộ|công chức|chi cục|tổng cục|cục|vụ|trung tâm)(?=\s)")
_UNIT_IN = regex.compile(
    r"(?<!\w)(thị xã|tỉnh|huyện|quận|thị trấn|phường|đặc khu|thành phố|tp|xã(?! hội)|trung ương)(?!\w)"
)
_UNION_OF = {"tỉnh": "tỉnh", "huyện": "huyện", "quận": "huyện", "thị": "huyện", "xã": "xã", "phường": "xã"}
_UNION = regex.compile(r"(?:^|\s)(tỉnh|huyện|quận|thị|xã|phường) ?đoàn(?!\w)")


def canonical(name: str, level: str | None = None) -> str:
    """The one name of an agency, for lookup: abbreviations in full, its unit as a level, its place left out.

    `level` is that of the plan (`province`, …): it decides what no word of the name says.

    >>> canonical("Sở LĐTB&XH", "province")
    'Sở Lao động - Thương binh và Xã hội'
    >>> canonical("UBND các huyện, thị xã, thành phố", "province")
    'Ủy ban nhân dân cấp huyện'
    """
    words = spelling.view(unicodedata.normalize("NFC", " ".join(name.split()).strip(" .:;,")))
    low = words.lower()
    for pattern, body in _BODY_PATTERNS:
        if (match := pattern.match(low)) is not None:
            found = _level(low[match.start() :], level)
            return f"{body} cấp {found}" if found else body
    kind = _KIND.match(low)
    if kind is not None:
        after = low[kind.end() :].strip()
        for function, compiled in _FUNCTIONS:
            if compiled.match(after) is not None:
                full = _abbreviated(function, kind.group())
                return f"{kind.group().capitalize()} {full}"
    parsed = parse(words, 0, len(words))
    if parsed and not parsed[0].own:
        return low
    return words[:1].upper() + words[1:]


def _abbreviated(function: str, kind: str) -> str:
    """`VHTT` is culture and sports in a department of a province, culture and information in an office of a district."""
    if function != "VHTT":
        return function
    return "Văn hóa và Thể thao" if kind == "sở" else "Văn hóa và Thông tin"


_CITIES = regex.compile(r"các (?:thành phố|tp)")


def _level(low: str, level: str | None) -> str | None:
    """The level that the words of a name say, or the plan's own."""
    own = _LEVELS.get(level or "")
    union = _UNION.search(low)
    if union is not None:
        return _UNION_OF[union[1]]
    if "đoàn" in low and "thành đoàn" in low:
        return own
    units = _UNIT_IN.findall(low)
    plain = [_LEVEL_OF_UNIT[unit] for unit in units if unit in _LEVEL_OF_UNIT]
    if not units:
        return own
    if not plain:  # a city: of a province where the plan is its own, else of a district
        several = _CITIES.search(low) is not None
        return "huyện" if several or level == "district" else "tỉnh" if level in ("province", "central") else own
    return plain[0]


_UNIT_AT_END = regex.compile(
    r"\s(?:cấp\s)?(?P<unit>tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)\W*\Z", regex.IGNORECASE
)


def level_at_end(name: str) -> str | None:
    """The level that the last word of an office's name says: `tỉnh`, `huyện` or `xã`; `None` where it says none.

    >>> level_at_end("Phòng Y tế quận"), level_at_end("Phòng Văn hóa - Xã hội"), level_at_end("Phòng Nội vụ các xã, phường")
    ('huyện', None, 'xã')
    """
    match = _UNIT_AT_END.search(spelling.view(unicodedata.normalize("NFC", name)))
    return _LEVEL_OF_UNIT.get(match["unit"].lower(), "huyện") if match is not None else None


# What the name of an agency begins with, as it is written.
OPENS_NAME = regex.compile(r"(?<!\w)(?:Bộ|Sở|Phòng|Ban|UBND|Ủy ban nhân dân|Công an|Huyện ủy|Huyện đoàn)\s")

# Committees, and bodies named by their kind alone, who have one duty in common; in any case.
BODIES_BELOW = regex.compile(
    r"\b(?:UBND|Ủy ban nhân dân|các (?:sở|phòng|ban|cơ quan|đơn vị|xã|huyện|địa phương))\b", regex.IGNORECASE
)

# Bodies of departments, and those of a district that are not called so: its offices and committees.
BODY = regex.compile(r"(?P<body>Bộ|Sở|Phòng|Ban)\s(?P<function>.+?)(?:\scấp\s\p{L}+)?")
# Districts as those who have a duty, by what they are called together; their offices are called so in other places too.
DISTRICTS = regex.compile(r"các (?:huyện|quận)\b.*", regex.IGNORECASE)
OFFICES_OF_DISTRICT = regex.compile(r"các phòng\b.*", regex.IGNORECASE)

# What stands beside the name of a body that is named for what it was: `Sở Lao động - Thương binh và Xã hội (trước đây)`, `nguyên là Sở …`,
# or what it did then: `hồ sơ do Phòng … lập trong những năm trước`.
FORMER_AFTER = regex.compile(
    r"\s*(?:\([^()]{0,60})?(?:trước đây|cũ(?!\p{L})|nay là|nay thuộc|sau đây là|đã (?:giải thể|sáp nhập|hợp nhất|kết thúc))|\s+(?:tỉnh |thành phố |huyện )?cũ(?!\p{L})"
    r"|[^.;,\n]{0,40}\s(?:(?:trong\s)?(?:những|các) năm (?:trước|qua)|đã (?:được )?(?:lập|bàn giao|ban hành|xây dựng|thực hiện))(?!\p{L})",
    regex.IGNORECASE,
)
FORMER_BEFORE = regex.compile(
    r"(?:trước đây (?:là|do|của|thuộc)|nguyên là|tiền thân là|(?:sáp nhập|hợp nhất|giải thể|chuyển (?:giao )?(?:từ|về từ)|tiếp nhận (?:từ|của)|bàn giao từ)[^.;\n]{0,80})\s*$",
    regex.IGNORECASE,
)
# A committee of the people's council bears the name of an office that ended: `Ban Dân tộc của Hội đồng nhân dân`.
OF_COUNCIL = regex.compile(r"(?:HĐND|Hội đồng nhân dân)", regex.IGNORECASE)

# An office within a body, written before it (`Phòng Nghiệp vụ Y, Sở Y tế`): its kind, and the body whose offices are named so.
_OFFICE = regex.compile(r"(?:Phòng|Khoa|Ban|Đội|Bộ môn|Văn phòng|Thanh tra)\s(?P<function>\p{Lu}.*)")
_SUPERIOR = regex.compile(r"(?:Sở|Bộ|Tổng cục|Cục|Chi cục|Công an|Bệnh viện|Trung tâm|Hội|Trường)(?!\p{L})")
_OF_STATE = regex.compile(r"(?:Sở|Bộ|Tổng cục|Cục)\s")
_DISTRICT_HAS = regex.compile(rf"{FUNCTION}\s*")


def within_bodies(names: tuple[str, ...], words: str, issuer: str | None) -> tuple[str, ...]:
    """Names with each office and the body behind its comma as one, where that is the issuer, or no district has such an office.

    `words` is where the names stand.

    >>> within_bodies(("Phòng Nghiệp vụ Y", "Sở Y tế"), "Phòng Nghiệp vụ Y, Sở Y tế", "Sở Y tế tỉnh Lào Cai")
    ('Phòng Nghiệp vụ Y, Sở Y tế',)
    >>> within_bodies(("Phòng Y tế", "Sở Y tế"), "Phòng Y tế, Sở Y tế", None)
    ('Phòng Y tế', 'Sở Y tế')
    """
    out: list[str] = []
    flat = " ".join(words.split())
    for name in names:
        joined = f"{out[-1]}, {name}" if out else ""
        if joined and joined in flat and _is_within(out[-1], name, issuer):
            out[-1] = joined
        else:
            out.append(name)
    return tuple(out)


def _is_within(office: str, body: str, issuer: str | None) -> bool:
    kind = _OFFICE.fullmatch(office)
    if kind is None or _SUPERIOR.match(body) is None:
        return False
    if issuer is not None and issuer.casefold().startswith(body.casefold()):
        return True
    of_department = issuer is not None and _SUPERIOR.match(issuer) is not None
    return not of_department and _OF_STATE.match(body) is not None and _DISTRICT_HAS.fullmatch(kind["function"]) is None
