"""Names of agencies as officialese writes them: where a name begins, where it ends, how a list of them is split.

A name is a head (`Sở`, `Hội`, `Ủy ban nhân dân`) with what it looks after, its unit and its place (`Sở Y tế tỉnh`,
`Huyện đoàn`, `UBND các xã, thị trấn`), or a general phrase (`các sở, ban, ngành`). Commas and `và` stand inside names
(`Sở Văn hóa, Thể thao và Du lịch`) as well as between them. Patterns read the view (`patterns.spelling.view`): capitals
tell a place and the words of a name from the sentence that goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from patterns.agency_functions import FUNCTION
from patterns.compiled import compiled

# --- where the sentence goes on ------------------------------------------------------------------------------------

# Verbs and prepositions after a name: what an agency is told to do, and by what, when, how.
DUTY_VERBS: tuple[str, ...] = (
    "xây dựng", "tổ chức", "triển khai", "thực hiện", "tham mưu", "tham gia", "tham vấn", "hướng dẫn", "tuyên truyền", "chủ trì", "chủ động", "phối hợp",
    "phối kết hợp", "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "rà soát", "kiểm tra", "giám sát", "thanh tra,? kiểm tra", "tăng cường",
    "đẩy mạnh", "tích cực", "chỉ đạo", "báo cáo", "gửi", "lập", "bố trí", "cân đối", "đưa", "lồng ghép", "quản lý", "theo dõi", "nghiêm túc", "kịp thời",
    "phản ánh", "thẩm định", "đề xuất", "vận động", "hỗ trợ", "giúp", "tạo điều kiện", "nâng cao", "huy động", "đảm bảo", "bảo đảm", "tiếp tục", "thường xuyên",
    "định kỳ", "h[ằà]ng (?:năm|quý|tháng|tuần)", "khẩn trương", "quan tâm", "chú trọng", "xem xét", "cụ thể", "đánh giá", "tổng hợp", "phát hiện", "xử lý", "lựa chọn",
    "thống nhất", "hoàn thành", "nghiên cứu", "tiến hành", "áp dụng", "phát triển", "cung cấp", "can thiệp", "đấu tranh", "phòng ngừa", "phòng,? chống",
    "ngăn chặn", "phổ biến", "tập huấn", "điều tra", "khảo sát", "kết nối", "duy trì", "cập nhật", "kiện toàn", "ban hành", "trình", "công khai", "phân công", "dự kiến",
    "phân bổ", "thành lập", "giải quyết", "nhân rộng", "quán triệt", "phát huy", "thu thập", "tiếp nhận", "vận hành", "kiểm soát", "tuần tra", "đôn đốc",
    "làm đầu mối", "lắp đặt", "đăng tải", "truyền thông", "giáo dục", "củng cố", "chăm lo", "mở", "dạy", "tư vấn", "trợ giúp", "ưu tiên", "dành", "đề nghị", "yêu cầu",
    "sử dụng", "khai thác", "chuẩn bị", "bồi dưỡng", "nắm", "động viên", "khuyến khích", "đăng ký", "kêu gọi", "trang bị", "thống kê", "tập trung", "căn cứ",
    "chấp hành", "cam kết", "đổi mới", "hoàn thiện", "bổ sung", "công bố", "sơ kết", "tổng kết", "tìm hiểu", "xác minh", "xác định", "trao đổi", "thông tin", "thông báo", "tập hợp", "thí điểm",
    "giới thiệu", r"lãnh đạo(?=,? (?:chỉ đạo|thực hiện|các|việc|công tác|tổ chức|ban hành|triển khai|quán triệt))", "gắn", "đa dạng", "quảng bá", "xác thực", "cải thiện", "chăm sóc", "khám", "giảm", "loại", "phấn đấu", "quy định", "ký", "thu gom", "thu hồi", "tháo dỡ", "cưỡng chế", "sửa chữa", "chi trả", "thanh toán", "dọn", "trồng", "treo", "niêm yết", "bàn giao", "tiêm", "phun", "khử khuẩn", "biên soạn", r"(?<!(?i:thường)\s)trực", "phân luồng", "đón", "tặng", "trao", "thăm", "phát", "sản xuất", "đầu tư", "cấp", "nhận", "rào",
)  # fmt: skip
_FUNCTION_WORDS: tuple[str, ...] = (
    "và", "với", "cùng", "trong", "để", "nhằm", "theo", "tại", "khi", "trước", "sau", "về", "cho", "là", "có", "do", "từ", "đến", "trên", "nếu", "được",
    "đã", "chưa", r"(?<!(?i:hàng|phòng)\s)không", "đang", r"còn(?!\s(?:lại|gọi))", "cần", "phải", "chậm nhất", "muộn nhất", "đúng", "bằng", "qua", "thông qua", "dựa", "ngoài", "tùy", "các", "những", "như", "kết quả", "tình hình", "số liệu", "danh sách", "dự toán", "hồ sơ", "việc", "đồng thời", "vào", "mỗi", "đối với",
)  # fmt: skip
DUTY = r"(?:" + "|".join(DUTY_VERBS) + r")(?!\w)"
_STOP = r"(?:" + "|".join((*DUTY_VERBS, *_FUNCTION_WORDS)) + r")(?!\w)"

# The duty behind a dash (`Trạm Y tế - Phối hợp …`), against the second part of a name (`Văn hóa - Truyền thanh`).
_AFTER_DASH = (
    r"(?i:chủ trì|phối hợp|xây dựng|tổ chức|triển khai|thực hiện|tham mưu|hướng dẫn|chỉ đạo|tăng cường|bảo đảm|đảm bảo|bố trí|rà soát|theo dõi|kiểm tra|"
    r"căn cứ|chịu|vận động|lồng ghép|đẩy mạnh)(?!\w)"
)

# --- units and places ----------------------------------------------------------------------------------------------

UNIT = r"(?i:tỉnh|thành phố|tp\b\.?|thị xã|tx\b\.?|huyện|quận|thị trấn|phường|xã(?!\shội)|đặc khu)"
_SYLLABLE = r"(?!(?:VÀ|CÁC|Các)(?!\w))\p{Lu}\p{L}*(?:['’]\p{L}+)?"
# The first word of a name, which no place begins with.
HEAD_WORD = (
    r"(?i:sở|phòng|ban|bộ|công an|ubnd|ủy ban|ub|ubmttq\w*|mttq\w*|mặt trận|hội|đoàn(?! kết)|trung ương(?=\s(?:đoàn|hội))|liên đoàn|lđlđ|liên hiệp|liên chi|liên minh|hiệp hội|(?:tỉnh|thành|huyện|quận|thị|xã|phường)\s?đoàn|(?:tỉnh|thành|huyện|quận|thị)\s(?-i:hội)(?=\s\p{Lu}|\s?[,;:.])|"
    r"trung tâm|trạm(?!\s(?-i:\p{Lu}\p{Ll}))|trường|đài|báo|thông tấn xã|cổng|khoa(?=\s\p{Lu})|chi cục|cục|vụ|viện(?! trợ)|vksnd|tòa|tand|bảo hiểm|bhxh|kho bạc|ngân hàng|quỹ|văn phòng|vp|đồn|thanh tra|các|những|"
    r"công chức|cán bộ(?! quản lý)|chủ tịch|giám đốc|thủ trưởng|trưởng|hiệu trưởng|chánh|bệnh viện|hđnd|hội đồng|cơ quan|đơn vị|ngành|tổ|công đoàn|bưu điện|chính quyền|(?:thành phố|thị xã)\s?đoàn(?! (?:kết|thể|viên))|"
    r"(?:tỉnh|thành|huyện|quận|thị|đảng)\s?ủy|đảng đoàn|đề nghị|giao|yêu cầu|(?-i:Đội|Hạt|Chi nhánh|Kiểm toán|Công ty|Tổng công ty|Tập đoàn|Học viện|Câu lạc bộ))(?!\w)"
)
# A sentence that a wrap put right behind a name begins with a verb of two syllables, not with a place.
_BEGINS = r"(?i:" + "|".join(verb for verb in DUTY_VERBS if " " in verb and verb[0].isalpha()) + r")(?!\w)"
PLACE = rf"(?!{HEAD_WORD})(?!{_BEGINS}){_SYLLABLE}(?:\s(?!{_BEGINS}){_SYLLABLE}){{0,4}}(?:\s-\s{_SYLLABLE}(?:\s{_SYLLABLE}){{0,2}})?"
_NO_BODY = r"(?!\s?(?i:đoàn|ủy)|\shội(?=\s\p{Lu}))"  # `Huyện đoàn` is a body, no unit
_OWN_SEAT = r"(?:(?:Sở|Bộ|Cục)(?=\s?(?:$|[:;.,()])|\s\p{Ll}))"  # `Thanh tra Sở`
_COMMITTEE = r"(?i:(?:tỉnh|thành|huyện|quận|thị|đảng)\s?ủy)"
_UNIT_OF = rf"(?:(?:(?:của|thuộc)\s)?(?i:cấp\s)?{UNIT}{_NO_BODY}(?:\s{PLACE}|\s\d{{1,2}}(?!\d|\s(?:tháng|năm|ngày|tuần)(?!\p{{L}})))?|(?i:khu vực)(?:\s(?:{PLACE}|\d+))?|{PLACE})"
_UNITS = rf"{UNIT}{_NO_BODY}(?:(?:\s?[,;/\-]\s?|\s(?i:và)\s|\s)(?i:các\s|cấp\s)?{UNIT}{_NO_BODY})*"
# What lies in the units that are meant (`các xã có hồ, đập`), and the verbs behind it.
_PLACES_OF_RISK = r"hồ|đập|sông|suối|biển|ao|cảng|chợ|khu|cụm|trường|làng nghề|đường|cơ sở|di tích|rừng|mỏ|trẻ em|tỷ lệ|đông|nhiều|đồng bào|đối tượng|nguy cơ"
_FIRST_VERBS = (
    r"xây dựng|tổ chức|triển khai|thực hiện|tham mưu|hướng dẫn|tuyên truyền|chủ trì|chủ động|phối hợp|rà soát|kiểm tra|giám sát|tăng cường|đẩy mạnh|chỉ đạo|"
    r"báo cáo|lắp|cắm|bố trí|quản lý|theo dõi|vận động|hỗ trợ|bảo đảm|đảm bảo|lập|duy trì|cảnh báo|xử lý|đầu tư|nâng cấp|rào|mở|dạy|để|nhằm|trong|theo"
)
# What a duty says its agencies have to do with, before it says that they answer for it.
_CONCERNED = r"(?:có\s)?liên quan\s(?:tới|đến|trong)\s[^,;.:]{1,80}?(?=\s(?:có|chịu) trách nhiệm(?!\w))"
_QUALIFIER = (
    rf"(?:\s(?:{_CONCERNED}|trực thuộc (?i:trung ương|tw)(?!\w)|(?:có\s)?liên quan|cùng cấp|(?:ở )?các cấp|cấp cơ sở|trực tiếp|cấp trên|(?:đóng |hoạt động )?(?:trên|tại) địa bàn(?:\s(?:toàn\s)?(?:{UNIT}(?:\s{PLACE})?|khu vực))?|"
    rf"(?:trong|toàn)\s{UNIT}(?:\s{PLACE})?|"
    r"(?:vùng )?(?:biên giới|ven biển|ven sông|hải đảo|miền núi|bãi ngang|vùng cao|vùng sâu|vùng xa|đồng bào dân tộc thiểu số|đặc biệt khó khăn)"
    r"(?:(?:,| và) (?:vùng )?(?:biên giới|ven biển|hải đảo|miền núi|bãi ngang|cao|sâu|xa|đặc biệt khó khăn))*(?!\w)|"
    rf"có (?=(?:{_PLACES_OF_RISK})(?!\w))[\p{{L}} ,]{{2,60}}?(?=\s(?:{_FIRST_VERBS})(?!\w)|[;.:()]|$)))"
)

# --- names ---------------------------------------------------------------------------------------------------------

# Verbs that are part of a name: `Trung tâm Trợ giúp pháp lý`, `Quỹ Hỗ trợ phát triển giáo dục`.
_IN_NAMES = (
    r"(?:giúp pháp lý(?: nhà nước)?|(?:trợ )?giúp xã hội|trợ (?:nông dân|phụ nữ|doanh nghiệp|trẻ em|việc làm)|phát triển (?:giáo dục|quỹ đất|công nghiệp|du lịch|nông thôn)|"
    r"giáo dục (?:hòa nhập|nghề nghiệp|thường xuyên|quốc phòng|trẻ (?:em|khuyết tật)|chính trị|sức khỏe|pháp luật|học sinh)|quản lý (?:(?:cơ sở )?giáo dục|dự án|đô thị|di tích|thị trường|đất đai|nhà|bảo trì|khu)|"
    r"chăm sóc (?:sức khỏe|trẻ em|trẻ|người|bà mẹ|và)|phòng,? chống (?:thiên tai|tội phạm|ma túy|mại dâm|tham nhũng|lụt bão|bệnh|dịch|HIV)|kiểm soát (?:bệnh tật|ma túy|thủ tục)|"
    r"tư vấn (?:tâm lý|pháp luật|học đường)|thông tin (?:điện tử|khoa học|xúc tiến)|(?<=[Nn]ghệ )thông tin|học sinh,? sinh viên|hỗ trợ (?:trẻ em|phụ nữ|nạn nhân|phát triển|khởi nghiệp)|xúc tiến|khám,? chữa bệnh|"
    r"(?<=(?:Nghiên cứu|Đào tạo|Tư vấn|Ứng dụng|Hỗ trợ)(?: và|,)?\s)(?:phát triển|bồi dưỡng|ứng dụng|chuyển giao|phòng,? chống|điều trị|đào tạo|hỗ trợ))(?!\w)"
)
# A unit ends a name, whatever follows it; in `Đội Thuế liên huyện` it is one of its words.
_NO_UNIT = r"(?!(?<!liên\s)(?:tỉnh|huyện|quận|thị xã|thị trấn|thành phố|phường|xã(?!\shội)|đặc khu)(?!\w))"
_WORD = rf"(?:{_IN_NAMES}|(?!{_STOP}){_NO_UNIT}[\p{{L}}\d&./]*[\p{{L}}\d])"
# Any words from a capital on, until the sentence goes on: for agencies that no list knows.
_ANY = (
    rf"(?=\p{{Lu}})(?!{HEAD_WORD}){_WORD}(?:\s{_WORD}|\s?-\s?(?!{HEAD_WORD})(?!{_AFTER_DASH}){_WORD}|\svà\s(?=\p{{Lu}})(?!{HEAD_WORD}){_WORD}"
    rf"|,\s(?=\p{{Lu}}[^,;:.]{{1,40}}\svà\s\p{{Lu}})(?!{HEAD_WORD}){_WORD}(?=[^,;:.]{{1,40}}\svà\s(?!{HEAD_WORD})))*+"
)
_FUNCTION_ENDS = rf"(?!\s?(?:và|-)\s?(?=\p{{Lu}})(?!{HEAD_WORD})(?!{FUNCTION})(?!{_AFTER_DASH})\p{{Lu}})"
# Two functions that a dash joins are those of one office (`Phòng Giáo dục Trung học - Giáo dục thường xuyên`).
_LOOKS_AFTER = rf"(?:{FUNCTION}(?:\s-\s{FUNCTION})++{_FUNCTION_ENDS}|{FUNCTION}{_FUNCTION_ENDS}|{_ANY}|{FUNCTION})"
_OPTIONAL_UNIT = rf"(?:\s{_UNIT_OF})?"

_SCHOOLS = (
    r"(?i:mầm non|mẫu giáo|tiểu học|th|thcs|thpt|trung học cơ sở|trung học phổ thông|phổ thông(?: dân tộc (?:nội|bán) trú)?|ptdt(?:nt|bt)?|cao đẳng|"
    r"đại học|trung cấp)(?!\w)(?:(?<=(?i:cao đẳng|đại học|trung cấp))\s(?=\p{Lu})(?:(?:Sư phạm|Y tế|Y|Nghề|Kinh tế|Kỹ thuật|Văn hóa|Cộng đồng|Luật|Nông lâm)(?!\w)(?:\s(?:và|-)\s)?)+)?"
)
# Which of several schools of a kind (`Tiểu học số 1, Tiểu học số 2`).
_NUMBERED = r"(?:\s(?i:số)\s\d{1,2}(?!\d))?"
_HAS_UNIT = (
    r"ủy ban (?:mặt trận tổ quốc|mttq|mttqvn)(?: việt nam| vn)?|ub\s?mttq(?:\s?vn)?(?: việt nam)?|mttq(?: việt nam| vn)?|"
    r"(?:ban thường trực )?(?:ủy ban )?mặt trận(?: tổ quốc)?(?: việt nam)?(?: cơ sở)?|"
    r"ban (?:tự quản|công tác mặt trận|thanh tra nhân dân|giám sát đầu tư của cộng đồng|nhân dân|cán sự)|công an|(?:bộ|ban) chỉ huy (?:quân sự|bộ đội biên phòng|bđbp|phòng thủ khu vực)|bộ đội biên phòng|bđbp|"
    r"tòa án(?: nhân dân)?|tand|viện kiểm sát(?: nhân dân)?|vksnd|bảo hiểm xã hội|bhxh|kho bạc(?: nhà nước)?|"
    r"liên đoàn lao động|lđlđ|công đoàn(?: cơ sở)?|đoàn thanh niên(?: cộng sản)?(?: hồ chí minh| hcm)?|đoàn (?:thanh niên cộng sản|tncs)(?: hồ chí minh| hcm)?|đoàn tn|"
    r"hội (?:liên hiệp|lh) ?(?:phụ nữ|pn|thanh niên|tn)(?: việt nam)?|hội lhpn|hội phụ nữ|hội nông dân|hội cựu chiến binh|hội ccb|hội chữ thập đỏ|hội ctđ|"
    r"hội khuyến học|hội bảo vệ quyền trẻ em|hội bảo trợ (?:người khuyết tật|nkt)[\w ,]*? (?:và|&) (?:bảo vệ )?(?:quyền )?(?:trẻ (?:em )?mồ côi|trẻ em|tmc)|"
    r"(?:ngân hàng|nh) (?:chính sách xã hội|csxh)(?: -)?(?: (?:chi nhánh|phòng giao dịch))?|đài (?:phát thanh|pt|truyền thanh)(?:\s?(?:-|và|&|,)\s?(?:truyền hình|th|truyền thanh|tt))?|"
    r"báo và (?:đài )?(?:phát thanh,?|pt)(?: và|\s?-)? ?(?:truyền hình|th)|cổng thông tin điện tử|trung tâm y tế|trạm y tế|bệnh viện đa khoa|thanh tra(?!,? (?:kiểm tra|giám sát|việc|các|công tác|chuyên ngành|định kỳ|đột xuất))|"
    r"(?-i:Thuế|Hải quan|Thống kê|Kiểm lâm)(?:\s(?:cơ sở|khu vực)\s(?:\d+|[ivx]+)|(?=\s(?:tỉnh|thành phố)(?!\w)))|(?-i:Thi hành án dân sự)|bưu điện|điện lực|viễn thông|vnpt|viettel|liên minh (?:hợp tác xã|htx)|văn phòng đăng ký đất đai|trung tâm dịch vụ tổng hợp|"
    r"hội đồng phối hợp phổ biến,? giáo dục pháp luật|ban quản lý (?:các )?(?:khu (?:công nghiệp|kinh tế|chế xuất|du lịch)|dự án(?:(?:,|\svà)?\s(?:đầu tư|xây dựng|công trình|hạ tầng|giao thông|nông nghiệp|dân dụng|công nghiệp))*)|"
    r"lực lượng (?:công an|quân sự|quân đội|bộ đội|biên phòng)|tổ (?:công nghệ số(?: cộng đồng)?|hòa giải|liên gia|tự quản)|"
    r"trung tâm (?:phục vụ|cung ứng) [\w ]*?công(?: ích)?|quỹ bảo trợ trẻ em|trung tâm công tác xã hội"
)
# The unions of those who work in a body: named by the two together (`Hội Phụ nữ Công an tỉnh`, `Công đoàn ngành Giáo dục`).
_MEMBERS = (
    r"hội (?:liên hiệp )?phụ nữ|ban (?:công tác )?phụ nữ|đoàn thanh niên(?: cộng sản hồ chí minh)?|chi đoàn|liên chi đoàn|đoàn cơ sở|công đoàn(?: cơ sở)?|"
    r"chi hội(?: phụ nữ| cựu chiến binh)?|chi bộ|đảng bộ|đảng ủy|hội cựu chiến binh"
)
_THEIR_BODY = (
    r"(?:(?:Công an|Quân sự|Quân đội|Bộ đội Biên phòng|BĐBP|Biên phòng|Bộ Chỉ huy [Qq]uân sự|Ban Chỉ huy [Qq]uân sự)(?!\w)|"
    rf"(?:Sở|Phòng|Bộ|Chi cục|ngành)\s{FUNCTION}{_FUNCTION_ENDS}|Viên chức(?!\w)|(?:bệnh viện|nhà trường|trường|cơ quan|công ty)(?=\s?(?:$|[,;:.()])|\s(?:và|cùng|{DUTY})(?!\w)))"
)
# Committees and unions of several kinds of unit, their noun written once (`Các huyện, thành Đoàn`), and those below a body.
_KINDS_OF_UNIT = r"(?i:huyện|quận|thị|thành|xã|phường)"
_OF_SEVERAL_KINDS = (
    rf"(?i:các\s)?{_KINDS_OF_UNIT}(?:,\s{_KINDS_OF_UNIT})*(?:,|\svà)\s{_KINDS_OF_UNIT}\s?(?i:đoàn|ủy)(?!\w)(?!\s(?i:thể|kết|viên))(?:\s(?:trực thuộc|và tương đương)(?!\w))?|"
    r"(?:Đoàn|Hội|Chi đoàn|Liên chi đoàn|Chi hội|Đảng ủy|Đảng bộ|Chi bộ|Công đoàn)\s(?:cơ sở\s)?trực thuộc(?!\w)|"
)
_SPECIFIC = (
    r"(?:"
    rf"{_OF_SEVERAL_KINDS}"
    rf"(?:Đồn|Trạm)\sCông an(?:\s(?!{_STOP}){_NO_UNIT}[\p{{L}}\d]+){{0,4}}{_OPTIONAL_UNIT}|"
    r"(?i:đảng đoàn|ban cán sự đảng|đảng ủy)\s(?i:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|mttq|mặt trận tổ quốc|công an|quân sự|khối (?:các )?cơ quan(?: và doanh nghiệp)?|"
    rf"các cơ quan đảng)(?!\w){_OPTIONAL_UNIT}|"
    rf"(?i:văn phòng|vp)\s(?i:đoàn (?:đbqh|đại biểu quốc hội)|hđnd|hội đồng nhân dân)(?:\s?(?:,|và|-|&)\s?(?i:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân))+{_OPTIONAL_UNIT}|"
    rf"(?i:(?:văn phòng|vp|thường trực|tt|ban thường trực|lãnh đạo)\s)?(?i:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)(?:\s\(\w+\))?"
    rf"(?:\s(?i:các cấp|các địa phương|cấp {_UNITS}|(?:(?:các|\d+(?:/\d+)?) )*(?-i:{_UNITS}))(?:\s(?i:trực thuộc (?:trung ương|tw|tỉnh))(?!\w)|\s{PLACE}(?:,\s(?!{UNIT}){PLACE})*)?|\s{PLACE})?|"
    rf"(?i:(?:ban thường vụ|thường trực|btv|bch|ban chấp hành)\s)?(?i:(?:tỉnh|thành(?: phố)?|huyện|quận|thị(?: xã)?|xã|phường|trung ương)\s?đoàn)(?!\s(?i:thể|thanh niên|tncs)){_OPTIONAL_UNIT}|"
    rf"(?i:(?:ban thường vụ|thường trực|btv|ban tuyên giáo(?: và dân vận)?|ban dân vận)\s)?(?i:(?:tỉnh|thành|huyện|quận|thị|đảng)\s?ủy){_OPTIONAL_UNIT}|"
    rf"(?i:{_MEMBERS})\s(?i:(?:cơ quan|cơ sở|khối)\s)?{_THEIR_BODY}{_OPTIONAL_UNIT}|"
    rf"Đoàn\s(?:xã(?!\shội)|phường|thị trấn|trường)(?:\s{PLACE})?(?!\w)|"
    rf"(?:Tỉnh|Thành|Huyện|Quận|Thị)\shội(?:\s{_ANY})?{_OPTIONAL_UNIT}|"
    rf"(?i:(?:văn phòng|vp|thường trực|ban thường vụ|ban chấp hành|btv|bch|lãnh đạo|cơ quan|trung ương|tw)\s)?(?i:{_HAS_UNIT})(?!\w)(?:\s(?:các\s)?{_UNITS}(?:\s{PLACE})?|\s{_OWN_SEAT}|{_OPTIONAL_UNIT})|"
    rf"(?i:văn phòng|vp|ban tổ chức|ban (?:tuyên giáo|dân vận|nội chính)(?: và dân vận)?)\s{_COMMITTEE}{_OPTIONAL_UNIT}|"
    rf"Hạt Kiểm lâm{_OPTIONAL_UNIT}|Phòng Tổ chức(?:(?:\s?-|\svà)?\s(?i:cán bộ|hành chính|nhân sự|lao động|biên chế|pháp chế|kế hoạch|tổng hợp|đào tạo|thi đua|bộ máy))*|"
    rf"Văn phòng\s(?:Hội|Đoàn)(?=\s?(?:$|[:;,.)])|\s(?i:{DUTY}))|(?i:văn phòng|vp)\s{_OWN_SEAT}|Văn phòng(?=\s?(?:$|[:;,.)])|\s{DUTY})|"
    rf"(?i:(?:các )?trường)(?:(?:\s?:)?\s{_SCHOOLS}{_NUMBERED}(?:(?:,|\s?-|\svà|\s&)?\s?{_SCHOOLS}{_NUMBERED})*{_OPTIONAL_UNIT}(?:\s(?:số\s)?\d{{1,2}}(?!\d))?|\s{_ANY}{_OPTIONAL_UNIT})|"
    rf"(?i:(?:các\s)?(?:tổ\s)?đại biểu\s(?:hđnd|hội đồng nhân dân|quốc hội))(?!\w){_OPTIONAL_UNIT}|"
    rf"(?:Vụ|Cục|Tổng cục|Viện|Khoa)\s{_ANY}{_OPTIONAL_UNIT}|"
    rf"(?i:sở|phòng|ban|bộ|ngành|công chức|kế toán|cán bộ|trung tâm|chi cục|tổng cục|cục|vụ|viện)\s{_LOOKS_AFTER}{_OPTIONAL_UNIT}|"
    rf"(?i:câu lạc bộ|tổ|nhóm|đội|ban)\s\"[^\"\n]{{2,60}}\"{_OPTIONAL_UNIT}|"
    rf"(?i:các)\scấp\s(?:bộ\s)?(?:Hội|Đoàn|Công đoàn|Mặt trận)(?!\w)(?:\s(?:Thanh niên|Phụ nữ|Nông dân|Chữ thập đỏ|Cựu chiến binh|{_ANY}))?(?:\s(?:trên|trong)\s(?:địa bàn|toàn)(?:\s{UNIT})?)?|"
    r"(?:Thông tấn xã(?:\sViệt Nam)?|(?:Phó\s)?Thủ tướng(?:\sChính phủ)?|Chính phủ|(?:Ủy ban [Tt]hường vụ )?Quốc hội)(?!\p{L})|"
    r"(?:Bộ trưởng|Thứ trưởng|(?:Lãnh đạo|Giám đốc) (?:Bộ|Sở))(?=\s?(?:$|[,;.:)])|\s\p{Ll})|"
    rf"(?i:hội đồng|hội|đoàn|liên hiệp|liên chi hội|chi hội|hiệp hội|liên minh|liên đoàn|đồn|trạm|đài|báo|quỹ|văn phòng|vp|bệnh viện|ngân hàng|viện|tổ|cổng|bưu điện|điện lực|công ty|cơ quan|"
    rf"tổng công ty|ủy ban|câu lạc bộ|nhà|làng|cơ sở|(?-i:Đội|Hạt|Chi nhánh|Học viện|Tập đoàn|Tổng công ty|Nhà máy|Cảng vụ|Thư viện|Bảo tàng))\s{_ANY}{_OPTIONAL_UNIT}|"
    r"(?i:cơ quan thường trực|tổ (?:công tác|giúp việc)|ban chỉ đạo|ban điều hành|bcđ)(?!\w)"
    rf"(?:\s(?!{_STOP})[\p{{L}}\d]+){{0,8}}"
    r")"
)

# A general phrase: nouns that may be joined, with what narrows them.
# Nouns of one syllable begin other words too (`báo cáo`, `cấp phát`): what follows must end the phrase or narrow it.
_SHORT_ENDS = (
    rf"(?=\s?(?:$|[,;.:)/\-])|\s(?:(?i:liên quan|chức năng|chuyên môn|cấp|của|thuộc|trực thuộc|khác|nghề|ban|ngành|đơn vị|cơ quan|đoàn thể|trung ương|địa phương|"
    rf"phụ trách|nêu|nói|đóng|toàn|xã hội|{UNIT})(?!\w)|(?:giáo dục|y tế)(?!\w)|{_STOP}))"
)
_SHORT = (
    r"(?:(?i:sở|ban|bộ|ngành|phòng|hội|đoàn|trường|trung tâm|viện|tổ|báo|đài|quỹ|nhóm|khối|cấp|bản|thôn|buôn|làng|ấp|xóm|sóc|khoa)"
    rf"(?!\w)|{UNIT}(?!\w)){_SHORT_ENDS}"
)
# The noun (`các tổ chức chính trị`), not the verb (`tổ chức thực hiện`).
_ORGANISATIONS = (
    r"tổ chức(?<=(?:các|,|và|mọi|những)\stổ chức)(?=\s?(?:$|[,;.:)])|\s(?:chính trị|xã hội|đoàn|có liên quan|liên quan|thành viên|quốc tế|"
    r"tín dụng|khoa học|phi|trong|và|cá nhân|hội|quần chúng|đảng|của|thuộc|khác|nghề|kinh tế|tôn giáo|cơ sở|tình nguyện|từ thiện|trên địa bàn))"
)
_LONG = (
    r"(?i:cơ quan (?:báo chí|thông tin|truyền thông)(?:,? (?:và )?(?:báo chí|truyền thông|truyền hình|thông tin|đại chúng))*|"
    rf"cơ quan quản lý(?: nhà nước| giáo dục)?|{_ORGANISATIONS}|ban,? ngành|phòng,? ban|cơ quan|đơn vị|đoàn thể|hiệp hội(?=\s?(?:$|[,;.:)])|\s\p{{Ll}})|địa phương|chính quyền|doanh nghiệp|"
    r"hợp tác xã|cá nhân|thành viên|gia đình|cha mẹ|phụ huynh|nhà trường|trường học|cơ sở giáo dục (?:mầm non|phổ thông|tiểu học)(?:(?:,|\svà)\s(?:tiểu học|trung học(?: cơ sở| phổ thông)?|phổ thông|thường xuyên|nghề nghiệp|đại học))+|cơ sở (?:(?:nghiên cứu|đào tạo|dạy nghề)(?: nghề)?(?:(?:,| và) (?:nghiên cứu|đào tạo|dạy nghề))*|giáo dục(?: nghề nghiệp| mầm non| phổ thông)?|y tế|khám,? (?:bệnh,? )?chữa bệnh|trợ giúp(?: xã hội| trẻ em)?|bảo trợ(?: xã hội)?)|cơ sở(?! vật chất)|cộng đồng|lực lượng|tiểu khu|khu phố|tổ dân phố|khu dân cư|khu vực(?! (?:nông thôn|thành thị|miền núi|biên giới|ven|công nghiệp|nguy hiểm))|"
    r"khối phố|nhân dân|người dân|già làng|trưởng (?:thôn|bản|ấp|khu)|cộng tác viên|bệnh viện|(?-i:[Vv]iện nghiên cứu)|(?-i:trường) (?:đại học|cao đẳng|trung cấp|nghề|dạy nghề)(?:(?:,| và) (?:cao đẳng|trung cấp))*|(?-i:học viện)|nhà khoa học|chuyên gia|(?-i:trạm y tế)|công đoàn|nhà hảo tâm|nhà tài trợ|phương tiện|"
    r"chi hội|chi đoàn|chi bộ|chi(?=(?:,|/|\s?và)\s?đảng bộ)|đảng bộ|đảng ủy|(?-i:(?:huyện|quận|thị|thành)\s?ủy)|bộ phận|tổ chức đảng|cấp ủy(?: đảng)?|mạng lưới|chủ đầu tư|ủy viên|người chăm sóc|giáo viên|(?<=(?:,|và)\s)xã hội(?! hóa))(?!\w)"
)
_NOUN = rf"(?:{_LONG}|{_SHORT})"
# What bodies of a kind do: no duty of theirs (`các lực lượng cứu hộ, cứu nạn triển khai …`, `các đơn vị cung cấp dịch vụ số xây dựng …`).
_TRADE = r"(?:tín dụng|viễn thông|vận tải|cứu (?:nạn|hộ)|chữa cháy|sản xuất|kinh doanh|chế biến|xuất khẩu|nhập khẩu|bưu chính|lữ hành|lưu trú|công nghệ|khoa học)(?!\w)"
_PLAIN = rf"(?:\s(?!{_STOP})\p{{Ll}}+)"
_TRADES = (
    rf"(?<=(?i:cơ sở|đơn vị|lực lượng|tổ chức|doanh nghiệp|cơ quan|hợp tác xã|hộ)\s){_TRADE}(?:(?:,|\svà|\s-)\s{_TRADE})*{_PLAIN}{{0,4}}+(?=\s?(?:$|[,;.:()])|\s{_STOP})|"
    rf"(?<=(?i:cơ sở|đơn vị|doanh nghiệp|tổ chức)\s)(?:cung cấp|cung ứng){_PLAIN}{{1,5}}+(?=\s(?:{DUTY}|và\s(?!{DUTY}))|,\s(?!{DUTY}))|"
)
_PART_OF_PLAN = (
    r"(?:các\s)?(?:phụ lục|mục|phần|khoản|điểm|điều|danh mục|biểu|bảng|kế hoạch|chương trình|quyết định)"
    r"(?:\s(?:này|kèm theo|nêu trên|trên|[ivxl]+(?:\.\d+)*|\d+(?:\.\d+)*))*(?!\w)"
)
_MODIFIER = (
    rf"{_TRADES}"
    rf"(?<=(?i:doanh nghiệp|hợp tác xã|nhà đầu tư|nhà thầu|nhà mạng|chủ đầu tư)\s)(?!{_STOP})\p{{Ll}}+(?:\s(?!{_STOP})\p{{Ll}}+){{0,3}}+(?=\s?(?:$|[,;.:()])|\s{_STOP})|"
    rf"(?i:{_CONCERNED})|"
    r"(?i:(?:có )?liên quan|chức năng|chuyên môn|chính trị\s?(?:-|,|và)?\s?xã hội|chính trị|xã hội(?:\s?-?\s?nghề nghiệp)?|nghề nghiệp|trực thuộc(?!\s(?-i:\p{Lu}))|cùng cấp|khác|báo chí|"
    r"đại chúng|nhà nước|quần chúng|quốc tế|phi chính phủ|(?:ở )?cơ sở|địa phương|học sinh|trẻ em|giáo dục(?=[,;:.]|$|\s(?:và|trên|đào tạo))|y tế|bảo vệ pháp luật|pháp luật|tố tụng|tiến hành tố tụng|thành viên|công lập|"
    r"(?:được )?(?:giao|phân công) (?:nhiệm vụ|chủ trì|thực hiện)(?: [\p{L}]+){0,8}?(?=,|$|[;:.]|\s(?:có|chịu) trách nhiệm)|(?:không |chưa )?(?:có tên|(?:được )?nêu) (?:ở )?(?:trên|nêu trên)|nói trên|còn lại|chuyên trách|ngành dọc|"
    r"trung ương|của trẻ(?: em)?|"
    r"khám(?:,| bệnh,| và)* chữa bệnh|bảo trợ(?: xã hội)?|trợ giúp(?: xã hội| trẻ em)?|vũ trang|sự nghiệp|đảng|thôn|bản|phụ trách|quân sự|"
    r"thuộc (?:phạm vi|quyền|quản lý|thẩm quyền)(?: quản lý)?)(?!\w)"
    rf"|(?:(?i:cấp|toàn|trong|thuộc|của|ở)\s)(?:{UNIT}|mình)(?:(?:,|\svà)\s(?:(?:cấp\s)?{UNIT}))*+(?:\s{PLACE})?"
    rf"|(?i:(?:có tên|(?:được )?nêu)\s(?:tại|trong|ở)\s{_PART_OF_PLAN})"
    rf"|(?:chủ trì|phụ trách|tham gia)\s(?:các\s)?(?:nhiệm vụ|hoạt động|nội dung|chỉ tiêu|đề án|dự án|giải pháp)\s(?:tại|trong|thuộc)\s(?i:{_PART_OF_PLAN})(?=\s{DUTY})"
    rf"|{UNIT}{_NO_BODY}(?:\s{PLACE})?(?!\w)"
    rf"|(?:trực thuộc|thuộc)\s(?:Bộ|Sở|Trung tâm|Bệnh viện|Cục|Viện|Trường|Chi cục|Tỉnh|Ủy ban nhân dân|UBND)(?=\s?(?:$|[,;.:)])|\s(?:\p{{Ll}}|{UNIT}))(?:\s{UNIT})?"
    rf"|(?:trực thuộc|thuộc|của)\s(?i:(?:tỉnh|thành|huyện|quận|thị|đảng)\s?ủy)(?:\s{PLACE})?(?!\w)"
    rf"|(?<=chính quyền\s)các\s{UNIT}(?:(?:,\s|\svà\s){UNIT})*+(?!\w)"
    rf"|(?i:(?:đóng |hoạt động )?(?:trên|tại) địa bàn)(?:\s(?:toàn\s)?{UNIT}(?:\s{PLACE})?)?"
)
_EACH = r"(?i:(?:tất cả |toàn thể |toàn bộ |một số |hệ thống )?(?:các|những)|tất cả|toàn thể|mọi|một số|hệ thống|\d{1,3}(?:/\d{1,3})?)\s"
# `các trường và Trưởng các bản`, `Bí thư chi bộ, Trưởng thôn`: whoever answers for something is named apart.
_ANOTHER_OFFICER = r"(?:(?:Trưởng|Thủ trưởng|Tổ trưởng|Đội trưởng|Hiệu trưởng|Chủ tịch|Giám đốc|Bí thư)\s|(?:trưởng|thủ trưởng|tổ trưởng|hiệu trưởng|chủ tịch|giám đốc|bí thư)\s(?=các\s))"
_FIRST = rf"(?:{_EACH}{_NOUN}|{_LONG}|{_SHORT}(?=\s?[,/]\s?(?:{_EACH})?{_NOUN}|\s(?i:và)\s(?:{_EACH})?{_NOUN}))(?:\s(?:{_MODIFIER}))*+"
# What a second `các` sets apart: bodies of a kind of their own, not more of the offices before them (`các sở, ngành, các địa phương`).
_APART = r"(?i:cơ quan (?:báo chí|thông tin|truyền thông)|doanh nghiệp|hợp tác xã|tổ chức|hội|hiệp hội|viện|trường|cơ sở|nhà|thôn|bản|ấp|khóm|khu phố|tổ dân phố)(?!\w)"
_GENERAL = (
    rf"{_FIRST}(?:(?:(?:\s?[,/]\s?(?:các\s(?!{_APART}))?|\svà\s|\s?-\s?)(?!{_ANOTHER_OFFICER})(?:(?<=\scác\s)(?=cấp(?!\w))|(?!(?:{_STOP})(?<!tổ chức)))|\s(?!{_STOP}))"
    rf"(?:{_NOUN}(?:\s(?:{_MODIFIER}))*+|(?:{_MODIFIER})))*+"
)
# The person who answers for an agency stands before its name.
_OFFICER = (
    r"(?i:(?:(?:các )?đồng chí|ông,?|bà)\s)?(?i:(?:các )?(?:thành viên|ủy viên)|thủ trưởng|người đứng đầu|(?:phó |tổng )?giám đốc|(?:phó )?chủ tịch|trưởng|hiệu trưởng|chánh|bí thư|lãnh đạo|tổng biên tập|chỉ huy trưởng|"
    r"viện trưởng|chánh án|(?:chi )?cục trưởng|trưởng ban|trưởng công an|tổ trưởng|đội trưởng|bộ trưởng|ban giám hiệu|ban giám đốc|ban chấp hành|ban thường trực)"
    r"(?:,\s(?i:hiệu trưởng|giám đốc|trưởng))?\s"
)
_OWN = compiled("agencies-own", rf"(?:{_OFFICER})?{_SPECIFIC}(?:{_QUALIFIER})*")
_COMMON = compiled("agencies-common", rf"(?:{_OFFICER})?{_GENERAL}(?:{_QUALIFIER})*")
# A body that is called in small letters behind its head word (`Ban đại diện cha mẹ học sinh`), to the verb, the next name or the mark.
_OPEN_BODY = compiled(
    "agencies-open-body",
    r"(?:Ban (?!hành|đầu|ngày)|Tổ (?!chức|quốc)|Đội (?!ngũ|tuyển)|Nhóm (?!trẻ|tuổi|các)|Hội đồng |Bộ phận |Chi hội |Câu lạc bộ )"
    rf"(?=\p{{Ll}})(?:(?<=(?:Ban|Tổ|Đội|Nhóm|đồng)\s)(?:tư vấn|quản lý|tuyên truyền|hỗ trợ|chăm sóc|giám sát|kiểm tra|phòng,? chống|phản ứng|xử lý|thẩm định|tư vấn tâm lý)(?:\s(?!{_STOP})\p{{L}}+){{1,5}}+|(?!{_STOP})\p{{L}}+(?:\s(?!{_STOP})\p{{L}}+){{1,8}}+)(?=\s{_STOP}|\s?[,;:.()]|$)",
)
_VILLAGES = r"(?i:thôn|bản|buôn|làng|ấp|xóm|khóm|khu phố|tổ dân phố|khối phố|khu dân cư|tiểu khu)"
_OF_UNITS = compiled(
    "agencies-of-units",
    rf"\s(?:các|những)\s(?:{_UNITS}|{_VILLAGES}(?:(?:,|\svà)\s{_VILLAGES})*(?!\w))(?:{_QUALIFIER})*",
)
# The places behind a colon that say which units are meant (`UBND các xã: A, B`): two at least, else it is the duty that begins there.
_SEVERAL_UNITS = regex.compile(rf"(?:(?i:các|những)|\d{{1,3}}(?:/\d{{1,3}})?)\s{_UNITS}$")
_A_PLACE = rf"(?:{UNIT}\s)?{PLACE}"
_LISTED = compiled(
    "agencies-listed-places",
    rf"\s?:\s{_A_PLACE}(?:(?:\s?[,;]\s(?:và\s)?|\svà\s){_A_PLACE})+(?=\s?(?:$|[.,;:()])|\s\p{{Ll}})",
)
# The seats of a body that are named with it (`Tòa án nhân dân tỉnh và các khu vực`).
_AND_SEATS = regex.compile(rf"(?<={UNIT}(?:\s{PLACE})?)\svà\s(?:các\s)?khu vực(?:\s\d+(?:(?:,|\svà)\s\d+)*)?(?!\w)")
# The same office in each of several units: one name (`các Phòng Giáo dục và Đào tạo quận - huyện`).
_SAME_OFFICES = compiled(
    "agencies-same-offices",
    rf"(?i:các)\s(?i:sở|phòng|ban|trung tâm|chi cục|trạm)\s(?:{FUNCTION}|Y tế)\s(?:(?:cấp|các)\s{_UNITS}|{UNIT}{_NO_BODY}(?:\s?[,;/\-]\s?|\svà\s){_UNITS})",
)
# Those of a general phrase that are named behind its colon (`các Bộ, ngành liên quan: Tài chính, Nội vụ`).
_LISTED_FUNCTIONS = compiled(
    "agencies-listed-functions", rf"\s?:\s{FUNCTION}(?:,\s{FUNCTION})*(?:\svà\s{FUNCTION})?(?=\s\p{{Ll}})"
)
_OF_FUNCTIONS = regex.compile(r"(?i:các|những)\s(?i:bộ|sở|phòng|ban|ngành)(?!\w)")
_EACH_WORD = regex.compile(rf"(?i:các|những)\s|{_ANOTHER_OFFICER}")
_EACH_AFTER = regex.compile(r"\s(?:các|những)\s")
_OF = regex.compile(r"\s(?:của|thuộc|trực thuộc)\s(?=\p{Lu}|các\s)")
_SEAT = regex.compile(
    r"\s(?=(?:Sở|Bộ|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy)(?!\w))"
)  # `các phòng chức năng Sở Y tế`
_SEPARATOR = regex.compile(
    r"(?i)(?:\s?\([^()]{1,80}\))?(?:\s?[,;&/](?:\s(?:và|cùng với|cùng)(?=\s))?|\s(?:và|cùng với|cùng)(?=\s))\s?"
)
# One head for several: `các Sở: Y tế, Tài chính`, `các phòng Tư pháp, Nội vụ`.
_SHARED = compiled(
    "agencies-shared",
    rf"(?i:các)\s(?P<head>(?i:sở|phòng|ban|hội|ngành))(?:(?:,|\svà)?\s?(?i:ban|ngành))*\s?:?\s(?={FUNCTION}|\p{{Lu}})",
)
_SHARED_PART = compiled(
    "agencies-shared-part",
    rf"(?!(?i:thuế|hải quan|công an|thanh tra|thống kê|quốc phòng)(?!\w))(?:{FUNCTION}|(?i:liên hiệp phụ nữ|lhpn|phụ nữ|nông dân|cựu chiến binh|ccb|chữ thập đỏ|khuyến học)(?!\w)){_OPTIONAL_UNIT}",
)
_STARTS = compiled(
    "agencies-starts",
    rf"{HEAD_WORD}|Chính phủ|(?:Phó )?Thủ tướng|Quốc hội|{_EACH}|{_OFFICER}|{_LONG}|{_SHORT}|(?i:(?-i:Thuế|Hải quan|Thống kê|Kiểm lâm|Thi hành án)|kế toán|nhà|làng|điện lực|viễn thông|vnpt|viettel|công ty|tổng|bộ đội|bđbp|nh|bcđ|btv|bch|tt|"
    r"thường trực|lực lượng|câu lạc bộ|cơ sở|chi hội|bưu điện)(?!\w)",
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


def known(names: Iterable[str]) -> regex.Pattern[str] | None:
    """A pattern of names that a document gives its agencies, for `parse`: the longest counts; `None` where there are none."""
    words = sorted(set(names), key=len, reverse=True)
    return regex.compile(r"\L<words>(?!\w)", words=words) if words else None


def parse(view: str, start: int, end: int, given: regex.Pattern[str] | None = None) -> list[Name]:
    """The agencies of the list that begins at `start`; empty where no name begins there. `given` are names of the document's own."""
    names: list[Name] = []
    at = start
    shared = _SHARED.match(view, at, end) if _SAME_OFFICES.match(view, at, end) is None else None
    if shared is not None and _SHARED_PART.match(view, shared.end(), end) is not None:
        at = shared.end()
    explicit = shared is not None and at > start
    head = shared["head"].capitalize() if shared is not None and explicit else ""
    while (name := _longest(view, at, end, head, given)) is not None:
        joined = (
            bool(names)
            and not name.own
            and not names[-1].own
            and ";" not in view[names[-1].end : name.start]
            and _EACH_WORD.match(view, name.start) is None  # `các cơ quan, đơn vị và các tổ dân phố`: two
        )
        if joined:
            names[-1] = Name(names[-1].start, name.end, False)
        else:
            names.append(name)
        separator = _SEPARATOR.match(view, name.end, end)
        if separator is None or separator.end() <= name.end:
            break
        at = separator.end()
        if ";" in separator.group() and not explicit:
            head = ""  # no head word is carried over a semicolon: `Sở Y tế; Thuế tỉnh`
            continue
        if name.own and not name.head and (found := _SHARES.match(view, name.start, name.end)) is not None:
            head = found.group()
        elif not name.head:
            head = ""
    return names


def _longest(view: str, at: int, end: int, head: str, given: regex.Pattern[str] | None) -> Name | None:
    """The name that begins at a place: one of the document's own where that is the longer one."""
    name = _name(view, at, end, head)
    own = given.match(view, at, end) if given is not None else None
    return Name(at, own.end(), True) if own is not None and (name is None or name.end < own.end()) else name


def _name(view: str, at: int, end: int, head: str) -> Name | None:
    """The name that begins at a place, with the places or seats that it lists; `head` is one that it may share."""
    name = _bare_name(view, at, end, head)
    if name is None:
        return None
    if not name.own and _OF_FUNCTIONS.match(view, name.start) is not None:
        functions = _LISTED_FUNCTIONS.match(view, name.end, end)
        return Name(name.start, functions.end(), name.own, name.head) if functions is not None else name
    listed = (
        _LISTED.match(view, name.end, end)
        if view.startswith((":", " :"), name.end) and _SEVERAL_UNITS.search(view, name.start, name.end) is not None
        else _AND_SEATS.match(view, name.end, end)
        if name.own
        else None
    )
    return Name(name.start, listed.end(), name.own, name.head) if listed is not None else name


def _bare_name(view: str, at: int, end: int, head: str) -> Name | None:
    if (same := _SAME_OFFICES.match(view, at, end)) is not None:
        return Name(at, same.end(), True)
    own = _OWN.match(view, at, end)
    if own is not None:
        if _EACH_AFTER.match(view, own.end(), end) is not None:  # `Ban Giám hiệu các trường`
            common = _COMMON.match(view, at, end)
            if common is not None and common.end() > own.end():
                return Name(at, _whole(view, common.end(), end), False)
        units = _OF_UNITS.match(view, own.end(), end)  # `Ban Bảo vệ trẻ em các xã, phường`
        return Name(at, _whole(view, units.end() if units is not None else own.end(), end), True)
    if head and (part := _SHARED_PART.match(view, at, end)) is not None:
        return Name(at, part.end(), True, head)
    common = _COMMON.match(view, at, end)
    if common is None or common.end() == at:
        body = _OPEN_BODY.match(view, at, end)
        return Name(at, body.end(), True) if body is not None else None
    if (units := _OF_UNITS.match(view, common.end(), end)) is not None:
        return Name(at, units.end(), False)  # `cộng tác viên trẻ em các thôn`
    seat = _SEAT.match(view, common.end(), end)
    owner = _OWN.match(view, seat.end(), end) if seat is not None else None
    return Name(at, owner.end() if owner is not None else _whole(view, common.end(), end), False)


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
