-- vi: Phân bố giá trị của một chỉ tiêu thành phần (:measure): mỗi dòng một năm, một giá trị, một kết quả so sánh.
-- en: Spread of the values of one measure (:measure): one row a year, a value and a stance.
SELECT c.year, c.value, c.stance, c.subgroup, count(*) AS plans, min(d.slug) AS example
FROM comparisons c
JOIN documents d ON d.id = c.document
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.value IS NOT NULL AND c.year IS NOT NULL
  AND c.stance IN ('stricter', 'equal', 'weaker', 'pending')
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
GROUP BY c.year, c.value, c.stance, c.subgroup
ORDER BY c.year, c.value
