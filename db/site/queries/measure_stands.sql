-- vi: Các địa phương của một cấp (:level) đặt mức nào cho một chỉ tiêu thành phần (:measure), một năm (:year): chỉ những gì xếp hạng và biểu đồ cần.
-- en: Which values localities of a level (:level) set for one measure (:measure) and a year (:year): only what ranking and charts need.
SELECT d.unit, d.id AS document, d.slug AS plan, d.plan_kind, d.issued_on, c.id AS cell, c.year, c.subgroup, c.value, c.stance
FROM comparisons c
JOIN documents d ON d.id = c.document AND d.plan = d.id
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND c.level = :level
  -- part: own_plan
  AND (:year = '' OR c.year = CAST(:year AS INTEGER) OR c.year IS NULL)
  AND (:kind = '' OR d.plan_kind = :kind)
ORDER BY c.document, c.year, c.subgroup
