"""The words and signs that people see for codes of the database: one place for terminal, site and exports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A code as shown: a sign that needs no colour, Vietnamese (long and short) and English, a colour for terminals."""

    sign: str
    vi: str
    short_vi: str
    en: str
    colour: str = "default"


STANCES = {
    "stricter": Word("▲", "phấn đấu cao hơn mức chương trình", "cao hơn", "stricter", "cyan"),
    "equal": Word("=", "bằng mức chương trình", "bằng", "equal", "bright_black"),
    "weaker": Word("▼", "chưa bảo đảm mức chương trình", "chưa bảo đảm", "weaker", "yellow"),
    "unquantified": Word("○", "chưa lượng hóa", "chưa lượng hóa", "unquantified"),
    "absent": Word("–", "không đề cập", "không đề cập", "absent", "bright_black"),
    "incomparable": Word("≠", "không so sánh được", "không so sánh được", "incomparable", "magenta"),
    "pending": Word("◌", "chưa đến mốc", "chưa đến mốc", "pending", "bright_black"),
    "near": Word("≈", "tham khảo", "tham khảo", "near", "bright_black"),
}

VERDICTS = {
    "exceeded": Word("▲", "vượt mức phải đạt", "vượt", "exceeded", "cyan"),
    "met": Word("✓", "đạt mức phải đạt", "đạt", "met", "green"),
    "missed": Word("▼", "chưa đạt mức phải đạt", "chưa đạt", "missed", "yellow"),
    "not-due": Word("◌", "chưa đến mốc", "chưa đến mốc", "not due yet", "bright_black"),
    "no-data": Word("–", "chưa có số liệu", "chưa có số liệu", "no data", "bright_black"),
    "incomparable": Word("≠", "không so sánh được", "không so sánh được", "incomparable", "magenta"),
}

TRENDS = {
    "better": Word("↗", "tốt lên", "tốt lên", "better", "green"),
    "worse": Word("↘", "kém đi", "kém đi", "worse", "yellow"),
    "same": Word("→", "không đổi", "không đổi", "the same"),
    "up": Word("↑", "tăng", "tăng", "up"),
    "down": Word("↓", "giảm", "giảm", "down"),
}

# Why a year is not judged.
UNJUDGED = {
    "survey-only": ("chỉ có ở cấp tỉnh (điều tra)", "known for provinces alone (a survey)"),
    "part-of-year": ("số liệu chưa hết năm", "figures of a part of the year"),
    "incomplete": ("chưa đủ số liệu của các đơn vị bên dưới", "not all units below have reported"),
    "direction": ("không rõ cao hay thấp là tốt", "not known whether more or less is better"),
    "change-against-level": ("mức tăng, giảm không so với mức tuyệt đối", "a change is not held against a level"),
    "no-reference": ("không có mức để so", "nothing to hold it against"),
    "groups-differ": ("các nhóm có mức khác nhau", "groups have levels of their own"),
    "yearly-against-period": (
        "mức mỗi năm không so với mức cả giai đoạn",
        "a yearly change is not held against one over a period",
    ),
}

RESULTS = {
    "loaded": Word("✓", "đã nạp", "đã nạp", "loaded", "green"),
    "unchanged": Word("=", "không thay đổi", "không đổi", "unchanged", "bright_black"),
    "duplicate": Word("=", "trùng với tệp đã nạp", "trùng", "duplicate", "bright_black"),
    "waiting": Word(
        "…", "chờ cài chương trình đọc (OCR, LibreOffice)", "chờ OCR", "waiting for OCR or LibreOffice", "yellow"
    ),
    "failed": Word("✗", "lỗi", "lỗi", "failed", "red"),
}

# What accounts may be (`db.review.accounts`) and what the log of who did what says (`db.review.audit`).
ROLES = {
    "reader": Word("", "chỉ đọc", "đọc", "reads"),
    "reviewer": Word("", "rà soát, sửa dữ liệu", "rà soát", "reviews and corrects"),
    "staff": Word("", "tải lên, rút kế hoạch", "tải lên", "uploads and takes back"),
    "admin": Word("", "quản trị: xem tài khoản, nhật ký", "quản trị", "administers: sees accounts and the log"),
}
ACTS = {
    "signed-in": Word("", "đăng nhập", "đăng nhập", "signed in"),
    "sign-in-failed": Word("", "đăng nhập sai", "đăng nhập sai", "failed to sign in"),
    "signed-out": Word("", "đăng xuất", "đăng xuất", "signed out"),
    "uploaded": Word("", "tải tệp lên", "tải lên", "uploaded files"),
    "loaded": Word("", "nạp tệp", "nạp", "loaded files"),
    "decided": Word("", "quyết định về điểm cần rà soát", "quyết định", "decided on findings"),
    "decision-undone": Word("", "hoàn tác quyết định", "hoàn tác", "undid a decision"),
    "assigned": Word("", "phân công rà soát", "phân công", "assigned for review"),
    "corrected": Word("", "sửa dữ liệu", "sửa", "corrected"),
    "removed": Word("", "rút kế hoạch", "rút", "took a plan back"),
    "restored": Word("", "khôi phục kế hoạch", "khôi phục", "brought a plan back"),
    "confirmed": Word("", "xác nhận là kế hoạch", "xác nhận", "confirmed a plan"),
    "answered": Word("", "trả lời về hai văn bản", "trả lời", "answered about two documents"),
    "results-imported": Word("", "nhập kết quả", "nhập kết quả", "imported results"),
    "programme-changed": Word("", "thay đổi chương trình", "chương trình", "changed programmes"),
    "account-added": Word("", "thêm tài khoản", "thêm tài khoản", "added an account"),
    "account-removed": Word("", "xóa tài khoản", "xóa tài khoản", "removed an account"),
    "password-changed": Word("", "đổi mật khẩu", "đổi mật khẩu", "changed a password"),
    "roles-changed": Word("", "đổi vai trò", "đổi vai trò", "changed roles"),
    "backed-up": Word("", "sao lưu", "sao lưu", "backed up"),
    "backup-restored": Word("", "phục hồi từ bản sao lưu", "phục hồi", "restored a backup"),
    "mended": Word("", "sửa cơ sở dữ liệu hỏng", "sửa chữa", "mended the database"),
}

LEVELS = {
    "central": Word("", "trung ương", "trung ương", "central"),
    "province": Word("", "tỉnh", "tỉnh", "province"),
    "district": Word("", "huyện", "huyện", "district"),
    "commune": Word("", "xã", "xã", "commune"),
}

COMPARATORS = {"=": "", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "range": ""}

SEVERITIES = {
    "error": Word("✗", "sai sót (viện dẫn, số liệu)", "sai sót", "error", "red"),
    "warning": Word("!", "đề nghị giải trình", "đề nghị giải trình", "warning", "yellow"),
    "notice": Word("·", "lưu ý", "lưu ý", "notice", "bright_black"),
}

REVIEW_STATES = {
    "open": Word("○", "chưa rà soát", "chưa rà soát", "open"),
    "accepted": Word("✓", "đưa vào góp ý", "góp ý", "accepted", "green"),
    "dismissed": Word("–", "không góp ý", "không góp ý", "dismissed", "bright_black"),
}

# Why a reviewer does not make a finding a comment; other grounds are written.
GROUNDS = {
    "justified": Word("", "địa phương có căn cứ, điều kiện thực tế", "có căn cứ", "the locality has its grounds"),
    "approved": Word("", "đã được cấp có thẩm quyền đồng ý", "đã được đồng ý", "agreed by a higher authority"),
    "outside": Word("", "không thuộc phạm vi của kế hoạch này", "ngoài phạm vi", "not a matter for this plan"),
    "elsewhere": Word("", "đã nêu ở nội dung khác của văn bản", "đã nêu chỗ khác", "said elsewhere in the document"),
    "misread": Word("", "phần mềm đọc, hiểu sai văn bản", "đọc sai", "the program misread the document"),
    "minor": Word("", "nhỏ, không cần góp ý", "nhỏ", "too small for a comment"),
}

COVERAGE = {
    "sent": Word("✓", "đã gửi", "đã gửi", "sent", "green"),
    "late": Word("!", "gửi muộn", "gửi muộn", "late", "yellow"),
    "inherited": Word(
        "↺",
        "đang dùng kế hoạch của đơn vị trước sắp xếp",
        "kế hoạch của đơn vị trước",
        "goes by plans of the units it came from",
        "cyan",
    ),
    "not_sent": Word("–", "chưa gửi", "chưa gửi", "not sent", "bright_black"),
}

# Words of the values that a field may have, and of fields whose description speaks of those values.
VALUES = {
    "central": ("trung ương", "central"), "province": ("tỉnh", "province"), "district": ("huyện", "district"), "commune": ("xã", "commune"),
    "plan": ("kế hoạch", "plan"), "letter": ("công văn, chỉ thị", "letter"), "allocation": ("giao chỉ tiêu", "allocation"),
    "resolution": ("nghị quyết", "resolution"), "other": ("không phải văn bản của cơ quan", "no document of an office"),
    "multi_year": ("nhiều năm", "several years"), "annual": ("hằng năm", "one year"), "thematic": ("chuyên đề", "on one matter"),
    "draft": ("dự thảo", "draft"), "issued": ("đã ban hành", "issued"),
    "quantitative": ("định lượng", "with a number"), "qualitative": ("định tính", "without a number"),
    "exact": ("đúng chỉ tiêu này", "this very measure"), "near": ("gần giống, chỉ để tham khảo", "something near it"),
    "=": ("bằng", "equal"), "<": ("dưới (<)", "below (<)"), "<=": ("không quá (≤)", "at most (≤)"), ">": ("trên (>)", "above (>)"),
    ">=": ("ít nhất (≥)", "at least (≥)"), "range": ("trong khoảng", "in a range"),
    "percent": ("%", "%"), "per": ("tỷ suất (trên 1.000, 100.000 …)", "a rate (per 1,000, 100,000 …)"), "count": ("số lượng", "a count"),
    "times": ("lần", "a ratio (times)"),
    "decrease": ("giảm", "a fall"), "increase": ("tăng", "a rise"),
    "report": ("báo cáo", "report"), "budget": ("dự toán", "budget"), "task": ("nhiệm vụ", "task"),
    "before": ("trước ngày", "before"), "by": ("đến hết ngày", "by"), "within": ("trong thời gian", "within"), "every": ("định kỳ", "every"),
    "implements": ("thực hiện", "carries out"), "basis": ("căn cứ", "basis"), "mention": ("nhắc đến", "mention"),
    "lead": ("chủ trì", "lead"), "coordinate": ("phối hợp", "coordinate"), "implement": ("thực hiện", "implement"),
}  # fmt: skip

# What became of records between two plans; from the first to the second.
DIFF_STATES = {
    "changed": Word("≠", "thay đổi", "thay đổi", "changed", "yellow"),
    "dropped": Word("−", "bỏ, không còn", "bỏ", "dropped", "red"),
    "added": Word("+", "bổ sung mới", "mới", "added", "green"),
    "reworded": Word("~", "chỉ sửa câu chữ", "sửa câu chữ", "reworded", "bright_black"),
    "same": Word("=", "không đổi", "không đổi", "the same", "bright_black"),
}
FINDING_STATES = {
    "dropped": Word("✓", "đã hết", "đã hết", "solved", "green"),
    "added": Word("!", "mới phát sinh", "mới", "new", "yellow"),
    "same": Word("=", "vẫn còn", "vẫn còn", "still there", "bright_black"),
}
COMMENT_OUTCOMES = {
    "taken": Word("✓", "đã tiếp thu", "đã tiếp thu", "taken over", "green"),
    "standing": Word("✗", "chưa tiếp thu, vẫn còn điểm này", "chưa tiếp thu", "not taken over", "yellow"),
    "unclear": Word(
        "?",
        "cần xem lại: không còn phát hiện, nhưng câu vẫn nguyên",
        "cần xem lại",
        "unclear, sentence unchanged",
        "magenta",
    ),
}
# A new value beside the old one.
TENDENCIES = {
    "stricter": Word("▲", "phấn đấu cao hơn trước", "cao hơn", "stricter", "cyan"),
    "weaker": Word("▼", "phấn đấu thấp hơn trước", "thấp hơn", "weaker", "yellow"),
    "equal": Word("=", "mức như trước", "như trước", "equal", "bright_black"),
}
# A value of one plan beside that of another.
BESIDE = {
    "stricter": Word("▲", "phấn đấu cao hơn", "cao hơn", "stricter", "cyan"),
    "weaker": Word("▼", "phấn đấu thấp hơn", "thấp hơn", "weaker", "yellow"),
    "equal": Word("=", "cùng mức", "cùng mức", "the same", "bright_black"),
}
# What became of a measure between a plan and the one above it.
STEPS = {
    "kept": Word("=", "giữ được mức", "giữ được mức", "kept"),
    "raised": Word("▲", "nâng so với cấp trên", "nâng lên", "raised", "cyan"),
    "lost": Word("▼", "hạ xuống dưới mức chương trình ở bước này", "mất ở bước này", "lost at this step", "yellow"),
    "lower": Word("▼", "hạ thêm so với cấp trên", "hạ thêm", "lowered further", "yellow"),
    "follows": Word("↓", "theo mức chưa bảo đảm của cấp trên", "theo mức cấp trên", "as weak as above", "yellow"),
    "dropped": Word("–", "cấp trên đặt mức, kế hoạch này không đề cập", "không đề cập", "left out here"),
    "blurred": Word("○", "cấp trên có con số, kế hoạch này không", "mất con số", "without its number"),
}
# Why a plan has no value beside another's.
SILENCES = {
    "absent": Word("–", "không đề cập", "không đề cập", "absent"),
    "other-year": Word("·", "không đặt mức cho năm, nhóm này", "năm khác", "set for other years or groups"),
    "not-meant": Word("·", "không áp dụng cho kế hoạch này", "không áp dụng", "not meant for this plan"),
    "thematic": Word(
        "·", "kế hoạch chuyên đề, không nói về chỉ tiêu này", "chuyên đề", "thematic: about other matters"
    ),
}
DIFF_PARTS = {
    "documents": ("Phần đầu văn bản", "Head of the document"),
    "targets": ("Chỉ tiêu", "Targets"),
    "assignments": ("Phân công", "Duties"),
    "deadlines": ("Thời hạn", "Deadlines"),
    "legal_refs": ("Văn bản viện dẫn", "Citations"),
    "findings": ("Điểm cần rà soát", "Findings"),
    "comments": ("Góp ý đã chấp nhận", "Comments that were accepted"),
}
# The short types of documents, which their numbers end with, in full.
DOCUMENT_TYPES = {
    "QĐ": "Quyết định", "NQ": "Nghị quyết", "CT": "Chỉ thị", "NĐ": "Nghị định", "TT": "Thông tư", "KH": "Kế hoạch",
    "CTr": "Chương trình", "CV": "Công văn", "ĐA": "Đề án", "TB": "Thông báo", "HD": "Hướng dẫn", "TTr": "Tờ trình",
    "L": "Luật", "BL": "Bộ luật", "CƯ": "Công ước", "HP": "Hiến pháp", "KL": "Kết luận", "BC": "Báo cáo", "QC": "Quy chế",
    "CL": "Chiến lược", "DA": "Dự án", "PL": "Pháp lệnh", "TTLT": "Thông tư liên tịch", "CĐ": "Công điện", "QyĐ": "Quy định",
}  # fmt: skip
