-- vi: Một chỉ tiêu thành phần (:measure) được tiếp nhận ở từng cấp ra sao.
-- en: How one measure (:measure) was adopted at each level.
SELECT level, plans, adopted, stricter, equal, weaker, absent
FROM adoption
WHERE measure = :measure AND programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
ORDER BY CASE level WHEN 'central' THEN 0 WHEN 'province' THEN 1 WHEN 'district' THEN 2 ELSE 3 END
