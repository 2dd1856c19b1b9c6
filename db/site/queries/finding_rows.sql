-- vi: Các điểm cần rà soát của một kế hoạch như trong bảng tổng hợp góp ý.
-- en: The findings on one plan as the table of comments has them.
SELECT * FROM finding WHERE plan = :plan ORDER BY position
