"""Cells of tables of tasks: how many of something a task brings about, and by when. Patterns read cells in lower case."""

from __future__ import annotations

import regex

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
# What a number is followed by that makes it no number of things: papers that say what was done, time, money, a label.
_NO_THING = r"(?:báo cáo|văn bản|quyết định|kế hoạch|tờ trình|biên bản|đề án|dự thảo|nghị quyết|công văn|hướng dẫn|quy chế|thông báo|danh sách|tháng|ngày|giờ|phút|tuổi|năm|quý|tuần|lần|đồng(?! chí| phục)|triệu|tỷ|nghìn|trang|điểm(?! \p{L})|%)\b"
# A cell, or a part of one, that is a number of something: `02 phòng`, `5.000 em`, `40 pa nô`.
COUNTS = regex.compile(
    rf"\W*(?:(?:ít nhất|tối thiểu|khoảng|trên)\s)?(?:(?:{_NUMBER})\s(?!{_NO_THING})\p{{L}}|0\d\sđiểm\b)"
)
# The same in brackets at the end of a task: `Tập huấn nhân viên y tế (18 lớp)`.
COUNT_IN_BRACKETS = regex.compile(
    rf"\((?P<count>(?:(?:ít nhất|tối thiểu|khoảng|trên)\s)?(?:{_NUMBER})\s(?!{_NO_THING})\p{{L}}[\p{{L}} ]*)\)\W*\Z"
)
# What a number of people only says the size of.
EVENT = regex.compile(
    r"\W*(?:tổ chức\s)?(?:giải\b(?! pháp| quyết| ngân)|hội thi|hội thao|hội nghị|hội thảo|lễ\b|diễn đàn|cuộc thi|liên hoan|ngày hội|tọa đàm|toạ đàm|gặp mặt|đại hội|trại hè)"
)
# A mark that a task is done in the time of the head.
TICK = regex.compile(r"[xX✓✔√*+]")
# From a time of one year to that of another: `Tháng 9/2022 - tháng 11/2023`.
OVER_YEARS = regex.compile(
    r"((?:19|20)\d\d)\s?(?:[-–]|đến|tới)\s?(?:hết\s)?(?:ngày\s|tháng\s|quý\s)?[\divx/]{0,6}?(?:19|20)\d\d"
)
# The year of a day or a month: `Trước 15/9/2024`.
YEAR_OF_DAY = regex.compile(r"(?:(?<=\d/)|^\W*)((?:19|20)\d\d)\b")
