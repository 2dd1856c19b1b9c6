"""Who acts and who receives in a sentence: what stands before the subject, what belongs to it, receivers without a name of their own.

Those with capitals read the view, the others the view in lower case.
"""

from __future__ import annotations

import regex

from patterns import agencies

# What may stand before the comma behind which the subject comes: all but the duty itself and the thing handed in.
TIME_OR_GROUND = regex.compile(
    r"\s*(?:căn cứ|trên cơ sở|theo(?! dõi)|trước|chậm nhất|h[ằà]ng|định kỳ|vào|trong|kết thúc|sau|nhiệm vụ|tình hình|đến|quý|tháng|ngày|từ|khi|đối với|cùng)(?!\w)"
)
DUTY = regex.compile(rf"\s*{agencies.DUTY}")
THING = regex.compile(r"danh sách|số|hồ sơ|báo cáo|kết quả|biểu mẫu")
OF_SUBJECT = regex.compile(
    r"\s*(?:được|chủ trì chỉ tiêu|có tên|có liên quan|liên quan|thuộc|trên địa bàn|các cấp|cấp|cùng cấp|theo phân công)"
)
PERSON = regex.compile(
    r"(?:(?:đoàn|tổ) (?:(?:kiểm tra|giám sát|thanh tra|công tác)(?:,? )?)+(?:liên ngành)?(?: của (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))?|đoàn liên ngành(?: của (?:tỉnh|thành phố|huyện))?|hội đồng(?! nhân dân)\s\p{L}+\s\p{L}+|lãnh đạo|cộng tác viên|công chức|cán bộ|trạm y tế|giáo viên|tổng phụ trách|trưởng (?:thôn|bản|khu phố))"
)
# Bodies without a name that act each or together, right before their verb: `mỗi xã, thị trấn cắm biển`, `cấp xã hoàn thành`, `hai ngành tổ chức`.
_LOCALITY = r"(?:xã|phường|thị trấn|huyện|thôn|bản|ấp|khóm|tổ dân phố|khu phố|trường|cơ sở|đơn vị|địa phương|ngành|cơ quan|chi bộ|chi hội|đoàn thể)"
COLLECTIVE = regex.compile(
    rf"(?:(?:mỗi|từng)\s{_LOCALITY}(?:(?:,|/|\svà)\s?{_LOCALITY})*|cấp (?:xã|huyện|tỉnh|cơ sở)(?:(?:,|\svà)\scấp (?:xã|huyện|tỉnh|cơ sở))*|"
    rf"(?:hai|ba|bốn)\s(?:ngành|bên|đơn vị|cơ quan|cấp|địa phương)|các bên|nhà trường|tuyến (?:trung ương|tỉnh|huyện|xã|cơ sở)(?:(?:,|\svà)\s(?:tuyến\s)?(?:tỉnh|huyện|xã|cơ sở))*|(?:thôn|bản|ấp|khóm|buôn|xã|phường|trường|chi bộ|chi hội|đơn vị|cơ sở)(?=\s(?:phải|có trách nhiệm)(?!\w)))(?=,?\s(?:phải|cần|có trách nhiệm|cùng|thống nhất|cắm|tựu trường|h[ằà]ng|định kỳ|{agencies.DUTY}))"
)
# An aim that tells all offices of a kind to do something, with how many they are; what is done to them is no duty of theirs.
_OFFICE = (
    r"(?:hội|ubnd|ủy ban nhân dân|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|sở|ban|ngành|phòng|cơ quan|đơn vị|địa phương|trường|nhà trường|"
    r"cơ sở (?:giáo dục|y tế|đoàn|hội|trợ giúp)|tổ chức (?:cơ sở )?đảng|tổ chức cơ sở đảng|cấp ủy|chi bộ|đảng bộ|đảng ủy|đoàn|chi đoàn|chi hội|công đoàn|trạm y tế|bệnh viện|"
    r"thôn|bản|ấp|khu phố|tổ dân phố|khóm|trung tâm|liên đội)(?!\w)"
)
COUNTED_OFFICES = regex.compile(
    rf"\W*(?:(?:phấn đấu|bảo đảm|đảm bảo)\s)?(?:100\s?%(?:\s(?:số|các))?|\d{{1,4}}\s?/\s?\d{{1,4}}|tất cả|toàn bộ)\s(?P<who>(?:các\s)?{_OFFICE}(?:(?!(?:được|có|không|chưa|đã|đạt)(?!\w))[^;.:\d()]){{0,100}}?)"
    rf"\s(?=(?:phải\s|chủ động\s|hoàn thành\s|xong\s)*(?:{agencies.DUTY}|hoàn thành|hoàn tất|tựu trường))"
)
AFTER_GROUND = regex.compile(r",\s+|\)\s+")
TITLE = regex.compile(r"[^:;.]{2,120}:\s+")
ASKS = regex.compile(r"\s(?:kính\s)?(?:yêu cầu|đề nghị|giao|phân công)\s(?:cho\s)?")
# Whom a letter addresses, without a name (`đề nghị Quý Cơ quan báo cáo …`).
ADDRESSEE = regex.compile(
    r"[Qq]uý\s(?:[Cc]ơ quan|[Đđ]ơn vị|[Uu]ỷ ban|[Ủủ]y ban|[Bb]ộ|[Ss]ở|[Tt]ỉnh|[Bb]an|[Tt]rường)(?!\p{L})"
)
OTHER_RECEIVER = regex.compile(r"(?:trung tâm|cấp có thẩm quyền)")
# The highest bodies of the state and the Party, which no grammar of agencies has a head word for.
_HIGHEST = r"(?:(?:Phó\s)?Thủ tướng(?:\sChính phủ)?|Chính phủ|(?:Ủy ban [Tt]hường vụ\s)?Quốc hội|Chủ tịch nước|Bộ Chính trị|Ban Bí thư|Trung ương Đảng)(?!\p{L})"
HIGHEST = regex.compile(_HIGHEST)
AND_HIGHEST = regex.compile(rf"(?:(?:,|\svà)\s{_HIGHEST})+")
# A body in the singular of which nothing is said: no receiver (`về địa phương`, `cho cơ quan chuyển tin`).
ANY_ONE = regex.compile(
    r"(?:địa phương|cơ quan|đơn vị|cơ sở|gia đình|nhà trường|cộng đồng|nhân dân|người dân|trường|xã|bản|thôn)(?:(?:,|\svà)\s(?:địa phương|cơ quan|đơn vị|cơ sở(?:\sy tế)?|gia đình|nhà trường|cộng đồng))*"
)
# Either of two receives (`thông báo cho UBND xã hoặc Công an xã`).
EITHER = regex.compile(r"\shoặc\s")
BARE = regex.compile(
    r"(?:Sở|Phòng|Bộ|Ban|Cục|Chi cục|Trung tâm|(?:Trung ương |Tỉnh |Huyện )?(?:Hội|hội|Đoàn)(?: cấp trên)?)(?=\s?(?:$|[,;.)(]|\s(?:trước|chậm|muộn|vào|để|theo|định kỳ|h[ằà]ng|tổng hợp|xem xét|trong)))"
)
# What joins further receivers to a bare one (`báo cáo Trung ương Hội, Tỉnh ủy`).
AND_NAMES = regex.compile(r"(?:,|\svà)\s")
# Who heads the office that the plan is of (`báo cáo Ban Giám đốc`, `trình Giám đốc phê duyệt`).
HEAD_OF_OFFICE = regex.compile(
    r"(?:Ban (?:Giám đốc|Giám hiệu|Lãnh đạo|Chủ nhiệm)|Giám đốc|Hiệu trưởng|Thủ trưởng|Lãnh đạo)(?:\s(?:Sở|Bệnh viện|Trung tâm|Trường|Bộ|Cục|Viện))?(?=\s?(?:$|[,;.()])|\s\p{Ll})"
)
# A person by the office held (`báo cáo biến động cho công chức phụ trách`), to the time or what is done with it.
PERSON_IN_OFFICE = regex.compile(
    r"(?:công chức|viên chức|cán bộ|chuyên viên|nhân viên|giáo viên|cộng tác viên|người|kế toán|văn thư)\s(?:phụ trách|đầu mối|theo dõi|được (?:phân công|giao)|chuyên trách|làm công tác|tổng hợp)"
    r"(?:\s(?!(?:trước|chậm|muộn|để|trong|theo(?! dõi)|vào|định|hằng|hàng|qua|và|tại|khi|sau|tổng hợp)(?!\p{L}))\p{L}+){0,8}(?=\s(?:trước|chậm|muộn|để|trong|theo(?! dõi)|vào|định kỳ|h[ằà]ng|qua|và|tại|khi|sau|tổng hợp)(?!\p{L})|\s?[,;.:()]|$)"
)
# Who is given a task by the heading's agency (`Phân công Ban X làm đầu mối theo dõi, báo cáo …`).
APPOINTS = regex.compile(r"(?:phân công|giao|chỉ định|cử)\s(?:cho\s)?")
APPOINTED = regex.compile(rf"\s(?:(?:làm|là)\s(?:đầu mối|cơ quan|đơn vị|bộ phận)|{agencies.DUTY})")
# Which of them is meant (`cơ quan công an nơi xảy ra vụ việc`).
WHERE = regex.compile(
    r"\snơi\s[^,;.:()]{1,60}?(?=\s(?:trong|trước|chậm nhất|để|theo|và|kịp thời|biết)(?!\p{L})|[,;.:()]|$)"
)
# A body that no list knows, by its head word with a capital: its words run to the time or to what is done with what it gets.
# Bodies by their work, without a name: `cơ quan tài chính cùng cấp`, `cơ quan công an và cơ quan lao động - thương binh và xã hội`.
_OFFICE_OF = r"cơ quan\s(?:tài chính|công an|điều tra|lao động\s?[-–]\s?thương binh và xã hội|lao động|y tế|giáo dục|thuế|chủ quản|thống kê|bảo hiểm xã hội|văn hóa|tư pháp|nội vụ|dân tộc|kiểm lâm|hải quan|quân sự|thường trực|chủ trì|đầu mối|chuyên môn|quản lý|có thẩm quyền|chức năng)(?:\s(?:nhà nước|ngành dọc|chuyên ngành))*(?:\s(?:cùng cấp|cấp (?:trên|tỉnh|huyện|xã|dưới)(?:\s(?:trực tiếp))?|địa phương))*(?!\p{L})"
OFFICE_BY_WORK = regex.compile(rf"{_OFFICE_OF}(?:(?:,|\svà|\shoặc)\s{_OFFICE_OF})*", regex.IGNORECASE)
OPEN_RECEIVER = regex.compile(
    r"(?:Hội đồng|Tổ|Ban|Đoàn|Ủy ban|Hội|Trung tâm|Bộ phận|Tiểu ban|Văn phòng|Trạm|Trường|Công ty|Cụm|Khối)(?:\s(?!(?:trước|chậm|muộn|để|trong|theo|vào|định|hằng|hàng|xem|phê|ban hành|thẩm|qua|và|tại|khi|sau|báo cáo|kết quả|tình hình|số liệu)(?!\p{L}))\p{L}+){1,6}"
    r"(?=\s(?:trước|chậm|muộn|để|trong|theo|vào|định kỳ|h[ằà]ng|xem xét|phê duyệt|ban hành|thẩm định|qua)(?!\p{L})|\s?[,;.:(]|$)"
)
