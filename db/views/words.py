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

RESULTS = {
    "loaded": Word("✓", "đã nạp", "đã nạp", "loaded", "green"),
    "unchanged": Word("=", "không thay đổi", "không đổi", "unchanged", "bright_black"),
    "duplicate": Word("=", "trùng với tệp đã nạp", "trùng", "duplicate", "bright_black"),
    "waiting": Word(
        "…", "chờ cài chương trình đọc (OCR, LibreOffice)", "chờ OCR", "waiting for OCR or LibreOffice", "yellow"
    ),
    "failed": Word("✗", "lỗi", "lỗi", "failed", "red"),
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

COVERAGE = {
    "sent": Word("✓", "đã gửi", "đã gửi", "sent", "green"),
    "late": Word("!", "gửi muộn", "gửi muộn", "late", "yellow"),
    "not_sent": Word("–", "chưa gửi", "chưa gửi", "not sent", "bright_black"),
}
