"""What is handed in, by whom and to whom: the words of a duty that a time belongs to.

Patterns read the view in lower case.
"""

from __future__ import annotations

import regex

from patterns import agencies
from patterns.vocabulary import DeadlineKind

# A report or figures are handed in, said in so many words.
_REPORT = regex.compile(
    r"báo cáo (?:kết quả|tình hình|năm|tháng|quý|tuần|sơ kết|tổng kết|số liệu|đánh giá|định kỳ|tiến độ|công tác|chuyên đề|0?6 tháng|sáu tháng|nhanh|bằng văn bản|việc)|"
    r"báo cáo[^;.]{0,90}?(?:kết quả|tình hình|số liệu|số trẻ|về (?:việc|tình hình|kết quả))|tổng hợp,? (?:báo cáo|kết quả|tình hình|số liệu)|"
    r"(?:gửi|cung cấp|nộp)\s+(?:\p{L}+\s+){0,3}(?:báo cáo|số liệu)|(?:gửi|cung cấp|nộp|chuyển)\s(?:[^;.,]{0,60}?\s)?số liệu(?!\w)|(?:gửi|nộp|chuyển) (?:báo cáo|kết quả)|kết quả(?:\s\p{L}+){0,8}?\s(?:gửi|báo cáo|nộp)(?!\w)|số liệu[^;.]{0,80}(?:gửi|cung cấp|cho)|(?<!mẫu |biểu )thống kê (?:số|tình hình|kết quả|các |vụ|trẻ)[^;.]{0,120}gửi|đánh giá và báo cáo|chế độ báo cáo|"
    r"(?<!thông )(?<!\p{L})báo\s(?:về|lên)\s(?=(?:ubnd|ủy ban|phòng|sở|ban|trạm|công an|hội|đoàn|trung tâm|chi cục)(?!\p{L}))|"
    r"(?:thông báo|cung cấp)\s(?:cho\s)?(?:[^;.]{0,90}?\s)?(?:tình hình|số liệu|số vụ|số trẻ|số lượng|kết quả)(?!\p{L})"
)
# A report that others make and the one addressed listens to (`nghe báo cáo`, `nghe trạm y tế báo cáo tình hình`), or that somebody else
# makes of what is told him (`phản ánh về Sở A để tổng hợp, báo cáo UBND tỉnh`): none that is handed in.
_NOT_HANDED_IN = regex.compile(
    r"(?<!\p{L})nghe\s(?:[^;,.]{0,60}?\s)?báo cáo[^;,.]*|(?<=(?<!\p{L})phản ánh\s[^;.]{0,160})để\s(?:kịp thời\s)?tổng hợp[^;.]*"
)
# What is done with a thing named before (`dự toán … do Sở … tổng hợp, báo cáo`): no report of its own.
_COMPILED = regex.compile(r"tổng hợp,? báo cáo")
_REPORTS = regex.compile(r"báo cáo")
# What is needed is estimated in money, or in goods (`dự trù viên nang vitamin A`); accounts are handed in, or only settled.
_BUDGET = regex.compile(
    r"dự toán|dự trù(?=\s(?:và\s\p{L}+\s)?(?:kinh phí|ngân sách|chi(?!\p{L})|nhu cầu|vốn|tiền|số tiền|mức|nguồn|năm|gửi|trình|nộp|báo cáo|cho|về|trước|chậm|theo)|\s?[,;.)]|\s?$)|"
    r"thông báo kinh phí|bố trí (?:kinh phí|ngân sách|vốn|nguồn kinh phí)|nhu cầu kinh phí|phân bổ kinh phí|"
    r"(?:gửi|nộp|trình|lập|báo cáo|tổng hợp)\s(?:[^;.]{0,40}\s)?(?:thanh,?\s)?quyết toán|quyết toán[^;.]{0,80}\s(?:gửi|nộp|trình|báo cáo|về)(?!\p{L})"
)
_THING = regex.compile(
    r"(?:xây dựng|ban hành|lập|hoàn thiện|trình|gửi|đăng ký)\s+(?:và\s+\p{L}+\s+)?(?:\p{L}+\s+)?(?:kế hoạch|chương trình|danh sách|hồ sơ|đề án|quy chế|văn bản|bộ công cụ|danh mục)|"
    r"danh sách|hồ sơ|mẫu biểu|quy chế"
)


def kind(words: str) -> DeadlineKind | None:
    """What is handed in: `report`, `budget` or `task`; `words` is the clause of the duty. `None` where it names nothing."""
    words = _NOT_HANDED_IN.sub("", words)
    report, budget = _REPORT.search(words), _BUDGET.search(words)
    if report is not None and not (_THING.search(words) is not None and _only_to_whom(words)):
        compiled = (
            budget is not None and budget.start() < report.start() and _COMPILED.match(report.group()) is not None
        )
        return "budget" if compiled else "report"
    if budget is not None:
        return "budget"
    if _THING.search(words) is not None:
        return "task"
    return "report" if _REPORTS.search(words) is not None else None


_NAMED_REPORT = regex.compile(
    r"báo cáo (?:kết quả|tình hình|năm|tháng|quý|sơ kết|tổng kết|số liệu|đánh giá|định kỳ|0?6 tháng)"
)


def _only_to_whom(words: str) -> bool:
    """Whether `báo cáo` only says to whom a thing goes (`lập hồ sơ gửi … để tổng hợp báo cáo Hội đồng`)."""
    return _NAMED_REPORT.search(words) is None


# To whom: the first that leads to an agency counts, `gửi` before the others. `cho` and `về` lead to a receiver only behind a verb of
# giving: in `biên soạn tài liệu cho cơ sở giáo dục` nobody receives a report.
SENT = regex.compile(
    r"(?<!đồng\s)(?<!đồng thời\s)\b(?:gửi|nộp)\s+(?:về\s+|cho\s+|đến\s+|tới\s+|(?:báo cáo|dự toán|kết quả|văn bản|hồ sơ|danh sách|thông tin|số liệu|tài liệu|đề xuất|ý kiến|đăng ký|nhu cầu)\s+(?:[^;,.]{0,40}?\s)?(?:về|cho|đến|tới)\s+)?"
)
GIVEN = regex.compile(
    r"\b(?:(?:thông báo|báo tin|(?:phải|cần|kịp thời|ngay)\s(?:báo|chuyển)|(?:hồ sơ|tin báo|thông tin|vụ việc|danh sách)\s(?:báo|chuyển))\s+(?:ngay\s+|kịp thời\s+)*(?=(?:phòng|sở|ubnd|ủy ban|công an|cơ quan|chi cục|trung tâm|ban chỉ đạo)(?!\w))|(?<=\btrao đổi (?:thông tin|số liệu|dữ liệu|danh sách|tình hình|kết quả)\s(?:[^;.,]{0,80}\s)?)với\s+|báo cáo\s+(?:với\s+|cho\s+|lên\s+)?|trình\s+|tham mưu trình\s+|"
    r"(?<=\b(?:báo cáo|đăng ký)\s(?:[^;.,]{0,120}\s)?(?<!hợp\s))với\s+(?=(?:ubnd|ủy ban|sở|phòng|ban|hội đồng|chủ tịch|giám đốc)(?!\w))|"
    r"(?<=\b(?:báo|nộp|(?<!đồng\s|đồng thời\s)gửi|chuyển(?!\s(?:giao|đổi|biến|dịch))|cung cấp(?=\s(?:(?:cho|về)\s[^;.]{0,80}?(?:tình hình|số liệu|thông tin|kết quả|danh sách)|số liệu|thông tin|dữ liệu|báo cáo|kết quả|danh sách|hồ sơ|tài liệu|văn bản))|thông báo|(?<!công nghệ\s)thông tin|bàn giao|trả lời|đăng ký|phản ánh|tổng hợp)\s(?:[^;.]{0,120}\s)?)(?:cho|về|đến|tới|sang)\s+)"
)
# What the receiver does with what it gets (`gửi về Phòng A … để tổng hợp, báo cáo UBND huyện`): whom it tells is no receiver of the duty.
FOR_COMPILING = regex.compile(
    r"(?<!\p{L})để\s(?:(?:kịp thời|phòng|sở|ban)\s[^;.]{0,40}?)?(?:theo dõi,?\s(?:và\s)?)?tổng hợp(?!\p{L})(?!,?\s(?:và\s)?(?:gửi|nộp))[^;.]*"
)
# Whom that one reports to in turn: `trình Chủ tịch UBND huyện báo cáo Ban Thường vụ Huyện ủy`.
TO_REPORT = regex.compile(r"\s(?:để\s|xem xét\s)*báo cáo\s(?:với\s|lên\s)?")
# Who gets it besides (`báo cáo về Bộ …, đồng gửi Ủy ban nhân dân tỉnh`): counts where nobody else is named.
ALSO = regex.compile(r"\bđồng (?:thời )?(?:gửi|báo cáo)\s+(?:cho\s+|về\s+|tới\s+|đến\s+)?")
# Who hands in what somebody else works on, right before the time (`tổng hợp dự toán do các đơn vị lập gửi trước ngày 15/7`).
BY_OTHERS = regex.compile(r"(?<!\p{L})(?:do|của)\s")
THEY_SEND = regex.compile(
    r"\s(?:(?:lập|xây dựng|tổng hợp|đề xuất),?\s(?:và\s)?)?(?:gửi|nộp|báo cáo|trình)(?:\s[^,;.:]{0,60})?\s?$"
)
# Something is done by then, whatever is handed in later in the clause.
COMPLETES = regex.compile(r"(?<!\p{L})(?:xong|hoàn thành|hoàn tất|kết thúc|khởi công|nghiệm thu)(?!\p{L})")
# A part of a clause that begins with a verb of its own (`kiểm tra 01 lần/năm, báo cáo 01 lần/quý`).
ACTS = regex.compile(
    rf"\s*(?:,|và)?\s*(?!(?:định kỳ|h[ằà]ng|thường xuyên|kịp thời|khẩn trương|dự kiến)(?!\p{{L}})){agencies.DUTY}"
)
# The end of a period as the time of what follows the comma.
AT_END = regex.compile(r"\s*(?:sau khi )?(?:kết thúc|hết) (?:giai đoạn|năm|kỳ|quý)[^,;.:]{1,30},\s")
# A clause that hands on what the clause before it named.
HANDS_ON = regex.compile(r"\b(?:gửi|nộp|(?<!chương |quá |công |quy |giáo |lịch |tiến |lộ )trình)\b")

# Where a subject ends: the main verb of the duty.
VERB = regex.compile(
    r"\s(?=(?:lập|xây dựng|báo cáo|tổng hợp|gửi|tổ chức|rà soát|cập nhật|thẩm định|tham mưu|trình|ban hành|chịu trách nhiệm|có trách nhiệm|phối hợp|"
    r"căn cứ|theo chức năng|chủ động|chủ trì(?! chỉ tiêu| triển khai| thực hiện)|hướng dẫn|thực hiện(?! nhiệm vụ)|triển khai(?! các mục tiêu)|đề xuất|kiểm tra|đánh giá|"
    r"cung cấp|hoàn thành|thường xuyên|tiến hành|kịp thời|nghiêm túc|định kỳ|h[ằà]ng năm|h[ằà]ng tháng|h[ằà]ng quý|trước ngày|chậm nhất|dự kiến|công bố|tiến hành|phân công|chỉ đạo|bố trí|đăng ký|thăm|phải|cần)(?!\p{L}))"
)
# What tells which agencies are meant: the subject goes on behind it, to the main verb.
RELATIVE = regex.compile(
    r"\s(?:được (?:giao|phân công)|có tên (?:trong|tại))[^,;.:]{0,120}?(?:, (?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|nội dung|hoạt động)(?!\w)[^,;.:]{0,80}?)*?(?=,(?! (?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|nội dung|hoạt động)(?!\w))|\s(?:báo cáo|gửi|tổng hợp|lập|xây dựng|rà soát|(?:có|chịu) trách nhiệm|định kỳ|h[ằà]ng (?:năm|quý|tháng)|"
    r"trước ngày|chậm nhất|căn cứ|chủ động|phải|cần|hoàn thành|tổ chức|nghiêm túc|kịp thời|đánh giá|cung cấp|cập nhật|đăng ký|trình)(?!\p{L}))"
)
_THINGS = r"(?:các\s)?(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|nội dung|hoạt động|chương trình|dự án|đề án|công việc|lĩnh vực|phần việc)(?:\s(?:cụ thể|trọng tâm|thành phần|liên quan))*"
_PART = r"(?:các\s)?(?:phụ lục|mục|khoản|điểm|phần|điều|kế hoạch|chương trình|biểu|bảng|danh mục|quyết định|văn bản|nghị quyết)"
# Verbs that are nouns inside a clause on what agencies lack (`chưa có cán bộ quản lý`).
_NOT_A_VERB = r"(?:quản lý|truyền thông|giáo dục|tư vấn|chăm sóc|trợ giúp|thông tin|phụ trách)(?!\w)"
# What they lack or have, before the verb of the duty (`Các trường chưa có nhân viên y tế phân công …`).
IN_STATE = regex.compile(
    rf"\s(?:(?:chưa|không|đã|còn|đang) (?:có|đạt|đủ|đăng ký|hoàn thành|thành lập|bố trí|được (?:công nhận|cấp|giao|đầu tư|phê duyệt|hỗ trợ))|chưa|có (?:đông|nhiều|tỷ lệ|nguy cơ|số))(?:\s\p{{L}}[^\s,;.:()]*){{1,10}}?(?=\s(?!{_NOT_A_VERB}){agencies.DUTY})"
)
# The same, read by what it is made of, whatever verb follows: a role, what is charged, where it is written.
_CHARGED_WITH = rf"(?:(?:được (?:giao|phân công)|có tên)|(?:chủ trì|phụ trách|tham gia|thực hiện)(?=\s{_THINGS}\s(?:tại|trong|theo|ở|thuộc)\s{_PART}(?:\s(?!và(?!\p{{L}}))\p{{L}}+){{0,2}}\s{agencies.DUTY}))"
CHARGED = regex.compile(
    rf"\s{_CHARGED_WITH}(?:(?:,|\svà)?\s(?:chủ trì|phối hợp|thực hiện|triển khai|tham mưu|theo dõi|phụ trách|quản lý|đầu mối))*"
    rf"(?:\s{_THINGS}(?:(?:,|\svà)\s{_THINGS})*)?"
    rf"(?:\s(?:(?:được\s)?(?:nêu|quy định)\s)?(?:tại|trong|theo|ở|thuộc|của)\s{_PART}(?:\s(?:này|kèm theo|nêu trên|trên|số\s\S+|[ivx]+(?:\.\d+)*(?!\p{{L}})|\d+(?:\.\d+)*|[a-zđ](?=\s|,)))*(?:,\s(?=(?:khoản|mục|phần|điều)\s))?)+"
)
# Words that a subject may begin with and that are a verb here (`tổ chức hội nghị`).
NO_SUBJECT = regex.compile(
    r"trách |nhiệm |tổ chức (?!chính trị|xã hội|đoàn thể|tôn giáo|phi chính phủ|quốc tế|quần chúng)"
)
# The period that figures cover (`số liệu từ ngày 15/12 năm trước đến …`) binds no one.
FIGURES_COVER = regex.compile(r"(?:chốt|lấy) số liệu[^;.()]{0,160}$")
# What was reached by a time that is over: `cập nhật kết quả thực hiện … đến hết tháng 9/2023`.
RESULTS_OF = regex.compile(r"(?:kết quả|tình hình|số liệu|tiến độ)(?!\p{L})[^;.]*$")
# An aim, whose year is no time of a duty.
OF_AN_AIM = regex.compile(r"\d\s?[%‰]")
# `Thời gian báo cáo định kỳ hằng năm tính từ ngày 15/12 năm trước đến ngày 14/12 của kỳ báo cáo`: what it says from there on.
FIGURES_COUNT = regex.compile(
    r"(?:(?:thời (?:gian|điểm|kỳ)|mốc)(?:\s\p{L}+){0,3}?\s(?:báo cáo|số liệu|thống kê)|kỳ báo cáo|số liệu)(?:(?!trước ngày|chậm nhất|gửi)[^.;]){0,80}?(?:tính (?:từ|đến|trong)|từ (?:ngày )?\d[^.;]{0,40}(?:năm|tháng|quý|kỳ) trước)"
)
FIGURES_FROM = regex.compile(r"số liệu(?:\s\p{L}+){0,4}\s?:?\s?(?:được )?(?:tính )?$")
# What may stand before a subject.
BEFORE_SUBJECT = regex.compile(
    r"(?:đề nghị|yêu cầu|giao|h[ằà]ng (?:năm|quý|tháng|tuần)(?=\s(?:các|những|mỗi|ubnd|ủy ban|sở|phòng)\s))\s+"
)
# What a sentence says before a figure that may be a time.
SETS_TIME = regex.compile(
    r"(?:(?:trước|chậm nhất|đến hết|hạn chót)[^;.]{0,20}?(?:(?<!\d)\d{1,2}\s?(?:[/h]|giờ|ngày|tháng\s\d)|(?:ngày|tháng|quý)\s\d|năm\s20\d\d)|(?<!hết\s)thời hạn\s[^;.]{0,20}\d)"
)
# A day of its own, whatever it is held for; what is handed in on a theme day.
CEREMONY = regex.compile(r"\btổ chức (?:buổi )?(?:lễ|hội nghị|hội thi|diễn đàn)(?!\w)")
# The title of a section that is one event.
EVENT = regex.compile(
    r"(?:tổ chức )?(?:buổi )?(?:lễ|hội nghị|hội thi|diễn đàn|khai mạc|bế mạc|mít tinh|phát động|tọa đàm|ngày hội)(?!\w)"
)
HANDS_IN = regex.compile(r"báo cáo|gửi|trình|kế hoạch")
# A share that is striven for by a time: a target, and its time with it.
STRIVEN = regex.compile(r"(?:phấn đấu|đặt mục tiêu)(?!\p{L})[^;.]*\d\s?%")
# What somebody ordered before: a day of it that is over binds no one any more.
ORDERED_BEFORE = regex.compile(
    r"(?<!\p{L})đã\s(?:có văn bản\s)?(?:giao|yêu cầu|chỉ đạo|đề nghị|phân công|thống nhất)(?!\p{L})"
)
# From when a document holds; what is told when something has happened.
IN_FORCE = regex.compile(r"có hiệu lực(?:\s\p{L}+){0,4}\s*$")
OF_A_CASE = regex.compile(
    r"(?=.*báo (?:cáo )?(?:nhanh|ngay)(?!\p{L})).*?(?<!\p{L})(?:khi|nếu|trường hợp)\s(?:có|phát hiện|xảy ra|để xảy ra|tiếp nhận)(?:\s\p{L}+){0,4}?\s?(?:vụ|vụ việc|trường hợp|sự cố|sự việc|tai nạn|dịch|xảy ra)(?!\p{L})"
)
# A sentence that sets a part of the one before apart.
# `Riêng lớp 1 tựu trường ngày …`; with what it is about set off by a comma (`Riêng năm 2025, gửi trước …`) it stands for itself.
# So does one that only says by when what the one before says is done (`… làm tổ trưởng. Hoàn thành trước ngày 15/4/2024.`).
APART = regex.compile(
    r"(?:riêng(?![^,;.:]{1,80},\s)|trong đó)(?!\p{L})|(?:hoàn thành|xong)\s(?:trước|trong|vào|chậm nhất)(?!\p{L})[^,;:]*$"
)
# Such a sentence leaves unsaid what the one before it said: what is handed in, by whom and to whom.
APART_ALONE = regex.compile(r"riêng(?!\p{L})[^,;.:]{1,80},\s")
# Who leads others, or that the agency of the heading leads: `Lãnh đạo Công an huyện xử lý …`.
LEADS_OTHERS = regex.compile(r"lãnh đạo\s")
# Heads of columns in a calendar of reports: who sends, by which day, and the period of figures, which is no time to act by.
SENDS = regex.compile(r"(?<!\p{L})(?:gửi|nộp|trình|báo cáo)(?:\s(?:báo cáo|về|cho|lên|đến))*(?:\s|$)")
BY_DAY = regex.compile(r"(?:trước|chậm nhất|muộn nhất)(?:\s(?:là|hết|ngày))*\s*$")
EVERY_YEAR = regex.compile(r"(?:h[ằà]ng|mỗi) năm")
PERIOD_OF_FIGURES = regex.compile(
    r"(?:kỳ|thời (?:gian|kỳ|điểm)|giai đoạn)(?:\s(?:lấy|chốt|tính|thu thập|tổng hợp|của))?\s(?:số liệu|báo cáo)|số liệu\s(?:được\s)?(?:từ|tính|lấy|chốt|trong|của)"
)
# A theme month or a feast is no deadline.
FESTIVAL = regex.compile(
    r"tháng hành động|tết trung thu|ngày quốc tế|ngày toàn dân|tuần lễ|ngày hội|ngày thế giới|kỷ niệm|hưởng ứng"
)
# A row that is the theme month itself, and no event in it.
THEME_MONTH = regex.compile(r"\W*(?:hưởng ứng\s|tổ chức\s)?tháng hành động(?!\p{L})")
# A section that gives a month its theme.
THEME = regex.compile(r"chủ đề|thông điệp")


def is_of_theme(title: str) -> bool:
    """Whether a section is about a theme month or a feast, by its title in lower case; one that says more than that is a task."""
    if THEME.match(title) is not None:
        return True
    return all(FESTIVAL.search(part) is not None for part in title.strip(" ;.").split(";"))


# In a plan for a theme month the section that says when the month is, and what its theme is.
WHEN_AND_WHAT = regex.compile(
    r"thời gian(?:\s?(?:,|và)\s?(?:địa điểm|chủ đề|thông điệp|nội dung|phạm vi|khẩu hiệu|đối tượng)|\s?(?:tổ chức|triển khai|diễn ra|thực hiện)?\s?(?::|$))"
)
# A time that another plan sets (`Theo kế hoạch bồi dưỡng công chức hằng năm`).
BY_PLAN = regex.compile(r"theo (?:kế hoạch|chương trình|lịch|tiến độ|yêu cầu|quy định|hướng dẫn)(?!\w)")

# A sentence without a subject that says when the issuer sums up: nobody of those named before it.
SUMS_UP_ALONE = regex.compile(r"\W*(?:tổ chức\s)?(?:hội nghị\s|họp\s)?(?:sơ kết|tổng kết)(?!\p{L})")
# What is done when a period is over, or before it begins: summing up, accounts, rewards, the next plan; in any case.
SUMS_UP = regex.compile(r"tổng kết|sơ kết|đánh giá|quyết toán|báo cáo|khen thưởng|xây dựng kế hoạch", regex.IGNORECASE)
