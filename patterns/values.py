"""What numbers are values that a plan sets itself, and what else numbers are: parts of names, sizes, awards, thresholds, the past.

All patterns read the view in lower case (`patterns.spelling.lower`) and are searched in the few words beside a number.
"""

from __future__ import annotations

import regex

# A letter stands among the figures of a share: what was typed or read is not sure (`98,S%`).
MISREAD = regex.compile(r"(?<=\d)[.,]\p{L}\d?\s?[%‰]")
# What was reached in a year, in brackets behind a value: `(năm 2023: 91,3%)`.
REACHED_IN_BRACKETS = regex.compile(
    r"\((?:(?:thực hiện|kết quả|ước|đạt|cuối|hiện trạng)\s)*(?:năm\s)?(?P<year>(?:19|20)\d\d)\s?:?\s?(?:(?:là|đạt|còn|ở mức|khoảng)\s)*(?=\d)"
)
# A mark of a footnote: `90%[3]`, or the note itself, `[3] Theo báo cáo …`.
FOOTNOTE = regex.compile(r"\[\d{1,3}\]?")
# A line below a table or a list that explains it (`Ghi chú: … toàn tỉnh có 208 trường`).
NOTE = regex.compile(r"\W*(?:ghi chú|chú thích|lưu ý)\s*:")
# A number glued to letters is a name or a unit: `5G`, `100m2`, `Gb/s` behind a space is a unit of machines.
GLUED = regex.compile(r"\d+(?:[.,]\d+)*(?:\p{L}|\s?(?:[gmkt]b(?:/s|ps)?|[gmk]?hz|km/h|cm|mm|độ|°c)(?![\p{L}\d]))")
# A name ends in a number: two words in capitals, or one behind the word of what is named. Read in the view, backwards from the number.
_NAMED = r"(?:xã|phường|thị trấn|trường|quận|khu|cụm|tổ|thôn|bản|ấp|khóm|làng|tiểu khu|trạm|nhà máy|ban|đội|trung đoàn|tòa nhà|cầu|cảng)"
NAME_BEFORE = regex.compile(rf"(?r)(?:\p{{Lu}}[\p{{L}}.]*\s|(?i:\b{_NAMED})\s)\p{{Lu}}\p{{Ll}}*\s\Z")
# `từ 2 lần trở lên`, `2 lần/năm`; a ratio says of what: `gấp 2 lần`, `còn 1,7 lần`.
OCCASIONS = regex.compile(r"\s?lần(?!\p{L})")
# How often something is to be done in a period: `ít nhất 01 lần/tháng`, `02 đợt/năm`, `04 buổi mỗi quý`. The value is what the sentence
# aims at, unless a share or a rate is said of it (`được khám 2 lần/năm đạt 95%`).
IN_PERIOD = regex.compile(
    r"\s?(?P<counted>\p{L}+)(?:\s(?!trong\b|mỗi\b)\p{L}+){0,4}?(?:\s?/\s?|\s(?:mỗi|một|trong|trong một|trên)\s)(?:1\s)?(?:năm học|năm|quý|tháng|tuần|ngày|học kỳ|kỳ|nhiệm kỳ)\b(?!\s\d)"
)
# The period named before how often (`phát mỗi tháng 02 kỳ`, `Mỗi nhiệm kỳ, … ít nhất 01 lần`).
PERIOD_BEFORE = regex.compile(
    r"\b(?:mỗi|hằng|hàng|một)\s(?:năm học|năm|quý|tháng|tuần|ngày|học kỳ|nhiệm kỳ)\b(?:,?\s|,\s[^;.:\d]{3,90}\s|\s[^;.:,\d]{3,60}\s)(?:có\s|phát\s|tổ chức\s)?\Z"
)
# What is reported or met about so often is for its time.
REPORTS_BEFORE = regex.compile(
    r"\b(?:(?:báo cáo|gửi|nộp)\b[^;.]{0,100}|(?:cung cấp|tổng hợp|giao ban|họp)\b[^;.,]{0,60})\Z"
)
HOW_OFTEN = regex.compile(r"\s?(?:lần|đợt|kỳ|buổi|số|lượt|cuộc|chuyến|bài|tin)(?!\p{L})")
# So many times, said last of the work (`Tẩy giun cho học sinh 02 đợt: đợt 1 …`).
TIMES_IN_ALL = regex.compile(r"\s?(?:đợt|lần)\s*(?=:|\(|\Z|[,;.]\s*(?:đợt|lần|tháng|vào)\b)")
SHARE_COMES = regex.compile(r"[^;.\d]{0,60}?(?::|\b(?:đạt|là|còn|cho|ở mức)\b)[^;.\d]{0,30}\d[\d.,]*\s?[%‰]")
# So much for each person, laid on as a bound (`tối thiểu 500.000 đồng/trẻ/tháng`).
FOR_EACH = regex.compile(r"\s?(?:(?:triệu|nghìn|ngàn)\s)?đồng\s?/\s?(?:trẻ|em|cháu|học sinh|người|hộ|gia đình|suất)\b")
TIMES_AFTER = regex.compile(r"\s?lần(?!\p{L})(?!\s?/)")
TIMES_BEFORE = regex.compile(
    r"(?r)\b(?:gấp|còn|tăng|giảm|lên|xuống|bằng)\s(?:(?:khoảng|từ|ít nhất|tối thiểu|trên|hơn|gấp|đến|lên)\s)*\Z"
)
# A noun right before a number, not a verb or a mark that leads to it.
NOUN_BEFORE = regex.compile(
    r"\p{L}\s(?<!\b(?:lần lượt|tương ứng|tổ chức|xây dựng|thành lập|hỗ trợ|đạt|còn|là|có|được|cho|của|và|hoặc|đến|từ|trên|dưới|khoảng|gần|hơn|thêm|mới|"
    r"ít nhất|tối thiểu|tối đa|mở|trồng|lên|xuống)\s)\Z"
)
# What something consists of, or how large it is made: `hồ sơ gồm 02 bộ`, `với khoảng 500 người tham dự`.
SIZE_BEFORE = regex.compile(
    r"(?r)\b(?:gồm(?: có)?|bao gồm|kích thước|thời lượng|dung lượng|(?<!tổng )công suất|tốc độ|băng thông|quy mô|độ dài|(?<!tổng )diện tích|khổ|cỡ|chia (?:làm|thành)|"
    r"mã số|mã|phiên bản|thế hệ|nhóm|tốp|top|thứ hạng|hạng)\s(?:(?:tối thiểu|tối đa|ít nhất|từ|khoảng|trên|dưới|hơn|là|không quá)\s)*\Z"
)
# Brackets that begin with what each is to have.
EACH_IN_BRACKETS = regex.compile(r"\(\s?(?:mỗi|h[ằà]ng)\s(?:\p{L}+\s){1,5}")
# What brackets may say before a share that says again what stands before them.
ONLY_LEVEL = regex.compile(r"\s?(?:(?:đạt|chiếm|bằng|là|khoảng|tương đương|tương ứng|tỷ lệ|tỉ lệ|với)\s)*")
# Brackets that say about how many a share is: `(khoảng 990 em)`, `(không quá 25 em/năm)`.
ABOUT_HOW_MANY = regex.compile(
    r"\(\s?(?:(?:khoảng|tương đương|tương ứng|tức|ước|không quá|ít nhất|tối thiểu|với|là)\s)+\d[\d.]*(?:\s\p{L}+){1,3}(?:\s?/\s?năm)?\s?\)"
)
# Brackets that say what a whole is made of.
COMPOSED = regex.compile(r"\((?:bao\s)?gồm(?:\scó)?\s*:?\s")
ATTEND_BEFORE = regex.compile(r"(?r)\b(?:với|của)\s(?:(?:khoảng|hơn|trên|gần|sự tham gia của|sự tham dự của)\s)*\Z")
# `với sự tham gia của 150 trẻ em`: who comes to it.
TAKEN_PART_BEFORE = regex.compile(
    r"(?r)\b(?:tham gia|tham dự|góp mặt|có mặt|hưởng ứng) của\s(?:(?:khoảng|hơn|trên|gần|ít nhất|tối thiểu|từ)\s)*\Z"
)
ATTEND_AFTER = regex.compile(r"\s?(?:\p{L}+\s){1,6}(?:tham dự|tham gia|dự)\b")
# Under these headings stand words to be said, not aims.
SLOGANS = regex.compile(r"\W*(?:các |một số |nội dung )?(?:thông điệp|khẩu hiệu|slogan|chủ đề)\b")
# `tập huấn cho cán bộ … tại 04 mô hình`: where it takes place.
PLACE_BEFORE = regex.compile(r"\bcho\b[^;.%\d]{3,150}\b(?:tại|ở)\s\Z")
# `mở 40 lớp tại 16 bể bơi`, `500 cha mẹ của 12 trường`: where that is or whose, which is counted.
WHERE_BEFORE = regex.compile(r"(?r)\b(?:tại|ở|trên địa bàn|của|thuộc)\s(?:(?:khoảng|toàn bộ|tất cả|cả)\s)*\Z")
# `nhất là 217 trẻ mồ côi`: who is meant above all, and not how many are to be.
MEANT_BEFORE = regex.compile(
    r"(?r)\b(?:nhất là|đặc biệt là|trước hết là|trước mắt là|như|đặc biệt)\s(?:(?:cho|đối với|với)\s)?\Z"
)
# Whom work is for first of all: so many, and not so many more.
FIRST_BEFORE = regex.compile(r"(?r)\bưu tiên\s(?:(?:cho|tại|ở|trước)\s)*\Z")
# `…, khoảng 60 em dự`: who comes to it.
ABOUT_BEFORE = regex.compile(r"(?r)(?:,|\bcó|\bvới)\s(?:khoảng|ước|dự kiến|gần|hơn|trên)(?:\scó)?\s\Z")
COME_AFTER = regex.compile(r"\s?(?:\p{L}+\s){1,4}?(?:(?:dự|tham dự)\b|tham gia(?=\s?(?:[.;,)]|\Z)))")
# How many come to each event, or sit in each class (`mỗi lớp không quá 30 em`).
OF_EACH_EVENT = regex.compile(
    r"(?r)\b(?:mỗi|một)\s(?:lớp|buổi|khóa|khoá|đợt|hội nghị|diễn đàn|cuộc|trại|đoàn)\b(?:\s\p{L}+){0,3}?(?:\s(?:có|từ|khoảng|không quá|tối đa|ít nhất|tối thiểu|trên|dưới|với))*\s\Z"
)
PEOPLE_AFTER = regex.compile(
    r"\s?(?:trẻ em|trẻ|em|cháu|học sinh|học viên|người|đại biểu|thiếu nhi|cán bộ|thành viên)\b"
)
# `dự kiến có 80 trẻ em tham gia`: how many are thought to come.
THOUGHT_BEFORE = regex.compile(r"(?r)\b(?:dự kiến|ước|khoảng)\s(?:có|thu hút|khoảng|sẽ có)(?:\skhoảng)?\s\Z")
# `nhất là nhóm, lớp có dưới 07 trẻ`: which of them are meant.
MEANT_THAT_HAVE = regex.compile(
    r"(?r)\b(?:nhất là|đặc biệt là|những|các|đối với|nơi)\s[^;.:()%\d]{2,40}\scó\s(?:(?:dưới|trên|từ|hơn|ít nhất|không quá)\s)*\Z"
)
# Done so many times in a period: an event has its own noun, `lần` alone says how often one thing recurs.
# The times of so many turns, behind a colon.
TURNS_AFTER = regex.compile(r"(?<=\d\s(?:đợt|lần))\s?:\s+(?=(?:đợt|lần)\s(?:\d|một|thứ))")
DONE_IN_PERIOD = regex.compile(r"\s?(?:lần|kỳ|đợt|lượt|buổi|cuộc|lớp|số|tin|bài|chuyến)(?!\p{L})")
# What is measured in units of money, length, area or weight.
MEASURED = regex.compile(
    r"\s?(?P<noun>(?:(?:triệu|tỷ|nghìn|ngàn)\s(?:đồng|usd|đô la)|đồng(?! chí| bào| nghiệp| hồ)|usd|km2?|m2|m3|ha|héc ta|tấn|tạ|kg|kilôgam|gam|lít|kwh|mw|kw)(?:/\p{L}+)*)(?![\p{L}\d])"
)
# A weight or a length that says who is meant, where their share follows: `trẻ sơ sinh có cân nặng dưới 2.500 gam: 4,8%`.
MEASURED_THRESHOLD = regex.compile(
    r"\s?(?:gam|g|kg|kilôgam|cm|mét|m2?|km|lít|ha)(?![\p{L}\d])[^;,.%]{0,50}?(?::|\s(?:đạt|còn|xuống|là|dưới|giảm|ở mức|không quá|trên))\s[^;,.%\d]{0,25}\d[\d.,]*\s?[%‰]"
)
# So many of one thing for each other (`2,1 con/phụ nữ`); what is done per time or event is none.
RATIO = regex.compile(
    r"\s?\p{L}+(?: \p{L}+)?\s?/\s?(?:1 )?(?!(?:năm|tháng|quý|tuần|ngày|lần|lượt|lớp|buổi|cuộc|đợt|suất)\b)\p{L}+"
)
MONEY = regex.compile(r"\s?(?:(?:triệu|tỷ|nghìn|ngàn)\s)?(?:đồng(?! chí| bào| nghiệp| hồ)|usd|đô la)\b")
# The level that something measured is to reach, said outside the objectives too: `… diện tích rừng đến năm 2030 đạt 1.700 ha`.
LEVEL_REACHED = regex.compile(
    r"(?:\b(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|đến (?:hết |cuối )?năm)\b|,? để |nhằm )[^;.%]{0,120}\b(?:đạt|lên|xuống còn|xuống|còn|là)\s(?:mức\s|khoảng\s|trên\s|dưới\s|ít nhất\s|tối thiểu\s|từ\s)*\Z"
)
# `trên 4 ngành`: in so many fields, and not more than so many.
_FIELD_AFTER = regex.compile(r"\s?(?:ngành|lĩnh vực|địa bàn|tuyến|mặt|phương diện|khía cạnh|kênh|nền tảng|nhóm)\b")
_ON_BEFORE = regex.compile(r"(?r)\btrên\s(?:cả\s|tất cả\s)?\Z")


def is_field(low: str, position: int, value_end: int, end: int) -> bool:
    """Whether a number says in how many fields something is done."""
    return (
        _FIELD_AFTER.match(low, value_end, end) is not None
        and _ON_BEFORE.search(low, max(0, position - 14), position) is not None
    )


# What a level of money is said of: what it costs or is paid sets no aim.
COST_BEFORE = regex.compile(
    r"\b(?:kinh phí|chi phí|học phí|viện phí|lệ phí|phí|mức (?:chi|thu|đóng|hưởng|hỗ trợ|trợ cấp|phạt|lương)|định mức|đơn giá|giá (?:bán|thuê|mua|gói|dịch vụ)|dự toán|hỗ trợ|trợ cấp|chi|trị giá|lương|"
    r"tiền|suất|vốn (?:ngân sách|đối ứng|sự nghiệp)|ngân sách (?:cấp|bố trí|tỉnh|huyện|xã|trung ương|nhà nước)|tài trợ|vay)\b"
)
LEVEL_OF_MONEY = regex.compile(
    r"(?r)\b(?:đạt|lên|vượt|thu hút|huy động|tăng)\s(?:(?:mức|khoảng|trên|hơn|ít nhất|tối thiểu|từ|được|thêm|tổng)\s)*\Z"
)
LIFE_BEFORE = regex.compile(r"\btuổi (?:thọ|(?:\p{L}+ ){0,4}(?:trung bình|bình quân))\b[^;.%\d]{0,60}\Z")
# What is given as a prize, and what says that prizes are spoken of.
PRIZE_AFTER = regex.compile(
    r"\s?(?:tập thể|cá nhân|giải(?! pháp| trình| quyết)|bằng khen|giấy khen|huy chương|hộ gia đình|gia đình tiêu biểu|suất thưởng)\b"
)
PRIZE_BEFORE = regex.compile(r"khen|thưởng|vinh danh|giải (?:nhất|nhì|ba|khuyến khích)|danh hiệu|cơ cấu giải|tôn vinh")
PRIZE_ITSELF = regex.compile(r"\s?giải\s(?:nhất|nhì|ba|khuyến khích|thưởng|đặc biệt|phụ)\b")
# Who is meant, and under which condition: the number draws a line, it is not what is aimed at.
_HAS_RATE = r"\bcó (?:tỷ lệ|tỉ lệ|tỷ suất|tỷ trọng|số|mức|tổng|thu nhập|quy mô|diện tích|dân số|điểm)\b"
_REACHES = r"\b(?:đạt|xuống|còn|lên|giảm|tăng|bảo đảm|đảm bảo|phấn đấu)\b"
CONDITION_BEFORE = regex.compile(
    rf"\b(?:đối với|với|tại|ở|cho|ưu tiên|những|nơi|trường hợp|các|nhất là|thuộc)\b[^;.%\d]{{0,80}}?{_HAS_RATE}(?![^;.%]*{_REACHES})[^;.%\d]{{0,80}}\Z"
)
CONDITION_OPENS = regex.compile(r"(?:\A|[,;]\s)\W*(?:nếu|khi|trường hợp|trong trường hợp)\b[^;.,%]{0,90}\Z")
CONDITION_AFTER = regex.compile(
    r"[^;.]{0,80}?\b(?:có thể điều chỉnh|thì được|được coi là|được xem là|phải báo cáo|mới được|không được (?:xét|công nhận))\b"
)
# Things that are there already: the number says which are meant, not how many are to be (`ưu tiên 40 xã đã được công bố …`).
EXISTING_AFTER = regex.compile(r"\s(?:\p{L}+,? ){1,6}đã (?:được|có|hoàn thành|ban hành|công bố|đầu tư)\b")
# The same where work only uses them or keeps them up (`sử dụng có hiệu quả 11 bể bơi hiện có`).
STANDING_AFTER = regex.compile(r"\s(?:\p{L}+,? ){1,8}?(?:hiện có|sẵn có|hiện hữu|đang có|đang hoạt động)\b")
USED_BEFORE = regex.compile(
    r"\b(?:sử dụng|khai thác|phát huy|tận dụng|duy trì|quản lý|vận hành|lồng ghép|củng cố)\b[^;.,\d]{0,60}\Z"
)
# What a share has come to: `90% xã đã hoàn thành`, and not whom it is of (`90% trẻ em đã phát hiện được hỗ trợ`).
REACHED_AFTER = regex.compile(
    r"\s(?:(?!đã\b)\p{L}+ ){1,8}đã (?:được |có )?(?:(?!được\b|có\b|đạt\b)\p{L}+ ?){1,6}(?=[.,;)]|\Z)"
)
# A share of money that the law or the plan pays: `hỗ trợ 70% mức đóng`.
PAYS_BEFORE = regex.compile(
    r"(?r)\b(?:hỗ trợ|đóng|hưởng|giảm|miễn|trả|chi|thu|bằng|mức|tương đương)\s(?:(?:thêm|tối đa|tối thiểu|ít nhất|không quá|bằng|mức|đến)\s)*\Z"
)
PAYS_AFTER = regex.compile(
    r"\s(?:mức (?!độ)\p{L}+|kinh phí|chi phí|học phí|lương|tiền|giá trị|tổng mức đầu tư|lãi suất)\b"
)

# A place among others: `top 03`, `nhóm 10 tỉnh dẫn đầu`, `xếp thứ 5`, `trong 15 tỉnh có chỉ số cao nhất`.
_RANK_BEFORE = regex.compile(
    r"(?r)\b(?:top|tốp|hạng|xếp|đứng|vị trí|thứ bậc|thứ)\s(?:(?:thứ|hạng|vị trí|trong|nhóm|top|từ|ít nhất|tối thiểu|ở)\s)*\Z|\b(?:nhóm|trong|thuộc)\s(?:số\s|nhóm\s|tốp\s|top\s)*\Z"
)
_RANK_SURE = regex.compile(
    r"(?r)\b(?:top|tốp|xếp (?:thứ|hạng)|(?:thứ|vị trí|xếp) hạng|vị trí thứ|đứng thứ)\s(?:(?:thứ|trong|từ)\s)*\Z"
)
_RANK_AFTER = regex.compile(
    r"\d+[^;.%\d]{1,70}?\b(?:dẫn đầu|đứng đầu|hàng đầu|đầu cả nước|cao nhất|tốt nhất|thấp nhất|mạnh nhất|phát triển nhất)\b"
)
_NEAR_RANK = 40


def is_rank(low: str, start: int, position: int, end: int) -> bool:
    """Whether a number of `low[start:end]` says a place among others and not how much."""
    since = max(start, position - _NEAR_RANK)
    if _RANK_SURE.search(low, since, position) is not None:
        return True
    return _RANK_BEFORE.search(low, since, position) is not None and _RANK_AFTER.match(low, position, end) is not None


# --- the past ------------------------------------------------------------------------------------------------------

# What tells of the past or the present and not of an aim.
PAST = regex.compile(
    r"\b(?:đã|(?<!thực )hiện (?:có|nay|tại)|(?<!(?:làm|xây|xây dựng|cấp|lập|kết nạp|trồng|đăng ký|tuyển|sinh|phát triển|đóng) )mới (?:chỉ )?(?:đạt|chiếm|bằng)|chỉ mới (?:đạt|có)|ghi nhận|trong năm qua|kết quả đạt được|tính đến|ước đạt|thời gian qua|năm qua|"
    r"toàn (?:tỉnh|huyện|xã|thành phố|quận|phường|thị xã|ngành|quốc) có)\b"
)
PAST_OPENS = regex.compile(
    r"\W*(?:hiện(?! (?:đại|thực|hữu|vật|tượng|trạng|hành|diện)\b)|tính đến (?:nay|ngày|tháng|cuối|hết|thời điểm)|thời gian qua|trong năm qua|những năm qua)\b"
)
# Among the aims themselves only what is said right of the number: `đã` there often tells of whom it speaks (`nạn nhân đã được xác minh`).
PAST_VALUE = regex.compile(
    r"\b(?:đã (?:có|đạt|là|còn|giảm|tăng|xuống|lên|thực hiện|hoàn thành)|(?<!thực )hiện (?:nay|tại|đạt|còn|là)|(?:mới chỉ|chỉ mới) (?:đạt|chiếm|có)|ước đạt|ước thực hiện|tính đến|kết quả (?:thực hiện|năm|đạt)|"
    r"thực hiện năm \d{4})\b[^;.]{0,70}\Z"
)
# Words of an aim, and of no time or level.
AIMS_ONLY = regex.compile(r"\b(?:phấn đấu|mục tiêu|sẽ|dự kiến|kế hoạch|chỉ tiêu)\b")
# What ends the past: an aim is set.
AIMS_AGAIN = regex.compile(
    r"\b(?:phấn đấu|mục tiêu|sẽ|nâng lên|đến (?:hết |cuối )?năm|lên|xuống|tiếp tục|duy trì|bảo đảm|đảm bảo|trong năm tới)\b"
)

# --- the threshold inside what is measured -------------------------------------------------------------------------

# `100% xã có ít nhất 01 điểm vui chơi`: the number is part of the predicate of the share before it.
OBJECT_OF_COUNT = regex.compile(r"(?r)\b(?:có|đạt|từ|mỗi \p{L}+ có)\s(?:(?:từ|được)\s)*\Z")
OBJECT_OF = regex.compile(
    r"(?r)\b(?:có|được|đạt|nhận|mỗi \p{L}+ có|tham gia|tiếp cận|bố trí|trang bị|sử dụng|xây dựng|thành lập|duy trì|tổ chức|thực hiện|với|qua|từ|trong)\s(?:(?:thêm|được|từ|khoảng)\s)*\Z"
)
# The name of a rate before a number, and its own value behind it.
RATE_OPENS = regex.compile(r"\b(?:tỷ|tỉ) (?:lệ|suất|trọng)\b[^;.,:%]*\Z")
RATE_COMES = regex.compile(
    r"\s(?!trên \d)(?:(?!(?:và|hoặc|lên|xuống|đến|còn|là)\b)\p{L}+\s){1,8}?(?:đạt|còn|là|ở mức|xuống|lên)\s(?:\p{L}+\s){0,3}\d[\d.,]*\s?[%‰]"
)
# `100% xã có trên 30% hộ nghèo …`: the second share says which are meant, or what they are to have.
HAS_SHARE = regex.compile(r"\s[\p{L} ]*\b(?:có|đạt)\s(?:(?:từ|được|khoảng)\s)*")
JOINS_AIMS = regex.compile(r";|\btrong (?:đó|số đó)\b|,|\bvà\b")

# What looks like a value: a share, an amount of money.
SHARE_OR_MONEY = regex.compile(r"%|\d\s?(?:(?:triệu|tỷ|nghìn)\s)?đồng\b")
