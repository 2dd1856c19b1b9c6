"""Names of agencies as officialese writes them: where a name begins, where it ends, how a list of them is split.

A name is a head (`Sở`, `Hội`, `Ủy ban nhân dân`) with what it looks after, its unit and its place (`Sở Y tế tỉnh`,
`Huyện đoàn`, `UBND các xã, thị trấn`), or a general phrase (`các sở, ban, ngành`). Commas and `và` stand inside names
(`Sở Văn hóa, Thể thao và Du lịch`) as well as between them. Patterns read the view (`patterns.spelling.view`): capitals
tell a place and the words of a name from the sentence that goes on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from patterns import spelling

# --- what an agency looks after ------------------------------------------------------------------------------------

# Full name → its parts, each with its abbreviation; the parts are joined by a dash, a comma, `&`, `và` or nothing.
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "Lao động - Thương binh và Xã hội": ("lao động|lđ", "thương binh|tb", "xã hội|xh"),
    "Văn hóa, Thể thao và Du lịch": ("văn hóa|vh", "thể thao|tt", "du lịch|dl"),
    "Văn hóa, Khoa học và Thông tin": ("văn hóa|vh", "khoa học|kh", "thông tin|tt"),
    "Văn hóa, Thông tin và Thể thao": ("văn hóa|vh", "thông tin|tt", "thể thao|tt"),
    "Văn hóa, Thể thao và Truyền thông": ("văn hóa|vh", "thể thao|tt", "truyền thông"),
    "Văn hóa, Thông tin và Truyền thông": ("văn hóa|vh", "thông tin|tt", "truyền thông"),
    "Văn hóa, Thể thao và Truyền thanh": ("văn hóa|vh", "thể thao|tt", "truyền thanh"),
    "Kinh tế, Hạ tầng và Đô thị": ("kinh tế|kt", "hạ tầng|ht", "đô thị|đt"),
    "Nông nghiệp và Phát triển nông thôn": ("nông nghiệp|nn", "phát triển|pt", "nông thôn|nt"),
    "Nông nghiệp và Môi trường": ("nông nghiệp|nn", "môi trường|mt"),
    "Tài nguyên và Môi trường": ("tài nguyên|tn", "môi trường|mt"),
    "Giáo dục nghề nghiệp - Giáo dục thường xuyên": ("giáo dục|gd", "nghề nghiệp|nn", "(?:giáo dục|gd)", "thường xuyên|tx"),
    "Giáo dục và Đào tạo": ("giáo dục|gd", "đào tạo|đt"),
    "Kế hoạch và Đầu tư": ("kế hoạch|kh", "đầu tư|đt"),
    "Tài chính - Kế hoạch": ("tài chính|tc", "kế hoạch|kh"),
    "Thông tin và Truyền thông": ("thông tin|tt", "truyền thông|tt"),
    "Truyền thông và Văn hóa": ("truyền thông", "văn hóa"),
    "Văn hóa và Thông tin": ("văn hóa|vh", "thông tin"),
    "Văn hóa và Thể thao": ("văn hóa|vh", "thể thao"),
    "Văn hóa - Xã hội": ("văn hóa|vh", "xã hội|xh"),
    "VHTT": ("vh", "tt"),
    "Khoa học và Công nghệ": ("khoa học|kh", "công nghệ|cn"),
    "Giao thông vận tải": ("giao thông|gt", "vận tải|vt"),
    "Kinh tế và Hạ tầng": ("kinh tế|kt", "hạ tầng|ht"),
    "Dân tộc và Tôn giáo": ("dân tộc", "tôn giáo"),
    "Tư pháp - Hộ tịch": ("tư pháp", "hộ tịch"),
    "Công Thương": ("công thương",),
    "Quản lý đô thị": ("quản lý đô thị|qlđt",),
    "Bảo trợ xã hội": ("bảo trợ xã hội",),
    **{
        name: (name.lower(),)
        for name in (
            "Y tế", "Tài chính", "Nội vụ", "Tư pháp", "Xây dựng", "Du lịch", "Ngoại vụ", "Dân tộc", "Tôn giáo", "Kinh tế",
            "Công an", "Quốc phòng", "Ngoại giao", "Thanh tra", "Thống kê", "Giáo dục", "Lao động", "Văn hóa", "Nông nghiệp",
            "Thuế", "Hải quan", "Trẻ em", "Thể thao",
        )
    },
}  # fmt: skip
_JOIN = r"\s?(?:[-,&.]\s?)?(?:và\s)?"
_FUNCTION_BY_NAME = {
    name: regex.compile(r"(?i)" + _JOIN.join(f"(?:{part})" for part in parts) + r"(?!\w)")
    for name, parts in FUNCTIONS.items()
}
FUNCTION = (
    r"(?i:"
    + "|".join(_JOIN.join(f"(?:{p})" for p in parts) for parts in sorted(FUNCTIONS.values(), key=len, reverse=True))
    + r")(?!\w)"
)

# --- units and places ----------------------------------------------------------------------------------------------

UNIT = r"(?i:tỉnh|thành phố|tp\b\.?|thị xã|tx\b\.?|huyện|quận|thị trấn|phường|xã(?!\shội)|đặc khu)"
_SYLLABLE = r"(?!(?:VÀ|CÁC|Các)(?!\w))\p{Lu}\p{L}*(?:['’]\p{L}+)?"
# The first word of a name, which no place begins with.
HEAD_WORD = (
    r"(?i:sở|phòng|ban|bộ|công an|ubnd|ủy ban|ub|ubmttq\w*|mttq\w*|mặt trận|hội|đoàn|liên đoàn|lđlđ|liên hiệp|liên chi|liên minh|hiệp hội|(?:tỉnh|thành|huyện|quận|thị|xã|phường)\s?đoàn|"
    r"trung tâm|trạm|trường|đài|báo|cổng|chi cục|cục|vụ|viện|vksnd|tòa|tand|bảo hiểm|bhxh|kho bạc|ngân hàng|quỹ|văn phòng|vp|đồn|thanh tra|các|những|"
    r"công chức|cán bộ|chủ tịch|giám đốc|thủ trưởng|trưởng|hiệu trưởng|chánh|bệnh viện|hđnd|hội đồng|cơ quan|đơn vị|ngành|tổ|công đoàn|bưu điện|chính quyền|"
    r"(?:tỉnh|thành|huyện|quận|thị|đảng)\s?ủy|đề nghị|giao|yêu cầu)(?!\w)"
)
PLACE = rf"(?!{HEAD_WORD}){_SYLLABLE}(?:\s{_SYLLABLE}){{0,4}}(?:\s-\s{_SYLLABLE}(?:\s{_SYLLABLE}){{0,2}})?"
_NO_BODY = r"(?!\s?(?i:đoàn|ủy))"  # `Huyện đoàn` is a body, no unit
_UNIT_OF = rf"(?:(?:(?:của|thuộc)\s)?(?i:cấp\s)?{UNIT}{_NO_BODY}(?:\s{PLACE}|\s\d{{1,2}}(?!\d))?|(?i:khu vực)(?:\s(?:{PLACE}|\d+))?|{PLACE})"
_UNITS = rf"{UNIT}{_NO_BODY}(?:(?:\s?[,;/\-]\s?|\s(?i:và)\s|\s)(?i:các\s|cấp\s)?{UNIT}{_NO_BODY})*"
_QUALIFIER = (
    rf"(?:\s(?:(?:có\s)?liên quan|cùng cấp|(?:ở )?các cấp|cấp cơ sở|(?:đóng |hoạt động )?(?:trên|tại) địa bàn(?:\s(?:toàn\s)?(?:{UNIT}(?:\s{PLACE})?|khu vực))?|"
    rf"(?:trong|toàn)\s{UNIT}(?:\s{PLACE})?))"
)

# --- where the sentence goes on ------------------------------------------------------------------------------------

# Verbs and prepositions after a name: what an agency is told to do, and by what, when, how.
DUTY_VERBS: tuple[str, ...] = (
    "xây dựng", "tổ chức", "triển khai", "thực hiện", "tham mưu", "tham gia", "tham vấn", "hướng dẫn", "tuyên truyền", "chủ trì", "chủ động", "phối hợp",
    "phối kết hợp", "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "rà soát", "kiểm tra", "giám sát", "thanh tra,? kiểm tra", "tăng cường",
    "đẩy mạnh", "tích cực", "chỉ đạo", "báo cáo", "gửi", "lập", "bố trí", "cân đối", "đưa", "lồng ghép", "quản lý", "theo dõi", "nghiêm túc", "kịp thời",
    "phản ánh", "thẩm định", "đề xuất", "vận động", "hỗ trợ", "giúp", "tạo điều kiện", "nâng cao", "huy động", "đảm bảo", "bảo đảm", "tiếp tục", "thường xuyên",
    "định kỳ", "h[ằà]ng (?:năm|quý|tháng|tuần)", "khẩn trương", "quan tâm", "xem xét", "cụ thể", "đánh giá", "tổng hợp", "phát hiện", "xử lý", "lựa chọn",
    "thống nhất", "hoàn thành", "nghiên cứu", "tiến hành", "áp dụng", "phát triển", "cung cấp", "can thiệp", "đấu tranh", "phòng ngừa", "phòng,? chống",
    "ngăn chặn", "phổ biến", "tập huấn", "điều tra", "khảo sát", "kết nối", "duy trì", "cập nhật", "kiện toàn", "ban hành", "trình", "công khai", "phân công",
    "phân bổ", "thành lập", "giải quyết", "nhân rộng", "quán triệt", "phát huy", "thu thập", "tiếp nhận", "vận hành", "kiểm soát", "tuần tra", "đôn đốc",
    "làm đầu mối", "lắp đặt", "đăng tải", "truyền thông", "giáo dục", "củng cố", "chăm lo", "mở", "dạy", "tư vấn", "trợ giúp", "ưu tiên", "dành", "đề nghị", "yêu cầu",
    "sử dụng", "khai thác", "chuẩn bị", "bồi dưỡng", "nắm", "động viên", "khuyến khích", "đăng ký", "kêu gọi", "trang bị", "thống kê", "tập trung", "căn cứ",
    "chấp hành", "cam kết", "đổi mới", "hoàn thiện", "bổ sung", "công bố", "sơ kết", "tổng kết", "tìm hiểu", "xác minh", "xác định", "trao đổi", "thông tin", "thông báo", "tập hợp", "thí điểm",
    "giới thiệu", "gắn", "đa dạng", "quảng bá", "xác thực", "cải thiện", "chăm sóc", "khám", "giảm", "loại", "phấn đấu", "quy định", "ký", "đón", "tặng", "trao", "thăm", "phát", "sản xuất", "đầu tư", "cấp", "nhận", "rào",
)  # fmt: skip
_FUNCTION_WORDS: tuple[str, ...] = (
    "và", "với", "cùng", "trong", "để", "nhằm", "theo", "tại", "khi", "trước", "sau", "về", "cho", "là", "có", "do", "từ", "đến", "trên", "nếu", "được",
    "đã", "cần", "phải", "bằng", "qua", "thông qua", "dựa", "ngoài", "tùy", "các", "những", "như", "đồng thời", "vào", "mỗi", "đối với",
)  # fmt: skip
DUTY = r"(?:" + "|".join(DUTY_VERBS) + r")(?!\w)"
_STOP = r"(?:" + "|".join((*DUTY_VERBS, *_FUNCTION_WORDS)) + r")(?!\w)"

# The duty behind a dash (`Trạm Y tế - Phối hợp …`), against the second part of a name (`Văn hóa - Truyền thanh`).
_AFTER_DASH = (
    r"(?i:chủ trì|phối hợp|xây dựng|tổ chức|triển khai|thực hiện|tham mưu|hướng dẫn|chỉ đạo|tăng cường|bảo đảm|đảm bảo|bố trí|rà soát|theo dõi|kiểm tra|"
    r"căn cứ|chịu|vận động|lồng ghép|đẩy mạnh)(?!\w)"
)

# --- names ---------------------------------------------------------------------------------------------------------

_WORD = rf"(?!{_STOP})[\p{{L}}\d&./]*[\p{{L}}\d]"
# Any words from a capital on, until the sentence goes on: for agencies that no list knows.
_ANY = (
    rf"(?=\p{{Lu}})(?!{HEAD_WORD}){_WORD}(?:\s{_WORD}|\s?-\s?(?!{HEAD_WORD})(?!{_AFTER_DASH}){_WORD}|\svà\s(?=\p{{Lu}})(?!{HEAD_WORD}){_WORD}"
    rf"|,\s(?=\p{{Lu}}[^,;:.]{{1,40}}\svà\s\p{{Lu}})(?!{HEAD_WORD}){_WORD}(?=[^,;:.]{{1,40}}\svà\s(?!{HEAD_WORD})))*+"
)
_FUNCTION_ENDS = rf"(?!\s?(?:và|-)\s?(?=\p{{Lu}})(?!{HEAD_WORD})(?!{FUNCTION})(?!{_AFTER_DASH})\p{{Lu}})"
_LOOKS_AFTER = rf"(?:{FUNCTION}{_FUNCTION_ENDS}|{_ANY}|{FUNCTION})"
_OPTIONAL_UNIT = rf"(?:\s{_UNIT_OF})?"

_SCHOOLS = (
    r"(?i:mầm non|mẫu giáo|tiểu học|th|thcs|thpt|trung học cơ sở|trung học phổ thông|phổ thông(?: dân tộc (?:nội|bán) trú)?|ptdt(?:nt|bt)?|cao đẳng|"
    r"đại học|trung cấp)(?!\w)"
)
_HAS_UNIT = (
    r"ủy ban (?:mặt trận tổ quốc|mttq|mttqvn)(?: việt nam| vn)?|ub\s?mttq(?:\s?vn)?(?: việt nam)?|mttq(?: việt nam| vn)?|"
    r"(?:ban thường trực )?(?:ủy ban )?mặt trận(?: tổ quốc)?(?: việt nam)?|"
    r"công an|(?:bộ|ban) chỉ huy (?:quân sự|bộ đội biên phòng|bđbp|phòng thủ khu vực)|bộ đội biên phòng|bđbp|"
    r"tòa án(?: nhân dân)?|tand|viện kiểm sát(?: nhân dân)?|vksnd|bảo hiểm xã hội|bhxh|kho bạc(?: nhà nước)?|"
    r"liên đoàn lao động|lđlđ|công đoàn|đoàn thanh niên(?: cộng sản)?(?: hồ chí minh| hcm)?|đoàn (?:thanh niên cộng sản|tncs)(?: hồ chí minh| hcm)?|đoàn tn|"
    r"hội (?:liên hiệp|lh) ?(?:phụ nữ|pn|thanh niên|tn)(?: việt nam)?|hội lhpn|hội phụ nữ|hội nông dân|hội cựu chiến binh|hội ccb|hội chữ thập đỏ|hội ctđ|"
    r"hội khuyến học|hội bảo vệ quyền trẻ em|hội bảo trợ (?:người khuyết tật|nkt)[\w ,]*? (?:và|&) (?:bảo vệ )?(?:quyền )?(?:trẻ (?:em )?mồ côi|trẻ em|tmc)|"
    r"(?:ngân hàng|nh) (?:chính sách xã hội|csxh)|đài (?:phát thanh|pt|truyền thanh)(?:\s?(?:-|và|&|,)\s?(?:truyền hình|th|truyền thanh|tt))?|"
    r"báo và (?:đài )?(?:phát thanh,?|pt)(?: và|\s?-)? ?(?:truyền hình|th)|cổng thông tin điện tử|trung tâm y tế|trạm y tế|bệnh viện đa khoa|thanh tra|"
    r"bưu điện|điện lực|viễn thông|vnpt|viettel|liên minh (?:hợp tác xã|htx)|văn phòng đăng ký đất đai|trung tâm dịch vụ tổng hợp|"
    r"hội đồng phối hợp phổ biến,? giáo dục pháp luật|ban quản lý (?:các )?(?:khu (?:công nghiệp|kinh tế|chế xuất|du lịch)|dự án)|"
    r"lực lượng (?:công an|quân sự|quân đội|bộ đội|biên phòng)|tổ (?:công nghệ số(?: cộng đồng)?|hòa giải|liên gia|tự quản)|"
    r"trung tâm (?:phục vụ|cung ứng) [\w ]*?công(?: ích)?|quỹ bảo trợ trẻ em|trung tâm công tác xã hội"
)
_SPECIFIC = (
    r"(?:"
    rf"(?i:văn phòng|vp)\s(?i:đoàn (?:đbqh|đại biểu quốc hội)|hđnd|hội đồng nhân dân)(?:\s?(?:,|và|-|&)\s?(?i:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân))+{_OPTIONAL_UNIT}|"
    rf"(?i:(?:văn phòng|vp|thường trực|tt|ban thường trực|lãnh đạo)\s)?(?i:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)(?:\s\(\w+\))?"
    rf"(?:\s(?i:các cấp|các địa phương|cấp {_UNITS}|(?:(?:các|\d+(?:/\d+)?) )*(?-i:{_UNITS}))(?:\s{PLACE}(?:,\s(?!{UNIT}){PLACE})*)?|\s{PLACE})?|"
    rf"(?i:(?:ban thường vụ|thường trực|btv|bch|ban chấp hành)\s)?(?i:(?:tỉnh|thành|huyện|quận|thị|xã|phường|trung ương)\s?đoàn)(?!\sthể){_OPTIONAL_UNIT}|"
    rf"(?i:(?:ban thường vụ|thường trực|btv|ban tuyên giáo(?: và dân vận)?|ban dân vận)\s)?(?i:(?:tỉnh|thành|huyện|quận|thị|đảng)\s?ủy){_OPTIONAL_UNIT}|"
    rf"(?i:{_HAS_UNIT})(?!\w)(?:\s(?:các\s)?{_UNITS}(?:\s{PLACE})?|{_OPTIONAL_UNIT})|"
    rf"(?i:(?:các )?trường)(?:(?:\s?:)?\s{_SCHOOLS}(?:(?:,|\s?-|\svà|\s&)?\s?{_SCHOOLS})*{_OPTIONAL_UNIT}|\s{_ANY})|"
    rf"(?i:sở|phòng|ban|bộ|ngành|công chức|kế toán|cán bộ|trung tâm|chi cục|tổng cục|cục|vụ|viện)\s{_LOOKS_AFTER}{_OPTIONAL_UNIT}|"
    rf"(?i:hội đồng|hội|đoàn|liên hiệp|liên chi hội|chi hội|hiệp hội|liên minh|liên đoàn|đồn|trạm|đài|báo|quỹ|văn phòng|vp|bệnh viện|ngân hàng|viện|tổ|cổng|bưu điện|điện lực|công ty|cơ quan|"
    rf"tổng công ty|ủy ban|câu lạc bộ|nhà|làng|cơ sở)\s{_ANY}{_OPTIONAL_UNIT}|"
    r"(?i:cơ quan thường trực|tổ (?:công tác|giúp việc)|ban chỉ đạo|ban điều hành|bcđ)(?!\w)"
    rf"(?:\s(?!{_STOP})[\p{{L}}\d]+){{0,8}}"
    r")"
)

# A general phrase: nouns that may be joined, with what narrows them.
# Nouns of one syllable begin other words too (`báo cáo`, `cấp phát`): what follows must end the phrase or narrow it.
_SHORT_ENDS = (
    rf"(?=\s?(?:$|[,;.:)/\-])|\s(?:(?i:liên quan|chức năng|chuyên môn|cấp|của|thuộc|khác|nghề|ban|ngành|đơn vị|cơ quan|đoàn thể|"
    rf"phụ trách|nêu|nói|đóng|toàn|xã hội|{UNIT})(?!\w)|(?:giáo dục|y tế)(?!\w)|{_STOP}))"
)
_SHORT = (
    r"(?:(?i:sở|ban|bộ|ngành|phòng|hội|đoàn|trường|trung tâm|viện|tổ|báo|đài|quỹ|nhóm|khối|cấp|bản|thôn|buôn|làng|ấp|xóm|sóc|khoa)"
    rf"(?!\w)|{UNIT}(?!\w)){_SHORT_ENDS}"
)
# The noun (`các tổ chức chính trị`), not the verb (`tổ chức thực hiện`).
_ORGANISATIONS = (
    r"tổ chức(?<=(?:các|,|và|mọi|những)\stổ chức)(?=\s?(?:$|[,;.:)])|\s(?:chính trị|xã hội|đoàn|có liên quan|liên quan|thành viên|quốc tế|"
    r"phi|trong|và|cá nhân|hội|quần chúng|đảng|của|thuộc|khác|nghề|kinh tế|tôn giáo|cơ sở|tình nguyện|từ thiện|trên địa bàn))"
)
_LONG = (
    r"(?i:cơ quan (?:báo chí|thông tin|truyền thông)(?:,? (?:và )?(?:báo chí|truyền thông|truyền hình|thông tin|đại chúng))*|"
    rf"cơ quan quản lý(?: nhà nước| giáo dục)?|{_ORGANISATIONS}|ban,? ngành|phòng,? ban|cơ quan|đơn vị|đoàn thể|địa phương|chính quyền|doanh nghiệp|"
    r"hợp tác xã|cá nhân|thành viên|gia đình|cha mẹ|phụ huynh|nhà trường|trường học|cơ sở(?! vật chất)|cộng đồng|lực lượng|tiểu khu|khu phố|tổ dân phố|khu dân cư|"
    r"khối phố|nhân dân|người dân|già làng|trưởng (?:thôn|bản|ấp|khu)|cộng tác viên|bệnh viện|trạm y tế|công đoàn|nhà hảo tâm|nhà tài trợ|phương tiện|"
    r"chi hội|chi đoàn|chi bộ|cấp ủy|mạng lưới|chủ đầu tư|ủy viên|người chăm sóc|giáo viên|(?<=(?:,|và)\s)xã hội(?! hóa))(?!\w)"
)
_NOUN = rf"(?:{_LONG}|{_SHORT})"
_MODIFIER = (
    r"(?i:(?:có )?liên quan|chức năng|chuyên môn|chính trị\s?(?:-|,|và)?\s?xã hội|chính trị|xã hội(?:\s?-?\s?nghề nghiệp)?|nghề nghiệp|trực thuộc|cùng cấp|khác|báo chí|"
    r"đại chúng|nhà nước|quần chúng|quốc tế|phi chính phủ|(?:ở )?cơ sở|địa phương|học sinh|trẻ em|giáo dục(?=[,;:.]|$|\s(?:và|trên|đào tạo))|y tế|bảo vệ pháp luật|pháp luật|tố tụng|tiến hành tố tụng|thành viên|công lập|"
    r"(?:được )?(?:giao|phân công) (?:nhiệm vụ|chủ trì|thực hiện)(?: [\p{L}]+){0,8}?(?=,|$|[;:.])|có tên (?:trên|nêu trên|tại[\w ]*)|nêu trên|nói trên|chuyên trách|ngành dọc|"
    r"trung ương|của trẻ(?: em)?|"
    r"khám(?:,| bệnh,| và)* chữa bệnh|bảo trợ(?: xã hội)?|trợ giúp(?: xã hội| trẻ em)?|vũ trang|sự nghiệp|đảng|thôn|bản|phụ trách|quân sự|"
    r"thuộc (?:phạm vi|quyền|quản lý|thẩm quyền)(?: quản lý)?)(?!\w)"
    rf"|(?:(?i:cấp|toàn|trong|thuộc|của|ở)\s)(?:{UNIT}|mình)(?:(?:,|\svà)\s(?:(?:cấp\s)?{UNIT}))*+(?:\s{PLACE})?"
    rf"|{UNIT}(?:\s{PLACE})?(?!\w)"
    rf"|(?i:(?:đóng |hoạt động )?(?:trên|tại) địa bàn)(?:\s(?:toàn\s)?{UNIT}(?:\s{PLACE})?)?"
)
_EACH = r"(?i:(?:tất cả |toàn thể |toàn bộ |một số |hệ thống )?(?:các|những)|tất cả|toàn thể|mọi|một số|hệ thống|\d{1,3}(?:/\d{1,3})?)\s"
_NOUNS = rf"(?:{_EACH})?{_NOUN}(?:\s(?:{_MODIFIER}))*+"
_FIRST = rf"(?:{_EACH}{_NOUN}|{_LONG}|{_SHORT}(?=\s?[,/]\s?(?:{_EACH})?{_NOUN}|\s(?i:và)\s(?:{_EACH})?{_NOUN}))(?:\s(?:{_MODIFIER}))*+"
_GENERAL = rf"{_FIRST}(?:(?:(?:\s?[,/]\s?|\svà\s|\s?-\s?)(?!(?:{_STOP})(?<!tổ chức)(?<!các))|\s(?!{_STOP}))(?:{_NOUNS}|(?:{_MODIFIER})))*+"
# The person who answers for an agency stands before its name.
_OFFICER = (
    r"(?i:(?:(?:các )?đồng chí|ông,?|bà)\s)?(?i:thủ trưởng|người đứng đầu|(?:phó |tổng )?giám đốc|(?:phó )?chủ tịch|trưởng|hiệu trưởng|chánh|bí thư|lãnh đạo|tổng biên tập|chỉ huy trưởng|"
    r"viện trưởng|chánh án|(?:chi )?cục trưởng|trưởng ban|trưởng công an|tổ trưởng|đội trưởng|bộ trưởng|ban giám hiệu|ban giám đốc|ban chấp hành|ban thường trực)"
    r"(?:,\s(?i:hiệu trưởng|giám đốc|trưởng))?\s"
)
_OWN = regex.compile(rf"(?:{_OFFICER})?{_SPECIFIC}(?:{_QUALIFIER})*")
_COMMON = regex.compile(rf"(?:{_OFFICER})?{_GENERAL}(?:{_QUALIFIER})*")
_EACH_AFTER = regex.compile(r"\s(?:các|những)\s")
_OF = regex.compile(r"\s(?:của|thuộc|trực thuộc)\s(?=\p{Lu}|các\s)")
_SEPARATOR = regex.compile(
    r"(?i)(?:\s?\([^()]{1,80}\))?(?:\s?[,;&/](?:\s(?:và|cùng với|cùng)(?=\s))?|\s(?:và|cùng với|cùng)(?=\s))\s?"
)
# One head for several: `các Sở: Y tế, Tài chính`, `các phòng Tư pháp, Nội vụ`.
_SHARED = regex.compile(
    rf"(?i:các)\s(?P<head>(?i:sở|phòng|ban|hội|ngành))(?:(?:,|\svà)?\s?(?i:ban|ngành))*\s?:?\s(?={FUNCTION}|\p{{Lu}})"
)
_SHARED_PART = regex.compile(
    rf"(?:{FUNCTION}|(?i:liên hiệp phụ nữ|lhpn|phụ nữ|nông dân|cựu chiến binh|ccb|chữ thập đỏ|khuyến học)(?!\w)){_OPTIONAL_UNIT}"
)
_STARTS = regex.compile(
    rf"{HEAD_WORD}|{_EACH}|{_OFFICER}|{_LONG}|{_SHORT}|(?i:kế toán|nhà|làng|điện lực|viễn thông|vnpt|viettel|công ty|tổng|bộ đội|bđbp|nh|bcđ|btv|bch|tt|"
    r"thường trực|lực lượng|câu lạc bộ|cơ sở|chi hội|bưu điện)(?!\w)"
)
_SHARES = regex.compile(r"(?i)(?:sở|phòng|ban|hội|ngành|công chức)(?=\s)")


@dataclass(frozen=True, slots=True)
class Name:
    """An agency at `view[start:end]`; `head` is the word that it shares with the name before it (`Sở`), else `""`.

    `own` says that it has a name of its own and is no general phrase.
    """

    start: int
    end: int
    own: bool
    head: str = ""

    def text(self, text: str) -> str:
        """The name as written; a shared head is put before it."""
        words = " ".join(text[self.start : self.end].split())
        return f"{self.head} {words}" if self.head else words


def parse(view: str, start: int, end: int) -> list[Name]:
    """The agencies of the list that begins at `start`; empty where no name begins there."""
    names: list[Name] = []
    at = start
    shared = _SHARED.match(view, at, end)
    if shared is not None and _SHARED_PART.match(view, shared.end(), end) is not None:
        at = shared.end()
    head = shared["head"].capitalize() if shared is not None and at > start else ""
    while (name := _name(view, at, end, head)) is not None:
        joined = bool(names) and not name.own and not names[-1].own and ";" not in view[names[-1].end : name.start]
        if joined:
            names[-1] = Name(names[-1].start, name.end, False)
        else:
            names.append(name)
        separator = _SEPARATOR.match(view, name.end, end)
        if separator is None or separator.end() <= name.end:
            break
        at = separator.end()
        if name.own and not name.head and (found := _SHARES.match(view, name.start, name.end)) is not None:
            head = found.group()
        elif not name.head:
            head = ""
    return names


def _name(view: str, at: int, end: int, head: str) -> Name | None:
    """The name that begins at a place; `head` is one that it may share."""
    own = _OWN.match(view, at, end)
    if own is not None:
        if _EACH_AFTER.match(view, own.end(), end) is not None:  # `Ban Giám hiệu các trường`
            common = _COMMON.match(view, at, end)
            if common is not None and common.end() > own.end():
                return Name(at, _whole(view, common.end(), end), False)
        return Name(at, _whole(view, own.end(), end), True)
    if head and (part := _SHARED_PART.match(view, at, end)) is not None:
        return Name(at, part.end(), True, head)
    common = _COMMON.match(view, at, end)
    if common is None or common.end() == at:
        return None
    return Name(at, _whole(view, common.end(), end), False)


def _whole(view: str, at: int, end: int) -> int:
    """The end of a name with the body that it belongs to (`các cơ quan thành viên của Mặt trận Tổ quốc`)."""
    of = _OF.match(view, at, end)
    if of is None:
        return at
    owner = _OWN.match(view, of.end(), end) or _COMMON.match(view, of.end(), end)
    return owner.end() if owner is not None else at


def starts(view: str, at: int) -> bool:
    """Whether words stand at a place that names of agencies begin with: a quick look before `parse`."""
    return _STARTS.match(view, at) is not None


def unique(names: list[Name], text: str) -> tuple[str, ...]:
    """The names as written, each once, in order."""
    return tuple(dict.fromkeys(name.text(text) for name in names))


# --- one name for one agency ---------------------------------------------------------------------------------------

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
        for function, compiled in _functions():
            if compiled.match(after) is not None:
                full = _abbreviated(function, kind.group())
                return f"{kind.group().capitalize()} {full}"
    parsed = parse(words, 0, len(words))
    if parsed and not parsed[0].own:
        return low
    return words[:1].upper() + words[1:]


def _functions() -> Iterator[tuple[str, regex.Pattern[str]]]:
    """Functions with their patterns, those with the most parts first."""
    return iter(_BY_LENGTH)


_BY_LENGTH = sorted(_FUNCTION_BY_NAME.items(), key=lambda item: -len(FUNCTIONS[item[0]]))


def _abbreviated(function: str, kind: str) -> str:
    """`VHTT` is culture and sports in a department of a province, culture and information in an office of a district."""
    if function != "VHTT":
        return function
    return "Văn hóa và Thể thao" if kind == "sở" else "Văn hóa và Thông tin"


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
        several = regex.search(r"các (?:thành phố|tp)", low) is not None
        return "huyện" if several or level == "district" else "tỉnh" if level in ("province", "central") else own
    return plain[0]
