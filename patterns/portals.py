"""What legal portals put around a document and how they run its head together."""

from __future__ import annotations

from collections.abc import Sequence

import regex

# The state's name and its motto, wherever a line was broken.
MOTTO = regex.compile(
    r"C[ỘÔ]NG\s+H[OÒÓ][ÀAÁ]\s+X[ÃA]\s+H[ỘÔ]I|[ĐÐ][ộô]c\s+l[ậâ]p\s*[-–]\s*T[ựư]\s+do|[ĐÐ]ẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
)
# A cell with recipients or a signature.
CLOSE = regex.compile(
    r"[*_\s]*(?:N[ơo]i\s+nh[ậâ]n|NƠI\s+NHẬN|(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}|[TK]/[ML]\.?\s|(?:PHÓ\s+)?CHỦ\s+TỊCH\b|(?:PHÓ\s+)?GIÁM\s+ĐỐC\b|(?:PHÓ\s+)?BÍ\s+THƯ\b|(?:THỨ|BỘ)\s+TRƯỞNG\b)"
)
# Where lines of a head or a close end that stand in one cell.
PARTS = regex.compile(
    r"\s*<br\s*/?>\s*|\s*\n\s*|\s*[-_]{5,}\s*|(?<=VIỆT NAM\**)\s+(?=\**[ĐÐ]ộc)|(?<=(?:DÂN|ỦY|SỞ|BAN)\**)\s+(?=\**(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU)\s)"
    r"|\s+(?=\**Số:)|(?<=[;:.])\s+(?=-\s)|\s+(?=\**(?:KT|TM|TUQ|TL)\s*\.)|(?<!(?:KT\.|KT|Q\.|PHÓ|QUYỀN|TM\.|TL\.)\**)\s+(?=\**(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ)\b)"
    r"|(?<=(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ)\**)\s+(?=\**\p{Lu}\p{Ll})",
)
_CARD_LABEL = regex.compile(
    r"[*_\s]*(?:số\s*(?:hiệu|/\s*ký hiệu|ký hiệu)|loại (?:văn bản|VB)|nơi ban hành|cơ quan ban hành|người ký|(?:ngày )?(?:ban hành|hiệu lực|công báo|đăng|cập nhật)|"
    r"địa chỉ|điện thoại|e-?mail|fax|website|mã số thuế|số công báo|tình trạng(?: hiệu lực)?|lĩnh vực|trích yếu|tệp đính kèm|file đính kèm|lượt xem)[*_\s]*(?::|$)",
    regex.IGNORECASE,
)


def is_card(cells: Sequence[str]) -> bool:
    """Whether the cells of a table are those of a portal's card: labels such as `Số hiệu:`, each with its value."""
    return sum(_CARD_LABEL.match(cell) is not None for cell in cells) >= 3


# Short lines that only a portal has; where no more of the document follows, they and what comes behind them are the portal's.
_PORTAL = regex.compile(
    r"[*_#\s\-]*(?:(?:các )?văn bản (?:liên quan|được|cùng|bị|hợp nhất|tiếng anh|gốc)|tin (?:liên quan|khác|mới|cùng)|bài viết|hỏi (?:đáp|-)|tải (?:về|xuống|văn bản|file|tệp)|"
    r"đang tải|ý kiến (?:bạn đọc|của bạn)|bình luận|chia sẻ|lượt (?:xem|truy cập)|đăng (?:nhập|ký|xuất)\b|trang chủ|in (?:trang|bài|văn bản)|gửi (?:cho |email|bạn)|"
    r"bản quyền|copyright|©|thưa quý|kính gửi[\s:*]*quý|quý (?:khách|thành viên|vị|độc giả)|cảm ơn|tiếp tục sử dụng|tôi đã đọc|lược đồ|thuộc tính|mục lục|nội dung sửa đổi|"
    r"xem thêm|về đầu trang|file đính kèm|tệp đính kèm|từ khóa|đánh giá bài viết)",
    regex.IGNORECASE,
)
_SHORT = 90


def is_portals(line: str) -> bool:
    """Whether a line is a short one that only a portal has around a document: `Văn bản liên quan`, `Tải về`, `Hỏi đáp`."""
    return len(line) <= _SHORT and (_PORTAL.match(line) is not None or _CARD_LABEL.match(line) is not None)
