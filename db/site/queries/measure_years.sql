-- vi: Mỗi cấp và mỗi năm có bao nhiêu kế hoạch đặt mức cho một chỉ tiêu thành phần (:measure).
-- en: How many plans of each level set a value of one measure (:measure) for each year.
SELECT c.level, c.year, c.subgroup, count(DISTINCT c.document) AS plans
FROM comparisons c
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND c.value IS NOT NULL AND c.year IS NOT NULL
GROUP BY c.level, c.year, c.subgroup
ORDER BY c.level, c.year, c.subgroup
