-- vi: Các sửa đổi dữ liệu đang có hiệu lực.
-- en: Corrections in force.
SELECT * FROM correction ORDER BY corrected_at DESC, plan
