"""What agencies look after: the second half of their names (`Y tế`, `Văn hóa, Thể thao và Du lịch`), as every office abbreviates it.

Patterns read the view.
"""

from __future__ import annotations

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
    "Giáo dục thường xuyên": ("(?:giáo dục|gd) (?:thường xuyên|tx)",),
    **{f"Giáo dục {kind}": (f"giáo dục {kind.lower()}",) for kind in ("Mầm non", "Tiểu học", "Trung học cơ sở", "Trung học phổ thông", "Trung học", "Dân tộc",
                                                                      "Thể chất", "Chuyên nghiệp", "Nghề nghiệp", "Chính trị")},
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
    "Dân số - Trẻ em và Phòng, chống tệ nạn xã hội": ("dân số", "trẻ em", "phòng,? chống tệ nạn xã hội|pctnxh"),
    "Bảo trợ xã hội - Trẻ em và Phòng, chống tệ nạn xã hội": ("bảo trợ xã hội", "trẻ em", "phòng,? chống tệ nạn xã hội|pctnxh"),
    "Trẻ em và Phòng, chống tệ nạn xã hội": ("trẻ em", "phòng,? chống tệ nạn xã hội|pctnxh"),
    "Bảo trợ xã hội và Trẻ em": ("bảo trợ xã hội", "trẻ em"),
    "Dân số và Trẻ em": ("dân số", "trẻ em"),
    "Trẻ em và Bình đẳng giới": ("trẻ em", "bình đẳng giới"),
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
# Offices for culture and information bear the names of what they were merged from, in any order.
_CULTURE = r"(?:Văn hóa|Thể thao|Du lịch|Thông tin|Truyền thông|Truyền thanh|Truyền hình|Gia đình|Thể dục thể thao)"
_CULTURES = rf"{_CULTURE}(?:(?:,\s|\s?-\s?){_CULTURE})*\s?(?:,?\svà|-|&)\s?{_CULTURE}(?!\w)"
JOIN = r"\s?(?:[-,&.]\s?)?(?:và\s)?"
FUNCTION = (
    rf"(?:{_CULTURES}|(?i:"
    + "|".join(JOIN.join(f"(?:{p})" for p in parts) for parts in sorted(FUNCTIONS.values(), key=len, reverse=True))
    + r")(?!\w))"
)
