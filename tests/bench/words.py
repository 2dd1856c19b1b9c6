"""What synthetic plans are put together from: phrases of officialese in common use, none of them taken from a test plan."""

from __future__ import annotations

VERBS = (
    "Tăng cường", "Đẩy mạnh", "Tổ chức", "Triển khai", "Duy trì", "Nâng cao chất lượng", "Đổi mới", "Mở rộng", "Hướng dẫn thực hiện", "Kiểm tra việc thực hiện",
    "Lồng ghép", "Bố trí nguồn lực cho", "Nhân rộng", "Xây dựng và đưa vào hoạt động", "Rà soát, củng cố", "Phổ biến", "Huy động xã hội tham gia", "Chú trọng",
)  # fmt: skip

OBJECTS = (
    "công tác truyền thông về quyền trẻ em", "các lớp kỹ năng an toàn trong môi trường nước", "mạng lưới cộng tác viên bảo vệ trẻ em", "hoạt động tư vấn tâm lý học đường",
    "mô hình ngôi nhà an toàn", "mô hình cộng đồng an toàn", "chương trình sữa học đường", "việc khám sức khỏe định kỳ cho học sinh", "công tác tiêm chủng mở rộng",
    "các điểm vui chơi, giải trí cho trẻ em", "diễn đàn trẻ em các cấp", "câu lạc bộ quyền trẻ em", "việc tiếp nhận thông tin qua Tổng đài 111", "dịch vụ công tác xã hội với trẻ em",
    "việc chăm sóc thay thế cho trẻ em không nơi nương tựa", "công tác phòng, chống bạo lực học đường", "công tác phòng ngừa lao động trẻ em", "việc đăng ký khai sinh liên thông",
    "giáo dục hòa nhập cho trẻ em khuyết tật", "bữa ăn bán trú cho trẻ em vùng khó khăn", "việc phục hồi chức năng cho trẻ em khuyết tật", "thư viện thân thiện trong nhà trường",
    "phong trào bơi an toàn", "nhóm trẻ độc lập ở địa bàn đông công nhân", "cơ sở dữ liệu về trẻ em", "công tác phòng, chống đuối nước", "việc cải tạo công trình vệ sinh trong nhà trường",
    "tuyên truyền về an toàn giao thông cho học sinh", "hoạt động hè cho thiếu nhi", "việc hỗ trợ học sinh có nguy cơ bỏ học",
)  # fmt: skip

FOR_WHOM = (
    "trên địa bàn", "tại các thôn, tổ dân phố", "ở vùng sâu, vùng xa", "cho trẻ em thuộc hộ nghèo, hộ cận nghèo", "cho trẻ em người dân tộc thiểu số", "trong các cơ sở giáo dục",
    "tại các khu công nghiệp", "cho cha mẹ và người chăm sóc trẻ", "trong các cơ sở y tế", "ở các xã có tỷ lệ hộ nghèo cao", "cho trẻ em gái", "tại các địa bàn trọng điểm",
)  # fmt: skip

PURPOSES = (
    "bảo đảm mọi trẻ em được phát triển toàn diện", "góp phần giảm số vụ tai nạn", "kịp thời phát hiện và hỗ trợ trẻ em có nguy cơ", "tạo môi trường sống an toàn, lành mạnh",
    "nâng cao nhận thức của gia đình và cộng đồng", "thu hẹp khoảng cách giữa các địa bàn", "khắc phục các hạn chế của giai đoạn trước", "phát huy vai trò của nhà trường và gia đình",
    "bảo đảm nguồn lực được sử dụng đúng mục đích", "ưu tiên trẻ em có hoàn cảnh đặc biệt", "gắn với xây dựng nông thôn mới", "phù hợp với điều kiện của địa phương",
)  # fmt: skip

TASKS = (
    "Tăng cường sự lãnh đạo, chỉ đạo của chính quyền đối với công tác trẻ em", "Hoàn thiện mạng lưới dịch vụ bảo vệ trẻ em", "Chăm sóc sức khỏe và dinh dưỡng", "Giáo dục và phát triển kỹ năng",
    "Văn hóa, vui chơi, giải trí", "Phòng, chống tai nạn, thương tích", "Phòng, chống xâm hại, bạo lực", "Thúc đẩy quyền tham gia của trẻ em", "Truyền thông, vận động xã hội",
    "Nâng cao năng lực đội ngũ làm công tác trẻ em", "Kiểm tra, giám sát, đánh giá", "Huy động nguồn lực",
)  # fmt: skip

# Agencies by level of the plan: those that have headings of their own, and who is below.
AGENCIES = {
    "province": (
        "Sở Lao động - Thương binh và Xã hội", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch", "Sở Tư pháp", "Sở Tài chính", "Sở Kế hoạch và Đầu tư",
        "Sở Thông tin và Truyền thông", "Công an tỉnh", "Sở Nông nghiệp và Phát triển nông thôn", "Ủy ban nhân dân các huyện, thành phố",
    ),
    "district": (
        "Phòng Lao động - Thương binh và Xã hội", "Trung tâm Y tế", "Phòng Giáo dục và Đào tạo", "Phòng Văn hóa và Thông tin", "Phòng Tư pháp", "Phòng Tài chính - Kế hoạch",
        "Công an huyện", "Trung tâm Văn hóa, Thông tin và Thể thao", "Ủy ban nhân dân các xã, thị trấn",
    ),
    "commune": (
        "Công chức Văn hóa - Xã hội", "Trạm Y tế", "Các trường học trên địa bàn", "Công chức Tư pháp - Hộ tịch", "Công chức Tài chính - Kế toán", "Công an xã", "Đoàn Thanh niên xã",
        "Hội Liên hiệp Phụ nữ xã",
    ),
}  # fmt: skip

PARTNERS = {
    "province": ("các sở, ngành, địa phương", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh", "Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh"),
    "district": ("các phòng, ban, ngành", "Phòng Giáo dục và Đào tạo", "Công an huyện", "Huyện đoàn", "Hội Liên hiệp Phụ nữ huyện"),
    "commune": ("các ban, ngành, đoàn thể", "Trạm Y tế", "các trường học", "Đoàn Thanh niên xã"),
}  # fmt: skip

GENERAL_AIM = "Bảo đảm thực hiện đầy đủ các quyền của trẻ em, tạo điều kiện để mọi trẻ em được bảo vệ, chăm sóc, giáo dục và phát triển bình đẳng; từng bước thu hẹp khoảng cách về điều kiện sống giữa các nhóm trẻ em."

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Lý")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Hữu", "Thanh", "Quang", "Ngọc")
GIVEN = (
    "An",
    "Bình",
    "Cường",
    "Dung",
    "Giang",
    "Hà",
    "Hải",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Phúc",
    "Quân",
    "Sơn",
    "Thảo",
    "Tuấn",
    "Vân",
    "Yến",
)
